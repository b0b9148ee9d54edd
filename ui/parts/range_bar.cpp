#include "ui/parts/range_bar.h"

#include "ui/parts/paint.h"
#include "ui/parts/words.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace verdesk::ui {
namespace {

constexpr qreal barHeight = 8;
constexpr qreal knob = 12;
constexpr qreal zoneGap = 2;
constexpr int above = metrics::between;
constexpr int below = metrics::tight;
constexpr double quiet = 0.35;  // of a zone's colour, where the value is in another

}  // namespace

RangeBar::RangeBar(QWidget* parent) : QWidget{parent} {
    setObjectName(QStringLiteral("rangeBar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void RangeBar::setScore(const claims::Score& score) {
    score_ = score;
    auto words =
        tr("%1 on a scale from %2 to %3").arg(number(score.value), number(*score.scaleLow), number(*score.scaleHigh));
    if (const auto band = Words::scoreBand(score); !band.isEmpty()) {
        words += QStringLiteral(". ") + band;
    }
    setAccessibleName(words);
    update();
}

QSize RangeBar::sizeHint() const {
    return {Theme::current().scaled(240),
            above + static_cast<int>(knob) + 2 + Theme::current().scaled(type::fine.line) + below};
}

QSize RangeBar::minimumSizeHint() const {
    return {120, sizeHint().height()};
}

qreal RangeBar::at(double value) const {
    const qreal inset = knob / 2 + 1;
    const double share = (value - *score_.scaleLow) / (*score_.scaleHigh - *score_.scaleLow);
    const double x = std::clamp(share, 0.0, 1.0) * (width() - 2 * inset);
    return layoutDirection() == Qt::RightToLeft ? width() - inset - x : inset + x;
}

bool RangeBar::hasThresholds() const {
    return score_.declineBelow || score_.acceptFrom;
}

// Below, between, above: the zone of the value is strong, the others are quiet. The words under the bar say the same.
void RangeBar::paintZones(QPainter& painter, qreal middle) const {
    const auto& palette = Theme::current().palette();
    const auto low = std::max(score_.declineBelow.value_or(*score_.scaleLow), *score_.scaleLow);
    const auto high = std::max(score_.acceptFrom.value_or(*score_.scaleHigh), low);
    struct Zone {
        double from, to;
        QColor colour;
        bool isHere;
    };
    const bool declined = score_.declineBelow && score_.value < low;
    const bool accepted = !declined && score_.acceptFrom && score_.value >= high;
    const std::vector<Zone> zones{{*score_.scaleLow, low, palette.badMark, declined},
                                  {low, high, palette.warnMark, !declined && !accepted},
                                  {high, *score_.scaleHigh, palette.goodMark, accepted}};
    const auto edge = [this](double value) {
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        return value <= *score_.scaleLow    ? (mirrored ? static_cast<qreal>(width()) : 0.0)
               : value >= *score_.scaleHigh ? (mirrored ? 0.0 : static_cast<qreal>(width()))
                                            : at(value);
    };
    for (const auto& zone : zones) {
        const qreal from = std::min(edge(zone.from), edge(zone.to));
        const qreal wide = std::abs(edge(zone.to) - edge(zone.from));
        if (zone.from < zone.to && wide > 2 * zoneGap) {
            paintRound(painter, QRectF{from + zoneGap / 2, middle - barHeight / 2, wide - zoneGap, barHeight},
                       zone.isHere ? zone.colour : mixed(zone.colour, palette.surface, quiet), {}, barHeight / 2);
        }
    }
}

void RangeBar::paintInterval(QPainter& painter, qreal middle) const {
    const auto& palette = Theme::current().palette();
    paintRound(painter, QRectF{0, middle - barHeight / 2, static_cast<qreal>(width()), barHeight}, palette.track, {},
               barHeight / 2);
    if (score_.low && score_.high) {
        const qreal a = std::min(at(*score_.low), at(*score_.high));
        const qreal b = std::max(at(*score_.low), at(*score_.high));
        paintRound(painter, QRectF{a, middle - barHeight / 2, std::max(b - a, barHeight), barHeight},
                   mixed(palette.accent, palette.surface, 0.45), {}, barHeight / 2);
    }
}

// The thresholds first, where they stand; the ends of the scale where there is room beside them.
void RangeBar::paintNumbers(QPainter& painter) const {
    const auto& theme = Theme::current();
    const auto face = theme.sans(type::fine);
    const QFontMetricsF measure{face};
    painter.setFont(face);
    painter.setPen(theme.palette().second);
    const qreal top = above + knob + 2;
    std::vector<QRectF> taken;
    const auto write = [&](double value, qreal place) {
        const auto words = number(value);
        const qreal wide = measure.horizontalAdvance(words) + 1;
        QRectF spot{place - wide / 2, top, wide, height() - top};
        spot.moveLeft(std::clamp(spot.left(), 0.0, std::max(0.0, width() - wide)));
        const auto around = spot.adjusted(-metrics::tight, 0, metrics::tight, 0);
        if (std::none_of(taken.begin(), taken.end(),
                         [&around](const QRectF& each) { return each.intersects(around); })) {
            painter.drawText(spot, Qt::AlignCenter, words);
            taken.push_back(spot);
        }
    };
    for (const auto& threshold : {score_.declineBelow, score_.acceptFrom}) {
        if (threshold && *threshold > *score_.scaleLow && *threshold < *score_.scaleHigh) {
            write(*threshold, at(*threshold));
        }
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    write(*score_.scaleLow, mirrored ? width() : 0);
    write(*score_.scaleHigh, mirrored ? 0 : width());
}

void RangeBar::paintEvent(QPaintEvent*) {
    if (!score_.scaleLow || !score_.scaleHigh || *score_.scaleHigh <= *score_.scaleLow) {
        return;
    }
    const auto& palette = Theme::current().palette();
    QPainter painter{this};
    const qreal middle = above + knob / 2;
    hasThresholds() ? paintZones(painter, middle) : paintInterval(painter, middle);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{palette.surface, 2});
    painter.setBrush(hasThresholds() ? palette.ink : palette.accent);
    painter.drawEllipse(QPointF{at(score_.value), middle}, knob / 2, knob / 2);
    paintNumbers(painter);
}

}  // namespace verdesk::ui
