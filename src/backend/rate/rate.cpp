#include "backend/rate/rate.h"

#include <algorithm>
#include <cmath>

namespace verdesk::backend {
namespace {

constexpr double bursts = 4;
constexpr std::size_t most = 20'000;

}  // namespace

std::chrono::milliseconds RateLimit::take(const std::string& key, Instant now) {
    forget(now);
    auto [found, isNew] = buckets_.try_emplace(key, Bucket{perSecond_ * bursts, now});
    auto& bucket = found->second;
    const double seconds = std::max(0.0, std::chrono::duration<double>(now - bucket.at).count());
    bucket.left = std::min(perSecond_ * bursts, bucket.left + seconds * perSecond_);
    bucket.at = now;
    if (bucket.left < 1) {
        return std::chrono::milliseconds{1 +
                                         static_cast<std::int64_t>(std::ceil((1 - bucket.left) / perSecond_ * 1000))};
    }
    bucket.left -= 1;
    return std::chrono::milliseconds{0};
}

// A bucket that is full again says nothing.
void RateLimit::forget(Instant now) {
    if (buckets_.size() < most) {
        return;
    }
    std::erase_if(buckets_, [&](const auto& each) { return now - each.second.at > std::chrono::seconds{10}; });
    if (buckets_.size() >= most) {
        buckets_.clear();
    }
}

}  // namespace verdesk::backend
