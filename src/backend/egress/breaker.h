#pragma once
// Spares a host that does not answer, and whoever waits for it. Closed: everything passes. After so many failures in a
// row it opens: nothing passes for a while. Then it is half open: one call is let through, and its end decides. Each
// time that call fails, the pause doubles up to a limit.

#include "backend/egress/timing.h"

#include <utility>

namespace verdesk::backend::egress {

struct BreakerPolicy {
    int failures = 5;
    Millis pause{10'000};
    Millis longestPause{120'000};
};

class Breaker {
public:
    enum class State { closed, open, halfOpen };

    explicit Breaker(BreakerPolicy policy) : policy_{policy} {}

    // What a call that is let through holds. It says how the call ended; one that is dropped without a word (the call
    // was abandoned) frees its place and decides nothing.
    class Permit {
    public:
        Permit(Permit&& other) noexcept : breaker_{std::exchange(other.breaker_, nullptr)}, probe_{other.probe_} {}
        Permit& operator=(Permit&&) = delete;
        ~Permit();
        explicit operator bool() const {
            return breaker_ != nullptr;
        }
        void succeeded();
        void failed(Moment now);

    private:
        friend Breaker;
        Permit(Breaker* breaker, bool probe) : breaker_{breaker}, probe_{probe} {}
        Breaker* breaker_;
        bool probe_;
    };

    // Converts to false where the call must not be made. The breaker must outlive the permit.
    Permit enter(Moment now);
    State state(Moment now) const;

private:
    BreakerPolicy policy_;
    int failures_ = 0;
    bool open_ = false;
    bool probing_ = false;
    Moment until_{};
    Millis pause_{0};
};

}  // namespace verdesk::backend::egress
