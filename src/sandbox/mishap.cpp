#include "sandbox/mishap.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace verdesk::sandbox {

namespace asio = boost::asio;

namespace {

asio::awaitable<void> wait(std::chrono::milliseconds time) {
    if (time.count() > 0) {
        asio::steady_timer timer{co_await asio::this_coro::executor, time};
        co_await timer.async_wait(asio::use_awaitable);
    }
}

http::Response notCarriedOut(const Faults::Taken& taken, const MishapForm& form) {
    if (taken.mishap == Mishap::fail500) {
        return form.error(500, "internal error");
    }
    auto response = form.error(429, "too many requests");
    response.headers.emplace_back("Retry-After", std::to_string(taken.retryAfterSeconds));
    response.drop = taken.mishap == Mishap::dropBefore;
    return response;
}

http::Response spoilt(http::Response response, Mishap mishap, const MishapForm& form) {
    if (mishap == Mishap::drop) {
        response.drop = true;
    }
    if (mishap == Mishap::malformed) {
        response.body.resize(response.body.size() / 2);
    }
    if (mishap == Mishap::nonsense) {
        response.body = form.nonsense;
    }
    return response;
}

}  // namespace

http::Handler withFaults(Faults& faults, std::string route, MishapForm form, http::Handler inner) {
    return [&faults, route = std::move(route), form = std::move(form),
            inner = std::move(inner)](http::Request request) -> asio::awaitable<http::Response> {
        const auto taken = faults.take(route);
        if (taken.mishap == Mishap::dropBefore || taken.mishap == Mishap::fail429 || taken.mishap == Mishap::fail500) {
            co_await wait(taken.latency);
            co_return notCarriedOut(taken, form);
        }
        auto response = co_await inner(std::move(request));
        co_await wait(taken.latency);
        co_return spoilt(std::move(response), taken.mishap, form);
    };
}

}  // namespace verdesk::sandbox
