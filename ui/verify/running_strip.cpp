#include "ui/verify/running_strip.h"

#include "ui/parts/button.h"
#include "ui/parts/flow_layout.h"
#include "ui/style/theme.h"
#include "ui/verify/running_check.h"

#include <QPainter>

#include <algorithm>

namespace verdesk::ui {
namespace {

bool takesParticipants(const desk::Check& check) {
    return desk::isRunning(check.page) && !check.cancelling && check.verification && check.verification->participants;
}

}  // namespace

RunningStrip::RunningStrip(QWidget* parent) : QWidget{parent}, line_{new FlowLayout{metrics::inside, this}} {
    setObjectName(QStringLiteral("runningStrip"));
    setAccessibleName(tr("Running checks"));
    line_->setContentsMargins(metrics::page, metrics::tight, metrics::page, metrics::tight + metrics::line);
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    fresh_ = new Button{ButtonKind::quiet, tr("New check"), "newCheckButton", this};
    fresh_->setMark(Icon::plus);
    participant_ = new Button{ButtonKind::quiet, tr("Add participant"), "addParticipant", this};
    participant_->setMark(Icon::plus);
    participant_->hide();
    line_->addWidget(participant_);
    line_->addWidget(fresh_);
    connect(participant_, &Button::clicked, this, &RunningStrip::participantAsked);
    connect(fresh_, &Button::clicked, this, &RunningStrip::newCheckAsked);
    hide();
}

void RunningStrip::setChecks(const std::vector<const desk::Check*>& checks, int current) {
    while (items_.size() > checks.size()) {
        items_.back()->deleteLater();
        items_.back()->hide();
        line_->removeWidget(items_.back());
        items_.pop_back();
    }
    line_->removeWidget(participant_);
    line_->removeWidget(fresh_);
    while (items_.size() < checks.size()) {
        auto* item = new RunningCheck{this};
        connect(item, &RunningCheck::clicked, this, [this, item] { Q_EMIT selected(item->id()); });
        line_->addWidget(item);
        item->show();
        items_.push_back(item);
    }
    line_->addWidget(participant_);
    line_->addWidget(fresh_);
    participant_->setVisible(std::any_of(checks.begin(), checks.end(), [current](const desk::Check* each) {
        return each->id == current && takesParticipants(*each);
    }));
    for (std::size_t i = 0; i < checks.size(); ++i) {
        items_[i]->setCheck(*checks[i], checks[i]->id == current);
    }
    fresh_->setVisible(current != 0);
    // One check alone, on its own page, needs no strip.
    setVisible(checks.size() > 1 || (checks.size() == 1 && checks.front()->id != current) ||
               (checks.size() == 1 && desk::isRunning(checks.front()->page)));
    updateGeometry();
}

int RunningStrip::count() const {
    return static_cast<int>(items_.size());
}

void RunningStrip::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    const auto& palette = Theme::current().palette();
    painter.fillRect(rect(), palette.surface);
    painter.fillRect(QRect{0, height() - metrics::line, width(), metrics::line}, palette.line);
}

}  // namespace verdesk::ui
