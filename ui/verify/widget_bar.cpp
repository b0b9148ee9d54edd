#include "ui/verify/widget_bar.h"

#include "ui/parts/button.h"
#include "ui/parts/chip.h"
#include "ui/parts/countdown_ring.h"
#include "ui/parts/status_dot.h"
#include "ui/parts/text.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>

namespace verdesk::ui {

WidgetBar::WidgetBar(QWidget* parent) : QWidget{parent} {
    setObjectName(QStringLiteral("widgetBar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(metrics::between, metrics::tight, metrics::inside, metrics::tight);
    row->setSpacing(metrics::snug);
    dot_ = new StatusDot{DotTone::neutral, {}, this};
    row->addWidget(dot_);
    origin_ = new Text{{}, type::mono, Tone::ink, this};
    origin_->setObjectName(QStringLiteral("widgetOrigin"));
    origin_->setMono(true);
    origin_->setElided(12);
    row->addWidget(origin_);
    secure_ = new Chip{{}, this};
    secure_->setObjectName(QStringLiteral("widgetSecure"));
    row->addWidget(secure_);
    camera_ = new Chip{{}, this};
    camera_->setObjectName(QStringLiteral("widgetCamera"));
    row->addWidget(camera_);
    row->addStretch(1);
    time_ = new Text{{}, type::body, Tone::second, this};
    time_->setObjectName(QStringLiteral("widgetTime"));
    time_->setElided(6);
    time_->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    row->addWidget(time_);
    reload_ = new Button{ButtonKind::quiet, tr("Reload", "the provider's page"), "widgetReload", this};
    reload_->setKey(Qt::CTRL | Qt::Key_R);
    row->addWidget(reload_);
    connect(reload_, &Button::clicked, this, &WidgetBar::reloadAsked);
    const auto fit = [this] { setMinimumHeight(Theme::current().controlHeight() + 2 * metrics::tight); };
    connect(&Theme::current(), &Theme::changed, this, fit);
    fit();
    timer_.setInterval(250);
    connect(&timer_, &QTimer::timeout, this, &WidgetBar::look);
    setWhere({}, false);
    setCamera(CameraState::notAsked);
}

void WidgetBar::setWhere(const QString& origin, bool isSecure) {
    const bool somewhere = !origin.isEmpty();
    origin_->setText(somewhere ? origin : tr("No page is open"));
    origin_->setAccessibleName(somewhere ? tr("The page is at %1", "origin").arg(origin) : origin_->text());
    dot_->setStatus(!somewhere ? DotTone::neutral : isSecure ? DotTone::good : DotTone::bad, {});
    secure_->setVisible(somewhere);
    secure_->setLook(isSecure ? ChipLook{tr("Secure", "connection"), ChipTone::good, Icon::lock}
                              : ChipLook{tr("Not secure", "connection"), ChipTone::bad, Icon::warning});
}

void WidgetBar::setCamera(CameraState state) {
    camera_->setVisible(state != CameraState::notAsked);
    switch (state) {
        case CameraState::allowed:
            camera_->setLook({tr("Camera allowed"), ChipTone::neutral, {}});
            break;
        case CameraState::refused:
            camera_->setLook({tr("Camera refused"), ChipTone::warn, Icon::warning});
            break;
        case CameraState::missing:
            camera_->setLook({tr("No camera"), ChipTone::warn, Icon::warning});
            break;
        case CameraState::notAsked:
            break;
    }
}

void WidgetBar::setDeadline(const QDeadlineTimer& deadline) {
    deadline_ = deadline;
    deadline.isForever() ? timer_.stop() : timer_.start();
    look();
}

void WidgetBar::setReloadable(bool reloadable) {
    reload_->setVisible(reloadable);
}

void WidgetBar::look() {
    time_->setVisible(!deadline_.isForever());
    if (!deadline_.isForever()) {
        time_->setText(deadline_.hasExpired()
                           ? tr("The time is up")
                           : tr("Session ends in %1", "time left: 13:40")
                                 .arg(countdownText(std::chrono::milliseconds{deadline_.remainingTime()})));
    }
}

}  // namespace verdesk::ui
