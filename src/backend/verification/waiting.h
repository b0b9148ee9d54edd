#pragma once
// Waiting inside coroutines: for something that happens once, and for a moment of the clock that was passed in. On one
// executor.

#include "backend/scheduler/alarm.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>

namespace verdesk::backend {

// Something that happens once, for one that waits at a time.
class Signal {
public:
    explicit Signal(const boost::asio::any_io_executor& executor)
        : timer_{executor, boost::asio::steady_timer::time_point::max()} {}
    void give() {
        given_ = true;
        timer_.cancel();
    }
    bool given() const {
        return given_;
    }
    // Until it is given, or that time is over. The object must outlive the wait.
    boost::asio::awaitable<void> wait(std::chrono::milliseconds atMost);
    boost::asio::awaitable<void> wait();

private:
    boost::asio::steady_timer timer_;
    bool given_ = false;
};

// Until the clock of the alarms shows that moment.
boost::asio::awaitable<void> waitUntil(const Alarms& alarms, Instant moment);

}  // namespace verdesk::backend
