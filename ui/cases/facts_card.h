#pragma once
// What a case is: reference, purpose, who opened it, consent; then decisions, and earlier cases of this reference that
// ended blocked.

#include "contract/case.h"

#include <QWidget>

class QVBoxLayout;

namespace verdesk::ui {

class FactsCard : public QWidget {
    Q_OBJECT

public:
    explicit FactsCard(QWidget* parent = nullptr);
    void setCase(const Case& value);

Q_SIGNALS:
    void otherCaseAsked(const verdesk::CaseId& id);

private:
    QVBoxLayout* column_;
};

}  // namespace verdesk::ui
