#pragma once
// When an open session is asked about again, and when it is over. Pure: the rules of polling without a clock.
//
// Every interval until the deadline, which may grow from question to question. At the deadline once more: then only an
// answer ends it, or 30 s in which none came that says how it ended. A provider that fails is asked less and less
// often, and one that refuses or goes on answering nonsense is given up.

#include "contract/instant.h"

#include <optional>
#include <variant>

namespace verdesk::backend {

inline constexpr std::chrono::seconds patienceAtDeadline{30};
inline constexpr std::chrono::seconds longestPause{30};
inline constexpr int mostNonsense = 6;  // answers in a row: with the growing pauses about a minute and a half

struct PollState {
    std::chrono::milliseconds interval{2500};
    std::chrono::milliseconds longest{0};  // the interval grows by half with each question up to this; 0: it stays
    std::chrono::milliseconds pace{0};     // how far it has grown; 0: not yet
    std::optional<Instant> deadline;
    bool askable = true;                // false: there is nothing to ask by, only the deadline counts
    std::optional<Instant> askedAt;     // the last time
    std::optional<Instant> lastCallAt;  // the first time at or after the deadline, also after a restart
    int failures = 0;                   // in a row
};

enum class PollOutcome {
    pending,      // asked, not ended
    unreachable,  // no answer
    broken,       // an answer that is none
    refused       // our key or the session itself
};

struct AskAt {
    Instant at;
    bool operator==(const AskAt&) const = default;
};
struct Expire {
    bool operator==(const Expire&) const = default;
};
struct GiveUp {
    bool operator==(const GiveUp&) const = default;
};
using PollStep = std::variant<AskAt, Expire, GiveUp>;

// The first question about a session that was opened at `now`. Nothing where there is never one.
std::optional<Instant> firstAsk(const PollState& state, Instant now);
// It has a reason to be asked often again, as at first.
void resetPace(PollState& state);
// To be called whenever it is asked.
void noteAsked(PollState& state, Instant now);
// What follows from what came back.
PollStep afterAnswer(PollState& state, PollOutcome outcome, Instant now);
// Until when an answer is waited for after the deadline; nothing before the question at the deadline was asked.
std::optional<Instant> endOfPatience(const PollState& state);

}  // namespace verdesk::backend
