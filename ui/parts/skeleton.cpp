#include "ui/parts/skeleton.h"

#include "ui/parts/paint.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <array>

namespace verdesk::ui {

Skeleton::Skeleton(int lines, QWidget* parent) : QWidget{parent}, lines_{lines} {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Loading"));
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

QSize Skeleton::sizeHint() const {
    return {Theme::current().scaled(240), lines_ * Theme::current().scaled(28)};
}

void Skeleton::paintEvent(QPaintEvent*) {
    // Lengths as of words, so that it reads as text.
    constexpr std::array shares{0.62, 0.88, 0.46, 0.74};
    QPainter painter{this};
    const int step = Theme::current().scaled(28);
    const int high = Theme::current().scaled(metrics::snug);
    for (int line = 0; line < lines_; ++line) {
        const qreal wide = width() * shares.at(static_cast<std::size_t>(line) % shares.size());
        const qreal left = layoutDirection() == Qt::RightToLeft ? width() - wide : 0;
        paintRound(painter, QRectF{left, line * step + (step - high) / 2.0, wide, static_cast<qreal>(high)},
                   Theme::current().palette().skeleton, {}, high / 2.0);
    }
}

}  // namespace verdesk::ui
