#include "ui/documents/document_checks.h"

#include "ui/parts/chip.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace verdesk::ui {
namespace {

namespace name = claims::name;
using Result = DocumentCheck::Result;

template <class Kind>
const Kind* valueOf(const std::vector<claims::Claim>& claims, std::string_view claim) {
    const auto* found = claims::find(claims, claim);
    return found != nullptr ? std::get_if<Kind>(&found->value) : nullptr;
}

// How a demand on a claim turned out; `told` where there was none.
Result demanded(const std::vector<claims::Claim>& claims, std::string_view flag) {
    const auto* value = valueOf<claims::Flag>(claims, flag);
    return value == nullptr ? Result::told : value->value ? Result::good : Result::bad;
}

QString textOf(const std::vector<claims::Claim>& claims, std::string_view claim) {
    const auto* found = claims::find(claims, claim);
    return found != nullptr ? Words::claimValue(*found) : QString{};
}

}  // namespace

std::vector<DocumentCheck> documentChecksOf(const std::vector<claims::Claim>& claims, const std::string& today) {
    std::vector<DocumentCheck> checks;
    if (const auto* expiry = valueOf<claims::Date>(claims, name::documentExpiry)) {
        const bool valid = expiry->value >= today;  // ISO dates sort as days do
        const auto day = textOf(claims, name::documentExpiry);
        checks.push_back({valid ? Result::good : Result::bad,
                          valid ? DocumentChecks::tr("Valid until %1", "document; date").arg(day)
                                : DocumentChecks::tr("Expired on %1", "document; date").arg(day)});
    }
    if (const auto issuer = textOf(claims, name::documentIssuer); !issuer.isEmpty()) {
        const auto result = demanded(claims, name::issuerAccepted);
        checks.push_back(
            {result, result == Result::bad ? DocumentChecks::tr("Issued by %1, which is not accepted here").arg(issuer)
                     : result == Result::good ? DocumentChecks::tr("Issued by %1, which is accepted here").arg(issuer)
                                              : DocumentChecks::tr("Issued by %1", "country").arg(issuer)});
    }
    if (const auto age = textOf(claims, name::age); !age.isEmpty()) {
        const auto result = demanded(claims, name::minimumAgeReached);
        checks.push_back({result, result == Result::bad    ? DocumentChecks::tr("%1 old: too young", "age").arg(age)
                                  : result == Result::good ? DocumentChecks::tr("%1 old: old enough", "age").arg(age)
                                                           : DocumentChecks::tr("%1 old", "age").arg(age)});
    }
    return checks;
}

DocumentChecks::DocumentChecks(QWidget* parent) : Card{parent}, lines_{nullptr} {
    setObjectName(QStringLiteral("documentChecks"));
    setInset(metrics::between);
    body()->setSpacing(metrics::inside);
    body()->addWidget(new Text{tr("Document check"), type::section, Tone::ink, this});
    hide();
}

void DocumentChecks::setVerification(const Verification& verification) {
    const auto checks =
        documentChecksOf(verification.claims, dateOf(verification.endedAt.value_or(verification.startedAt)));
    setVisible(!checks.empty());
    if (checks == shown_ && lines_ != nullptr) {
        return;
    }
    shown_ = checks;
    delete lines_;
    lines_ = new QWidget{this};
    auto* column = new QVBoxLayout{lines_};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::inside);
    int number = 0;
    for (const auto& check : checks) {
        auto* row = new QHBoxLayout;
        row->setSpacing(metrics::inside);
        const auto good = check.result == Result::good;
        const auto bad = check.result == Result::bad;
        auto* words = new Text{check.words, type::body, Tone::ink, lines_};
        words->setObjectName(QStringLiteral("documentCheck.%1").arg(++number));
        row->addWidget(words, 1);
        row->addWidget(new Chip{{good  ? tr("In order", "document check")
                                 : bad ? tr("Not in order", "document check")
                                       : tr("Stated", "document check: nothing was demanded"),
                                 good  ? ChipTone::good
                                 : bad ? ChipTone::bad
                                       : ChipTone::neutral,
                                 good  ? std::optional{Icon::check}
                                 : bad ? std::optional{Icon::cross}
                                       : std::nullopt},
                                lines_},
                       0, Qt::AlignTop);
        column->addLayout(row);
    }
    body()->addWidget(lines_);
    lines_->setVisible(!covered_);
}

void DocumentChecks::setCovered(bool covered) {
    covered_ = covered;
    if (lines_ != nullptr) {
        lines_->setVisible(!covered);
    }
}

}  // namespace verdesk::ui
