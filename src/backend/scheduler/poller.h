#pragma once
// Asks about every open session when it is due: a heap in memory with one alarm, for ten thousand sessions as for one.
// What asking means is passed in. To be used on its executor only.

#include "backend/scheduler/alarm.h"
#include "backend/scheduler/poll_rule.h"
#include "contract/id.h"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace verdesk::backend {

class Poller {
public:
    // What is done with a session. Each is called at most once at a time for one session, but `expire` may be called
    // while an `ask` that nobody answers still hangs.
    struct Hands {
        // Asks once and settles what came. Nothing: it has ended. An exception counts as unreachable.
        std::function<boost::asio::awaitable<std::optional<PollOutcome>>(VerificationId)> ask;
        // False: it may not end now; it is asked again after an interval.
        std::function<boost::asio::awaitable<bool>(VerificationId)> expire;
        std::function<boost::asio::awaitable<void>(VerificationId, PollOutcome)> giveUp;
    };
    // `atOnce`: how many questions may be under way together.
    Poller(boost::asio::any_io_executor executor, const Clock& clock, const Alarms& alarms, Hands hands,
           std::size_t atOnce = 256);
    ~Poller();
    Poller(const Poller&) = delete;
    Poller& operator=(const Poller&) = delete;

    // Watches it from now on; `at` is when it is asked first. One that is watched already stays as it is.
    void add(const VerificationId& id, const std::string& account, PollState state, Instant at);
    void remove(const VerificationId& id);
    bool watches(const VerificationId& id) const;
    bool watchesAnyOf(const std::string& account) const;
    std::size_t size() const;

    // Asks at once, or once more after the question that is under way: its answer may be older than the reason to ask.
    void askNow(const VerificationId& id);
    // The account's sessions, least recently asked first, at most `most`. Returns how many.
    std::size_t wake(const std::string& account, std::size_t most);

    struct Times {
        VerificationId id;
        std::optional<Instant> askedAt;
    };
    // For those who keep them for a restart or another replica.
    std::vector<Times> times() const;

    // Asks no more. What is under way ends by itself.
    void stop();

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace verdesk::backend
