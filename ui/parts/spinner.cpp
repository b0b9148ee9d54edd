#include "ui/parts/spinner.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QStyle>

namespace verdesk::ui {

Spinner::Spinner(QWidget* parent) : QWidget{parent} {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Please wait"));
    turn_.setInterval(40);
    delay_.setInterval(motion::spinnerAfter);
    delay_.setSingleShot(true);
    connect(&turn_, &QTimer::timeout, this, [this] {
        angle_ = (angle_ + 15) % 360;
        update();
    });
    connect(&delay_, &QTimer::timeout, this, [this] {
        visibleYet_ = true;
        if (style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) != 0) {
            turn_.start();
        }
        update();
    });
}

QSize Spinner::sizeHint() const {
    const int side = Theme::current().scaled(metrics::control);
    return {side, side};
}

QSize Spinner::minimumSizeHint() const {
    return sizeHint();
}

void Spinner::paintEvent(QPaintEvent*) {
    if (!visibleYet_) {
        return;
    }
    const auto& palette = Theme::current().palette();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const auto circle = QRectF{rect()}.adjusted(3, 3, -3, -3);
    painter.setPen(QPen{palette.track, 4});
    painter.drawEllipse(circle);
    painter.setPen(QPen{palette.accent, 4, Qt::SolidLine, Qt::RoundCap});
    painter.drawArc(circle, -angle_ * 16, 90 * 16);
}

void Spinner::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    visibleYet_ = false;
    delay_.start();
}

void Spinner::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    delay_.stop();
    turn_.stop();
}

}  // namespace verdesk::ui
