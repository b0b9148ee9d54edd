#include "sandbox/control.h"

namespace verdesk::sandbox {

namespace asio = boost::asio;
using http::Request;
using http::Response;

namespace {

// Browsers send it with every request that changes something, and scripts cannot leave it out.
bool isFromAnotherPage(const Request& request) {
    const auto origin = request.header("Origin");
    return origin && *origin != "http://" + std::string{request.header("Host").value_or("")};
}

}  // namespace

http::Handler controlled(http::Handler inner) {
    return [inner = std::move(inner)](Request request) -> asio::awaitable<Response> {
        if (isFromAnotherPage(request)) {
            co_return problem(403, "this is for programs of this machine");
        }
        try {
            co_return co_await inner(std::move(request));
        } catch (const BadBody& bad) {
            co_return problem(400, bad.what());
        }
    };
}

http::Handler controlled(std::function<Response(const Request&)> inner) {
    return controlled(http::Handler{
        [inner = std::move(inner)](Request request) -> asio::awaitable<Response> { co_return inner(request); }});
}

void addFaultRoutes(http::Router& router, const std::string& prefix, Faults& faults) {
    const auto add = [&](const char* method, std::function<void(const Request&)> change) {
        const auto answer = [&faults, change = std::move(change)](const Request& request) {
            change(request);
            return reply(200, faults.toJson());
        };
        router.add(method, prefix + "/faults", controlled(std::function<Response(const Request&)>{answer}));
    };
    add("GET", [](const Request&) {});
    add("PUT", [&faults](const Request& request) { faults.set(Body{request.body}); });
    add("DELETE", [&faults](const Request&) { faults.clear(); });
}

void addDeliveryRoutes(http::Router& router, const std::string& prefix, const WebhookSender& sender) {
    const auto answer = [&sender](const Request&) {
        Json list = Json::array();
        for (const auto& delivery : sender.deliveries()) {
            list.push_back(delivery->toJson());
        }
        return reply(200, {{"deliveries", std::move(list)}});
    };
    router.add("GET", prefix + "/deliveries", controlled(std::function<Response(const Request&)>{answer}));
}

}  // namespace verdesk::sandbox
