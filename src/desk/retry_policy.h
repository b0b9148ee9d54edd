#pragma once
// When a call is tried again: one rule for all calls, as a pure function.

#include <chrono>
#include <cstdint>
#include <optional>

namespace verdesk::desk {

// How often a call may be sent.
enum class Repeat : std::uint8_t {
    never,         // signing in: a lost answer is said at once
    few,           // reading: whoever needs it asks again when the connection is back
    untilAnswered  // what creates or decides: the same Idempotency-Key until there is an answer, so that it happens
                   // once
};

// What became of one attempt.
struct Attempted {
    int count = 1;       // attempts so far, from 1
    bool lost = false;   // no answer: refused, dropped, timed out
    int status = 0;      // of the answer, where there was one
    bool named = false;  // the answer was a problem with a code, that is, our backend's own word
    std::optional<std::chrono::milliseconds> retryAfter = std::nullopt;  // as the answer asks
};

// The delay before the next attempt, or nothing where this one counts. `random` is in [0, 1).
// Lost answers wait 0.2 s, growing twofold to 5 s, each shortened by up to a quarter so that desks do not march in
// step.
std::optional<std::chrono::milliseconds> nextAttempt(Repeat repeat, const Attempted& attempted, double random);

// The growing delay itself, for others that reconnect. `count` from 1.
std::chrono::milliseconds growingDelay(int count, double random);

}  // namespace verdesk::desk
