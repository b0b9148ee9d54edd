#include "ui/verify/waiting_page.h"

#include "ui/parts/announce.h"
#include "ui/parts/card.h"
#include "ui/parts/spinner.h"
#include "ui/parts/text.h"
#include "ui/verify/cancel_bar.h"

#include <QVBoxLayout>

namespace verdesk::ui {

WaitingPage::WaitingPage(QWidget* parent) : CheckPage{"waitingPage", parent} {
    auto* card = new Card{this};
    auto* column = card->body();
    column->addSpacing(metrics::page);
    column->addWidget(new Spinner{card}, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::inside);
    heading_ = new Text{{}, type::section, Tone::ink, card};
    heading_->setObjectName(QStringLiteral("stateHeading"));
    text_ = new Text{{}, type::body, Tone::second, card};
    text_->setObjectName(QStringLiteral("stateText"));
    for (auto* each : {heading_, text_}) {
        each->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        column->addWidget(each);
    }
    column->addSpacing(metrics::page);
    body()->addWidget(card);
    cancel_ = new CancelBar{this};
    body()->addWidget(cancel_);
    body()->addStretch(1);
    connect(cancel_, &CancelBar::cancelled, this, [this] { Q_EMIT staffDid(desk::Event::cancel); });
}

void WaitingPage::setCheck(const desk::Check& check) {
    if (check.id != shown_) {
        shown_ = check.id;
        cancel_->reset();
    }
    header()->setTitle(nameOf(check));
    header()->setSubtitle(subtitleOf(check));
    const bool starting = check.page == desk::Page::requesting;
    QString heading = starting ? tr("Starting the check…") : tr("Checking the answer…");
    QString words = starting ? tr("The provider opens a session. This takes a moment.")
                             : tr("The provider is asked whether it holds. This takes a moment.");
    if (check.offline) {
        heading = tr("Connection lost");
        words = tr("What was asked for is not lost. The desk goes on as soon as the connection is back.");
    } else if (check.unknownState) {
        heading = tr("This version cannot show what goes on");
        words = tr("The check goes on. Ask your administrator for a newer version of Verdesk.");
    }
    heading_->setText(heading);
    text_->setText(words);
    announce(heading_, heading);
    cancel_->setCancelling(check.cancelling);
}

QWidget* WaitingPage::firstFocus() {
    return cancel_->findChild<QWidget*>(QStringLiteral("cancelButton"));
}

}  // namespace verdesk::ui
