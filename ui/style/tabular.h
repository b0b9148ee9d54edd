#pragma once
// Digits that stand under one another. Inter's tabular figures are an OpenType feature that Qt offers from 6.7 only, so
// every digit is drawn in a cell as wide as the widest one; the same on every version.

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace verdesk::ui {

// The width of `text` so drawn.
qreal tabularWidth(const QFont& font, const QString& text);

// One line of `text` within `rect`, aligned as Qt::Alignment says. Uses the painter's pen.
void drawTabular(QPainter& painter, const QRectF& rect, const QFont& font, const QString& text,
                 Qt::Alignment alignment);

}  // namespace verdesk::ui
