// The part of Words that speaks of claims.

#include "ui/parts/words.h"

#include <QDate>
#include <QLocale>

namespace verdesk::ui {
namespace {

namespace name = claims::name;

QString madeReadable(const std::string& text) {
    auto words = toQt(text).replace(u'_', u' ').trimmed();
    if (!words.isEmpty()) {
        words[0] = words[0].toUpper();
    }
    return words;
}

}  // namespace

QString Words::claimLabel(const std::string& claim) {
    if (claim == name::identity) {
        return tr("Identity", "claim");
    }
    if (claim == name::sanctionsClear) {
        return tr("Sanctions", "claim");
    }
    if (claim == name::watchlistMatch) {
        return tr("Watch list", "claim");
    }
    if (claim == name::income) {
        return tr("Income", "claim");
    }
    if (claim == name::incomeBand) {
        return tr("Income band", "claim");
    }
    if (claim == name::score) {
        return tr("Score", "claim");
    }
    if (claim == name::tier) {
        return tr("Tier", "claim");
    }
    if (claim == name::stability) {
        return tr("Stability", "claim");
    }
    if (claim == name::paymentReliability) {
        return tr("Payment reliability", "claim");
    }
    if (claim == name::savingsConsistency) {
        return tr("Savings consistency", "claim");
    }
    if (claim == name::fraudRisk) {
        return tr("Fraud risk", "claim");
    }
    if (claim == name::corridor) {
        return tr("Corridor", "claim: from which country to which money goes");
    }
    if (claim == name::documentExpiry) {
        return tr("Document valid until", "claim");
    }
    return madeReadable(claim);
}

namespace {

QString flagWords(const std::string& claim, bool value) {
    if (claim == name::sanctionsClear) {
        return value ? Words::tr("Clear (no match)", "sanctions") : Words::tr("Match", "sanctions");
    }
    if (claim == name::watchlistMatch) {
        return value ? Words::tr("Open match", "watch list") : Words::tr("No match", "watch list");
    }
    if (claim.ends_with("_verified")) {
        return value ? Words::tr("Verified", "value of a claim") : Words::tr("Not verified", "value of a claim");
    }
    return value ? Words::tr("Yes", "value of a claim") : Words::tr("No", "value of a claim");
}

QString scoreWords(const claims::Score& score) {
    auto words = number(score.value);
    if (score.scaleLow && score.scaleHigh) {
        words = *score.scaleLow == 0 ? Words::tr("%1 of %2", "0.98 of 1").arg(words, number(*score.scaleHigh))
                                     : Words::tr("%1 on a scale from %2 to %3")
                                           .arg(words, number(*score.scaleLow), number(*score.scaleHigh));
    }
    if (score.low && score.high) {
        words += Words::tr(" (range %1 to %2)").arg(number(*score.low), number(*score.high));
    }
    return words;
}

QString textWords(const std::string& claim, const std::string& value) {
    if (claim == name::fraudRisk) {
        if (value == "low") {
            return Words::tr("Low", "fraud risk");
        }
        if (value == "medium") {
            return Words::tr("Medium", "fraud risk");
        }
        if (value == "high") {
            return Words::tr("High", "fraud risk");
        }
    }
    if (claim == name::corridor) {
        return toQt(value)
            .replace(QStringLiteral("->"), QStringLiteral("→"))
            .replace(u'→', QStringLiteral(" → "))
            .simplified();
    }
    return toQt(value);
}

QString dateWords(const std::string& value) {
    const auto date = QDate::fromString(toQt(value), Qt::ISODate);
    return date.isValid() ? QLocale{}.toString(date, QLocale::LongFormat) : toQt(value);
}

struct ValueWords {
    const std::string& claim;
    QString operator()(std::monostate) const {
        return {};
    }
    QString operator()(const claims::Flag& flag) const {
        return flagWords(claim, flag.value);
    }
    QString operator()(const claims::Score& score) const {
        return scoreWords(score);
    }
    QString operator()(const claims::Tier& tier) const {
        return toQt(tier.value);
    }
    QString operator()(const claims::Amount& amount) const {
        return (toQt(amount.value) + u' ' + toQt(amount.currency)).trimmed();
    }
    QString operator()(const claims::Text& text) const {
        return textWords(claim, text.value);
    }
    QString operator()(const claims::Date& date) const {
        return dateWords(date.value);
    }
    QString operator()(const claims::Document&) const {
        return Words::tr("Kept as evidence", "a document");
    }
};

}  // namespace

QString Words::claimValue(const claims::Claim& claim) {
    return std::visit(ValueWords{claim.name}, claim.value);
}

QString Words::askHint(const std::string& claim) {
    if (claim == name::identity) {
        return tr("yes or no", "what a claim will say");
    }
    if (claim == name::sanctionsClear) {
        return tr("OFAC, EU and UN lists", "what a claim will say");
    }
    if (claim == name::watchlistMatch) {
        return tr("open matches", "what a claim will say");
    }
    if (claim == name::income) {
        return tr("verified or not", "what a claim will say");
    }
    if (claim == name::incomeBand) {
        return tr("from, to", "what a claim will say: an income band");
    }
    if (claim == name::score) {
        return tr("with range and confidence", "what a claim will say");
    }
    if (claim == name::tier) {
        return tr("a letter", "what a claim will say: a tier such as A");
    }
    if (claim == name::fraudRisk) {
        return tr("low, medium or high", "what a claim will say");
    }
    if (claim == name::paymentReliability || claim == name::stability || claim == name::savingsConsistency) {
        return tr("a number", "what a claim will say");
    }
    if (claim == name::corridor) {
        return tr("from country to country", "what a claim will say");
    }
    if (claim == name::documentExpiry) {
        return tr("a date", "what a claim will say");
    }
    return {};
}

QString Words::of(const claims::Reason& reason) {
    const auto label = claimLabel(reason.claim);
    if (reason.rule == "sanctions") {
        return tr("The sanctions check found a match.");
    }
    if (reason.rule == "hard_deny") {
        return tr("The provider refuses this customer because of a sanctions match.");
    }
    if (reason.rule == "watchlist") {
        return tr("There is an open match on a watch list. A person has to judge it.");
    }
    if (reason.rule == "missing") {
        return tr("Asked for and not given: %1.", "claim").arg(label);
    }
    if (reason.rule == "not_verified") {
        return tr("The provider could not verify: %1.", "claim").arg(label);
    }
    if (reason.rule == "contradicted") {
        return tr("The provider found something else than was stated: %1.", "claim").arg(label);
    }
    if (reason.rule == "fraud_risk") {
        return tr("The fraud risk is not low.");
    }
    if (reason.rule == "expired_document") {
        return tr("The document has expired.");
    }
    if (reason.rule == "unreadable") {
        return tr("The answer is not clear: %1.", "claim").arg(label);
    }
    if (reason.rule == "unsigned") {
        return tr("The result came without a signature and has not been confirmed.");
    }
    if (reason.rule == "empty") {
        return tr("The provider answered without a single claim.");
    }
    return tr("A rule asks for a second look (%1).").arg(toQt(reason.rule));
}

}  // namespace verdesk::ui
