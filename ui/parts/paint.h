#pragma once
// What the parts paint alike: rounded grounds with a line around, and the focus ring.

#include <QColor>
#include <QRectF>

class QPainter;

namespace verdesk::ui {

// A rounded rectangle that fills `rect`; its line lies inside. An invalid colour is left out.
void paintRound(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line, qreal radius,
                qreal lineWidth = 1);

// The focus ring at the edge of a control of that radius, in `colour`; `gap` is painted between ring and control, so
// that the ring shows on a filled control too.
void paintFocus(QPainter& painter, const QRectF& rect, const QColor& colour, const QColor& gap, qreal radius);

}  // namespace verdesk::ui
