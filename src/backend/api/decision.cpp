#include "backend/api/decision.h"

#include "backend/api/answer.h"
#include "contract/text_length.h"

#include <algorithm>

namespace verdesk::backend::api {

using claims::Verdict;

Operation operationFor(DecisionKind kind) {
    return kind == DecisionKind::close ? Operation::closeCase : Operation::decideCase;
}

void checkDecide(const Decide& decide) {
    const bool blank = std::all_of(decide.reason.begin(), decide.reason.end(),
                                   [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    if (decide.kind != DecisionKind::close && blank) {
        throw MemberError{"reason", "is needed for this decision"};
    }
    if (characterCount(decide.reason) > longestReason) {
        throw MemberError{"reason", "must have at most " + std::to_string(longestReason) + " characters"};
    }
}

std::optional<Problem> whyNot(const store::CaseRow& row, const std::vector<store::VerificationRow>& verifications,
                              DecisionKind kind) {
    const bool blocked = row.verdict == Verdict::blocked ||
                         std::any_of(verifications.begin(), verifications.end(),
                                     [](const auto& each) { return each.verdict == Verdict::blocked; });
    if (kind == DecisionKind::approve && blocked) {
        return caseBlocked();
    }
    if (row.state != CaseState::open) {
        return caseClosed();
    }
    const bool completed = std::any_of(verifications.begin(), verifications.end(),
                                       [](const auto& each) { return each.state == State::completed; });
    if (kind == DecisionKind::approve && !completed) {
        return Problem{409, "nothing-to-decide", "There is no completed verification to approve", {}, {}};
    }
    return std::nullopt;
}

store::CaseRow decided(store::CaseRow row, DecisionKind kind, Instant now) {
    row.updatedAt = now;
    if (kind != DecisionKind::close) {
        row.decision = kind;
    }
    if (kind != DecisionKind::escalate) {
        row.state = CaseState::closed;
    }
    return row;
}

}  // namespace verdesk::backend::api
