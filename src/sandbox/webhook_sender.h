#pragma once
// Delivers events by POST and keeps trying on a schedule until the other side answers 2xx within 10 s. The waits are on
// the sandbox's clock, the 10 s are real. A repeated delivery has the same bytes. Everything on one executor.

#include "sandbox/body.h"
#include "sandbox/clock.h"
#include "sandbox/loopback.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <span>

namespace verdesk::sandbox {

// The wait before each attempt, reckoned from the attempt before; as many attempts as there are waits.
using RetrySchedule = std::span<const std::chrono::seconds>;

struct Outgoing {
    std::string eventId;
    std::string type;
    std::string url;  // checked by parseLoopbackUrl before
    Headers headers;
    std::string body;
    bool once = false;                   // no second attempt, whatever comes back
    std::chrono::milliseconds after{0};  // how long before the first attempt
};

enum class DeliveryState { pending, delivered, failed, suppressed };

struct Attempt {
    Time at;
    PostResult result;
};

struct Delivery {
    Outgoing message;
    DeliveryState state = DeliveryState::pending;
    std::vector<Attempt> attempts = {};
    std::optional<Time> nextAt = {};
    std::optional<boost::asio::steady_timer> attempted = {};  // ends when the first attempt has ended

    Json toJson() const;
    // What a restart needs to go on with it.
    Json toState() const;
    static Delivery fromState(const Json& value);
};

class WebhookSender : public std::enable_shared_from_this<WebhookSender> {
public:
    using Post =
        std::function<boost::asio::awaitable<PostResult>(LoopbackUrl, Headers, std::string, std::chrono::milliseconds)>;

    // `clock` and what `retries` refers to outlive the sender.
    WebhookSender(boost::asio::any_io_executor executor, const Clock& clock, RetrySchedule retries,
                  Post post = postLoopback);

    // The first attempt starts at once, or `after` so long.
    std::shared_ptr<Delivery> send(Outgoing message);
    // Goes on with one that an earlier run left pending.
    void resume(Delivery delivery);
    // Remembers that it was not sent.
    void suppress(Outgoing message);
    // Ends when the first attempt has.
    boost::asio::awaitable<void> firstAttempt(std::shared_ptr<Delivery> delivery);
    // The clock was changed: those who wait reckon anew.
    void clockChanged();
    void stop();

    // Newest last; the oldest that are done are forgotten beyond ten thousand.
    const std::deque<std::shared_ptr<Delivery>>& deliveries() const {
        return deliveries_;
    }
    // Called after every change of a delivery.
    void onChange(std::function<void()> changed) {
        changed_ = std::move(changed);
    }

private:
    static boost::asio::awaitable<void> run(std::shared_ptr<WebhookSender> self, std::shared_ptr<Delivery> delivery);
    boost::asio::awaitable<bool> waitUntil(Time moment);
    void keep(std::shared_ptr<Delivery> delivery);
    void changed();

    boost::asio::any_io_executor executor_;
    const Clock& clock_;
    RetrySchedule retries_;
    Post post_;
    std::deque<std::shared_ptr<Delivery>> deliveries_;
    std::set<boost::asio::steady_timer*> waiting_;
    std::function<void()> changed_;
    bool stopped_ = false;
};

}  // namespace verdesk::sandbox
