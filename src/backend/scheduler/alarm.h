#pragma once
// Being woken at a moment. Passed in beside the clock, so that tests wake by hand.

#include "backend/clock.h"

#include <boost/asio/any_io_executor.hpp>

#include <functional>
#include <memory>

namespace verdesk::backend {

// Wakes once. To be used on its executor only, where `fire` is called too. Destroying it or setting it again forgets
// what was set before.
class Alarm {
public:
    virtual ~Alarm() = default;
    // A moment that has passed fires as soon as the executor comes to it, never inside this call.
    virtual void set(Instant at, std::function<void()> fire) = 0;
    virtual void cancel() = 0;
};

class Alarms {
public:
    virtual ~Alarms() = default;
    virtual std::unique_ptr<Alarm> make(boost::asio::any_io_executor executor) const = 0;
};

// Timers of the operating system. An alarm that is set counts on when the computer's time is changed.
class SystemAlarms : public Alarms {
public:
    explicit SystemAlarms(const Clock& clock) : clock_{clock} {}
    std::unique_ptr<Alarm> make(boost::asio::any_io_executor executor) const override;

private:
    const Clock& clock_;
};

}  // namespace verdesk::backend
