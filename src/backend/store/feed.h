#pragma once
// The end of the event log, in memory: one reader of the log per replica feeds every long poll from here.

#include "backend/events/event.h"
#include "claims/verdict.h"
#include "contract/verification.h"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

namespace verdesk::backend::store {

// An event at its place in the log. `state` and `verdict` are read from its data.
struct LogEntry {
    std::int64_t at = 0;
    std::string type;
    std::string branch;
    CaseId caseId;
    VerificationId verification;
    State state = State::unknown;
    claims::Verdict verdict = claims::Verdict::none;
};

struct FeedSlice {
    std::int64_t cursor = 0;  // of the last entry looked at
    std::vector<LogEntry> entries;
    bool tooOld = false;  // `after` is before what memory holds
};

// Every method is to be called on the executor that the store was given.
class Feed {
public:
    struct State;
    explicit Feed(std::shared_ptr<State> state);
    std::int64_t cursor() const;
    // What came after `after`; waits until there is something or the time is over (an empty slice then). Cancelling the
    // coroutine ends the wait.
    boost::asio::awaitable<FeedSlice> after(std::int64_t after, std::chrono::milliseconds wait);

private:
    std::shared_ptr<State> state_;
};

}  // namespace verdesk::backend::store
