#include "backend/doctor/public_checks.h"

#include "backend/egress/origin.h"
#include "backend/returns/page.h"

namespace verdesk::backend::doctor {
namespace {

constexpr std::chrono::seconds patience{10};

Finding pageFinding(const std::string& url, const HttpReply& reply) {
    const auto ours = returns::answer(returns::Page::done, "en");
    if (reply.status == ours.status && reply.body == ours.body) {
        return {Level::good, "return-page", "browsers come back to our page at " + url, {}};
    }
    if (reply.status == returns::answer(returns::Page::wait, "en").status) {
        return {Level::good, "return-page", "our page answers at " + url + ", and asks to wait", {}};
    }
    return {Level::wrong, "return-page",
            "something else than our page answers at " + url + " (" + std::to_string(reply.status) + ")",
            "let what stands before the public listener pass GET /return/ on, path and query as they are"};
}

}  // namespace

Finding addressFinding(const std::string& origin, Environment environment) {
    const auto read = egress::originOf(origin);
    if (!read) {
        return {Level::wrong, "address", origin + " is no address", "correct listen.public.origin"};
    }
    if (read->loopback) {
        return environment == Environment::live
                   ? Finding{Level::wrong, "address", "no provider reaches " + origin + ": it is this machine",
                             "set listen.public.origin to the address that the internet knows"}
                   : Finding{Level::warning, "address", origin + " is for tests on this machine alone",
                             "before going live, set listen.public.origin to the address that the internet knows"};
    }
    if (!read->secure) {
        return {Level::wrong, "address", "webhooks and returns would come to " + origin + " in the clear",
                "put TLS before the public listener, and let listen.public.origin begin with https://"};
    }
    return {Level::good, "address", "providers and browsers are sent to " + origin, {}};
}

boost::asio::awaitable<Finding> returnPage(const std::string& origin, const std::string& provider,
                                           egress::HttpClient& client) {
    const auto url = origin + "/return/" + provider;
    auto request = get(url).with("Accept-Language", "en");
    try {
        const auto reply = co_await client.send(std::move(request), patience);
        co_return pageFinding(url, reply);
    } catch (const egress::TransportError& error) {
        co_return Finding{Level::wrong, "return-page", url + " was not reached: " + error.what(),
                          "is the backend running, and does this machine reach its public address?"};
    }
}

}  // namespace verdesk::backend::doctor
