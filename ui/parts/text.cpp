#include "ui/parts/text.h"

#include "ui/parts/lines.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace verdesk::ui {

QColor colourOf(Tone tone, const Palette& palette) {
    switch (tone) {
        case Tone::ink:
            return palette.ink;
        case Tone::second:
            return palette.second;
        case Tone::accent:
            return palette.accentText;
        case Tone::good:
            return palette.good;
        case Tone::warn:
            return palette.warn;
        case Tone::bad:
            return palette.bad;
        case Tone::onBlocked:
            return palette.onBlocked;
        case Tone::blockedSecond:
            return palette.blockedSecond;
    }
    return palette.ink;
}

Text::Text(const QString& text, const TypeStep& step, Tone tone, QWidget* parent)
    : QLabel{parent}, step_{step}, tone_{tone} {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setText(text);
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
    connect(&Theme::current(), &Theme::changed, this, &Text::applyFace);
    applyFace();
}

void Text::setElided(int least) {
    elided_ = true;
    least_ = least;
    setWordWrap(false);
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Fixed};
    setSizePolicy(policy);
    updateGeometry();
}

void Text::setMono(bool mono) {
    mono_ = mono;
    applyFace();
}

void Text::setSpacing(int perCent) {
    spacing_ = perCent;
    applyFace();
}

void Text::setTone(Tone tone) {
    tone_ = tone;
    update();
}

QFont Text::face() const {
    auto font = mono_ ? Theme::current().mono(step_) : Theme::current().sans(step_);
    if (spacing_ != 100) {
        font.setLetterSpacing(QFont::PercentageSpacing, spacing_);
    } else if (!mono_ && step_.size >= type::title.size) {
        font.setLetterSpacing(QFont::PercentageSpacing, 98.5);  // large sizes are set tighter
    }
    return font;
}

int Text::lineHeight() const {
    return Theme::current().scaled(step_.line);
}

void Text::applyFace() {
    setFont(face());
    updateGeometry();
    update();
}

QSizeF Text::layOut(qreal width, QPainter* painter) const {
    const auto shown =
        elided_ && painter != nullptr ? QFontMetricsF{font()}.elidedText(text(), Qt::ElideRight, width + 0.5) : text();
    return layLines(shown, {font(), lineHeight(), wordWrap(), alignment(), layoutDirection()}, width, painter,
                    contentsRect().topLeft());
}

QSize Text::sizeHint() const {
    const auto margins = contentsMargins();
    const QSize around{margins.left() + margins.right(), margins.top() + margins.bottom()};
    const auto natural = layOut(QWIDGETSIZE_MAX, nullptr);
    const int widest = wordWrap() ? Theme::current().scaled(metrics::textWidth) : QWIDGETSIZE_MAX;
    const int width = std::min(widest, static_cast<int>(std::ceil(natural.width())));
    const auto size = layOut(width, nullptr);
    return QSize{width, static_cast<int>(std::ceil(size.height()))} + around;
}

QSize Text::minimumSizeHint() const {
    const auto margins = contentsMargins();
    int width = 0;
    if (elided_) {
        width = std::min(sizeHint().width(), QFontMetrics{font()}.averageCharWidth() * least_);
    } else if (wordWrap()) {
        for (const auto& word : text().split(u' ')) {
            width = std::max(width, QFontMetrics{font()}.horizontalAdvance(word));
        }
        width = std::min(width, Theme::current().scaled(200));  // longer words break
    } else {
        return sizeHint();
    }
    return {width + margins.left() + margins.right(), lineHeight() + margins.top() + margins.bottom()};
}

int Text::heightForWidth(int width) const {
    const auto margins = contentsMargins();
    const auto size = layOut(width - margins.left() - margins.right(), nullptr);
    return static_cast<int>(std::ceil(size.height())) + margins.top() + margins.bottom();
}

bool Text::hasHeightForWidth() const {
    return wordWrap();
}

void Text::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    painter.setPen(isEnabled() ? colourOf(tone_, Theme::current().palette()) : Theme::current().palette().second);
    const auto inner = contentsRect();
    if (alignment() & Qt::AlignVCenter) {
        const auto size = layOut(inner.width(), nullptr);
        painter.translate(0, std::max(0.0, (inner.height() - size.height()) / 2));
    }
    layOut(inner.width(), &painter);
}

void Text::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    if (elided_) {
        const bool cut = QFontMetricsF{font()}.horizontalAdvance(text()) > contentsRect().width() + 0.5;
        setToolTip(cut ? text() : QString{});
    }
}

void Text::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::EnabledChange) {
        update();
    }
}

}  // namespace verdesk::ui
