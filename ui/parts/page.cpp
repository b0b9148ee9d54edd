#include "ui/parts/page.h"

#include "ui/parts/button.h"
#include "ui/style/tokens.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace verdesk::ui {

Page::Page(const char* name, QWidget* parent)
    : QScrollArea{parent}, header_{new PageHeader}, body_{new QVBoxLayout}, inner_{new QWidget} {
    setObjectName(QLatin1String{name});
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    inner_->setAutoFillBackground(false);
    inner_->setProperty("pageBody", true);
    auto* column = new QVBoxLayout{inner_};
    column->setContentsMargins(metrics::page, metrics::pageTop, metrics::page, metrics::card);
    column->setSpacing(metrics::card);
    column->addWidget(header_);
    body_->setSpacing(metrics::between);
    column->addLayout(body_, 1);
    setWidget(inner_);
}

void Page::setDefaultButton(Button* button) {
    if (default_ != nullptr && default_ != button) {
        default_->printKey({});
    }
    default_ = button;
    button->printKey(Qt::Key_Return);
}

void Page::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (enter && modifiers == Qt::NoModifier && !event->isAutoRepeat() && default_ != nullptr &&
        default_->isVisible() && default_->isEnabled()) {
        default_->click();
        return;
    }
    QScrollArea::keyPressEvent(event);
}

void Page::resizeEvent(QResizeEvent* event) {
    const int spare = std::max(0, viewport()->width() - metrics::contentWidth - 2 * metrics::page);
    inner_->layout()->setContentsMargins(metrics::page + spare / 2, metrics::pageTop, metrics::page + spare / 2,
                                         metrics::card);
    QScrollArea::resizeEvent(event);
}

}  // namespace verdesk::ui
