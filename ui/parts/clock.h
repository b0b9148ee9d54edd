#pragma once
// What time it is, passed in, so that tests choose it; and a deadline on that clock.

#include "contract/instant.h"

#include <QDeadlineTimer>

#include <chrono>
#include <functional>

namespace verdesk::ui {

using Clock = std::function<Instant()>;

// The time of day.
inline Instant systemNow() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

// Time that only runs forward, whatever somebody does to the computer's clock. Its zero means nothing.
inline Instant steadyNow() {
    return Instant{std::chrono::milliseconds{QDeadlineTimer::current().deadline()}};
}

// `at` is on the clock that it is compared with. `total`: how long it was at first.
struct Deadline {
    Instant at{};
    std::chrono::milliseconds total{};
    bool operator==(const Deadline&) const = default;
};

// For comparison with steadyNow().
inline Deadline deadlineOf(const QDeadlineTimer& timer, std::chrono::milliseconds total) {
    return {Instant{std::chrono::milliseconds{timer.deadline()}}, total};
}

}  // namespace verdesk::ui
