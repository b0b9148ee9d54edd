#include "ui/shell/verify_binding.h"

#include "desk/backend_client.h"
#include "desk/check_flow.h"
#include "desk/desk_session.h"
#include "desk/participants.h"
#include "desk/words.h"
#include "ui/parts/words.h"
#include "ui/verify/new_check_page.h"
#include "ui/verify/verify_area.h"

#include <algorithm>

namespace verdesk::ui {
namespace {

bool runs(const Verification& each) {
    return !isFinal(each.state) && each.state != State::unknown;
}

}  // namespace

VerifyBinding::VerifyBinding(desk::DeskSession& session, desk::OpenChecks& checks, desk::CheckFlow& flow,
                             desk::BackendClient& client, desk::EvidenceBox& evidence, WidgetHosts* widgets,
                             QObject* parent)
    : QObject{parent},
      session_{session},
      checks_{checks},
      flow_{flow},
      client_{client},
      evidence_{evidence},
      widgets_{widgets},
      area_{new VerifyArea} {
    connect(&session_, &desk::DeskSession::flowsChanged, this, &VerifyBinding::setContext);
    connect(&session_, &desk::DeskSession::reloaded, this, &VerifyBinding::setContext);
    connect(&checks_, &desk::OpenChecks::checkChanged, this, &VerifyBinding::follow);
    connect(&checks_, &desk::OpenChecks::rowsInserted, this, &VerifyBinding::followStrip);
    connect(&checks_, &desk::OpenChecks::rowsRemoved, this, &VerifyBinding::followStrip);
    connect(&flow_, &desk::CheckFlow::startRefused, this, &VerifyBinding::refused);
    connect(&flow_, &desk::CheckFlow::started, this, [this](int id) {
        if (id == starting_) {
            starting_ = 0;
            area_->newCheckPage()->clear();  // only now: until the backend has it, what was typed may be needed again
        }
    });
    connect(&flow_, &desk::CheckFlow::formRefused, this, [this] {
        session_.readFlows();  // the questions may be other ones by now
    });
    connect(&flow_, &desk::CheckFlow::abandoned, this, [this](int id) {
        starting_ = id == starting_ ? 0 : starting_;
        if (id == area_->current()) {
            backToStart(*checks_.find(id));
        }
    });
    connectPages();
    setContext();
}

void VerifyBinding::connectPages() {
    connect(area_, &VerifyArea::staffDid, &flow_, &desk::CheckFlow::staff);
    connect(area_, &VerifyArea::tokenSubmitted, &flow_,
            [this](int id, const QString& token) { flow_.submitToken(id, fromQt(token)); });
    connect(area_, &VerifyArea::tokenLeft, &flow_,
            [this](int id, const QString& typed) { flow_.keepToken(id, fromQt(typed)); });
    connect(area_, &VerifyArea::tokenWanted, this, [this](int id) { area_->giveToken(id, toQt(flow_.keptToken(id))); });
    connect(area_, &VerifyArea::showClaimsAsked, &flow_, &desk::CheckFlow::showClaims);
    connect(area_, &VerifyArea::anotherCheckAsked, this, &VerifyBinding::anotherCheck);
    connect(area_, &VerifyArea::participantAsked, this, &VerifyBinding::addParticipant);
    connect(area_, &VerifyArea::answersChanged, &flow_, &desk::CheckFlow::keepAnswers);
    connect(area_, &VerifyArea::fallbackAsked, this, &VerifyBinding::useFallback);
    connect(area_, &VerifyArea::pageSaid, &flow_, &desk::CheckFlow::report);
    connect(area_, &VerifyArea::pageTroubled, &flow_, &desk::CheckFlow::pageTroubled);
    connect(area_, &VerifyArea::selected, this, &VerifyBinding::showCheck);
    connect(area_, &VerifyArea::newCheckAsked, this, &VerifyBinding::newCheck);
    connect(area_, &VerifyArea::playCustomer, this, [this] { Q_EMIT phoneAsked(codeOfCurrent()); });
    connect(area_, &VerifyArea::referenceEntered, this, &VerifyBinding::lookUp);
    connect(area_, &VerifyArea::startRequested, this, &VerifyBinding::start);
    connect(area_, &VerifyArea::startInCaseRequested, this, &VerifyBinding::startIn);
    connect(area_, &VerifyArea::continueCase, this, &VerifyBinding::continueCase);
    connect(area_, &VerifyArea::openCaseRequested, this, &VerifyBinding::caseAsked);
}

void VerifyBinding::setContext() {
    if (!session_.me() || !session_.flowsKnown()) {
        return;  // an empty list would say that no check is set up
    }
    const auto& me = *session_.me();
    area_->setContext({me.institution, session_.flows(), me.environment, QUrl{toQt(me.phoneUrl)},
                       QUrl{toQt(me.publicOrigin)}, QVersionNumber::fromString(toQt(me.minimumEngine)), widgets_,
                       &evidence_});
}

void VerifyBinding::enter() {
    session_.readFlows();  // how the providers answer changes by the minute
    area_->setFocus();
}

void VerifyBinding::newCheck() {
    session_.readFlows();
    if (const auto* waiting = checks_.find(starting_); waiting != nullptr && waiting->page == desk::Page::form) {
        area_->newCheckPage()->clear();  // it is another customer's turn; leaving the form puts it back
        starting_ = 0;
    }
    area_->showNewCheck();
    area_->newCheckPage()->setProblem({});
    followStrip();
    area_->setFocus();
}

void VerifyBinding::newCheckIn(const CaseSummary& summary) {
    showNewCheckIn(summary);
    area_->newCheckPage()->setProblem({});
    followStrip();
    area_->setFocus();
}

void VerifyBinding::showNewCheckIn(const CaseSummary& summary) {
    area_->showNewCheck(summary);
    if (asksForKnown()) {
        lookUpKnown(summary.id, [this, id = summary.id](const std::vector<std::string>& accounts) {
            area_->newCheckPage()->setKnownAt(id, accounts);
        });
    }
}

bool VerifyBinding::asksForKnown() const {
    const auto& flows = session_.flows();
    return std::any_of(flows.begin(), flows.end(), [](const Flow& each) { return each.needsKnown; });
}

// At which accounts the customer of that case is known. An error leaves it open: whoever asks says so.
void VerifyBinding::lookUpKnown(const CaseId& id, const std::function<void(const std::vector<std::string>&)>& then) {
    client_.readCase(id, this, [then](desk::Answer<Case> answer) {
        if (answer) {
            then(answer->knownAt);
        }
    });
}

void VerifyBinding::showCheck(int id) {
    if (const auto* check = checks_.find(id)) {
        area_->showCheck(*check);
        followStrip();
        area_->setFocus();
    }
}

void VerifyBinding::start(const OpenCase& form, const std::string& flow, LaunchKind launch) {
    const auto* chosen = session_.flow(flow);
    if (chosen == nullptr) {
        return;
    }
    const auto& purposes = session_.me()->institution.purposes;
    const auto purpose = std::find_if(purposes.begin(), purposes.end(),
                                      [&form](const Purpose& each) { return each.id == form.purpose; });
    area_->newCheckPage()->setProblem({});
    starting_ = flow_.startNew(form, purpose == purposes.end() ? Localized{} : purpose->title, *chosen, launch);
    showCheck(starting_);
}

void VerifyBinding::startIn(const CaseSummary& open, const std::string& flow, LaunchKind launch) {
    const auto* chosen = session_.flow(flow);
    if (chosen == nullptr) {
        return;
    }
    area_->newCheckPage()->setProblem({});
    starting_ = flow_.startIn(open, *chosen, launch);
    showCheck(starting_);
}

void VerifyBinding::anotherCheck(int id) {
    const auto* check = checks_.find(id);
    if (check == nullptr || check->caseId.empty()) {
        return;
    }
    newCheckIn(check->summary);
}

// One more person in a check that runs. Each has a page of their own; the new one's comes up.
void VerifyBinding::addParticipant(int id) {
    const auto* host = checks_.find(id);
    const auto* flow = host != nullptr && host->verification ? session_.flow(host->verification->flow) : nullptr;
    if (const auto added = flow != nullptr ? flow_.addParticipant(id, *flow) : 0; added != 0) {
        showCheck(added);
    }
}

// The flow that is offered where the check's own cannot be used, in the same case. What still runs there ends.
void VerifyBinding::useFallback(int id) {
    const auto* check = checks_.find(id);
    const auto& context = area_->context();
    const auto* to = check != nullptr ? context.fallbackOf(check->wanted.flow) : nullptr;
    if (to == nullptr || check->caseId.empty()) {
        return;
    }
    const auto summary = check->summary;
    const auto flow = to->id;
    const auto launch = context.launchHere(*to);
    flow_.staff(id, desk::isRunning(check->page) ? desk::Event::cancel : desk::Event::next);
    startIn(summary, flow, launch);
}

// A check that still runs in the case is taken over, e.g. from a colleague; otherwise one more can be started in it.
void VerifyBinding::continueCase(const CaseId& id) {
    area_->newCheckPage()->setBusy(true);
    client_.readCase(id, this, [this](desk::Answer<Case> answer) {
        area_->newCheckPage()->setBusy(false);
        if (!answer) {
            area_->newCheckPage()->setProblem(desk::inWords(answer.error()));
            return;
        }
        takeOverRunning(*answer);
    });
}

// The newest that runs, with the people who were added to it; of an added one, the check that it was added to.
void VerifyBinding::takeOverRunning(const Case& value) {
    const auto& all = value.verifications;
    const auto newest = std::find_if(all.rbegin(), all.rend(), runs);
    if (newest == all.rend()) {
        newCheckIn(value.summary);
        return;
    }
    const auto host = std::find_if(all.begin(), all.end(),
                                   [&](const Verification& each) { return runs(each) && each.id == newest->parent; });
    takeOver(value, host != all.end() ? *host : *newest);
}

void VerifyBinding::takeOver(const Case& value, const Verification& shown) {
    const auto& all = value.verifications;
    const auto id = flow_.takeOver(value.summary, shown, desk::participantNumber(all, shown));
    for (const auto& each : all) {
        if (runs(each) && each.parent == shown.id) {
            flow_.takeOver(value.summary, each, desk::participantNumber(all, each));
        }
    }
    showCheck(id);
}

QString VerifyBinding::codeOfCurrent() const {
    const auto* check = checks_.find(area_->current());
    if (check != nullptr && check->verification) {
        for (const auto& launch : check->verification->launches) {
            if (const auto* qr = std::get_if<QrLaunch>(&launch.what)) {
                return toQt(qr->code);
            }
        }
    }
    return {};
}

void VerifyBinding::lookUp(const QString& reference) {
    const desk::CaseQuery query{.reference = fromQt(reference), .limit = 50};
    client_.cases(query, this, [this, reference](desk::Answer<CaseList> answer) {
        if (!answer) {
            return;  // opening the case asks again, and says what is wrong
        }
        ReferenceNews news;
        for (const auto& each : answer->cases) {
            if (toQt(each.reference).compare(reference, Qt::CaseInsensitive) != 0) {
                continue;
            }
            if (each.state == CaseState::open && !news.openCase && !flow_.isUnstarted(each.id)) {
                news.openCase = each;
            }
            if (each.verdict == claims::Verdict::blocked) {
                news.earlierBlocked.push_back(each);
            }
        }
        // A customer without a case is known to nobody.
        const auto asks = asksForKnown() && !answer->cases.empty();
        news.knownAt = asks ? std::nullopt : std::optional{std::vector<std::string>{}};
        area_->newCheckPage()->setNews(reference, news);
        if (asks) {
            lookUpKnown(answer->cases.front().id, [this, reference, news](const std::vector<std::string>& accounts) {
                auto more = news;
                more.knownAt = accounts;
                area_->newCheckPage()->setNews(reference, more);
            });
        }
    });
}

// To where that check was chosen, with what it was to be started with.
void VerifyBinding::backToStart(const desk::Check& check) {
    if (const auto* host = checks_.findVerification(check.wanted.parent)) {
        showCheck(host->id);
    } else if (check.opening.reference.empty()) {
        showNewCheckIn(check.summary);
    } else {
        area_->newCheckPage()->restore(check.opening);
        area_->showNewCheck();
    }
    followStrip();
}

void VerifyBinding::follow(int id) {
    const auto* check = checks_.find(id);
    if (check != nullptr && id == area_->current()) {
        if (check->page == desk::Page::newCheck && !check->verification) {
            return;  // its start was refused, the first or one more: the form comes back with its words in a moment
        }
        area_->showCheck(*check);
    }
    followStrip();
}

void VerifyBinding::followStrip() {
    std::vector<const desk::Check*> rows;
    for (const auto id : checks_.grouped()) {
        rows.push_back(checks_.find(id));
    }
    area_->setRunning(rows);
}

void VerifyBinding::refused(int id, const desk::CallError& error) {
    if (error.is("flow-unknown") || error.is("launch-not-offered") || error.is("account-down")) {
        session_.readFlows();
    } else if (error.is("member-invalid")) {
        session_.reload();  // purposes, wording or the reference's form are other ones by now
    }
    const auto* check = checks_.find(id);
    const bool looking = id == area_->current() && check != nullptr;
    auto* page = area_->newCheckPage();
    const bool fresh = id == starting_ || (check != nullptr && check->caseId.empty());
    starting_ = id == starting_ ? 0 : starting_;
    if (const auto* host = check != nullptr ? checks_.findVerification(check->wanted.parent) : nullptr) {
        if (looking) {
            showCheck(host->id);  // which says what was refused
        }
        return;
    }
    if (looking && fresh) {
        backToStart(*check);
    } else if (looking) {
        anotherCheck(id);  // a new attempt in its case
    }
    const auto failed = error.is("account-down") && check != nullptr ? check->wanted.flow : std::string{};
    page->setProblem(desk::inWords(error), failed);
    const auto open = error.problem.extra.find("openCase");
    if (error.is("case-open") && open != error.problem.extra.end() && check != nullptr) {
        try {
            page->setNews(toQt(check->reference), {caseSummaryFrom(JsonReader{*open, "openCase"}), {}});
        } catch (const MemberError&) {
            // The words say it; only the way there is missing.
        }
    }
}

}  // namespace verdesk::ui
