#include "ui/parts/empty_state.h"

#include "ui/parts/button.h"
#include "ui/parts/mark.h"
#include "ui/parts/text.h"
#include "ui/style/theme.h"

#include <QVBoxLayout>

namespace verdesk::ui {

EmptyState::EmptyState(Icon icon, const QString& title, const QString& text, QWidget* parent)
    : QWidget{parent},
      title_{new Text{title, type::section, Tone::ink, this}},
      text_{new Text{text, type::body, Tone::second, this}} {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(metrics::card, metrics::page, metrics::card, metrics::page);
    column->setSpacing(metrics::inside);
    column->addStretch(1);
    column->addWidget(new Mark{icon, ChipTone::neutral, this}, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::inside);
    for (auto* each : {title_, text_}) {
        each->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        column->addWidget(each);
    }
    column->addStretch(1);
}

void EmptyState::setWords(const QString& title, const QString& text) {
    title_->setText(title);
    text_->setText(text);
}

Button* EmptyState::setAction(const QString& text, const char* name) {
    if (action_ == nullptr) {
        action_ = new Button{ButtonKind::secondary, text, name, this};
        auto* column = static_cast<QVBoxLayout*>(layout());
        column->insertSpacing(column->count() - 1, metrics::between);
        column->insertWidget(column->count() - 1, action_, 0, Qt::AlignHCenter);
        connect(action_, &Button::clicked, this, &EmptyState::actionTriggered);
    }
    action_->setWords(text);
    return action_;
}

}  // namespace verdesk::ui
