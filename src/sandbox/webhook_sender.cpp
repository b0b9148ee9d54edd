#include "sandbox/webhook_sender.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace verdesk::sandbox {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::seconds answerTime{10};
constexpr std::size_t remembered = 10'000;

const char* nameOf(DeliveryState state) {
    switch (state) {
        case DeliveryState::pending:
            return "pending";
        case DeliveryState::delivered:
            return "delivered";
        case DeliveryState::failed:
            return "failed";
        case DeliveryState::suppressed:
            break;
    }
    return "suppressed";
}

}  // namespace

Json Delivery::toJson() const {
    Json list = Json::array();
    for (const auto& attempt : attempts) {
        Json one{{"at", timeText(attempt.at)}, {"status", attempt.result.status}};
        if (!attempt.result.error.empty()) {
            one["error"] = attempt.result.error;
        }
        list.push_back(std::move(one));
    }
    Json headers = Json::object();
    for (const auto& [name, value] : message.headers) {
        headers[name] = value;
    }
    Json value{{"eventId", message.eventId}, {"type", message.type}, {"url", message.url},
               {"headers", headers},         {"body", message.body}, {"state", nameOf(state)},
               {"attempts", std::move(list)}};
    if (nextAt) {
        value["nextAt"] = timeText(*nextAt);
    }
    return value;
}

WebhookSender::WebhookSender(asio::any_io_executor executor, const Clock& clock, RetrySchedule retries, Post post)
    : executor_(std::move(executor)), clock_(clock), retries_(retries), post_(std::move(post)) {}

std::shared_ptr<Delivery> WebhookSender::send(Outgoing message) {
    auto delivery = std::make_shared<Delivery>();
    delivery->message = std::move(message);
    delivery->nextAt = clock_.now() + delivery->message.after;
    delivery->attempted.emplace(executor_, asio::steady_timer::time_point::max());
    keep(delivery);
    asio::co_spawn(executor_, run(shared_from_this(), delivery), asio::detached);
    return delivery;
}

void WebhookSender::resume(Delivery delivery) {
    auto resumed = std::make_shared<Delivery>(std::move(delivery));
    resumed->attempted.emplace(executor_, asio::steady_timer::time_point::max());
    keep(resumed);
    if (resumed->state == DeliveryState::pending) {
        asio::co_spawn(executor_, run(shared_from_this(), resumed), asio::detached);
    }
}

void WebhookSender::suppress(Outgoing message) {
    auto delivery = std::make_shared<Delivery>();
    delivery->message = std::move(message);
    delivery->state = DeliveryState::suppressed;
    keep(std::move(delivery));
}

void WebhookSender::keep(std::shared_ptr<Delivery> delivery) {
    deliveries_.push_back(std::move(delivery));
    while (deliveries_.size() > remembered && deliveries_.front()->state != DeliveryState::pending) {
        deliveries_.pop_front();
    }
    changed();
}

void WebhookSender::changed() {
    if (changed_) {
        changed_();
    }
}

asio::awaitable<void> WebhookSender::firstAttempt(std::shared_ptr<Delivery> delivery) {
    if (delivery->attempts.empty() && delivery->attempted && !stopped_) {
        boost::system::error_code ended;
        co_await delivery->attempted->async_wait(asio::redirect_error(asio::use_awaitable, ended));
    }
}

asio::awaitable<bool> WebhookSender::waitUntil(Time moment) {
    while (!stopped_) {
        const auto left = clock_.realUntil(moment);
        if (left && left->count() == 0) {
            co_return true;
        }
        asio::steady_timer timer{executor_};
        if (left) {
            timer.expires_after(*left);
        } else {
            timer.expires_at(asio::steady_timer::time_point::max());
        }
        waiting_.insert(&timer);
        boost::system::error_code ended;
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ended));
        waiting_.erase(&timer);
    }
    co_return false;
}

asio::awaitable<void> WebhookSender::run(std::shared_ptr<WebhookSender> self, std::shared_ptr<Delivery> delivery) {
    const auto url = parseLoopbackUrl(delivery->message.url);
    while (url && delivery->state == DeliveryState::pending) {
        if (!co_await self->waitUntil(*delivery->nextAt)) {
            break;
        }
        const auto at = self->clock_.now();
        auto result = co_await self->post_(*url, delivery->message.headers, delivery->message.body, answerTime);
        const bool taken = result.status >= 200 && result.status < 300;
        delivery->attempts.push_back({at, std::move(result)});
        delivery->nextAt.reset();
        if (taken) {
            delivery->state = DeliveryState::delivered;
        } else if (delivery->message.once || delivery->attempts.size() >= self->retries_.size()) {
            delivery->state = DeliveryState::failed;
        } else {
            delivery->nextAt = self->clock_.now() + self->retries_[delivery->attempts.size()];
        }
        delivery->attempted->cancel();
        self->changed();
    }
    delivery->attempted->cancel();
}

void WebhookSender::clockChanged() {
    for (auto* timer : waiting_) {
        timer->cancel();
    }
}

void WebhookSender::stop() {
    stopped_ = true;
    clockChanged();
    for (const auto& delivery : deliveries_) {
        if (delivery->attempted) {
            delivery->attempted->cancel();
        }
    }
}

}  // namespace verdesk::sandbox
