#pragma once
// The institution's rule for references: a pattern for the whole, and an example.

#include "contract/session.h"

#include <QRegularExpression>
#include <QString>

namespace verdesk::ui {

class ReferenceRule {
public:
    ReferenceRule() = default;
    explicit ReferenceRule(const Institution& institution);

    // Without the blanks around it.
    static QString tidy(const QString& typed);

    enum class Fit { empty, wrong, right };
    Fit fit(const QString& typed) const;
    const QString& example() const {
        return example_;
    }

private:
    QRegularExpression pattern_;  // without a pattern, or with one that cannot be read, everything is right: the
                                  // backend has the last word
    QString example_;
};

}  // namespace verdesk::ui
