#include "ui/parts/paint.h"

#include "ui/style/tokens.h"

#include <QPainter>

namespace verdesk::ui {

void paintRound(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line, qreal radius,
                qreal lineWidth) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush{fill} : QBrush{Qt::NoBrush});
    painter.setPen(line.isValid() ? QPen{line, lineWidth} : QPen{Qt::NoPen});
    const qreal half = line.isValid() ? lineWidth / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
}

void paintFocus(QPainter& painter, const QRectF& rect, const QColor& colour, const QColor& gap, qreal radius) {
    paintRound(painter, rect, {}, colour, radius, metrics::focusLine);
    constexpr qreal inset = metrics::focusLine;
    paintRound(painter, rect.adjusted(inset, inset, -inset, -inset), {}, gap, radius - inset, 1.5);
}

}  // namespace verdesk::ui
