#pragma once
// Rows and happenings for the tests of the transition.

#include "backend/verification/transition.h"

#include <string>
#include <vector>

namespace verdesk::test {

using namespace backend;

inline constexpr State everyState[] = {State::requesting, State::awaiting, State::verifying, State::completed,
                                       State::declined,   State::expired,  State::cancelled, State::failed};

inline const Instant started = *instantFrom("2026-03-17T14:00:00Z");
inline const Instant now = *instantFrom("2026-03-17T14:02:00Z");

inline claims::Claim flag(std::string_view name, bool value) {
    return {std::string{name}, claims::Flag{value}, value ? claims::Status::proven : claims::Status::contradicted,
            "claims." + std::string{name}, value};
}

inline claims::Claim text(std::string_view name, std::string value) {
    return {std::string{name}, claims::Text{value}, claims::Status::proven, {}, value};
}

inline providers::Progress completed(std::vector<claims::Claim> given) {
    providers::Progress progress;
    progress.state = State::completed;
    progress.claims = std::move(given);
    return progress;
}

inline providers::Progress good() {
    return completed({flag(claims::name::identity, true), flag(claims::name::sanctionsClear, true)});
}

inline providers::Progress declined(claims::Decline why) {
    providers::Progress progress;
    progress.state = State::declined;
    progress.decline = why;
    progress.providerCode = "SOME_CODE";
    return progress;
}

inline providers::Progress at(State state) {
    providers::Progress progress;
    progress.state = state;
    return progress;
}

inline providers::Begun begun() {
    providers::Begun begun;
    begun.providerKey = "req_7a";
    begun.deadline = started + std::chrono::minutes{10};
    begun.launches = {Launch{QrLaunch{"passid://r", "AB3X-7YQM", *begun.deadline, 600'000}, {}}};
    return begun;
}

// A row as it would have got there.
inline store::VerificationRow rowIn(State state) {
    store::VerificationRow row;
    row.id = VerificationId{"v"};
    row.caseId = CaseId{"c"};
    row.startedAt = started;
    row.details.asks = {std::string{claims::name::identity}, std::string{claims::name::sanctionsClear}};
    row.state = state;
    if (state == State::requesting) {
        return row;
    }
    row.providerKey = "req_7a";
    row.deadline = started + std::chrono::minutes{10};
    row.details.launches = begun().launches;
    row.nextPollAt = started + std::chrono::milliseconds{2500};
    if (isFinal(state)) {
        row.endedAt = started + std::chrono::minutes{1};
        row.nextPollAt.reset();
    }
    if (state == State::completed) {
        row.verdict = claims::Verdict::pass;
        row.details.claims = good().claims;
        row.details.proof = Proof{claims::Channel::webhook, true, row.endedAt, {}, {}};
    } else if (state == State::declined) {
        row.decline = claims::Decline::customerDeclined;
        row.code = "VD-D101";
        row.details.proof = Proof{claims::Channel::poll, false, row.endedAt, {}, {}};
    } else if (state == State::expired) {
        row.decline = claims::Decline::requestExpired;
        row.code = "VD-D102";
    } else if (state == State::failed) {
        row.failure = Failure::providerBroken;
        row.code = "VD-F202";
    }
    return row;
}

inline HasProgress polled(providers::Progress progress) {
    return {std::move(progress), claims::Channel::poll, true};
}

}  // namespace verdesk::test
