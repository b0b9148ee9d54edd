#include "ui/verify/reference_rule.h"

#include "ui/parts/words.h"

namespace verdesk::ui {

ReferenceRule::ReferenceRule(const Institution& institution)
    : pattern_{QRegularExpression::anchoredPattern(toQt(institution.referencePattern))},
      example_{toQt(institution.referenceExample)} {
    if (institution.referencePattern.empty()) {
        pattern_ = QRegularExpression{};
    }
}

QString ReferenceRule::tidy(const QString& typed) {
    return typed.trimmed();
}

ReferenceRule::Fit ReferenceRule::fit(const QString& typed) const {
    const auto text = tidy(typed);
    if (text.isEmpty()) {
        return Fit::empty;
    }
    if (pattern_.pattern().isEmpty() || !pattern_.isValid()) {
        return Fit::right;
    }
    return pattern_.match(text).hasMatch() ? Fit::right : Fit::wrong;
}

}  // namespace verdesk::ui
