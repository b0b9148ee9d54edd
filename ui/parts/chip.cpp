#include "ui/parts/chip.h"

#include "ui/parts/paint.h"
#include "ui/parts/words.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <cmath>

namespace verdesk::ui {
namespace {

constexpr int sidePadding = 10;
constexpr int iconGap = 4;

int iconSide() {
    return Theme::current().scaled(14);
}

}  // namespace

ChipColours chipColours(ChipTone tone) {
    const auto& p = Theme::current().palette();
    switch (tone) {
        case ChipTone::good:
            return {p.goodTint, p.good};
        case ChipTone::warn:
            return {p.warnTint, p.warn};
        case ChipTone::bad:
            return {p.badTint, p.bad};
        case ChipTone::blocked:
            return {p.blocked, p.onBlocked};
        case ChipTone::neutral:
            break;
    }
    return {p.neutralTint, p.second};
}

ChipLook lookOf(State state) {
    switch (state) {
        case State::completed:
            return {Words::of(state), ChipTone::neutral, Icon::check};
        case State::declined:
            return {Words::of(state), ChipTone::bad, Icon::cross};
        case State::expired:
            return {Words::of(state), ChipTone::warn, Icon::clock};
        case State::failed:
            return {Words::of(state), ChipTone::bad, Icon::warning};
        default:
            return {Words::of(state), ChipTone::neutral, std::nullopt};
    }
}

ChipLook lookOf(claims::Verdict verdict) {
    switch (verdict) {
        case claims::Verdict::pass:
            return {Words::of(verdict), ChipTone::good, Icon::check};
        case claims::Verdict::review:
            return {Words::of(verdict), ChipTone::warn, Icon::warning};
        case claims::Verdict::fail:
            return {Words::of(verdict), ChipTone::bad, Icon::cross};
        case claims::Verdict::blocked:
            return {Words::of(verdict), ChipTone::blocked, Icon::stop};
        case claims::Verdict::none:
            break;
    }
    return {Words::of(verdict), ChipTone::neutral, std::nullopt};
}

ChipLook lookOf(claims::Status status) {
    switch (status) {
        case claims::Status::proven:
            return {Words::of(status), ChipTone::good, Icon::check};
        case claims::Status::missing:
            return {Words::of(status), ChipTone::warn, Icon::warning};
        case claims::Status::contradicted:
            return {Words::of(status), ChipTone::bad, Icon::cross};
        default:
            return {Words::of(status), ChipTone::neutral, std::nullopt};
    }
}

ChipLook lookOf(Environment environment) {
    return {Words::of(environment), environment == Environment::practice ? ChipTone::warn : ChipTone::neutral,
            std::nullopt};
}

ChipLook lookOf(DecisionKind decision) {
    switch (decision) {
        case DecisionKind::approve:
            return {Words::of(decision), ChipTone::good, Icon::check};
        case DecisionKind::reject:
            return {Words::of(decision), ChipTone::bad, Icon::cross};
        case DecisionKind::escalate:
            return {Words::of(decision), ChipTone::warn, Icon::arrowRight};
        default:
            return {Words::of(decision), ChipTone::neutral, std::nullopt};
    }
}

QSize chipSize(const ChipLook& look) {
    const auto& theme = Theme::current();
    const QFontMetricsF face{theme.sans(type::small)};
    const int icon = look.icon ? iconSide() + iconGap : 0;
    return {static_cast<int>(std::ceil(face.horizontalAdvance(look.word))) + icon + 2 * sidePadding,
            theme.scaled(type::small.line) + metrics::chip - type::small.line};
}

void paintChip(QPainter& painter, const QRect& rect, const ChipLook& look, qreal devicePixelRatio,
               Qt::LayoutDirection direction) {
    const auto colours = chipColours(look.tone);
    paintRound(painter, rect, colours.ground, {}, rect.height() / 2.0);
    QRect words = rect.adjusted(sidePadding, 0, -sidePadding, 0);
    if (look.icon) {
        const int side = iconSide();
        const int left = direction == Qt::RightToLeft ? words.right() - side : words.left();
        painter.drawPixmap(QPoint{left, rect.center().y() - side / 2 + 1 - side % 2},
                           iconPixmap(*look.icon, colours.text, side, devicePixelRatio));
        if (direction == Qt::RightToLeft) {
            words.setRight(words.right() - side - iconGap);
        } else {
            words.setLeft(words.left() + side + iconGap);
        }
    }
    painter.setFont(Theme::current().sans(type::small));
    painter.setPen(colours.text);
    painter.drawText(words, Qt::AlignCenter | Qt::TextDontClip, look.word);
}

Chip::Chip(const ChipLook& look, QWidget* parent) : QLabel{parent} {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setLook(look);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void Chip::setLook(const ChipLook& look) {
    look_ = look;
    setText(look.word);
    setAccessibleName(look.word);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const {
    return chipSize(look_);
}

QSize Chip::minimumSizeHint() const {
    return sizeHint();
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    paintChip(painter, rect(), look_, devicePixelRatioF(), layoutDirection());
}

StateChip::StateChip(State state, QWidget* parent) : Chip{lookOf(state), parent} {}

void StateChip::setState(State state) {
    setLook(lookOf(state));
}

VerdictChip::VerdictChip(claims::Verdict verdict, QWidget* parent) : Chip{lookOf(verdict), parent} {}

void VerdictChip::setVerdict(claims::Verdict verdict) {
    setLook(lookOf(verdict));
}

}  // namespace verdesk::ui
