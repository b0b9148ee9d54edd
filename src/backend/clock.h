#pragma once
// Time, passed in. Thread-safe.

#include "contract/instant.h"

namespace verdesk::backend {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock : public Clock {
public:
    Instant now() const override {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

}  // namespace verdesk::backend
