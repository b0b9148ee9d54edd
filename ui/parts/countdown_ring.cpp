#include "ui/parts/countdown_ring.h"

#include "ui/parts/announce.h"
#include "ui/style/tabular.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>

namespace verdesk::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto nearEnd = 60s;

}  // namespace

QString countdownText(std::chrono::milliseconds left) {
    const auto seconds = std::max<std::int64_t>(0, std::chrono::ceil<std::chrono::seconds>(left).count());
    const auto two = [](std::int64_t value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char{'0'}); };
    return seconds < 3600
               ? QStringLiteral("%1:%2").arg(seconds / 60).arg(two(seconds % 60))
               : QStringLiteral("%1:%2:%3").arg(seconds / 3600).arg(two(seconds / 60 % 60), two(seconds % 60));
}

CountdownRing::CountdownRing(Clock clock, QWidget* parent) : QWidget{parent}, clock_{std::move(clock)} {
    setObjectName(QStringLiteral("countdown"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    timer_.setInterval(250ms);
    connect(&timer_, &QTimer::timeout, this, &CountdownRing::look);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void CountdownRing::setDeadline(const Deadline& deadline) {
    if (running_ && deadline == deadline_) {
        return;
    }
    deadline_ = deadline;
    running_ = true;
    told_ = false;
    spokenMinutes_ = -1;
    if (isVisible()) {
        timer_.start();
    }
    look();
}

void CountdownRing::clear() {
    running_ = false;
    timer_.stop();
    shown_.clear();
    update();
}

std::chrono::milliseconds CountdownRing::left() const {
    return running_ ? std::max(0ms, std::chrono::milliseconds{deadline_.at - clock_()}) : 0ms;
}

void CountdownRing::look() {
    if (!running_) {
        return;
    }
    const auto remaining = left();
    const auto text = countdownText(remaining);
    if (text != shown_) {
        shown_ = text;
        update();
    }
    // A screen reader hears minutes, not every second.
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(remaining).count();
    if (minutes != spokenMinutes_) {
        spokenMinutes_ = minutes;
        announce(this, minutes > 1    ? tr("About %n minute(s) left", nullptr, static_cast<int>(minutes))
                       : minutes == 1 ? tr("Less than a minute left")
                                      : tr("The time is up"));
    }
    if (remaining == 0ms && !told_) {
        told_ = true;
        timer_.stop();
        Q_EMIT ended();
    }
}

QSize CountdownRing::sizeHint() const {
    const int side = Theme::current().scaled(metrics::ring);
    return {side, side};
}

QSize CountdownRing::minimumSizeHint() const {
    return sizeHint();
}

void CountdownRing::paintEvent(QPaintEvent*) {
    if (!running_) {
        return;
    }
    const auto& theme = Theme::current();
    const auto& palette = theme.palette();
    const auto remaining = left();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal wide = theme.scaled(metrics::ringLine);
    const auto circle = QRectF{rect()}.adjusted(wide / 2 + 1, wide / 2 + 1, -wide / 2 - 1, -wide / 2 - 1);
    painter.setPen(QPen{palette.track, wide});
    painter.drawEllipse(circle);
    const double share =
        deadline_.total > 0ms ? std::clamp(double(remaining.count()) / double(deadline_.total.count()), 0.0, 1.0) : 0;
    if (share > 0) {
        const auto colour = remaining < nearEnd ? palette.warnMark : palette.accent;
        painter.setPen(QPen{colour, wide, Qt::SolidLine, Qt::RoundCap});
        painter.drawArc(circle, 90 * 16, -static_cast<int>(share * 360 * 16));
    }
    painter.setPen(palette.ink);
    auto step = shown_.size() > 5 ? type::label : type::section;
    step.weight = 600;
    drawTabular(painter, rect(), theme.sans(step), shown_, Qt::AlignCenter);
}

void CountdownRing::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (running_ && !told_) {
        timer_.start();
        look();
    }
}

void CountdownRing::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    timer_.stop();
}

}  // namespace verdesk::ui
