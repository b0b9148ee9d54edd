#include "backend/scheduler/poll_rule.h"

#include <algorithm>

namespace verdesk::backend {
namespace {

std::chrono::milliseconds pauseAfter(const PollState& state) {
    auto pause = std::max(state.interval, state.pace);
    const auto longest = std::max<std::chrono::milliseconds>(longestPause, pause);
    for (int i = 1; i < state.failures && pause < longest; ++i) {
        pause *= 2;
    }
    return std::min(pause, longest);
}

}  // namespace

std::optional<Instant> firstAsk(const PollState& state, Instant now) {
    if (!state.askable) {
        return state.deadline;
    }
    const auto next = now + state.interval;
    return state.deadline ? std::max(now, std::min(next, *state.deadline)) : next;
}

void resetPace(PollState& state) {
    state.pace = std::chrono::milliseconds{0};
}

void noteAsked(PollState& state, Instant now) {
    state.askedAt = now;
    state.pace = std::min(std::max(state.interval, state.pace) * 3 / 2, std::max(state.interval, state.longest));
    if (state.deadline && now >= *state.deadline && !state.lastCallAt) {
        state.lastCallAt = now;
    }
}

PollStep afterAnswer(PollState& state, PollOutcome outcome, Instant now) {
    state.failures = outcome == PollOutcome::pending ? 0 : state.failures + 1;
    if (outcome == PollOutcome::refused || (outcome == PollOutcome::broken && state.failures >= mostNonsense)) {
        return GiveUp{};
    }
    const auto asked = state.askedAt.value_or(now);
    if (const auto end = endOfPatience(state)) {
        // Near the end every interval counts: no growing pauses here.
        if (now >= *end) {
            return Expire{};
        }
        return AskAt{std::max(now, std::min(asked + state.interval, *end))};
    }
    auto next = std::max(now, asked + pauseAfter(state));
    if (state.deadline) {
        next = std::max(now, std::min(next, *state.deadline));
    }
    return AskAt{next};
}

std::optional<Instant> endOfPatience(const PollState& state) {
    if (!state.lastCallAt) {
        return std::nullopt;
    }
    return *state.lastCallAt + patienceAtDeadline;
}

}  // namespace verdesk::backend
