#include "ui/parts/mark.h"

#include "ui/parts/paint.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace verdesk::ui {

Mark::Mark(Icon icon, ChipTone tone, QWidget* parent) : QWidget{parent}, icon_{icon}, tone_{tone} {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void Mark::setLook(Icon icon, ChipTone tone) {
    icon_ = icon;
    tone_ = tone;
    update();
}

QSize Mark::sizeHint() const {
    const int side = Theme::current().scaled(metrics::control);
    return {side, side};
}

QSize Mark::minimumSizeHint() const {
    return sizeHint();
}

void Mark::paintEvent(QPaintEvent*) {
    const auto colours = chipColours(tone_);
    QPainter painter{this};
    paintRound(painter, rect(), colours.ground, {}, width() / 2.0);
    const int side = width() / 2;
    painter.drawPixmap(QPoint{(width() - side) / 2, (height() - side) / 2},
                       iconPixmap(icon_, colours.text, side, devicePixelRatioF()));
}

}  // namespace verdesk::ui
