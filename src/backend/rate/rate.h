#pragma once
// A bucket of requests per key (a session, or an address before sign-in): so many a second, with bursts of four times
// that. One thread.

#include "contract/instant.h"

#include <string>
#include <unordered_map>

namespace verdesk::backend {

class RateLimit {
public:
    explicit RateLimit(int perSecond) : perSecond_{static_cast<double>(perSecond)} {}
    // Zero: go on. Otherwise how long to wait.
    std::chrono::milliseconds take(const std::string& key, Instant now);

private:
    struct Bucket {
        double left = 0;
        Instant at{};
    };
    void forget(Instant now);

    double perSecond_;
    std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace verdesk::backend
