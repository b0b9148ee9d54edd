#include "backend/events/fold.h"

#include "backend/events/event_types.h"
#include "contract/case.h"

#include <algorithm>
#include <array>

namespace verdesk::backend {
namespace {

using nlohmann::json;

// The member as it must stand in a column; empty where it is missing.
std::string wordIn(const json& data, const std::string& member) {
    const auto found = data.find(member);
    if (found == data.end()) {
        return {};
    }
    return found->is_string() ? found->get<std::string>() : found->dump();
}

template <class Enum>
bool isWord(const std::string& text) {
    return fromWord<Enum>(text).has_value();
}

claims::Verdict verdictOf(const std::string& word) {
    return fromWord<claims::Verdict>(word).value_or(claims::Verdict::none);
}

State stateOf(const std::string& word) {
    return fromWord<State>(word).value_or(State::unknown);
}

// The state that an event of this type must lead to; empty where it may be any.
std::string_view stateAfter(const std::string& type) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> states{
        {{event::verificationStarted, "requesting"},
         {event::verificationAwaiting, "awaiting"},
         {event::verificationVerifying, "verifying"},
         {event::verificationCompleted, "completed"},
         {event::verificationDeclined, "declined"},
         {event::verificationExpired, "expired"},
         {event::verificationCancelled, "cancelled"},
         {event::verificationFailed, "failed"}}};
    for (const auto& [each, state] : states) {
        if (each == type) {
            return state;
        }
    }
    return {};
}

}  // namespace

void Fold::fault(std::int64_t at, const Event& event, const std::string& what) {
    faults_.push_back("events " + std::to_string(at) + " (" + event.type + "): " + what);
}

void Fold::add(std::int64_t at, const Event& event) {
    if (event.type == event::caseOpened) {
        openCase(at, event);
    } else if (event.type.starts_with("case.")) {
        changeCase(at, event);
    } else if (event.type.starts_with("verification.")) {
        changeVerification(at, event);
    } else if (event.type.starts_with("hook.")) {
        changeHook(at, event);
    } else if (!event.type.starts_with("staff.") && !event.type.starts_with("evidence.") &&
               !event.type.starts_with("keys.")) {
        fault(at, event, "its type is not known");
    }
}

ExpectedCase* Fold::knownCase(std::int64_t at, const Event& event) {
    const auto found = cases_.find(event.caseId.value);
    if (found == cases_.end()) {
        fault(at, event, "case " + event.caseId.value + " was not opened before");
        return nullptr;
    }
    return &found->second;
}

void Fold::openCase(std::int64_t at, const Event& event) {
    auto [place, added] = cases_.try_emplace(event.caseId.value);
    if (!added) {
        fault(at, event, "case " + event.caseId.value + " was opened before");
        return;
    }
    auto& columns = place->second.columns;
    columns["branch"] = event.branch;
    columns["opened_by"] = event.actor;
    for (const auto* member :
         {"state", "verdict", "decision", "number", "purpose", "environment", "consent_language"}) {
        columns[member] = wordIn(event.data, member);
    }
    columns["consent_version"] = wordIn(event.data, "consent");
    columns["attestation_version"] = wordIn(event.data, "attestation");
}

void Fold::changeCase(std::int64_t at, const Event& event) {
    auto* const known = knownCase(at, event);
    if (known == nullptr) {
        return;
    }
    if (known->erased) {
        fault(at, event, "it comes after the case was erased");
    }
    if (event.type == event::caseDecided) {
        decide(at, event, *known);
    } else if (event.type == event::caseClosed) {
        ++known->closes;
    } else if (event.type == event::caseErased) {
        erase(at, event, *known);
    } else if (event.type != event::caseReopened) {
        fault(at, event, "its type is not known");
        return;
    }
    auto& columns = known->columns;
    const auto state = wordIn(event.data, "state");
    const auto verdict = wordIn(event.data, "verdict");
    if (!isWord<CaseState>(state) || !isWord<claims::Verdict>(verdict)) {
        fault(at, event, "it does not say the case's state and verdict");
    }
    if (verdict != columns["verdict"]) {
        fault(at, event, "it says verdict " + verdict + ", and the case's was " + columns["verdict"]);
    }
    const bool ends = event.type == event::caseClosed || event.type == event::caseErased;
    const auto expected = ends ? "closed" : event.type == event::caseReopened ? "open" : std::string_view{};
    if (!expected.empty() && state != expected) {
        fault(at, event, "it leaves the case " + state);
    }
    columns["state"] = state;
    columns["verdict"] = verdict;
    columns["decision"] = wordIn(event.data, "decision");
}

void Fold::erase(std::int64_t at, const Event& event, ExpectedCase& known) {
    known.erased = true;
    const auto named = event.data.find("to_forget");
    if (named == event.data.end() || !named->is_array()) {
        fault(at, event, "it does not say what its providers are asked to delete");
        return;
    }
    for (const auto& id : *named) {
        const auto found = id.is_string() ? verifications_.find(id.get<std::string>()) : verifications_.end();
        if (found == verifications_.end() || found->second.columns["case_id"] != event.caseId.value) {
            fault(at, event, "it has a verification deleted that is not the case's");
        } else {
            found->second.toForget = true;
        }
    }
}

void Fold::decide(std::int64_t at, const Event& event, ExpectedCase& known) {
    const auto kind = wordIn(event.data, "kind");
    const auto decision = fromWord<DecisionKind>(kind).value_or(DecisionKind::unknown);
    if (decision == DecisionKind::unknown || decision == DecisionKind::close) {
        fault(at, event, "it decides \"" + kind + "\"");
    }
    if (decision == DecisionKind::approve && known.columns["verdict"] == toWord(claims::Verdict::blocked)) {
        fault(at, event, "it approves a case that was blocked at that moment");
    }
    if (wordIn(event.data, "decision") != kind) {
        fault(at, event, "it decides " + kind + " and leaves the case with " + wordIn(event.data, "decision"));
    }
    const bool closes = decision == DecisionKind::approve || decision == DecisionKind::reject;
    if (closes && wordIn(event.data, "state") != toWord(CaseState::closed)) {
        fault(at, event, "it decides " + kind + " and does not close the case");
    }
    known.decisions.push_back({kind, event.actor});
}

void Fold::changeVerification(std::int64_t at, const Event& event) {
    auto* const known = knownCase(at, event);
    if (known == nullptr) {
        return;
    }
    if (event.type == event::verificationStarted) {
        startVerification(at, event, *known);
    }
    const auto found = verifications_.find(event.verification.value);
    if (found == verifications_.end()) {
        fault(at, event, "verification " + event.verification.value + " was not started before");
        return;
    }
    if (found->second.columns["case_id"] != event.caseId.value) {
        fault(at, event, "verification " + event.verification.value + " belongs to another case");
        return;
    }
    const bool forgets = event.type == event::verificationForgotten;
    const bool openedLate = event.type == event::verificationOpenedLate;
    if ((forgets || openedLate) != known->erased) {
        fault(at, event, known->erased ? "it comes after the case was erased" : "its case was not erased");
    }
    takeOver(at, event, found->second);
    if (openedLate) {
        found->second.toForget = true;
        found->second.forgotten = false;
    }
    if (forgets && !found->second.toForget) {
        fault(at, event, "nobody was asked to delete it");
    }
    found->second.forgotten = found->second.forgotten || forgets;

    auto& caseVerdict = known->columns["verdict"];
    const auto said = wordIn(event.data, "case_verdict");
    if (!isWord<claims::Verdict>(said)) {
        fault(at, event, "it does not say the case's verdict");
    }
    if (caseVerdict == toWord(claims::Verdict::blocked) && said != caseVerdict) {
        fault(at, event, "the case was blocked and is so no more");
    }
    caseVerdict = said;
}

void Fold::startVerification(std::int64_t at, const Event& event, ExpectedCase& known) {
    const auto [place, added] = verifications_.try_emplace(event.verification.value);
    if (!added) {
        fault(at, event, "verification " + event.verification.value + " was started before");
        return;
    }
    auto& columns = place->second.columns;
    columns["case_id"] = event.caseId.value;
    columns["branch"] = event.branch;
    columns["counter"] = event.counter;
    columns["started_by"] = event.actor;
    for (const auto* member : {"flow", "flow_digest", "account", "provider", "environment", "launch"}) {
        columns[member] = wordIn(event.data, member);
    }
    columns["rules_version"] = wordIn(event.data, "rules");
    columns["parent_id"] = wordIn(event.data, "parent");
    if (event.branch != known.columns["branch"]) {
        fault(at, event, "its branch is not the case's");
    }
}

void Fold::takeOver(std::int64_t at, const Event& event, ExpectedVerification& known) {
    auto& columns = known.columns;
    const auto before = stateOf(columns["state"]);
    const auto state = wordIn(event.data, "state");
    const auto verdict = wordIn(event.data, "verdict");
    const auto expected = stateAfter(event.type);
    if (!isWord<State>(state) || !isWord<claims::Verdict>(verdict)) {
        fault(at, event, "it does not say the verification's state and verdict");
    }
    if (isFinal(before) && state != columns["state"]) {
        fault(at, event, "a final state changed from " + columns["state"] + " to " + state);
    }
    if (!expected.empty() && state != expected) {
        fault(at, event, "it leaves the verification " + state);
    }
    if (verdictOf(verdict) < verdictOf(columns["verdict"])) {
        fault(at, event, "a verdict got better: from " + columns["verdict"] + " to " + verdict);
    }
    columns["state"] = state;
    columns["verdict"] = verdict;
    columns["code"] = wordIn(event.data, "code");
    for (const auto* member : {"decline", "failure"}) {
        columns.erase(member);
        if (event.data.contains(member)) {
            columns[member] = wordIn(event.data, member);
        }
    }
    if (event.data.contains("evidence")) {
        known.evidence = wordIn(event.data, "evidence");
    }
    if (event.data.contains("provider_key")) {
        known.providerKey = wordIn(event.data, "provider_key");
    }
}

void Fold::changeHook(std::int64_t at, const Event& event) {
    const bool waits = event.type == event::hookUnmatched;
    const bool byItself = waits || event.type == event::hookMatched;
    const bool toSomething = event.type == event::hookMatched || event.type == event::hookAssigned;
    if (!byItself && !toSomething && event.type != event::hookDismissed && event.type != event::hookDropped) {
        fault(at, event, "its type is not known");
        return;
    }
    ExpectedHook now;
    now.waits = waits;
    now.columns = {{"state", waits         ? "unmatched"
                             : toSomething ? "matched"
                                           : "dismissed"},
                   {"verification_id", event.verification.value}};
    const auto id = wordIn(event.data, "hook");
    const auto known = hooks_.find(id);
    if (byItself && known != hooks_.end() && known->second.columns != now.columns) {
        fault(at, event, "webhook " + id + " was dealt with before");
    }
    if (!byItself && (known == hooks_.end() || !known->second.waits)) {
        fault(at, event, "webhook " + id + " did not wait for anybody");
    }
    if (toSomething && verifications_.count(event.verification.value) == 0) {
        fault(at, event, "verification " + event.verification.value + " was not started before");
    }
    hooks_[id] = std::move(now);
}

}  // namespace verdesk::backend
