#include "backend/verification/service.h"

#include <algorithm>

namespace verdesk::backend {
namespace {

std::int64_t millisUntil(Instant moment, Instant now) {
    return std::max<std::int64_t>(0, (moment - now).count());
}

// One that runs, and is nobody's participant itself.
bool takesParticipants(const store::VerificationRow& row, const Config& config) {
    const auto* flow = config.flow(row.flow);
    const auto* provider = config.provider(row.provider);
    return !isFinal(row.state) && !row.providerKey.empty() && row.parent.empty() && flow != nullptr &&
           provider != nullptr && provider->takesParticipants(flow->flow);
}

}  // namespace

Verification view(const store::VerificationRow& row, const Config& config, Instant now) {
    Verification seen;
    seen.id = row.id;
    seen.caseId = row.caseId;
    seen.flow = row.flow;
    if (const auto* flow = config.flow(row.flow)) {
        seen.flowTitle = flow->title;
    }
    const auto* provider = config.provider(row.provider);
    seen.provider = provider == nullptr ? row.provider : provider->info().displayName;
    seen.account = row.account;
    seen.environment = row.environment;
    seen.launch = row.launch;
    seen.state = row.state;
    seen.verdict = row.verdict;
    seen.reasons = row.details.reasons;
    seen.decline = row.decline;
    seen.failure = row.failure;
    seen.code = row.code;
    seen.providerCode = row.providerCode;
    seen.startedAt = row.startedAt;
    seen.endedAt = row.endedAt;
    seen.deadline = row.deadline;
    if (row.deadline) {
        seen.expiresInMs = millisUntil(*row.deadline, now);
    }
    if (row.state == State::awaiting) {
        seen.launches = row.details.launches;
        for (auto& launch : seen.launches) {
            if (auto* code = std::get_if<QrLaunch>(&launch.what)) {
                code->expiresInMs = millisUntil(code->expiresAt, now);
            } else if (launch.expiresAt) {
                launch.expiresInMs = millisUntil(*launch.expiresAt, now);
            }
        }
    }
    seen.asks = row.details.asks;
    seen.claims = row.details.claims;
    seen.proof = row.details.proof;
    seen.startedBy = row.startedBy;
    seen.startedByName = row.startedByName;
    seen.parent = row.parent;
    seen.participants = takesParticipants(row, config);
    return seen;
}

}  // namespace verdesk::backend
