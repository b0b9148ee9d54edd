#include "ui/webview/view_frame.h"

#include <QApplication>
#include <QVBoxLayout>
#include <QWindow>

namespace verdesk::ui::webview {

ViewFrame::ViewFrame(QWidget* view) : view_{view} {
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    setFocusProxy(view);
}

ViewFrame::~ViewFrame() {
    if (view_ != nullptr && view_->parent() == nullptr) {
        delete view_;
    }
}

QWidget* ViewFrame::view() const {
    return view_;
}

void ViewFrame::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    // Not from within the event: the window that is being shown may be replaced.
    QMetaObject::invokeMethod(this, &ViewFrame::moveIn, Qt::QueuedConnection);
}

void ViewFrame::moveIn() {
    if (view_ == nullptr || view_->parent() != nullptr) {
        return;
    }
    auto* top = window();
    const auto state = top->windowState();
    const auto normal = top->normalGeometry();
    const auto native = top->internalWinId();
    layout()->addWidget(view_);
    view_->show();
    if (top->internalWinId() != native && state != Qt::WindowNoState && top->windowHandle() != nullptr) {
        // The new native window is a normal one, of the old one's size.
        top->windowHandle()->setGeometry(normal);
        top->windowHandle()->setWindowStates(state);
    }
}

}  // namespace verdesk::ui::webview
