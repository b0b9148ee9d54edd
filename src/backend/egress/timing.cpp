#include "backend/egress/timing.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace verdesk::backend::egress {

namespace asio = boost::asio;

Moment SteadyTiming::now() const {
    return std::chrono::steady_clock::now();
}

asio::awaitable<void> SteadyTiming::wait(Millis time) {
    asio::steady_timer timer{co_await asio::this_coro::executor, time};
    co_await timer.async_wait(asio::use_awaitable);
}

}  // namespace verdesk::backend::egress
