#pragma once
// The time that deadlines and pauses go by, passed in so that tests need not wait.

#include <boost/asio/awaitable.hpp>

#include <chrono>

namespace verdesk::backend::egress {

using Moment = std::chrono::steady_clock::time_point;
using Millis = std::chrono::milliseconds;

class Timing {
public:
    virtual ~Timing() = default;
    virtual Moment now() const = 0;
    virtual boost::asio::awaitable<void> wait(Millis time) = 0;
};

class SteadyTiming : public Timing {
public:
    Moment now() const override;
    boost::asio::awaitable<void> wait(Millis time) override;
};

}  // namespace verdesk::backend::egress
