#pragma once
// Events from rows: each function is given the row as it is after the change, and says in `data` all that the check of
// the store needs to rebuild it. Pure.

#include "backend/events/event.h"
#include "backend/store/rows.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace verdesk::backend {

// Who did it, where. `id` is a staff id, "system", "provider:passid", or "os:verdesk" for a user of the operating
// system.
struct Actor {
    std::string id;
    std::string counter;
    std::string branch;
};
Actor systemActor(std::string branch);
Actor providerActor(std::string_view provider, std::string branch);
Actor systemUserActor(std::string_view user, std::string branch);

// A fresh id; they rise within a process.
EventId newEventId(Instant at);

namespace event {

// `type` is one of the staff events without data.
Event ofStaff(std::string_view type, const Actor& actor, Instant at, EventId id);
// `what`: "added", "disabled", "enabled", "reset"; `staff` is the one who was changed.
Event ofStaffChange(std::string_view what, const StaffId& staff, const Actor& actor, Instant at, EventId id);

Event ofCaseOpened(const store::CaseRow& row, const Actor& actor, Instant at, EventId id);
// approve, reject or escalate. For `close` use ofCaseClosed.
Event ofCaseDecided(const store::CaseRow& row, DecisionKind kind, const Actor& actor, Instant at, EventId id);
Event ofCaseClosed(const store::CaseRow& row, const Actor& actor, Instant at, EventId id);
// After the verification's event that made the case worse.
Event ofCaseReopened(const store::CaseRow& row, const Actor& actor, Instant at, EventId id);

// `toForget`: the verifications that their providers are asked to delete. `remainsAt`: accounts that hold something of
// the case which can be deleted by hand alone.
Event ofCaseErased(const store::CaseRow& row, const std::vector<VerificationId>& toForget,
                   const std::set<std::string>& remainsAt, const Actor& actor, Instant at, EventId id);

// Any verification event. `type` is one of event_types.h; `caseVerdict` is the case row's after the change; `evidence`
// is tables::evidenceDigest of the row, or empty to say nothing of it (the last that was said still holds).
Event ofVerification(std::string_view type, const store::VerificationRow& row, claims::Verdict caseVerdict,
                     const std::string& evidence, const Actor& actor, Instant at, EventId id);
// `ignored`: the state that the answer would have led to.
Event ofIgnoredAnswer(const store::VerificationRow& row, State ignored, claims::Verdict caseVerdict,
                      const std::string& evidence, const Actor& actor, Instant at, EventId id);

// The event type that goes with a state that was just entered; `verification.started` for requesting.
std::string_view typeFor(State state);

Event ofEvidenceRead(const store::DocumentRow& document, const Actor& actor, Instant at, EventId id);

Event ofRawAnswersRead(const store::VerificationRow& row, std::size_t answers, const Actor& actor, Instant at,
                       EventId id);

Event ofKeysRotationBegun(int from, int to, const Actor& actor, Instant at, EventId id);
Event ofKeysRotated(int to, const Actor& actor, Instant at, EventId id);

// `providerEvent` is the provider's own id of the webhook; empty where it has none.
Event ofHookMatched(const std::string& hook, const store::VerificationRow& row, const std::string& providerEvent,
                    const Actor& actor, Instant at, EventId id);
Event ofHookUnmatched(const std::string& hook, const std::string& account, const Actor& actor, Instant at, EventId id);
// `row`: the verification that it was assigned to.
Event ofHookAssigned(const std::string& hook, const store::VerificationRow& row, const Actor& actor, Instant at,
                     EventId id);
// `type`: hookDismissed or hookDropped.
Event ofHookPutAway(std::string_view type, const std::string& hook, const std::string& account, const Actor& actor,
                    Instant at, EventId id);

}  // namespace event
}  // namespace verdesk::backend
