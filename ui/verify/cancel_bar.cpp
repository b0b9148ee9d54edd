#include "ui/verify/cancel_bar.h"

#include "ui/parts/button.h"
#include "ui/style/tokens.h"
#include "ui/verify/cancel_question.h"

#include <QHBoxLayout>
#include <QStackedLayout>

namespace verdesk::ui {

CancelBar::CancelBar(QWidget* parent) : QWidget{parent}, stack_{new QStackedLayout{this}}, actions_{new QHBoxLayout} {
    stack_->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto* plain = new QWidget{this};
    auto* plainRow = new QHBoxLayout{plain};
    plainRow->setContentsMargins(0, 0, 0, 0);
    plainRow->setSpacing(metrics::inside);
    actions_->setSpacing(metrics::inside);
    cancel_ = new SecondaryButton{tr("Cancel check"), "cancelButton", plain};
    cancel_->setKey(Qt::Key_Escape);
    plainRow->addLayout(actions_);
    plainRow->addStretch(1);
    plainRow->addWidget(cancel_);
    stack_->addWidget(plain);

    question_ = new CancelQuestion{this};
    stack_->addWidget(question_);

    connect(cancel_, &Button::clicked, this, [this] { ask(true); });
    connect(question_, &CancelQuestion::no, this, [this] { ask(false); });
    connect(question_, &CancelQuestion::yes, this, [this] {
        ask(false);
        Q_EMIT cancelled();
    });
}

void CancelBar::setCancelling(bool cancelling) {
    cancel_->setEnabled(!cancelling);
    cancel_->setWords(cancelling ? tr("Cancelling…") : tr("Cancel check"));
}

void CancelBar::addAction(QWidget* widget) {
    actions_->addWidget(widget);
    setTabOrder(widget, cancel_);
}

void CancelBar::reset() {
    stack_->setCurrentIndex(0);
}

void CancelBar::ask(bool asking) {
    stack_->setCurrentIndex(asking ? 1 : 0);
    if (asking) {
        question_->ask();
    } else {
        cancel_->setFocus(Qt::OtherFocusReason);
    }
}

}  // namespace verdesk::ui
