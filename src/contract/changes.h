#pragma once
// GET /changes?after=N&wait=S: what moved since, as far as this person may see it. Ids, state and verdict alone.

#include "contract/case.h"

#include <string>
#include <vector>

namespace verdesk {

struct Change {
    std::int64_t at = 0;  // its place in the log
    std::string type;     // the event's type, e.g. "verification.completed"
    CaseId caseId;
    VerificationId verification;                      // empty where the event is about the case
    State state = State::unknown;                     // of the verification, where there is one
    claims::Verdict verdict = claims::Verdict::none;  // of the verification, or else of the case
    bool operator==(const Change&) const = default;
};

struct Changes {
    std::int64_t cursor = 0;  // pass as `after` next; moves past what this person may not see
    std::vector<Change> changes;
    bool operator==(const Changes&) const = default;
};
nlohmann::json toJson(const Changes& changes);
Changes changesFrom(const JsonReader& reader);

}  // namespace verdesk
