#pragma once
// The sandbox's own time: starts as the real one, can run faster and can be moved forward, so that a retry of two hours
// or an expiry of ten minutes is seen at once. It never goes back. Not for several threads.

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace verdesk::sandbox {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;

// RFC 3339 in UTC, with milliseconds.
std::string timeText(Time time);

class Clock {
public:
    using Real = std::chrono::steady_clock;

    static constexpr double maxSpeed = 1'000'000;

    explicit Clock(Time start, std::function<Real::time_point()> real = Real::now);

    Time now() const;
    double speed() const {
        return speed_;
    }
    // 0 (stands still) to maxSpeed.
    void setSpeed(double speed);
    void advance(std::chrono::milliseconds time);
    // How long to wait for that moment as things are; nothing while the clock stands. Zero where it has passed.
    std::optional<std::chrono::milliseconds> realUntil(Time moment) const;
    // Called after every change of speed or time: waits are to be reckoned anew.
    void onChange(std::function<void()> changed);

private:
    void rebase();

    std::function<Real::time_point()> real_;
    Time base_;
    Real::time_point realBase_;
    double speed_ = 1;
    std::function<void()> changed_;
};

}  // namespace verdesk::sandbox
