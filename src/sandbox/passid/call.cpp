#include "sandbox/passid/call.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace verdesk::sandbox::passid {

namespace asio = boost::asio;

namespace {

http::Response versioned(http::Response response) {
    response.headers.emplace_back(versionHeader, "1");
    return response;
}

Answer carryOut(const Call& call, const http::Request& request) {
    try {
        return call(request);
    } catch (const BadBody& bad) {
        return {problem(400, bad.what())};
    }
}

asio::awaitable<void> wait(std::chrono::milliseconds time) {
    if (time.count() > 0) {
        asio::steady_timer timer{co_await asio::this_coro::executor, time};
        co_await timer.async_wait(asio::use_awaitable);
    }
}

http::Response spoilt(http::Response response, Mishap mishap) {
    if (mishap == Mishap::drop) {
        response.drop = true;
    }
    if (mishap == Mishap::malformed) {
        response.body.resize(response.body.size() / 2);
    }
    if (mishap == Mishap::nonsense) {
        response.body =
            R"({"success":"maybe","data":[7],"requestId":{"a":null},"code":12,"expiresAt":"soon","status":42,)"
            R"("claims":"plenty","valid":"yes","denyReason":{},"credential_valid":[]})";
    }
    return response;
}

}  // namespace

Answer refused(const Refusal& refusal) {
    return {problem(refusal.status, refusal.error, refusal.more)};
}

http::Handler withKey(const std::shared_ptr<Service>& service, std::string fault, Call call) {
    return [service, fault = std::move(fault),
            call = std::move(call)](http::Request request) -> asio::awaitable<http::Response> {
        const auto taken = service->faults().take(fault);
        if (taken.mishap == Mishap::dropBefore || taken.mishap == Mishap::fail429 || taken.mishap == Mishap::fail500) {
            co_await wait(taken.latency);
            if (taken.mishap == Mishap::fail500) {
                co_return versioned(problem(500, "internal error"));
            }
            auto response = versioned(problem(429, "too many requests"));
            response.headers.emplace_back("Retry-After", std::to_string(taken.retryAfterSeconds));
            response.drop = taken.mishap == Mishap::dropBefore;
            co_return response;
        }
        if (!service->isKey(request.header("X-Institution-Key"))) {
            co_await wait(taken.latency);
            co_return versioned(problem(401, "missing or unknown institution key"));
        }
        auto answer = carryOut(call, request);
        co_await service->push(std::move(answer.events));
        co_await wait(taken.latency);
        co_return spoilt(versioned(std::move(answer.response)), taken.mishap);
    };
}

http::Handler plain(const std::shared_ptr<Service>& service, Call call) {
    return [service, call = std::move(call)](http::Request request) -> asio::awaitable<http::Response> {
        auto answer = carryOut(call, request);
        co_await service->push(std::move(answer.events));
        co_return versioned(std::move(answer.response));
    };
}

http::Handler control(const std::shared_ptr<Service>& service, Call call) {
    return [service, call = std::move(call)](http::Request request) -> asio::awaitable<http::Response> {
        auto answer = carryOut(call, request);
        co_await service->push(std::move(answer.events));
        co_return std::move(answer.response);
    };
}

Result<std::string> bearer(const Service& service, const http::Request& request, BearerRole role) {
    auto subject = service.bearers().subject(request.header("Authorization"), role, service.now());
    if (!subject) {
        return tl::unexpected<Refusal>{Refusal{401, "missing or unknown bearer token"}};
    }
    return std::move(*subject);
}

void addBridge(http::Router& router, const std::string& method, const std::string& path, const http::Handler& handler) {
    router.add(method, "/passid/api/bridge" + path, handler);
    router.add(method, "/passid/api/v1/bridge" + path, handler);
}

}  // namespace verdesk::sandbox::passid
