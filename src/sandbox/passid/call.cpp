#include "sandbox/passid/call.h"

#include "sandbox/control.h"
#include "sandbox/mishap.h"

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

constexpr auto nonsense =
    R"({"success":"maybe","data":[7],"requestId":{"a":null},"code":12,"expiresAt":"soon","status":42,)"
    R"("claims":"plenty","valid":"yes","denyReason":{},"credential_valid":[]})";

}  // namespace

Answer refused(const Refusal& refusal) {
    return {problem(refusal.status, refusal.error, refusal.more)};
}

http::Handler withKey(const std::shared_ptr<Service>& service, std::string fault, Call call) {
    const auto error = [](int status, std::string_view why) { return versioned(problem(status, why)); };
    auto keyed = [service, call = std::move(call)](http::Request request) -> asio::awaitable<http::Response> {
        if (!service->isKey(request.header("X-Institution-Key"))) {
            co_return versioned(problem(401, "missing or unknown institution key"));
        }
        auto answer = carryOut(call, request);
        co_await service->push(std::move(answer.events));
        co_return versioned(std::move(answer.response));
    };
    return withFaults(service->faults(), std::move(fault), {error, nonsense}, std::move(keyed));
}

http::Handler plain(const std::shared_ptr<Service>& service, Call call) {
    return [service, call = std::move(call)](http::Request request) -> asio::awaitable<http::Response> {
        auto answer = carryOut(call, request);
        co_await service->push(std::move(answer.events));
        co_return versioned(std::move(answer.response));
    };
}

http::Handler control(const std::shared_ptr<Service>& service, Call call) {
    return controlled([service, call = std::move(call)](http::Request request) -> asio::awaitable<http::Response> {
        auto answer = call(request);
        co_await service->push(std::move(answer.events));
        co_return std::move(answer.response);
    });
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
