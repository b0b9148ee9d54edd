// The part of CheckFlow that is about what comes before a verification: its form, and a start that was refused.

#include "desk/check_flow.h"
#include "desk/form_answers.h"

#include <algorithm>

namespace verdesk::desk {
namespace {

constexpr int busy = 429;
constexpr int firstOfTheBackend = 500;

bool asksAnything(const std::vector<Form>& forms) {
    return std::any_of(forms.begin(), forms.end(), [](const Form& form) { return !form.questions.empty(); });
}

// What can be mended on the form, or sent from there again as it is. The rest is to be mended where the check was
// chosen.
bool isForTheForm(const CallError& error) {
    if (error.kind != CallError::Kind::refused) {
        return true;
    }
    const auto& problem = error.problem;
    return problem.member.starts_with("answers") || problem.status == busy ||
           (problem.status >= firstOfTheBackend && problem.code != "account-down");
}

}  // namespace

int CheckFlow::begin(Check check, const Flow& flow, LaunchKind launch) {
    check.wanted.flow = flow.id;
    check.wanted.launch = launch;
    check.flowTitle = flow.title;
    const bool asks = asksAnything(flow.forms);
    if (asks) {
        check.forms = flow.forms;
        const auto draft = drafts_.find(draftOf(check));
        check.filledIn = draft == drafts_.end() ? presetsOf(flow.forms) : draft->second;
    }
    const auto id = checks_.add(std::move(check));
    apply(id, asks ? Event::fillIn : Event::start);
    return id;
}

int CheckFlow::addParticipant(int id, const Flow& flow) {
    const auto* host = checks_.find(id);
    if (host == nullptr || !isRunning(host->page) || !host->verification || !host->verification->participants ||
        host->verification->flow != flow.id) {
        return 0;
    }
    auto check = checkFor(host->summary);
    check.opening.consentLanguage = host->opening.consentLanguage;
    check.wanted.parent = host->verification->id;
    check.participant = nextParticipant(check.wanted.parent);
    return begin(std::move(check), flow, host->verification->launch);
}

int CheckFlow::nextParticipant(const VerificationId& parent) const {
    int last = 0;
    for (const auto each : checks_.every()) {
        const auto* check = checks_.find(each);
        last = check->wanted.parent == parent ? std::max(last, check->participant) : last;
    }
    return last + 1;
}

void CheckFlow::keepAnswers(int id, const Answers& filledIn) {
    checks_.update(id, [&filledIn](Check& check) {
        if (check.page == Page::form) {
            check.filledIn = filledIn;
            check.problem.reset();  // what is wrong with it now has not been asked
        }
    });
}

// By visit and flow. What was filled in for one person is never offered for another.
std::string CheckFlow::draftOf(const Check& check) {
    const auto visit = check.opening.reference.empty() ? check.caseId.value : visitOf(check.opening);
    return check.wanted.parent.empty() ? visit + '\n' + check.wanted.flow : std::string{};
}

void CheckFlow::keepDraft(const Check& check) {
    if (const auto name = draftOf(check); !name.empty() && !check.forms.empty()) {
        drafts_[name] = check.filledIn;
    }
}

void CheckFlow::abandon(int id) {
    keepDraft(*checks_.find(id));
    Q_EMIT abandoned(id);
    if (const auto* check = checks_.find(id); check != nullptr && check->page == Page::newCheck) {
        checks_.remove(id);
    }
}

void CheckFlow::startWasRefused(int id, const CallError& error) {
    const auto* check = checks_.find(id);
    if (check == nullptr) {
        return;
    }
    if (!check->forms.empty() && isForTheForm(error)) {
        refused(id, Event::formRefused, error);
        Q_EMIT formRefused(id, error);
        return;
    }
    keepDraft(*check);
    if (!error.is("account-down")) {
        unstarted_.erase(visitOf(check->opening));
    }
    if (const auto* host = checks_.findVerification(check->wanted.parent)) {
        checks_.update(host->id, [&error](Check& each) { each.problem = error; });
    }
    refused(id, Event::startRefused, error);
    Q_EMIT startRefused(id, error);
    if (const auto* left = checks_.find(id); left != nullptr && left->page == Page::newCheck) {
        checks_.remove(id);
    }
}

}  // namespace verdesk::desk
