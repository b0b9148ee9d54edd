#include "ui/parts/status_dot.h"

#include "ui/parts/words.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <cmath>

namespace verdesk::ui {
namespace {

constexpr int gap = 7;

int side() {
    return Theme::current().scaled(metrics::dot);
}

QColor colourOf(DotTone tone) {
    const auto& p = Theme::current().palette();
    switch (tone) {
        case DotTone::good:
            return p.goodMark;
        case DotTone::warn:
            return p.warnMark;
        case DotTone::bad:
            return p.badMark;
        case DotTone::neutral:
            break;
    }
    return p.strongLine;
}

}  // namespace

StatusDot::StatusDot(DotTone tone, const QString& word, QWidget* parent) : QLabel{parent}, tone_{tone} {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStatus(tone, word);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void StatusDot::setStatus(DotTone tone, const QString& word) {
    tone_ = tone;
    setText(word);
    setAccessibleName(word);
    updateGeometry();
    update();
}

void StatusDot::setAnswering(Answering answering) {
    const auto tone = answering == Answering::answering ? DotTone::good
                      : answering == Answering::slow    ? DotTone::warn
                      : answering == Answering::down    ? DotTone::bad
                                                        : DotTone::neutral;
    setStatus(tone, Words::of(answering));
}

QSize StatusDot::sizeHint() const {
    const auto& theme = Theme::current();
    const QFontMetricsF face{theme.sans(type::secondary)};
    return {static_cast<int>(std::ceil(face.horizontalAdvance(text()))) + side() + gap,
            theme.scaled(type::secondary.line)};
}

QSize StatusDot::minimumSizeHint() const {
    return sizeHint();
}

void StatusDot::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(tone_));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const qreal across = side();
    painter.drawEllipse(QRectF{mirrored ? width() - across : 0.0, (height() - across) / 2, across, across});
    painter.setFont(Theme::current().sans(type::secondary));
    painter.setPen(Theme::current().palette().second);
    const int taken = side() + gap;
    const auto place = Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft);
    const int flags = static_cast<int>(place) | static_cast<int>(Qt::TextDontClip);
    painter.drawText(rect().adjusted(mirrored ? 0 : taken, 0, mirrored ? -taken : 0, 0), flags, text());
}

}  // namespace verdesk::ui
