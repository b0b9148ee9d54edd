#include "ui/shell/normal_size.h"

#include <QEvent>
#include <QWidget>

namespace verdesk::ui {

namespace {
constexpr int afterMs = 250;
}

NormalSize::NormalSize(QWidget* window) : QObject{window}, window_{window} {
    settled_.setSingleShot(true);
    settled_.setInterval(afterMs);
    connect(&settled_, &QTimer::timeout, this, &NormalSize::look);
    window->installEventFilter(this);
}

bool NormalSize::eventFilter(QObject* watched, QEvent* event) {
    if (watched == window_ && (event->type() == QEvent::Resize || event->type() == QEvent::Move ||
                               event->type() == QEvent::WindowStateChange)) {
        settled_.start();
    }
    return QObject::eventFilter(watched, event);
}

void NormalSize::look() {
    if (!window_->isVisible() || window_->isMinimized() || window_->isFullScreen()) {
        return;
    }
    const bool comesBack = wasMaximised_ && !window_->isMaximized();
    wasMaximised_ = window_->isMaximized();
    if (wasMaximised_) {
        maximised_ = window_->geometry();
    } else if (comesBack && normal_.isValid() && window_->geometry() == maximised_) {
        window_->setGeometry(normal_);
    } else {
        normal_ = window_->geometry();
    }
}

}  // namespace verdesk::ui
