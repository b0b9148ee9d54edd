#include "backend/events/build.h"

#include "backend/events/event_types.h"
#include "crypto/random.h"

#include <stdexcept>

namespace verdesk::backend {
namespace {

Event start(std::string_view type, const Actor& actor, Instant at, EventId id) {
    Event event;
    event.id = std::move(id);
    event.at = at;
    event.actor = actor.id;
    event.counter = actor.counter;
    event.branch = actor.branch;
    event.type = type;
    return event;
}

Event ofCase(std::string_view type, const store::CaseRow& row, const Actor& actor, Instant at, EventId id) {
    auto event = start(type, actor, at, std::move(id));
    event.branch = row.branch;
    event.caseId = row.id;
    event.data = {{"state", toWord(row.state)}, {"verdict", toWord(row.verdict)}, {"decision", toWord(row.decision)}};
    return event;
}

}  // namespace

Actor systemActor(std::string branch) {
    return {"system", {}, std::move(branch)};
}

Actor providerActor(std::string_view provider, std::string branch) {
    return {"provider:" + std::string{provider}, {}, std::move(branch)};
}

Actor systemUserActor(std::string_view user, std::string branch) {
    return {"os:" + std::string{user}, {}, std::move(branch)};
}

EventId newEventId(Instant at) {
    return EventId{crypto::uuid7(at)};
}

namespace event {

Event ofStaff(std::string_view type, const Actor& actor, Instant at, EventId id) {
    return start(type, actor, at, std::move(id));
}

Event ofStaffChange(std::string_view what, const StaffId& staff, const Actor& actor, Instant at, EventId id) {
    auto made = start(staffChanged, actor, at, std::move(id));
    made.data["what"] = what;
    made.data["staff"] = staff.value;
    return made;
}

Event ofCaseOpened(const store::CaseRow& row, const Actor& actor, Instant at, EventId id) {
    auto made = ofCase(caseOpened, row, actor, at, std::move(id));
    made.data["number"] = row.number;
    made.data["purpose"] = row.purpose;
    made.data["environment"] = toWord(row.environment);
    made.data["consent"] = row.consentVersion;
    made.data["consent_language"] = row.consentLanguage;
    made.data["attestation"] = row.attestationVersion;
    return made;
}

Event ofCaseDecided(const store::CaseRow& row, DecisionKind kind, const Actor& actor, Instant at, EventId id) {
    if (kind == DecisionKind::close || kind == DecisionKind::unknown) {
        throw std::logic_error{"a case.decided event is about approve, reject or escalate"};
    }
    auto made = ofCase(caseDecided, row, actor, at, std::move(id));
    made.data["kind"] = toWord(kind);
    return made;
}

Event ofCaseClosed(const store::CaseRow& row, const Actor& actor, Instant at, EventId id) {
    return ofCase(caseClosed, row, actor, at, std::move(id));
}

Event ofCaseReopened(const store::CaseRow& row, const Actor& actor, Instant at, EventId id) {
    return ofCase(caseReopened, row, actor, at, std::move(id));
}

Event ofCaseErased(const store::CaseRow& row, const std::vector<VerificationId>& toForget,
                   const std::set<std::string>& remainsAt, const Actor& actor, Instant at, EventId id) {
    auto event = ofCase(caseErased, row, actor, at, std::move(id));
    event.data["to_forget"] = nlohmann::json::array();
    for (const auto& verification : toForget) {
        event.data["to_forget"].push_back(verification.value);
    }
    event.data["remains_at"] = remainsAt;
    return event;
}

Event ofVerification(std::string_view type, const store::VerificationRow& row, claims::Verdict caseVerdict,
                     const std::string& evidence, const Actor& actor, Instant at, EventId id) {
    auto made = start(type, actor, at, std::move(id));
    made.branch = row.branch;
    made.caseId = row.caseId;
    made.verification = row.id;
    auto& data = made.data;
    data = {{"state", toWord(row.state)},
            {"verdict", toWord(row.verdict)},
            {"case_verdict", toWord(caseVerdict)},
            {"code", row.code}};
    if (row.decline) {
        data["decline"] = toWord(*row.decline);
    }
    if (row.failure) {
        data["failure"] = toWord(*row.failure);
    }
    if (!evidence.empty()) {
        data["evidence"] = evidence;
    }
    if (type == verificationStarted) {
        data["flow"] = row.flow;
        data["flow_digest"] = row.flowDigest;
        data["account"] = row.account;
        data["provider"] = row.provider;
        data["environment"] = toWord(row.environment);
        data["launch"] = toWord(row.launch);
        data["rules"] = row.rulesVersion;
        if (!row.parent.empty()) {
            data["parent"] = row.parent.value;
        }
    }
    return made;
}

Event ofIgnoredAnswer(const store::VerificationRow& row, State ignored, claims::Verdict caseVerdict,
                      const std::string& evidence, const Actor& actor, Instant at, EventId id) {
    auto made = ofVerification(verificationAnswerIgnored, row, caseVerdict, evidence, actor, at, std::move(id));
    made.data["ignored"] = toWord(ignored);
    return made;
}

std::string_view typeFor(State state) {
    switch (state) {
        case State::requesting:
            return verificationStarted;
        case State::awaiting:
            return verificationAwaiting;
        case State::verifying:
            return verificationVerifying;
        case State::completed:
            return verificationCompleted;
        case State::declined:
            return verificationDeclined;
        case State::expired:
            return verificationExpired;
        case State::cancelled:
            return verificationCancelled;
        case State::failed:
            return verificationFailed;
        case State::unknown:
            break;
    }
    throw std::logic_error{"no event goes with an unknown state"};
}

Event ofEvidenceRead(const store::DocumentRow& document, const Actor& actor, Instant at, EventId id) {
    auto made = start(evidenceRead, actor, at, std::move(id));
    made.caseId = document.caseId;
    made.verification = document.verification;
    made.data["document"] = document.id;
    made.data["digest"] = document.digest;
    return made;
}

Event ofRawAnswersRead(const store::VerificationRow& row, std::size_t answers, const Actor& actor, Instant at,
                       EventId id) {
    auto made = start(evidenceRawRead, actor, at, std::move(id));
    made.branch = row.branch;
    made.caseId = row.caseId;
    made.verification = row.id;
    made.data["answers"] = answers;
    return made;
}

Event ofKeysRotationBegun(int from, int to, const Actor& actor, Instant at, EventId id) {
    auto made = start(keysRotationBegun, actor, at, std::move(id));
    made.data["from"] = from;
    made.data["to"] = to;
    return made;
}

Event ofKeysRotated(int to, const Actor& actor, Instant at, EventId id) {
    auto made = start(keysRotated, actor, at, std::move(id));
    made.data["to"] = to;
    return made;
}

Event ofHookMatched(const std::string& hook, const store::VerificationRow& row, const std::string& providerEvent,
                    const Actor& actor, Instant at, EventId id) {
    auto made = start(hookMatched, actor, at, std::move(id));
    made.branch = row.branch;
    made.caseId = row.caseId;
    made.verification = row.id;
    made.data["hook"] = hook;
    if (!providerEvent.empty()) {
        made.data["provider_event"] = providerEvent;
    }
    return made;
}

Event ofHookUnmatched(const std::string& hook, const std::string& account, const Actor& actor, Instant at, EventId id) {
    return ofHookPutAway(hookUnmatched, hook, account, actor, at, std::move(id));
}

Event ofHookAssigned(const std::string& hook, const store::VerificationRow& row, const Actor& actor, Instant at,
                     EventId id) {
    auto made = start(hookAssigned, actor, at, std::move(id));
    made.branch = row.branch;
    made.caseId = row.caseId;
    made.verification = row.id;
    made.data["hook"] = hook;
    made.data["account"] = row.account;
    return made;
}

Event ofHookPutAway(std::string_view type, const std::string& hook, const std::string& account, const Actor& actor,
                    Instant at, EventId id) {
    auto made = start(type, actor, at, std::move(id));
    made.data["hook"] = hook;
    made.data["account"] = account;
    return made;
}

}  // namespace event
}  // namespace verdesk::backend
