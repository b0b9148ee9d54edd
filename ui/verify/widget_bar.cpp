#include "ui/verify/widget_bar.h"

#include "ui/parts/button.h"
#include "ui/parts/chip.h"
#include "ui/parts/countdown_ring.h"
#include "ui/parts/status_dot.h"
#include "ui/parts/text.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>

namespace verdesk::ui {
namespace {

ChipLook lookOf(DeviceState state, const QString& allowed, const QString& refused, const QString& missing) {
    switch (state) {
        case DeviceState::allowed:
            return {allowed, ChipTone::neutral, {}};
        case DeviceState::refused:
            return {refused, ChipTone::warn, Icon::warning};
        case DeviceState::missing:
            return {missing, ChipTone::warn, Icon::warning};
        case DeviceState::notAsked:
            break;
    }
    return {};
}

// A lock is for what is encrypted. What never leaves this computer, as in practice, needs none and gets none.
ChipLook lookOfConnection(const QString& origin, bool isSecure) {
    if (!isSecure) {
        return {WidgetBar::tr("Not secure", "connection"), ChipTone::bad, Icon::warning};
    }
    if (!origin.startsWith(QLatin1String{"https:"})) {
        return {WidgetBar::tr("On this computer", "connection"), ChipTone::neutral, {}};
    }
    return {WidgetBar::tr("Secure", "connection"), ChipTone::good, Icon::lock};
}

}  // namespace

WidgetBar::WidgetBar(QWidget* parent) : QWidget{parent} {
    setObjectName(QStringLiteral("widgetBar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    rows_ = new QBoxLayout{QBoxLayout::LeftToRight, this};
    rows_->setContentsMargins(metrics::between, metrics::tight, metrics::snug, metrics::tight);
    where_ = new QHBoxLayout;
    rest_ = new QHBoxLayout;
    for (auto* each :
         {static_cast<QBoxLayout*>(rows_), static_cast<QBoxLayout*>(where_), static_cast<QBoxLayout*>(rest_)}) {
        each->setSpacing(metrics::snug);
    }
    rows_->addLayout(where_, 1);
    rows_->addLayout(rest_);
    dot_ = new StatusDot{DotTone::neutral, {}, this};
    where_->addWidget(dot_);
    origin_ = new Text{{}, type::mono, Tone::ink, this};
    origin_->setObjectName(QStringLiteral("widgetOrigin"));
    origin_->setMono(true);
    origin_->setElided(12);
    where_->addWidget(origin_);
    secure_ = new Chip{{}, this};
    secure_->setObjectName(QStringLiteral("widgetSecure"));
    where_->addWidget(secure_);
    camera_ = new Chip{{}, this};
    camera_->setObjectName(QStringLiteral("widgetCamera"));
    where_->addWidget(camera_);
    microphone_ = new Chip{{}, this};
    microphone_->setObjectName(QStringLiteral("widgetMicrophone"));
    where_->addWidget(microphone_);
    where_->addStretch(1);
    time_ = new Text{{}, type::body, Tone::second, this};
    time_->setObjectName(QStringLiteral("widgetTime"));
    time_->setElided(6);
    time_->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    rest_->addWidget(time_);
    reload_ = new Button{ButtonKind::quiet, tr("Reload", "the provider's page"), "widgetReload", this};
    reload_->setKey(Qt::CTRL | Qt::Key_R);
    rest_->addStretch(1);
    rest_->addWidget(reload_);
    connect(reload_, &Button::clicked, this, &WidgetBar::reloadAsked);
    const auto fit = [this] { setMinimumHeight(Theme::current().controlHeight() + 2 * metrics::tight); };
    connect(&Theme::current(), &Theme::changed, this, fit);
    fit();
    timer_.setInterval(250);
    connect(&timer_, &QTimer::timeout, this, &WidgetBar::look);
    setWhere({}, false);
    setCamera(DeviceState::notAsked);
    setMicrophone(DeviceState::notAsked);
}

void WidgetBar::setWhere(const QString& origin, bool isSecure) {
    const bool somewhere = !origin.isEmpty();
    origin_->setText(somewhere ? origin : tr("No page is open"));
    origin_->setAccessibleName(somewhere ? tr("The page is at %1", "origin").arg(origin) : origin_->text());
    dot_->setStatus(!somewhere ? DotTone::neutral : isSecure ? DotTone::good : DotTone::bad, {});
    secure_->setVisible(somewhere);
    secure_->setLook(lookOfConnection(origin, isSecure));
    arrange();
}

void WidgetBar::setCamera(DeviceState state) {
    camera_->setVisible(state != DeviceState::notAsked);
    camera_->setLook(lookOf(state, tr("Camera allowed"), tr("Camera refused"), tr("No camera")));
    arrange();
}

void WidgetBar::setMicrophone(DeviceState state) {
    microphone_->setVisible(state != DeviceState::notAsked);
    microphone_->setLook(lookOf(state, tr("Microphone allowed"), tr("Microphone refused"), tr("No microphone")));
    arrange();
}

void WidgetBar::setDeadline(const QDeadlineTimer& deadline, bool isOfThePage) {
    deadline_ = deadline;
    isOfThePage_ = isOfThePage;
    deadline.isForever() ? timer_.stop() : timer_.start();
    look();
}

void WidgetBar::setReloadable(bool reloadable) {
    reload_->setVisible(reloadable);
    arrange();
}

void WidgetBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

// Whose page this is has to be readable: where the width does not suffice, the rest goes below.
void WidgetBar::arrange() {
    const auto margins = rows_->contentsMargins();
    const int wide =
        where_->sizeHint().width() + rest_->sizeHint().width() + metrics::between + margins.left() + margins.right();
    const auto direction = wide > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (rows_->direction() != direction) {
        rows_->setDirection(direction);
    }
}

void WidgetBar::look() {
    time_->setVisible(!deadline_.isForever());
    if (deadline_.isForever()) {
        return;
    }
    const auto left = countdownText(std::chrono::milliseconds{deadline_.remainingTime()});
    if (isOfThePage_) {
        time_->setText(deadline_.hasExpired() ? tr("The page's time is up")
                                              : tr("Page valid for %1", "time left: 13:40").arg(left));
    } else {
        time_->setText(deadline_.hasExpired() ? tr("The time is up")
                                              : tr("Session ends in %1", "time left: 13:40").arg(left));
    }
}

}  // namespace verdesk::ui
