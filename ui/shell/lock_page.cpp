#include "ui/shell/lock_page.h"

#include "desk/words.h"
#include "ui/parts/announce.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/mark.h"
#include "ui/parts/text.h"
#include "ui/shell/credentials_form.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace verdesk::ui {
namespace {
constexpr int cardWidth = 420;
}

LockPage::LockPage(QWidget* parent) : QWidget{parent} {
    setObjectName(QStringLiteral("lock"));
    auto* card = new Card{this};
    card->setFixedWidth(cardWidth);
    circle_ = new Mark{Icon::lock, ChipTone::neutral, card};
    title_ = new Text{{}, type::title, Tone::ink, card};
    title_->setObjectName(QStringLiteral("lock.title"));
    why_ = new Text{{}, type::body, Tone::second, card};
    why_->setObjectName(QStringLiteral("lock.why"));
    running_ = new Text{{}, type::medium, Tone::accent, card};
    running_->setObjectName(QStringLiteral("lock.running"));
    problem_ = new Text{{}, type::medium, Tone::bad, card};
    problem_->setObjectName(QStringLiteral("lock.practiceProblem"));
    form_ = new CredentialsForm{QStringLiteral("lock"), false, tr("Unlock"), card};
    open_ = new PrimaryButton{tr("Unlock"), "lock.open", card};
    leave_ = new Button{ButtonKind::quiet, tr("Sign in as somebody else"), "lock.signOut", card};
    auto* body = card->body();
    body->addWidget(circle_, 0, Qt::AlignLeft);
    body->addSpacing(metrics::inside);
    body->addWidget(title_);
    body->addWidget(why_);
    body->addWidget(running_);
    body->addSpacing(metrics::inside);
    body->addWidget(form_);
    body->addWidget(problem_);
    body->addWidget(open_);
    body->addWidget(leave_);
    auto* column = new QVBoxLayout{this};
    column->addStretch(1);
    auto* row = new QHBoxLayout;  // no alignment: the card's height has to follow its width
    row->addStretch(1);
    row->addWidget(card);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(2);
    connect(form_, &CredentialsForm::submitted, this,
            [this](const QString&, const QString& password) { Q_EMIT unlockAsked(password); });
    connect(open_, &QPushButton::clicked, this, [this] { Q_EMIT unlockAsked({}); });
    connect(leave_, &QPushButton::clicked, this, &LockPage::signOutAsked);
    connect(&Theme::current(), &Theme::changed, this,
            [card] { card->setFixedWidth(Theme::current().scaled(cardWidth)); });
    card->setFixedWidth(Theme::current().scaled(cardWidth));
}

void LockPage::open(const QString& person, desk::DeskSession::LockReason reason, int runningChecks,
                    bool passwordNeeded) {
    using Reason = desk::DeskSession::LockReason;
    passwordNeeded_ = passwordNeeded;
    title_->setText(person);
    why_->setText(reason == Reason::idle ? tr("Locked, because nobody was at this desk for a while.")
                  : reason == Reason::sessionEnded
                      ? tr("Your session has ended. Sign in again to go on where you were.")
                      : tr("This desk is locked."));
    form_->clear(true);
    form_->setVisible(passwordNeeded);
    open_->setVisible(!passwordNeeded);
    problem_->hide();
    setRunningChecks(runningChecks);
    setBusy(false);
    takeFocus();
}

void LockPage::setRunningChecks(int count) {
    //: %1 is a number
    running_->setText(tr("Running checks go on: %1").arg(count));
    running_->setVisible(count > 0);
}

void LockPage::setBusy(bool busy) {
    form_->setBusy(busy);
    open_->setEnabled(!busy);
    leave_->setEnabled(!busy);
}

void LockPage::showError(const desk::CallError& error) {
    if (passwordNeeded_) {
        form_->showError(error);
        return;
    }
    problem_->setText(desk::inWords(error));
    problem_->show();
    announce(problem_, problem_->text());
    takeFocus();
}

void LockPage::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    painter.fillRect(rect(), Theme::current().palette().background);
}

void LockPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    takeFocus();
}

void LockPage::takeFocus() {
    if (!isVisible()) {
        return;
    }
    if (passwordNeeded_) {
        form_->takeFocus();
    } else {
        open_->setFocus();
    }
}

}  // namespace verdesk::ui
