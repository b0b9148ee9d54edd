// POST /cases/{id}/verifications; GET /verifications/{id}; POST /verifications/{id}/token, /return, /launch and /cancel
#include "backend/api/answer.h"
#include "backend/api/routes.h"
#include "backend/verification/service.h"

namespace verdesk::backend::api {

namespace asio = boost::asio;

namespace {

constexpr std::size_t longestToken = 512;
constexpr std::size_t longestMessage = 128 * 1024;

asio::awaitable<http::Response> start(const Parts& parts, Idempotency& once, Call call) {
    const auto body = bodyOf(call);
    const auto wanted = startVerificationFrom(JsonReader{body});
    const Idempotency::Run run = [&]() -> asio::awaitable<http::Response> {
        const auto made = co_await parts.verifications.start(call.who, CaseId{idOf(call)}, wanted, call.key);
        co_return answer(201, toJson(made));
    };
    co_return co_await once.around(call, run);
}

asio::awaitable<http::Response> get(const Parts& parts, Call call) {
    co_return answer(200, toJson(co_await parts.verifications.get(call.who, VerificationId{idOf(call)})));
}

asio::awaitable<http::Response> token(const Parts& parts, Idempotency& once, Call call) {
    auto body = bodyOf(call);
    auto text = JsonReader{body}.requiredText("token");
    if (text.empty() || text.size() > longestToken) {
        throw MemberError{"token", "must have 1 to " + std::to_string(longestToken) + " characters"};
    }
    crypto::Secret given{std::move(text)};
    const Idempotency::Run run = [&]() -> asio::awaitable<http::Response> {
        const auto now = co_await parts.verifications.token(call.who, VerificationId{idOf(call)}, given, call.key);
        co_return answer(isFinal(now.state) ? 200 : 202, toJson(now));
    };
    co_return co_await once.around(call, run);
}

providers::Return returnFrom(const JsonReader& reader) {
    const auto kind = reader.requiredText("kind");
    if (kind == "closed") {
        return providers::ClosedReturn{};
    }
    if (kind == "message") {
        if (!reader.has("message")) {
            throw MemberError{reader.pathOf("message"), "is missing"};
        }
        const auto& message = reader.json()["message"];  // verbatim: any JSON, or a text
        auto text = message.is_string() ? message.get<std::string>() : message.dump();
        if (text.size() > longestMessage) {
            throw MemberError{reader.pathOf("message"), "is too long"};
        }
        return providers::MessageReturn{std::move(text)};
    }
    if (kind == "redirect") {
        auto url = reader.requiredText("url");
        if (url.size() > 8 * 1024) {
            throw MemberError{reader.pathOf("url"), "is too long"};
        }
        return providers::RedirectReturn{std::move(url)};
    }
    throw MemberError{reader.pathOf("kind"), "is not one of: back, closed, message, redirect"};
}

asio::awaitable<http::Response> returned(const Parts& parts, Idempotency& once, Call call) {
    const auto body = bodyOf(call);
    const JsonReader reader{body};
    if (reader.requiredText("kind") == "back") {
        const Idempotency::Run back = [&]() -> asio::awaitable<http::Response> {
            co_return answer(200, toJson(co_await parts.verifications.wentBack(call.who, VerificationId{idOf(call)})));
        };
        co_return co_await once.around(call, back);
    }
    const auto what = returnFrom(reader);
    const Idempotency::Run run = [&]() -> asio::awaitable<http::Response> {
        const auto now = co_await parts.verifications.returned(call.who, VerificationId{idOf(call)}, what, call.key);
        co_return answer(200, toJson(now));
    };
    co_return co_await once.around(call, run);
}

asio::awaitable<http::Response> renew(const Parts& parts, Idempotency& once, Call call) {
    const auto body = bodyOf(call);
    (void)JsonReader{body};
    const Idempotency::Run run = [&]() -> asio::awaitable<http::Response> {
        co_return answer(200,
                         toJson(co_await parts.verifications.renew(call.who, VerificationId{idOf(call)}, call.key)));
    };
    co_return co_await once.around(call, run);
}

asio::awaitable<http::Response> cancel(const Parts& parts, Idempotency& once, Call call) {
    const auto body = bodyOf(call);
    (void)JsonReader{body};
    const Idempotency::Run run = [&]() -> asio::awaitable<http::Response> {
        co_return answer(200, toJson(co_await parts.verifications.cancel(call.who, VerificationId{idOf(call)})));
    };
    co_return co_await once.around(call, run);
}

}  // namespace

void addVerificationRoutes(Gate& gate, const Parts& parts, Idempotency& once) {
    gate.add({"POST", "/cases/{id}/verifications", Operation::startVerification, 64 * 1024, true},
             [&parts, &once](Call call) { return start(parts, once, std::move(call)); });
    gate.add({"GET", "/verifications/{id}", Operation::readVerification},
             [&parts](Call call) { return get(parts, std::move(call)); });
    gate.add({"POST", "/verifications/{id}/token", Operation::actOnVerification, 4 * 1024, true},
             [&parts, &once](Call call) { return token(parts, once, std::move(call)); });
    gate.add({"POST", "/verifications/{id}/return", Operation::actOnVerification, 192 * 1024, true},
             [&parts, &once](Call call) { return returned(parts, once, std::move(call)); });
    gate.add({"POST", "/verifications/{id}/launch", Operation::actOnVerification, 1024, true},
             [&parts, &once](Call call) { return renew(parts, once, std::move(call)); });
    gate.add({"POST", "/verifications/{id}/cancel", Operation::actOnVerification, 1024, true},
             [&parts, &once](Call call) { return cancel(parts, once, std::move(call)); });
}

}  // namespace verdesk::backend::api
