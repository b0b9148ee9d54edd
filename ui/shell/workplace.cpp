#include "ui/shell/workplace.h"

#include "ui/parts/banner.h"
#include "ui/shell/help_page.h"
#include "ui/style/tokens.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>

namespace verdesk::ui {

Workplace::Workplace(QWidget* verify, QWidget* cases, QWidget* parent)
    : QWidget{parent}, verify_{verify}, cases_{cases} {
    setObjectName(QStringLiteral("work"));
    navigation_ = new Navigation{this};
    offlineSide_ = new QWidget{this};
    offline_ = new Banner{BannerTone::warn, Icon::offline,
                          tr("The backend does not answer. What you typed is kept. Trying again…"), "work.offline",
                          offlineSide_};
    auto* offlineRow = new QHBoxLayout{offlineSide_};
    offlineRow->setContentsMargins(metrics::page, metrics::snug, metrics::page, metrics::snug);
    offlineRow->addWidget(offline_);
    offlineSide_->hide();
    areas_ = new QStackedWidget{this};
    areas_->addWidget(verify_);
    areas_->addWidget(cases_);

    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(offlineSide_);
    column->addWidget(areas_, 1);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(navigation_);
    row->addLayout(column, 1);

    connect(navigation_, &Navigation::chosen, this, &Workplace::go);
    key(QKeySequence{Qt::CTRL | Qt::Key_1}, [this] { go(Place::verify); });
    key(QKeySequence{Qt::CTRL | Qt::Key_2}, [this] { go(Place::cases); });
    key(QKeySequence{Qt::CTRL | Qt::Key_3}, [this] { go(Place::unmatched); });
    key(QKeySequence{Qt::Key_F1}, [this] { go(Place::help); });
    key(QKeySequence{Qt::CTRL | Qt::Key_N}, [this] { Q_EMIT newCheckAsked(); });
    key(QKeySequence{Qt::CTRL | Qt::Key_L}, [this] { Q_EMIT lockAsked(); });
    key(QKeySequence{Qt::Key_F10}, [this] { Q_EMIT menuAsked(); });
}

void Workplace::key(const QKeySequence& sequence, const std::function<void()>& act) {
    auto* shortcut = new QShortcut{sequence, this};
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, act);
}

void Workplace::setConnectionLost(bool lost) {
    offlineSide_->setVisible(lost || tooOld_);
}

void Workplace::setTooOld(const QString& detail) {
    tooOld_ = true;
    offline_->setWords(
        detail.isEmpty()
            ? tr("This version of Verdesk is too old for your backend. Install the current one.")
            : tr("This version of Verdesk is too old for your backend (%1). Install the current one.").arg(detail));
    offlineSide_->show();
}

void Workplace::setRunningChecks(int count) {
    navigation_->setRunningChecks(count);
}

void Workplace::addUnmatched(QWidget* unmatched) {
    unmatched_ = unmatched;
    areas_->addWidget(unmatched);
    navigation_->setUnmatchedShown(true);
}

void Workplace::setUnmatched(int count) {
    navigation_->setUnmatched(count);
}

void Workplace::go(Place place) {
    if (place == Place::unmatched && unmatched_ == nullptr) {
        return;
    }
    if (place == Place::help && help_ == nullptr) {
        help_ = new HelpPage{this};
        areas_->addWidget(help_);
    }
    navigation_->setPlace(place);
    areas_->setCurrentWidget(place == Place::verify      ? verify_
                             : place == Place::cases     ? cases_
                             : place == Place::unmatched ? unmatched_
                                                         : static_cast<QWidget*>(help_));
    place_ = place;
    Q_EMIT placeChanged(place);
}

Place Workplace::place() const {
    return place_;
}

}  // namespace verdesk::ui
