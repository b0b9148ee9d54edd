#include "ui/verify/waiting_page.h"

#include "desk/words.h"
#include "ui/parts/announce.h"
#include "ui/parts/banner.h"
#include "ui/parts/card.h"
#include "ui/parts/countdown_ring.h"
#include "ui/parts/spinner.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"
#include "ui/verify/cancel_bar.h"
#include "ui/verify/flow_words.h"

#include <QVBoxLayout>

namespace verdesk::ui {
namespace {

// The customer was at the provider's page, and what they did there is being looked at.
bool wasAtProvider(const desk::Check& check) {
    return needsView(check.verification ? check.verification->launch : check.wanted.launch);
}

}  // namespace

WaitingPage::WaitingPage(QWidget* parent) : CheckPage{"waitingPage", parent} {
    problem_ = new Banner{BannerTone::warn, Icon::warning, {}, "problemBanner", this};
    problem_->hide();
    body()->addWidget(problem_);
    auto* card = new Card{this};
    auto* column = card->body();
    column->addSpacing(metrics::page);
    column->addWidget(new Spinner{card}, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::inside);
    heading_ = new Text{{}, type::section, Tone::ink, card};
    heading_->setObjectName(QStringLiteral("stateHeading"));
    text_ = new Text{{}, type::body, Tone::second, card};
    text_->setObjectName(QStringLiteral("stateText"));
    line_ = new Text{{}, type::medium, Tone::ink, card};
    line_->setObjectName(QStringLiteral("stateLine"));
    for (auto* each : {heading_, text_, line_}) {
        each->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        column->addSpacing(metrics::tight);
        column->addWidget(each);
    }
    column->addSpacing(metrics::page);
    body()->addWidget(card);
    cancel_ = new CancelBar{this};
    body()->addWidget(cancel_);
    body()->addStretch(1);
    timer_.setInterval(250);
    connect(&timer_, &QTimer::timeout, this, &WaitingPage::look);
    connect(cancel_, &CancelBar::cancelled, this, [this] { Q_EMIT staffDid(desk::Event::cancel); });
}

void WaitingPage::setContext(const VerifyContext& context) {
    context_ = context;
}

void WaitingPage::setCheck(const desk::Check& check) {
    if (check.id != shown_) {
        shown_ = check.id;
        cancel_->reset();
    }
    header()->setTitle(nameOf(check));
    header()->setSubtitle(subtitleOf(check));
    const bool starting = check.page == desk::Page::requesting;
    const auto provider = check.verification ? toQt(check.verification->provider) : QString{};
    const bool afterPage = !starting && wasAtProvider(check);
    QString heading = starting    ? tr("Starting the check…")
                      : afterPage ? tr("The customer's part is done")
                                  : tr("Checking the answer…");
    QString words =
        starting    ? tr("The provider opens a session. This takes a moment.")
        : afterPage ? tr("%1 checks what was handed in. Nothing to do here: the result appears by itself.", "provider")
                          .arg(provider)
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
    const auto problem = check.problem ? desk::inWords(*check.problem) : QString{};
    problem_->setVisible(!problem.isEmpty());
    if (!problem.isEmpty()) {
        problem_->setWords(problem);
    }
    const auto* flow = context_.flow(check.wanted.flow);
    usual_ = std::chrono::seconds{flow != nullptr ? flow->usualSeconds : 0};
    since_ = check.since;
    deadline_ = check.deadline;
    line_->setVisible(afterPage && !check.offline);
    afterPage ? timer_.start() : timer_.stop();
    look();
}

// How long it has taken, how long it usually takes, and when it ends at the latest.
void WaitingPage::look() {
    using std::chrono::milliseconds;
    const milliseconds waited{since_.isValid() ? since_.elapsed() : 0};
    QStringList parts{tr("Waiting for %1", "duration").arg(duration(waited))};
    if (const auto usual = usualTime(usual_.count()); !usual.isEmpty()) {
        parts << (waited > usual_ ? tr("longer than usual (%1)", "About 3 min").arg(usual)
                                  : tr("usual time: %1", "About 3 min").arg(usual));
    }
    if (!deadline_.isForever()) {
        parts
            << (deadline_.hasExpired()
                    ? tr("asking the provider one last time")
                    : tr("ends in %1", "time left: 13:40").arg(countdownText(milliseconds{deadline_.remainingTime()})));
    }
    line_->setText(parts.join(QStringLiteral(" · ")));
}

QWidget* WaitingPage::firstFocus() {
    return cancel_->findChild<QWidget*>(QStringLiteral("cancelButton"));
}

}  // namespace verdesk::ui
