#include "ui/parts/range_bar.h"

#include "ui/parts/paint.h"
#include "ui/parts/words.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>

namespace verdesk::ui {
namespace {

constexpr qreal barHeight = 8;
constexpr qreal knob = 12;
constexpr int above = metrics::between;
constexpr int below = metrics::tight;

}  // namespace

RangeBar::RangeBar(QWidget* parent) : QWidget{parent} {
    setObjectName(QStringLiteral("rangeBar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void RangeBar::setScore(const claims::Score& score) {
    score_ = score;
    setAccessibleName(
        tr("%1 on a scale from %2 to %3").arg(number(score.value), number(*score.scaleLow), number(*score.scaleHigh)));
    update();
}

QSize RangeBar::sizeHint() const {
    return {Theme::current().scaled(240),
            above + static_cast<int>(knob) + 2 + Theme::current().scaled(type::fine.line) + below};
}

QSize RangeBar::minimumSizeHint() const {
    return {120, sizeHint().height()};
}

void RangeBar::paintEvent(QPaintEvent*) {
    if (!score_.scaleLow || !score_.scaleHigh || *score_.scaleHigh <= *score_.scaleLow) {
        return;
    }
    const auto& theme = Theme::current();
    const auto& palette = theme.palette();
    QPainter painter{this};
    const qreal inset = knob / 2 + 1;
    const auto at = [&](double value) {
        const double share = (value - *score_.scaleLow) / (*score_.scaleHigh - *score_.scaleLow);
        const double x = std::clamp(share, 0.0, 1.0) * (width() - 2 * inset);
        return layoutDirection() == Qt::RightToLeft ? width() - inset - x : inset + x;
    };
    const qreal middle = above + knob / 2;
    paintRound(painter, QRectF{0, middle - barHeight / 2, static_cast<qreal>(width()), barHeight}, palette.track, {},
               barHeight / 2);
    if (score_.low && score_.high) {
        const qreal a = std::min(at(*score_.low), at(*score_.high));
        const qreal b = std::max(at(*score_.low), at(*score_.high));
        paintRound(painter, QRectF{a, middle - barHeight / 2, std::max(b - a, barHeight), barHeight},
                   mixed(palette.accent, palette.surface, 0.45), {}, barHeight / 2);
    }
    painter.setPen(QPen{palette.surface, 2});
    painter.setBrush(palette.accent);
    painter.drawEllipse(QPointF{at(score_.value), middle}, knob / 2, knob / 2);
    painter.setFont(theme.sans(type::fine));
    painter.setPen(palette.second);
    const QRectF words{0, above + knob + 2, static_cast<qreal>(width()), height() - above - knob - 2};
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.drawText(words, mirrored ? Qt::AlignRight : Qt::AlignLeft, number(*score_.scaleLow));
    painter.drawText(words, mirrored ? Qt::AlignLeft : Qt::AlignRight, number(*score_.scaleHigh));
}

}  // namespace verdesk::ui
