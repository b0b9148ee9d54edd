#pragma once
// Waiting that grows from try to try, and ends at once when the store is closed.

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace verdesk::backend::store {

// Set once, by the thread that closes the store; waited for by the others.
class StopSign {
public:
    void set() {
        {
            const std::scoped_lock lock{guard_};
            set_ = true;
        }
        changed_.notify_all();
    }
    bool isSet() const {
        const std::scoped_lock lock{guard_};
        return set_;
    }
    // True where it was set meanwhile.
    bool waitFor(std::chrono::milliseconds time) {
        std::unique_lock lock{guard_};
        return changed_.wait_for(lock, time, [this] { return set_; });
    }

private:
    mutable std::mutex guard_;
    std::condition_variable changed_;
    bool set_ = false;
};

class Backoff {
public:
    std::chrono::milliseconds next() {
        const auto now = wait_;
        wait_ = std::min(wait_ * 2, std::chrono::milliseconds{5000});
        return now;
    }
    void reset() {
        wait_ = std::chrono::milliseconds{20};
    }

private:
    std::chrono::milliseconds wait_{20};
};

}  // namespace verdesk::backend::store
