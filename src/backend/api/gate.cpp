#include "backend/api/gate.h"

#include "backend/api/answer.h"
#include "backend/auth/sessions.h"
#include "backend/store/errors.h"

#include <spdlog/spdlog.h>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/core/demangle.hpp>

#include <algorithm>
#include <typeinfo>

namespace verdesk::backend::api {

namespace asio = boost::asio;

namespace {

constexpr const char* base = "/api/v1";

// The token of "Authorization: Bearer ...", or empty.
std::string bearerOf(const http::Request& request) {
    const auto header = request.header("Authorization").value_or("");
    constexpr std::string_view scheme = "Bearer ";
    if (header.size() <= scheme.size() || header.size() > 512) {
        return {};
    }
    for (std::size_t i = 0; i + 1 < scheme.size(); ++i) {
        if ((header[i] | 0x20) != (scheme[i] | 0x20)) {
            return {};
        }
    }
    return header[scheme.size() - 1] == ' ' ? std::string{header.substr(scheme.size())} : std::string{};
}

// A header that goes on to providers: what is printable of it, and not at any length.
std::string userAgentOf(const http::Request& request) {
    constexpr std::size_t longest = 256;
    std::string text{request.header("User-Agent").value_or("").substr(0, longest)};
    std::erase_if(text, [](char c) { return c < ' ' || c > '~'; });
    return text;
}

std::string keyOf(const http::Request& request) {
    const auto key = request.header("Idempotency-Key").value_or("");
    const bool isPlain = std::all_of(key.begin(), key.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (key.empty() || key.size() > 100 || !isPlain) {
        throw ProblemError{{400, "member-invalid", "The request cannot be read",
                            "Idempotency-Key must have 1 to 100 characters of ASCII", "Idempotency-Key"}};
    }
    return std::string{key};
}

// What may be logged of an error. The store's texts hold no values; of any other the kind alone, as its text may quote
// what somebody sent.
std::string safeText(const std::exception& error) {
    if (const auto* ofStore = dynamic_cast<const store::StoreError*>(&error)) {
        return ofStore->what();
    }
    return boost::core::demangle(typeid(error).name());
}

}  // namespace

Gate::Gate(const Parts& parts)
    : parts_{parts},
      minimum_{versionFrom(parts.config.minimumDesk)},
      tls_{!parts.config.staff.certificate.empty()},
      rate_{parts.config.limits.requestsPerSecond} {}

void Gate::add(Route route, Work work) {
    routes_.push_back(route);
    router_.add(route.method, base + route.path,
                [this, route, work = std::move(work)](http::Request request) -> asio::awaitable<http::Response> {
                    return pass(route, work, std::move(request));
                });
}

void Gate::checkVersion(const http::Request& request) const {
    const auto header = request.header("Verdesk-Desk");
    if (!header || !minimum_) {
        return;
    }
    const auto version = versionFrom(*header);
    if (!version) {
        throw MemberError{"Verdesk-Desk", "must be three numbers, such as 0.1.0"};
    }
    if (*version < *minimum_) {
        throw ProblemError{{426,
                            "desk-too-old",
                            "This desk is too old for its backend: update Verdesk",
                            {},
                            {},
                            {{"minimumVersion", parts_.config.minimumDesk}}}};
    }
}

void Gate::checkRate(const std::string& key) {
    if (const auto wait = rate_.take(key, parts_.clock.now()); wait.count() > 0) {
        throw ProblemError{
            {429, "too-many-requests", "Too many requests: wait a moment", {}, {}, {{"retryAfterMs", wait.count()}}}};
    }
}

asio::awaitable<Who> Gate::whoIs(const Route& route, const http::Request& request) {
    if (!route.operation) {
        checkRate("address " + request.peer);
        co_return Who{};
    }
    auto token = bearerOf(request);
    if (token.empty()) {
        checkRate("address " + request.peer);
        throw ProblemError{sessionEnded()};
    }
    checkRate(Sessions::hashOf(token));
    auto who = co_await parts_.sessions.find(std::move(token), !route.waits);
    if (!who) {
        checkRate("address " + request.peer);
        throw ProblemError{sessionEnded()};
    }
    if (!mayDo(*route.operation, who->role)) {
        throw ProblemError{roleMissing()};
    }
    who->userAgent = userAgentOf(request);
    co_return std::move(*who);
}

asio::awaitable<http::Response> Gate::pass(const Route& route, const Work& work, http::Request request) {
    if (!route.waits) {
        // What was begun is ended and its answer kept, also for a desk that went away meanwhile: it will ask again.
        co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
    }
    http::Response response;
    try {
        checkVersion(request);
        if (request.body.size() > route.bodyBytes) {
            throw ProblemError{problemOfStatus(413, "The body is larger than this call takes")};
        }
        Call call;
        call.who = co_await whoIs(route, request);
        if (route.keyed) {
            call.key = keyOf(request);
        }
        call.request = std::move(request);
        response = co_await work(std::move(call));
    } catch (const ProblemError& error) {
        response = answerOf(error.problem());
    } catch (const MemberError& error) {
        response = answerOf(problemOf(error));
    } catch (const std::exception& error) {
        spdlog::error("{} {} failed: {}", route.method, route.path, safeText(error));
        response = answerOf(problemOfStatus(500, "Something went wrong inside the backend"));
    }
    addCommonHeaders(response, tls_);
    co_return response;
}

}  // namespace verdesk::backend::api
