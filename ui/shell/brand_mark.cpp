#include "ui/shell/brand_mark.h"

#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace verdesk::ui {
namespace {

constexpr TypeStep nameStep{17, 24, 700};
constexpr int markSide = 22;

void paintMark(QPainter& painter, const QRectF& square, const QColor& ground) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    const auto side = square.width();
    painter.drawRoundedRect(square, side * 0.27, side * 0.27);
    QPainterPath tick;
    tick.moveTo(square.left() + side * 0.28, square.top() + side * 0.52);
    tick.lineTo(square.left() + side * 0.44, square.top() + side * 0.68);
    tick.lineTo(square.left() + side * 0.73, square.top() + side * 0.34);
    const QColor white{Qt::white};
    painter.setPen(QPen{white, side * 0.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(tick);
}

}  // namespace

BrandMark::BrandMark(QWidget* parent) : QWidget{parent} {
    setAccessibleName(QStringLiteral("Verdesk"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize BrandMark::sizeHint() const {
    const auto& theme = Theme::current();
    const QFontMetricsF face{theme.sans(nameStep)};
    const int mark = theme.scaled(markSide);
    return {mark + metrics::inside + static_cast<int>(std::ceil(face.horizontalAdvance(QStringLiteral("Verdesk")))),
            std::max(mark, theme.scaled(nameStep.line))};
}

QSize BrandMark::minimumSizeHint() const {
    return sizeHint();
}

void BrandMark::paintEvent(QPaintEvent*) {
    const auto& theme = Theme::current();
    QPainter painter{this};
    const int side = theme.scaled(markSide);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRectF square{mirrored ? width() - qreal(side) : 0.0, (height() - side) / 2.0, qreal(side), qreal(side)};
    paintMark(painter, square, theme.palette().accent);
    painter.setFont(theme.sans(nameStep));
    painter.setPen(theme.palette().ink);
    const auto words = mirrored ? QRectF(0, 0, width() - side - metrics::inside, height())
                                : QRectF(side + metrics::inside, 0, width() - side - metrics::inside, height());
    painter.drawText(words, static_cast<int>(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft)),
                     QStringLiteral("Verdesk"));
}

QPixmap brandPixmap(int side) {
    QPixmap pixmap{side, side};
    pixmap.fill(Qt::transparent);
    QPainter painter{&pixmap};
    paintMark(painter, QRectF(0, 0, side, side).adjusted(side * 0.06, side * 0.06, -side * 0.06, -side * 0.06),
              productAccent());
    return pixmap;
}

}  // namespace verdesk::ui
