#include "ui/style/tabular.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace verdesk::ui {
namespace {

qreal digitCell(const QFontMetricsF& metrics) {
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        widest = std::max(widest, metrics.horizontalAdvance(QChar{digit}));
    }
    return widest;
}

qreal cellOf(const QFontMetricsF& metrics, QChar c, qreal digit) {
    return c.isDigit() ? digit : metrics.horizontalAdvance(c);
}

}  // namespace

qreal tabularWidth(const QFont& font, const QString& text) {
    const QFontMetricsF metrics{font};
    const qreal digit = digitCell(metrics);
    qreal width = 0;
    for (const QChar c : text) {
        width += cellOf(metrics, c, digit);
    }
    return width;
}

void drawTabular(QPainter& painter, const QRectF& rect, const QFont& font, const QString& text,
                 Qt::Alignment alignment) {
    const QFontMetricsF metrics{font};
    const qreal digit = digitCell(metrics);
    const qreal width = tabularWidth(font, text);
    qreal x = rect.left();
    if (alignment & Qt::AlignRight) {
        x = rect.right() - width;
    } else if (alignment & Qt::AlignHCenter) {
        x = rect.center().x() - width / 2;
    }
    // Centred on the height of digits, which is what the eye measures.
    const qreal baseline = rect.center().y() + metrics.capHeight() / 2;
    painter.setFont(font);
    for (const QChar c : text) {
        const qreal cell = cellOf(metrics, c, digit);
        painter.drawText(QPointF{x + (cell - metrics.horizontalAdvance(c)) / 2, baseline}, QString{c});
        x += cell;
    }
}

}  // namespace verdesk::ui
