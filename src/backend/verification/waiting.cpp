#include "backend/verification/waiting.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace verdesk::backend {

namespace asio = boost::asio;

asio::awaitable<void> Signal::wait(std::chrono::milliseconds atMost) {
    const auto end = std::chrono::steady_clock::now() + atMost;
    while (!given_ && std::chrono::steady_clock::now() < end) {
        timer_.expires_at(end);
        co_await timer_.async_wait(asio::as_tuple(asio::use_awaitable));
    }
}

asio::awaitable<void> Signal::wait() {
    while (!given_) {
        timer_.expires_at(asio::steady_timer::time_point::max());
        co_await timer_.async_wait(asio::as_tuple(asio::use_awaitable));
    }
}

asio::awaitable<void> waitUntil(const Alarms& alarms, Instant moment) {
    const auto executor = co_await asio::this_coro::executor;
    const auto signal = std::make_shared<Signal>(executor);
    const auto alarm = alarms.make(executor);
    alarm->set(moment, [signal] { signal->give(); });
    co_await signal->wait();
}

}  // namespace verdesk::backend
