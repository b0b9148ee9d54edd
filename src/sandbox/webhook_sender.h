#pragma once
// Delivers events by POST and keeps trying: at once, then 30 s, 5 min, 30 min and 2 h after the attempt before, five in
// all, until the other side answers 2xx within 10 s (PASSID's documentation). The waits are on the sandbox's clock, the
// 10 s are real. A repeated delivery has the same bytes. Everything on one executor.

#include "sandbox/body.h"
#include "sandbox/clock.h"
#include "sandbox/loopback.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <set>

namespace verdesk::sandbox {

inline constexpr std::array<std::chrono::seconds, 5> retrySchedule{std::chrono::seconds{0}, std::chrono::seconds{30},
                                                                   std::chrono::minutes{5}, std::chrono::minutes{30},
                                                                   std::chrono::hours{2}};

struct Outgoing {
    std::string eventId;
    std::string type;
    std::string url;  // checked by parseLoopbackUrl before
    Headers headers;
    std::string body;
    bool once = false;  // no second attempt, whatever comes back
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

    // `clock` outlives the sender.
    WebhookSender(boost::asio::any_io_executor executor, const Clock& clock, Post post = postLoopback);

    // The first attempt starts at once.
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
    Post post_;
    std::deque<std::shared_ptr<Delivery>> deliveries_;
    std::set<boost::asio::steady_timer*> waiting_;
    std::function<void()> changed_;
    bool stopped_ = false;
};

}  // namespace verdesk::sandbox
