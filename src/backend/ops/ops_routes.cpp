#include "backend/ops/ops_routes.h"

namespace verdesk::backend {

namespace asio = boost::asio;

namespace {

http::Response plain(int status, std::string text) {
    http::Response response;
    response.status = status;
    response.body = std::move(text);
    response.contentType = "text/plain; charset=utf-8";
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

asio::awaitable<http::Response> healthy(http::Request) {
    co_return plain(200, "alive\n");
}

asio::awaitable<http::Response> ready(OpsParts parts) {
    const auto missing = co_await parts.whyNotReady();
    co_return missing.empty() ? plain(200, "ready\n") : plain(503, missing + "\n");
}

asio::awaitable<http::Response> metrics(OpsParts parts) {
    parts.metrics.set(co_await parts.levels());
    auto response = plain(200, parts.metrics.text());
    response.contentType = "text/plain; version=0.0.4; charset=utf-8";
    co_return response;
}

}  // namespace

http::Router opsRouter(OpsParts parts) {
    http::Router router;
    router.add("GET", "/healthz", healthy);
    router.add("GET", "/readyz", [parts](http::Request) { return ready(parts); });
    router.add("GET", "/metrics", [parts](http::Request) { return metrics(parts); });
    return router;
}

}  // namespace verdesk::backend
