#include "desk/check_flow.h"

#include "desk/backend_call.h"
#include "desk/form_answers.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace verdesk::desk {
namespace {

constexpr std::size_t rememberedMoves = 256;

// An answer that is older than what we have: answers to different calls may overtake each other.
bool isOlder(const Verification& newcomer, const std::optional<Verification>& present) {
    return present && present->id == newcomer.id && newcomer.state != State::unknown &&
           (newcomer.state < present->state ||
            (newcomer.state == present->state && newcomer.verdict < present->verdict));
}

}  // namespace

CheckFlow::CheckFlow(BackendClient& client, OpenChecks& checks, QObject* parent)
    : QObject{parent},
      client_{client},
      checks_{checks},
      reports_{client, [this](int id, const PageReport& report, Answer<Verification> answer) {
                   reported(id, report, std::move(answer));
               }} {}

CheckFlow::~CheckFlow() {
    while (!tokens_.empty()) {
        forgetToken(tokens_.begin()->first);
    }
}

std::string CheckFlow::visitOf(const OpenCase& opening) {
    return opening.reference + '\n' + opening.purpose;
}

void CheckFlow::setHideClaimsAfter(std::chrono::seconds after) {
    hideAfter_ = after;
}

Check CheckFlow::checkFor(const CaseSummary& summary) {
    Check check;
    check.summary = summary;
    check.caseId = summary.id;
    check.number = summary.number;
    check.reference = summary.reference;
    check.purposeTitle = summary.purposeTitle;
    return check;
}

int CheckFlow::startNew(const OpenCase& opening, const Localized& purposeTitle, const Flow& flow, LaunchKind launch) {
    Check check;
    if (const auto known = unstarted_.find(visitOf(opening)); known != unstarted_.end()) {
        check = checkFor(known->second);
    }
    check.opening = opening;
    check.reference = opening.reference;
    check.purposeTitle = purposeTitle;
    return begin(std::move(check), flow, launch);
}

bool CheckFlow::isUnstarted(const CaseId& id) const {
    return std::any_of(unstarted_.begin(), unstarted_.end(), [&id](const auto& each) { return each.second.id == id; });
}

int CheckFlow::startIn(const CaseSummary& summary, const Flow& flow, LaunchKind launch) {
    return begin(checkFor(summary), flow, launch);
}

int CheckFlow::takeOver(const CaseSummary& summary, const Verification& verification, int participant) {
    if (const auto* known = checks_.findVerification(verification.id)) {
        const auto id = known->id;
        if (known->page == Page::newCheck) {
            checks_.update(id, [](Check& each) { each.page = Page::requesting; });
            apply(id, eventOf(verification));
        }
        takeVerification(id, verification);
        return id;
    }
    auto check = checkFor(summary);
    check.wanted = {verification.flow, verification.launch, {}, verification.parent};
    check.participant = participant;
    check.flowTitle = verification.flowTitle;
    check.page = Page::requesting;
    const auto id = checks_.add(std::move(check));
    takeVerification(id, verification);
    return id;
}

void CheckFlow::staff(int id, Event event) {
    const auto* check = checks_.find(id);
    if (check == nullptr || event > Event::next) {
        return;
    }
    if (check->problem) {
        checks_.update(id, [](Check& each) { each.problem.reset(); });
    }
    apply(id, event);
}

void CheckFlow::submitToken(int id, const std::string& token) {
    keepToken(id, token);
    staff(id, Event::submitToken);
}

void CheckFlow::keepToken(int id, const std::string& typed) {
    const auto* check = checks_.find(id);
    // The page goes after the check did: back to the code it leaves what was typed, but not once that was sent.
    if (check == nullptr || (check->page != Page::token && check->page != Page::qr)) {
        return;
    }
    forgetToken(id);
    if (!typed.empty()) {
        tokens_[id] = QByteArray::fromStdString(typed);
    }
}

std::string CheckFlow::keptToken(int id) const {
    const auto kept = tokens_.find(id);
    return kept == tokens_.end() ? std::string{} : kept->second.toStdString();
}

void CheckFlow::forgetToken(int id) {
    if (const auto kept = tokens_.find(id); kept != tokens_.end()) {
        wipe(kept->second);
        tokens_.erase(kept);
    }
}

void CheckFlow::report(int id, PageReport report) {
    const auto event = eventOf(report);
    finished_.erase(id);
    if (event == Event::pageFinished) {
        finished_.insert(id);
    }
    said_[id] = std::move(report);
    apply(id, event);
    said_.erase(id);
}

// In one change: whoever follows must never see a page that is to be opened again because nobody said yet why it
// cannot.
void CheckFlow::pageTroubled(int id, const std::string& code) {
    const auto* check = checks_.find(id);
    if (check != nullptr && stepOf(check->page, Event::pageTroubled).action == Action::showTrouble) {
        checks_.update(id, [&code](Check& each) {
            each.trouble = code;
            each.exit = code;
        });
    }
}

void CheckFlow::showClaims(int id) {
    checks_.update(id, [](Check& check) { check.claimsHidden = false; });
    hideClaimsLater(id);
}

void CheckFlow::take(const Changes& changes) {
    for (const auto& change : changes.changes) {
        if (change.verification.empty()) {
            continue;
        }
        const auto* check = checks_.findVerification(change.verification);
        if (check == nullptr) {
            moved_.push_back(change.verification);
            if (moved_.size() > rememberedMoves) {
                moved_.pop_front();
            }
            continue;
        }
        const auto id = check->id;
        if (change.verdict == claims::Verdict::blocked) {
            apply(id, Event::nowBlocked);  // at once: the details may take a moment
        }
        read(id);
    }
}

void CheckFlow::connectionLost() {
    for (const auto id : checks_.ids()) {
        apply(id, Event::connectionLost);
    }
}

void CheckFlow::connectionBack() {
    for (const auto id : checks_.ids()) {
        checks_.update(id, [](Check& check) { check.offline = false; });
        apply(id, Event::connectionBack);
    }
}

void CheckFlow::readAll() {
    for (const auto id : checks_.every()) {
        read(id);
    }
}

void CheckFlow::clear() {
    checks_.clear();
    while (!tokens_.empty()) {
        forgetToken(tokens_.begin()->first);
    }
    said_.clear();
    finished_.clear();
    taken_.clear();
    reports_.clear();
    shown_.clear();
    unstarted_.clear();
    drafts_.clear();
    reading_.clear();
    readAgain_.clear();
    moved_.clear();
}

void CheckFlow::apply(int id, Event event) {
    const auto* check = checks_.find(id);
    if (check == nullptr) {
        return;
    }
    const auto step = stepOf(check->page, event);
    if (step.action == Action::ignore) {
        return;
    }
    const bool arrives = step.next != check->page;
    checks_.update(id, [&step, arrives](Check& each) {
        each.page = step.next;
        each.unknownState = step.action == Action::showUnknown;
        each.offline = each.offline || step.action == Action::showOffline;
        if (!step.exit.empty()) {
            each.exit = step.exit;
        }
        if (arrives) {
            each.since.start();
        }
        // In one change: whoever follows must never open a page again because nobody said yet why it cannot.
        if (arrives || step.action == Action::showTrouble) {
            each.trouble = step.action == Action::showTrouble ? step.exit : std::string_view{};
            each.renewing = false;
        }
        if (arrives && isEnd(each.page) && each.verification) {
            each.exit = each.verification->code.empty() ? std::string{step.exit} : each.verification->code;
            each.cancelling = false;
            each.offline = false;
        }
    });
    act(id, step.action);
    if (arrives && isEnd(step.next)) {
        forgetToken(id);
    }
    if (arrives && step.next == Page::summary) {
        hideClaimsLater(id);
    }
}

void CheckFlow::act(int id, Action action) {
    switch (action) {
        case Action::startVerification:
            reports_.forget(id);
            finished_.erase(id);
            prepareStart(id);
            startVerification(id);
            break;
        case Action::abandon:
            abandon(id);
            break;
        case Action::sendToken:
            sendToken(id);
            break;
        case Action::sendCancel:
            sendCancel(id);
            break;
        case Action::sendClose:
            sendClose(id);
            break;
        case Action::sendReport:
            sendReport(id);
            break;
        case Action::sendRenewal:
            sendRenewal(id);
            break;
        case Action::clearTrouble:
            checks_.update(id, [](Check& check) {
                check.trouble.clear();
                check.exit.clear();
            });
            break;
        case Action::putAway:
            checks_.update(id, [](Check& check) {
                check.claimsHidden = true;
                check.closing = false;
                if (check.verification) {
                    check.verification->claims.clear();
                }
            });
            break;
        case Action::readAgain:
            read(id);
            break;
        case Action::none:
        case Action::ignore:
        case Action::showProblem:
        case Action::showTrouble:
        case Action::showUnknown:
        case Action::showOffline:
            break;
    }
}

void CheckFlow::prepareStart(int id) {
    checks_.update(id, [](Check& check) {
        check.wanted.answers = answersToSend(check.forms, check.filledIn);
        check.verification.reset();
        check.exit.clear();
        check.deadline = QDeadlineTimer{QDeadlineTimer::Forever};
        check.pageDeadline = check.deadline;
        check.renewing = false;
        check.claimsHidden = false;
        check.cancelling = false;
    });
}

void CheckFlow::takeVerification(int id, const Verification& verification, Age age) {
    const auto* check = checks_.find(id);
    if (check == nullptr) {
        return;
    }
    const auto& present = check->verification;
    const bool mayStepBack = age == Age::newest && present && !isFinal(present->state);
    if (isOlder(verification, present) && !mayStepBack) {
        return;
    }
    // What was handed in turned out to be none of this check's: it waits for the customer again.
    const bool wasDropped = present && present->id == verification.id && present->state == State::verifying &&
                            verification.state == State::awaiting && finished_.count(id) == 0;
    ++taken_[id];
    if (check->verification && verification.state == State::unknown &&
        verification.verdict != claims::Verdict::blocked) {
        apply(id, Event::nowUnknown);  // what we have stays: it can still be read
        return;
    }
    const bool putAway = check->page == Page::newCheck;
    checks_.update(id, [&verification, putAway](Check& each) {
        each.verification = verification;
        if (putAway) {
            each.verification->claims.clear();
        }
        if (isEnd(each.page)) {
            each.exit = exitCodeOf(verification);
        }
        if (verification.expiresInMs > 0) {
            each.deadline = QDeadlineTimer{std::chrono::milliseconds{verification.expiresInMs}};
        } else if (!verification.deadline) {
            each.deadline = QDeadlineTimer{QDeadlineTimer::Forever};
        }
        const auto* page = each.launch();
        each.pageDeadline = page != nullptr && page->expiresAt
                                ? QDeadlineTimer{std::chrono::milliseconds{page->expiresInMs}}
                                : QDeadlineTimer{QDeadlineTimer::Forever};
    });
    const auto event = eventOf(verification);
    apply(id, wasDropped && event == Event::nowAwaitingBrowser ? Event::reportDropped : event);
}

void CheckFlow::hideClaimsLater(int id) {
    if (hideAfter_.count() <= 0) {
        return;
    }
    const auto turn = ++shown_[id];
    QTimer::singleShot(hideAfter_, &context_, [this, id, turn] {
        const auto known = shown_.find(id);
        if (known != shown_.end() && known->second == turn) {
            checks_.update(id, [](Check& check) { check.claimsHidden = true; });
        }
    });
}

}  // namespace verdesk::desk
