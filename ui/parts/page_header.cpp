#include "ui/parts/page_header.h"

#include "ui/parts/text.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>

namespace verdesk::ui {

PageHeader::PageHeader(const QString& title, const QString& subtitle, QWidget* parent)
    : QWidget{parent},
      title_{new Text{title, type::title, Tone::ink, this}},
      subtitle_{new Text{subtitle, type::body, Tone::second, this}},
      row_{new QBoxLayout{QBoxLayout::LeftToRight, this}},
      titleRow_{new QHBoxLayout},
      actions_{new QHBoxLayout} {
    title_->setObjectName(QStringLiteral("pageTitle"));
    subtitle_->setObjectName(QStringLiteral("pageSubtitle"));
    subtitle_->setVisible(!subtitle.isEmpty());
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    titleRow_->setSpacing(metrics::snug);
    titleRow_->addWidget(title_);
    titleRow_->addStretch(1);
    words->addLayout(titleRow_);
    words->addWidget(subtitle_);
    words->addStretch(1);
    actions_->setSpacing(10);
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(metrics::between);
    row_->addLayout(words, 1);
    row_->addLayout(actions_);
    row_->setAlignment(actions_, Qt::AlignTop);
    setAccessibleName(title);
}

void PageHeader::setTitle(const QString& title) {
    title_->setText(title);
    setAccessibleName(title);
}

void PageHeader::setSubtitle(const QString& subtitle) {
    subtitle_->setText(subtitle);
    subtitle_->setVisible(!subtitle.isEmpty());
}

void PageHeader::addBadge(QWidget* widget) {
    titleRow_->insertWidget(titleRow_->count() - 1, widget, 0, Qt::AlignVCenter);
}

void PageHeader::addAction(QWidget* widget) {
    actions_->addWidget(widget, 0, Qt::AlignVCenter);
}

void PageHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void PageHeader::arrange() {
    const int actions = actions_->sizeHint().width();
    const bool narrow = actions + Theme::current().scaled(320) > width();
    const auto direction = narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (row_->direction() != direction) {
        row_->setDirection(direction);
        row_->setAlignment(actions_, narrow ? Qt::AlignLeading | Qt::AlignTop : Qt::Alignment{Qt::AlignTop});
    }
}

}  // namespace verdesk::ui
