// The part of Words that speaks of claims.

#include "ui/parts/words.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

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

namespace {

// What a claim is called, and what it will say where it is asked for.
struct Noted {
    const char* text;
    const char* comment;
};
struct ClaimText {
    std::string_view name;
    Noted label;
    Noted hint;
};

// clang-format off
constexpr ClaimText texts[] = {
    {name::identity,           QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Identity", "claim"),              QT_TRANSLATE_NOOP3("verdesk::ui::Words", "yes or no", "what a claim will say")},
    {name::sanctionsClear,     QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Sanctions", "claim"),             QT_TRANSLATE_NOOP3("verdesk::ui::Words", "OFAC, EU and UN lists", "what a claim will say")},
    {name::watchlistMatch,     QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Watch list", "claim"),            QT_TRANSLATE_NOOP3("verdesk::ui::Words", "open matches", "what a claim will say")},
    {name::income,             QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Income", "claim"),                QT_TRANSLATE_NOOP3("verdesk::ui::Words", "verified or not", "what a claim will say")},
    {name::incomeBand,         QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Income band", "claim"),           QT_TRANSLATE_NOOP3("verdesk::ui::Words", "from, to", "what a claim will say: an income band")},
    {name::score,              QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Score", "claim"),                 QT_TRANSLATE_NOOP3("verdesk::ui::Words", "with range and confidence", "what a claim will say")},
    {name::tier,               QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Tier", "claim"),                  QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a letter", "what a claim will say: a tier such as A")},
    {name::stability,          QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Stability", "claim"),             QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a number", "what a claim will say")},
    {name::paymentReliability, QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Payment reliability", "claim"),   QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a number", "what a claim will say")},
    {name::savingsConsistency, QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Savings consistency", "claim"),   QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a number", "what a claim will say")},
    {name::fraudRisk,          QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Fraud risk", "claim"),            QT_TRANSLATE_NOOP3("verdesk::ui::Words", "low, medium or high", "what a claim will say")},
    {name::corridor,           QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Corridor", "claim: from which country to which money goes"),              QT_TRANSLATE_NOOP3("verdesk::ui::Words", "from country to country", "what a claim will say")},
    {name::givenNames,         QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Given names", "claim"),           QT_TRANSLATE_NOOP3("verdesk::ui::Words", "as in the document", "what a claim will say")},
    {name::surname,            QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Surname", "claim"),               QT_TRANSLATE_NOOP3("verdesk::ui::Words", "as in the document", "what a claim will say")},
    {name::fullName,           QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Name", "claim"),                  QT_TRANSLATE_NOOP3("verdesk::ui::Words", "as in the document", "what a claim will say")},
    {name::dateOfBirth,        QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Date of birth", "claim"),         QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a date", "what a claim will say")},
    {name::nationality,        QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Nationality", "claim"),           QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a country", "what a claim will say")},
    {name::sex,                QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Sex", "claim"),                   QT_TRANSLATE_NOOP3("verdesk::ui::Words", "as in the document", "what a claim will say")},
    {name::age,                QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Age", "claim"),                   QT_TRANSLATE_NOOP3("verdesk::ui::Words", "in years", "what a claim will say")},
    {name::documentNumber,     QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Document number", "claim"),       QT_TRANSLATE_NOOP3("verdesk::ui::Words", "as in the document", "what a claim will say")},
    {name::documentType,       QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Document type", "claim"),         QT_TRANSLATE_NOOP3("verdesk::ui::Words", "passport, card or licence", "what a claim will say")},
    {name::documentIssuer,     QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Issuing country", "claim"),       QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a country", "what a claim will say")},
    {name::documentIssued,     QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Document issued on", "claim"),    QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a date", "what a claim will say")},
    {name::documentExpiry,     QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Document valid until", "claim"),  QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a date", "what a claim will say")},
    {name::documentFront,      QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Document, front", "claim"),       QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a picture", "what a claim will say")},
    {name::documentBack,       QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Document, back", "claim"),        QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a picture", "what a claim will say")},
    {name::document,           QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Further document", "claim"),      QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a picture or file", "what a claim will say")},
    {name::minimumAgeReached,  QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Minimum age", "claim"),           QT_TRANSLATE_NOOP3("verdesk::ui::Words", "reached or not", "what a claim will say")},
    {name::issuerAccepted,     QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Accepted issuer", "claim"),       QT_TRANSLATE_NOOP3("verdesk::ui::Words", "yes or no", "what a claim will say")},
    {name::accountHolder,      QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Login at the provider", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "an account, no identity", "what a claim will say")},
    {name::providerAccepted,   QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Provider's decision", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "accepted or not", "what a claim will say")},
    {name::liveness,           QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Living person", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "seen by the camera or not", "what a claim will say")},
    {name::faceMatch,          QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Face and document", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "match or not", "what a claim will say")},
    {name::faceSimilarity,     QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Likeness of the face", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a number", "what a claim will say")},
    {name::placeOfBirth,       QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Place of birth", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "as in the document", "what a claim will say")},
    {name::personalNumber,     QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Personal number", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "as in the document", "what a claim will say")},
    {name::documentAuthority,  QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Issuing authority", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "as in the document", "what a claim will say")},
    {name::address,            QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Address", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "as stated or in the document", "what a claim will say")},
    {name::email,              QT_TRANSLATE_NOOP3("verdesk::ui::Words", "E-mail address", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "as stated", "what a claim will say")},
    {name::phone,              QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Phone number", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "as stated", "what a claim will say")},
    {name::faceImage,          QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Face, picture", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a picture", "what a claim will say")},
    {name::faceVideo,          QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Face, film", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "a film", "what a claim will say")},
    {name::watchlistListing,   QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Watch list entry", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "the list and the entry", "what a claim will say")},
    {name::answer,             QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Answer", "claim"), QT_TRANSLATE_NOOP3("verdesk::ui::Words", "to a question", "what a claim will say")},
    {name::providerStatus,     QT_TRANSLATE_NOOP3("verdesk::ui::Words", "Provider's result", "claim"),     QT_TRANSLATE_NOOP3("verdesk::ui::Words", "the provider's own word", "what a claim will say")},
};
// clang-format on

const ClaimText* textOf(const std::string& claim) {
    const auto* found = std::find_if(std::begin(texts), std::end(texts),
                                     [&claim](const ClaimText& each) { return each.name == claim; });
    return found == std::end(texts) ? nullptr : found;
}

}  // namespace

QString Words::claimLabel(const std::string& claim) {
    const auto* text = textOf(claim);
    return text != nullptr ? tr(text->label.text, text->label.comment) : madeReadable(claim);
}

QString Words::claimLabel(const claims::Claim& claim) {
    return claim.label.empty() ? claimLabel(claim.name) : toQt(claim.label);
}

namespace {

QString flagWords(const std::string& claim, bool value) {
    if (claim == name::sanctionsClear) {
        return value ? Words::tr("Clear (no match)", "sanctions") : Words::tr("Match", "sanctions");
    }
    if (claim == name::watchlistMatch) {
        return value ? Words::tr("Open match", "watch list") : Words::tr("No match", "watch list");
    }
    if (claim == name::minimumAgeReached) {
        return value ? Words::tr("Reached", "minimum age") : Words::tr("Not reached", "minimum age");
    }
    if (claim == name::issuerAccepted) {
        return value ? Words::tr("Accepted", "issuing country") : Words::tr("Not accepted", "issuing country");
    }
    if (claim == name::accountHolder) {
        return value ? Words::tr("Signed in", "at the provider") : Words::tr("Not signed in", "at the provider");
    }
    if (claim == name::providerAccepted) {
        return value ? Words::tr("Accepted", "the provider's decision")
                     : Words::tr("Not accepted", "the provider's decision");
    }
    if (claim == name::faceMatch) {
        return value ? Words::tr("The same face") : Words::tr("Not the same face");
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
    const auto band = Words::scoreBand(score);
    return band.isEmpty() ? words : words + QStringLiteral(". ") + band;
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
    if (claim == name::age) {
        return Words::tr("%1 years", "age").arg(toQt(value));
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
    // The day of the week says nothing here.
    auto format = QLocale{}.dateFormat(QLocale::LongFormat);
    format.remove(QStringLiteral("dddd")).remove(QRegularExpression{QStringLiteral("^[, ]+|[, ]+$")});
    return date.isValid() ? QLocale{}.toString(date, format) : toQt(value);
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

// The account's own rule at the provider, so that nobody reads more into the number than it says.
QString Words::scoreBand(const claims::Score& score) {
    const auto& low = score.declineBelow;
    const auto& high = score.acceptFrom;
    if (low && score.value < *low) {
        return tr("Below %1: the provider declines by itself.", "a score's threshold").arg(number(*low));
    }
    if (high && score.value >= *high) {
        return tr("From %1 on: the provider accepts by itself.", "a score's threshold").arg(number(*high));
    }
    if (low && high) {
        return tr("Between %1 and %2: a person judges.", "a score's thresholds").arg(number(*low), number(*high));
    }
    if (low) {
        return tr("Not below %1, where the provider declines by itself.", "a score's threshold").arg(number(*low));
    }
    return high
               ? tr("Below %1, from which on the provider accepts by itself.", "a score's threshold").arg(number(*high))
               : QString{};
}

QString Words::askHint(const std::string& claim) {
    const auto* text = textOf(claim);
    return text != nullptr ? tr(text->hint.text, text->hint.comment) : QString{};
}

QString Words::of(const claims::Reason& reason) {
    const auto label = claimLabel(reason.claim);
    if (reason.rule == "sanctions") {
        return tr("The sanctions check found a match.");
    }
    if (reason.rule == "hard_deny") {
        return tr("The provider refuses this customer because of a sanctions match.");
    }
    if (reason.rule == "rejected") {
        return tr("The provider looked at everything and did not accept this customer.");
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
    if (reason.rule == "changed") {
        return tr("The provider changed it afterwards: %1.", "claim").arg(label);
    }
    if (reason.rule == "account_only") {
        return tr("Only a login was proven: the holder of an account is there, and it does not say who that is.");
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
