#include "ui/verify/cancel_question.h"

#include "ui/parts/announce.h"
#include "ui/parts/button.h"
#include "ui/parts/text.h"
#include "ui/style/tokens.h"

#include <QHBoxLayout>

namespace verdesk::ui {

CancelQuestion::CancelQuestion(QWidget* parent) : QWidget{parent} {
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::inside);
    question_ =
        new Text{tr("Cancel this check? The code on the customer's phone stops working."), type::body, Tone::ink, this};
    question_->setObjectName(QStringLiteral("cancelQuestion"));
    yes_ = new SecondaryButton{tr("Cancel it"), "cancelYes", this};
    auto* no = new SecondaryButton{tr("Go on"), "cancelNo", this};
    no->setKey(Qt::Key_Escape);
    row->addWidget(question_, 1, Qt::AlignVCenter);
    row->addWidget(yes_);
    row->addWidget(no);
    connect(yes_, &Button::clicked, this, &CancelQuestion::yes);
    connect(no, &Button::clicked, this, &CancelQuestion::no);
}

void CancelQuestion::setWords(const QString& words) {
    question_->setText(words);
}

void CancelQuestion::ask() {
    announce(this, question_->text());
    yes_->setFocus(Qt::OtherFocusReason);
}

}  // namespace verdesk::ui
