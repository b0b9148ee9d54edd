#include "ui/verify/cancel_bar.h"

#include "ui/parts/announce.h"
#include "ui/parts/button.h"
#include "ui/parts/text.h"

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

    auto* asking = new QWidget{this};
    auto* askingRow = new QHBoxLayout{asking};
    askingRow->setContentsMargins(0, 0, 0, 0);
    askingRow->setSpacing(metrics::inside);
    auto* question = new Text{tr("Cancel this check? The code on the customer's phone stops working."), type::body,
                              Tone::ink, asking};
    question->setObjectName(QStringLiteral("cancelQuestion"));
    yes_ = new SecondaryButton{tr("Cancel it"), "cancelYes", asking};
    no_ = new SecondaryButton{tr("Go on"), "cancelNo", asking};
    no_->setKey(Qt::Key_Escape);
    askingRow->addWidget(question, 1, Qt::AlignVCenter);
    askingRow->addWidget(yes_);
    askingRow->addWidget(no_);
    stack_->addWidget(asking);

    connect(cancel_, &Button::clicked, this, [this, question] {
        ask(true);
        announce(this, question->text());
    });
    connect(no_, &Button::clicked, this, [this] { ask(false); });
    connect(yes_, &Button::clicked, this, [this] {
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
    (asking ? yes_ : cancel_)->setFocus(Qt::OtherFocusReason);
}

}  // namespace verdesk::ui
