#pragma once
// Slows guessing down: per name, and more generously per address (a whole branch may come from one). After the free
// tries each further one has to wait twice as long, up to a lockout; a name that does not exist is treated like one
// that does. A try counts as failed from its beginning, so that many at once gain nothing. Pure but for its memory;
// one thread.

#include "contract/instant.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace verdesk::backend {

struct ThrottleRule {
    int freeTries = 4;                       // without any waiting
    std::chrono::milliseconds first{1'000};  // after the next; doubles with each
    int lockAfter = 10;                      // failures in a row
    std::chrono::milliseconds lockFor{900'000};
    std::chrono::milliseconds forgetAfter{3'600'000};  // without any try
};

class Throttle {
public:
    Throttle(ThrottleRule name, ThrottleRule address);
    Throttle();

    // Nothing: go on, and say how it ended if it ended well. Otherwise how long to wait, at least a millisecond.
    std::optional<std::chrono::milliseconds> begin(const std::string& name, const std::string& address, Instant now);
    // The password was right: the name starts anew, and the address gets this try back.
    void succeeded(const std::string& name, const std::string& address);
    // A lockout that the store remembers from before a restart.
    void lockUntil(const std::string& name, Instant until, Instant now);
    // Until when the name is locked out now, if it is.
    std::optional<Instant> lockedUntil(const std::string& name, Instant now) const;
    int failuresOf(const std::string& name) const;

private:
    struct Count {
        int failures = 0;
        Instant last{};
        Instant notBefore{};
    };
    using Counts = std::map<std::string, Count>;
    static std::optional<std::chrono::milliseconds> waiting(const Counts& counts, const std::string& key, Instant now);
    static void note(Counts& counts, const std::string& key, const ThrottleRule& rule, Instant now);
    static void forget(Counts& counts, const ThrottleRule& rule, Instant now);

    ThrottleRule nameRule_;
    ThrottleRule addressRule_;
    Counts names_;
    Counts addresses_;
};

}  // namespace verdesk::backend
