#include "desk/retry_policy.h"

#include <algorithm>

namespace verdesk::desk {

using std::chrono::milliseconds;

namespace {
constexpr milliseconds firstDelay{200};
constexpr milliseconds longestDelay{5000};
constexpr int fewAttempts = 3;
}  // namespace

milliseconds growingDelay(int count, double random) {
    const auto doublings = std::clamp(count - 1, 0, 10);
    const auto full = std::min(longestDelay, firstDelay * (1 << doublings));
    return milliseconds{static_cast<std::int64_t>(static_cast<double>(full.count()) * (1.0 - 0.25 * random))};
}

std::optional<milliseconds> nextAttempt(Repeat repeat, const Attempted& attempted, double random) {
    if (repeat == Repeat::never) {
        return std::nullopt;
    }
    const bool mayGoOn = attempted.count < fewAttempts;
    if (attempted.lost) {
        return repeat == Repeat::untilAnswered || mayGoOn ? std::optional{growingDelay(attempted.count, random)}
                                                          : std::nullopt;
    }
    // What stands between us and the backend (a proxy) answers for it while it is away: as good as no answer.
    if (!attempted.named && (attempted.status == 502 || attempted.status == 503 || attempted.status == 504)) {
        return repeat == Repeat::untilAnswered || mayGoOn ? std::optional{growingDelay(attempted.count, random)}
                                                          : std::nullopt;
    }
    const bool worthIt = attempted.status == 500 || attempted.status == 429;
    if (!worthIt || !mayGoOn) {
        return std::nullopt;
    }
    const auto delay = growingDelay(attempted.count, random);
    return attempted.retryAfter ? std::clamp(*attempted.retryAfter, delay, longestDelay) : delay;
}

}  // namespace verdesk::desk
