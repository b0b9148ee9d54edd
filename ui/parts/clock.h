#pragma once
// What time it is, passed in, so that tests choose it; and a deadline on that clock.

#include "contract/instant.h"

#include <chrono>
#include <functional>

namespace verdesk::ui {

using Clock = std::function<Instant()>;

inline Instant systemNow() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

// `at` is on the desk's own clock: the moment an answer came plus its `expiresInMs`. `total`: how long it was at first.
struct Deadline {
    Instant at{};
    std::chrono::milliseconds total{};
    bool operator==(const Deadline&) const = default;
};

}  // namespace verdesk::ui
