#include "ui/verify/new_check_page.h"

#include "ui/parts/announce.h"
#include "ui/parts/banner.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/parts/clock.h"
#include "ui/parts/columns.h"
#include "ui/parts/empty_state.h"
#include "ui/parts/text.h"
#include "ui/parts/words.h"
#include "ui/verify/check_form.h"
#include "ui/verify/flow_card.h"
#include "ui/verify/flow_words.h"
#include "ui/verify/widget_host.h"

#include <QHBoxLayout>
#include <QShortcut>

#include <algorithm>

namespace verdesk::ui {

NewCheckPage::NewCheckPage(QWidget* parent) : Page{"newCheckPage", parent} {
    header()->setTitle(tr("New check"));
    header()->setSubtitle(tr("Who is at the counter, and what for?"));

    problem_ = new Banner{BannerTone::warn, Icon::warning, {}, "problemBanner", this};
    useFallback_ = problem_->setAction({}, "useFallback");
    useFallback_->hide();
    blocked_ = new Banner{BannerTone::bad, Icon::stop, {}, "earlierBlockedBanner", this};
    blocked_->setAction(tr("Look at it"), "openBlockedCase");
    offer_ = new Banner{BannerTone::info, Icon::info, {}, "openCaseBanner", this};
    offer_->setAction(tr("Continue it"), "continueCase")->setKey(Qt::ALT | Qt::Key_C);
    for (auto* banner : {problem_, blocked_, offer_}) {
        banner->hide();
        body()->addWidget(banner);
    }

    form_ = new CheckForm{this};
    body()->addWidget(form_);
    auto* card = new Card{this};
    caseCard_ = card;
    caseCard_->setObjectName(QStringLiteral("openCaseCard"));
    card->setInset(metrics::field);
    auto* caseRow = new QHBoxLayout;
    caseText_ = new Text{{}, type::body, Tone::ink, card};
    caseText_->setObjectName(QStringLiteral("openCaseText"));
    auto* leave = new SecondaryButton{tr("Another customer"), "leaveCase", card};
    caseRow->addWidget(caseText_, 1, Qt::AlignVCenter);
    caseRow->addWidget(leave);
    card->body()->addLayout(caseRow);
    caseCard_->hide();
    body()->addWidget(caseCard_);

    auto* headingRow = new QHBoxLayout;
    headingRow->setContentsMargins(0, metrics::tight, 0, 0);
    headingRow->setSpacing(metrics::between);
    headingRow->addWidget(new Text{tr("Choose a check"), type::section, Tone::ink, this}, 1);
    reason_ = new Text{{}, type::body, Tone::second, this};
    reason_->setObjectName(QStringLiteral("missingText"));
    reason_->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    headingRow->addWidget(reason_, 2);
    body()->addLayout(headingRow);
    cardsHolder_ = new QWidget{this};
    body()->addWidget(cardsHolder_);
    body()->addStretch(1);

    connect(form_, &CheckForm::changed, this, &NewCheckPage::refresh);
    connect(form_, &CheckForm::referenceEntered, this, &NewCheckPage::referenceEntered);
    connect(form_, &CheckForm::accepted, this, [this] {
        if (!cards_.empty()) {
            cards_.front()->setFocus(Qt::TabFocusReason);
        }
    });
    connect(problem_, &Banner::actionTriggered, this, [this] {
        const auto* flow = context_.flow(fallback_);
        const auto launch = flow != nullptr ? context_.launchHere(*flow) : LaunchKind::unknown;
        const auto instead = std::find_if(cards_.begin(), cards_.end(), [this, launch](const FlowCard* each) {
            return each->flow() == fallback_ && each->launch() == launch;
        });
        if (instead != cards_.end()) {
            (*instead)->click();
        }
    });
    connect(offer_, &Banner::actionTriggered, this, [this] {
        if (news_.openCase) {
            Q_EMIT continueCase(news_.openCase->id);
        }
    });
    connect(blocked_, &Banner::actionTriggered, this, [this] {
        if (!news_.earlierBlocked.empty()) {
            Q_EMIT openCaseRequested(news_.earlierBlocked.front().id);
        }
    });
    connect(leave, &Button::clicked, this, &NewCheckPage::leaveCaseRequested);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* again = new QShortcut{QKeySequence{Qt::CTRL | key}, this};
        again->setContext(Qt::WidgetWithChildrenShortcut);
        again->setAutoRepeat(false);
        connect(again, &QShortcut::activated, this, &NewCheckPage::startLast);
    }
}

void NewCheckPage::setContext(const VerifyContext& context) {
    const bool sameFlows = context.flows == context_.flows;
    context_ = context;
    form_->setContext(context);
    if (!sameFlows || cards_.empty()) {
        buildCards();
    }
    refresh();
}

void NewCheckPage::buildCards() {
    auto* holder = new QWidget{this};
    cards_.clear();
    if (context_.flows.empty()) {
        auto* column = new QVBoxLayout{holder};
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(new EmptyState{Icon::list, tr("No check is set up for this branch"),
                                         tr("Your administrator decides which checks are offered."), holder});
    } else {
        auto* columns = new Columns{300, 3, true, metrics::snug, holder};
        int number = 0;
        for (const auto& flow : context_.flows) {
            for (const auto launch : flow.launches) {
                if (launch == LaunchKind::unknown) {
                    continue;  // this version cannot show it
                }
                auto* card = new FlowCard{flow, launch, ++number, holder};
                connect(card, &FlowCard::chosen, this, [this, card] { choose(*card); });
                connect(card, &FlowCard::refused, this, [this, card] {
                    const bool isOfTheForm = !case_ && !busy_ && !form_->missing().isEmpty();
                    if (isOfTheForm) {
                        form_->showMissing();
                    } else {
                        announce(reason_, card->reason());
                    }
                });
                columns->add(card);
                cards_.push_back(card);
            }
        }
    }
    delete body()->replaceWidget(cardsHolder_, holder);
    delete cardsHolder_;
    cardsHolder_ = holder;
    holder->show();
}

void NewCheckPage::choose(const FlowCard& card) {
    lastFlow_ = card.flow();
    lastLaunch_ = card.launch();
    refresh();
    if (case_) {
        Q_EMIT startInCaseRequested(*case_, lastFlow_, lastLaunch_);
    } else {
        Q_EMIT startRequested(form_->value(), lastFlow_, lastLaunch_);
    }
}

void NewCheckPage::startLast() {
    for (auto* card : cards_) {
        if (card->flow() == lastFlow_ && card->launch() == lastLaunch_) {
            card->click();
            return;
        }
    }
}

void NewCheckPage::setNews(const QString& reference, const ReferenceNews& news) {
    if (reference.toStdString() != form_->value().reference) {
        return;
    }
    news_ = news;
    newsAbout_ = reference;
    refresh();
}

void NewCheckPage::setCase(const std::optional<CaseSummary>& open) {
    if (case_ != open) {
        knownAt_.reset();
    }
    case_ = open;
    header()->setTitle(open ? tr("One more check") : tr("New check"));
    header()->setSubtitle(open ? tr("In the case that is open. Nothing has to be entered again.")
                               : tr("Who is at the counter, and what for?"));
    if (open) {
        caseText_->setText(tr("%1 · %2 · case %3, open since %4", "reference, purpose, number, time")
                               .arg(toQt(open->reference), inDeskLanguage(open->purposeTitle), toQt(open->number),
                                    dayAndTime(open->openedAt, systemNow())));
    }
    refresh();
}

void NewCheckPage::setKnownAt(const CaseId& open, const std::vector<std::string>& accounts) {
    if (case_ && case_->id == open) {
        knownAt_ = accounts;
        refresh();
    }
}

void NewCheckPage::restore(const OpenCase& form) {
    const auto typed = form_->value().reference;
    if (typed.empty() || typed == form.reference) {
        form_->setValue(form);
    }
}

void NewCheckPage::setBusy(bool busy) {
    busy_ = busy;
    refresh();
}

void NewCheckPage::setProblem(const QString& words, const std::string& fallbackOf) {
    const auto* other = context_.fallbackOf(fallbackOf);
    fallback_ = other != nullptr ? other->id : std::string{};
    useFallback_->setVisible(other != nullptr);
    if (other != nullptr) {
        useFallback_->setWords(tr("Use %1 instead", "name of another check").arg(inDeskLanguage(other->title)));
    }
    problem_->setVisible(!words.isEmpty());
    if (!words.isEmpty()) {
        problem_->setWords(words);
        ensureVisible(0, 0);
    }
}

void NewCheckPage::clear() {
    news_ = {};
    newsAbout_.clear();
    busy_ = false;
    setProblem({});
    form_->clear();
    setCase({});
}

QWidget* NewCheckPage::firstFocus() const {
    return case_ && !cards_.empty() ? static_cast<QWidget*>(cards_.front()) : form_->firstField();
}

QString NewCheckPage::reason() const {
    if (busy_) {
        return tr("One moment: the check is being started.");
    }
    if (case_) {
        return {};
    }
    auto missing = form_->missing();
    if (missing.isEmpty() && news_.openCase) {
        return tr("Continue the open case: there is no second one beside it.");
    }
    return missing;
}

// Without words: the flow is for every customer, or this one is known there.
NewCheckPage::NotKnown NewCheckPage::whyNotKnown(const Flow& flow) const {
    if (!flow.needsKnown) {
        return {};
    }
    const auto& known = case_ ? knownAt_ : news_.knownAt;
    if (!known) {
        return {
            tr("It has not been found out yet whether %1 knows this customer.", "provider").arg(toQt(flow.provider)),
            false};
    }
    if (std::find(known->begin(), known->end(), flow.account) != known->end()) {
        return {};
    }
    return {
        tr("Not for this customer: %1 does not know them from an earlier check.", "provider").arg(toQt(flow.provider)),
        true};
}

void NewCheckPage::refresh() {
    if (newsAbout_.toStdString() != form_->value().reference) {
        news_ = {};
        newsAbout_.clear();
    }
    form_->setVisible(!case_);
    caseCard_->setVisible(case_.has_value());
    const bool offered = !case_ && news_.openCase.has_value();
    offer_->setVisible(offered);
    if (offered) {
        offer_->setWords(tr("This customer has an open case: %1, from %2.", "number, time")
                             .arg(toQt(news_.openCase->number), dayAndTime(news_.openCase->openedAt, systemNow())));
    }
    const bool warned = !case_ && !news_.earlierBlocked.empty();
    blocked_->setVisible(warned);
    if (warned) {
        const auto& earlier = news_.earlierBlocked.front();
        blocked_->setWords(tr("An earlier case of this customer was blocked: %1, from %2.", "number, time")
                               .arg(toQt(earlier.number), dayAndTime(earlier.openedAt, systemNow())));
    }
    const bool viewless = context_.widgets == nullptr || !context_.widgets->mayBeThere();
    const auto why = reason();
    reason_->setText(why);
    for (auto* card : cards_) {
        const auto* flow = context_.flow(card->flow());
        const auto unknown = flow != nullptr ? whyNotKnown(*flow) : NotKnown{};
        card->setReason(why.isEmpty() ? unknown.words : why);
        const auto elsewhere = viewless && needsView(card->launch())
                                   ? tr("Not at this counter: on the customer's phone at best.")
                                   : QString{};
        card->setNote(unknown.isCertain ? unknown.words : elsewhere);
        card->setLast(card->flow() == lastFlow_ && card->launch() == lastLaunch_);
    }
}

}  // namespace verdesk::ui
