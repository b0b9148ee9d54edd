#pragma once
// The rules of deciding on a case, as pure functions of its rows. Whether this person may decide at all is the policy's
// matter (auth/policy.h); what stands here holds for every role.

#include "backend/auth/policy.h"
#include "backend/store/rows.h"
#include "contract/problem.h"

#include <optional>
#include <vector>

namespace verdesk::backend::api {

inline constexpr std::size_t longestReason = 2'000;  // characters

// What a decision of that kind takes. `close` is anybody's who works on cases.
Operation operationFor(DecisionKind kind);

// Throws MemberError: approve, reject and escalate need a reason.
void checkDecide(const Decide& decide);

// Nothing: go on. A blocked case is approved by nobody: it is enough that one of its verifications is blocked.
std::optional<Problem> whyNot(const store::CaseRow& row, const std::vector<store::VerificationRow>& verifications,
                              DecisionKind kind);

// The row after the decision: approve and reject close the case, escalate leaves it open, close decides nothing.
store::CaseRow decided(store::CaseRow row, DecisionKind kind, Instant now);

}  // namespace verdesk::backend::api
