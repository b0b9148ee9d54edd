#include "ui/verify/running_check.h"

#include "ui/parts/chip.h"
#include "ui/parts/countdown_ring.h"
#include "ui/parts/paint.h"
#include "ui/parts/words.h"
#include "ui/style/tabular.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace verdesk::ui {
namespace {

constexpr int side = metrics::snug;
constexpr int gap = metrics::inside;
constexpr int most = 280;

}  // namespace

RunningCheck::RunningCheck(QWidget* parent) : QAbstractButton{parent} {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    timer_.setInterval(250);
    connect(&timer_, &QTimer::timeout, this, &RunningCheck::look);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void RunningCheck::setCheck(const desk::Check& check, bool current) {
    id_ = check.id;
    current_ = current;
    page_ = check.page;
    verdict_ = check.verification ? check.verification->verdict : claims::Verdict::none;
    deadline_ = check.deadline;
    troubled_ = !check.trouble.empty();
    const auto visit = toQt(check.reference) + QStringLiteral(" · ") + inDeskLanguage(check.flowTitle);
    const bool added = check.participant > 0;
    // Beside the check that it was added to, its number says enough.
    title_ = added ? QStringLiteral("+ ") + Words::participant(check.participant) : visit;
    spoken_ = added ? Words::participant(check.participant) + QStringLiteral(", ") + visit : visit;
    setToolTip(added ? visit : toQt(check.number));
    setObjectName(QStringLiteral("runningCheck.%1").arg(id_));
    const bool counts = desk::isRunning(page_) && !deadline_.isForever();
    counts ? timer_.start() : timer_.stop();
    shown_.clear();
    look();
    updateGeometry();
}

QString RunningCheck::status() const {
    switch (page_) {
        case desk::Page::qr:
        case desk::Page::token:
        case desk::Page::browser:
            if (troubled_) {
                return tr("Stopped", "the provider's page cannot go on");
            }
            return deadline_.isForever() ? Words::of(State::awaiting)
                                         : countdownText(std::chrono::milliseconds{deadline_.remainingTime()});
        case desk::Page::summary:
            return Words::of(verdict_);
        case desk::Page::blocked:
            return Words::of(claims::Verdict::blocked);
        case desk::Page::declined:
            return Words::of(State::declined);
        case desk::Page::expired:
            return Words::of(State::expired);
        case desk::Page::cancelled:
            return Words::of(State::cancelled);
        case desk::Page::failed:
            return Words::of(State::failed);
        case desk::Page::verifying:
            return Words::of(State::verifying);
        case desk::Page::form:
            return tr("Form", "a check whose form is being filled in");
        default:
            return Words::of(State::requesting);
    }
}

void RunningCheck::look() {
    const auto now = status();
    if (now != shown_) {
        const bool longer = now.size() != shown_.size();
        shown_ = now;
        setAccessibleName(spoken_ + QStringLiteral(", ") + (timer_.isActive() ? Words::of(State::awaiting) : shown_));
        if (longer) {
            updateGeometry();
        }
        update();
    }
}

QSize RunningCheck::sizeHint() const {
    const auto& theme = Theme::current();
    const int title =
        std::min(theme.scaled(most), QFontMetrics{theme.sans(type::medium)}.horizontalAdvance(title_) + 1);
    const int status = static_cast<int>(std::ceil(tabularWidth(theme.sans(type::small), shown_)));
    return {side * 2 + title + gap + status + 2 * gap, theme.scaled(type::body.line) + metrics::snug};
}

QSize RunningCheck::minimumSizeHint() const {
    return sizeHint();
}

bool RunningCheck::event(QEvent* event) {
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        update();
    }
    return QAbstractButton::event(event);
}

void RunningCheck::paintEvent(QPaintEvent*) {
    const auto& theme = Theme::current();
    const auto& palette = theme.palette();
    QPainter painter{this};
    const auto ground = current_ ? palette.accentTint : underMouse() ? palette.hover : palette.surface;
    paintRound(painter, rect(), ground, current_ ? palette.accentText : palette.line, metrics::radius);
    const auto statusFace = theme.sans(type::small);
    const int status = static_cast<int>(std::ceil(tabularWidth(statusFace, shown_))) + 2 * gap;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    auto words = rect().adjusted(side, 0, -side / 2 - status, 0);
    QRect chip{width() - side / 2 - status, (height() - theme.scaled(20)) / 2, status, theme.scaled(20)};
    if (mirrored) {
        words.moveRight(width() - 1 - side);
        chip.moveLeft(side / 2);
    }
    const auto face = theme.sans(type::medium);
    painter.setFont(face);
    painter.setPen(current_ ? palette.accentText : palette.ink);
    painter.drawText(words, static_cast<int>(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft)),
                     QFontMetrics{face}.elidedText(title_, Qt::ElideRight, words.width()));
    auto tone = ChipTone::neutral;
    if (page_ == desk::Page::summary) {
        tone = lookOf(verdict_).tone;
    } else if (page_ == desk::Page::blocked) {
        tone = ChipTone::blocked;
    } else if (page_ == desk::Page::declined || page_ == desk::Page::failed) {
        tone = ChipTone::bad;
    } else if (page_ == desk::Page::expired || troubled_) {
        tone = ChipTone::warn;
    }
    const auto colours = chipColours(tone);
    paintRound(painter, chip, colours.ground, {}, chip.height() / 2.0);
    painter.setPen(colours.text);
    drawTabular(painter, chip, statusFace, shown_, Qt::AlignCenter);
    if (hasFocus() && Theme::current().showsFocus()) {
        paintFocus(painter, rect(), palette.focus, {}, metrics::radius);
    }
}

void RunningCheck::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat()) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

}  // namespace verdesk::ui
