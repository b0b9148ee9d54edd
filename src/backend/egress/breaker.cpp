#include "backend/egress/breaker.h"

#include <algorithm>

namespace verdesk::backend::egress {

Breaker::Permit::~Permit() {
    if (breaker_ != nullptr && probe_) {
        breaker_->probing_ = false;
    }
}

void Breaker::Permit::succeeded() {
    breaker_->failures_ = 0;
    breaker_->open_ = false;
    breaker_->pause_ = Millis{0};
}

void Breaker::Permit::failed(Moment now) {
    auto& breaker = *breaker_;
    ++breaker.failures_;
    // A call that was on its way when the breaker opened changes nothing: only the one let through decides.
    const bool opens = breaker.open_ ? probe_ : breaker.failures_ >= breaker.policy_.failures;
    if (opens) {
        breaker.pause_ = breaker.pause_.count() == 0 ? breaker.policy_.pause
                                                     : std::min(breaker.pause_ * 2, breaker.policy_.longestPause);
        breaker.until_ = now + breaker.pause_;
        breaker.open_ = true;
    }
}

Breaker::Permit Breaker::enter(Moment now) {
    switch (state(now)) {
        case State::closed:
            return {this, false};
        case State::halfOpen:
            if (!probing_) {
                probing_ = true;
                return {this, true};
            }
            break;
        case State::open:
            break;
    }
    return {nullptr, false};
}

Breaker::State Breaker::state(Moment now) const {
    if (!open_) {
        return State::closed;
    }
    return now < until_ ? State::open : State::halfOpen;
}

}  // namespace verdesk::backend::egress
