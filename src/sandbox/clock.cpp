#include "sandbox/clock.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace verdesk::sandbox {

using namespace std::chrono;

std::string timeText(Time time) {
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return text;
}

Clock::Clock(Time start, std::function<Real::time_point()> real)
    : real_(std::move(real)), base_(start), realBase_(real_()) {}

Time Clock::now() const {
    const auto passed = duration<double, std::milli>{real_() - realBase_} * speed_;
    return base_ + milliseconds{static_cast<long long>(passed.count())};
}

void Clock::rebase() {
    base_ = now();
    realBase_ = real_();
}

void Clock::setSpeed(double speed) {
    rebase();
    speed_ = std::clamp(speed, 0.0, maxSpeed);
    if (changed_) {
        changed_();
    }
}

void Clock::advance(milliseconds time) {
    rebase();
    base_ += std::max(time, milliseconds{0});
    if (changed_) {
        changed_();
    }
}

std::optional<milliseconds> Clock::realUntil(Time moment) const {
    const auto left = moment - now();
    if (left <= milliseconds{0}) {
        return milliseconds{0};
    }
    if (speed_ <= 0) {
        return std::nullopt;
    }
    // Rounded up, and never zero: who waits so long finds the moment reached.
    return milliseconds{static_cast<long long>(std::ceil(static_cast<double>(left.count()) / speed_))};
}

void Clock::onChange(std::function<void()> changed) {
    changed_ = std::move(changed);
}

}  // namespace verdesk::sandbox
