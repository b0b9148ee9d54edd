#include "ui/webview/input_watch.h"

#include <QApplication>
#include <QEvent>

namespace verdesk::ui::webview {

// What takes a view's input is a widget of Qt's that comes and goes with the page's process, so all events are looked
// at.
InputWatch::InputWatch(QWidget* view) : view_{view} {
    qApp->installEventFilter(this);
}

bool InputWatch::take() {
    constexpr int lasts = 5'000;  // milliseconds, as Chromium's own activation by a person does
    const bool was = since_.isValid() && !since_.hasExpired(lasts);
    since_.invalidate();
    return was;
}

bool InputWatch::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    if ((type == QEvent::MouseButtonRelease || type == QEvent::KeyPress || type == QEvent::TouchEnd) &&
        watched->isWidgetType() && view_ != nullptr) {
        const auto* widget = static_cast<QWidget*>(watched);
        if (widget == view_ || view_->isAncestorOf(widget)) {
            since_.start();
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace verdesk::ui::webview
