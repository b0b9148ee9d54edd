#include "sandbox/loopback.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <charconv>

namespace verdesk::sandbox {

namespace asio = boost::asio;
namespace beast = boost::beast;

std::optional<LoopbackUrl> parseLoopbackUrl(std::string_view url) {
    constexpr std::string_view scheme = "http://";
    if (!url.starts_with(scheme)) {
        return std::nullopt;
    }
    url.remove_prefix(scheme.size());
    const auto authority = url.substr(0, url.find_first_of("/?#"));
    const auto target = url.substr(authority.size());
    const auto strange = [](char c) { return c <= ' ' || c >= 0x7f || c == '#'; };
    for (const char c : url) {
        if (strange(c)) {
            return std::nullopt;
        }
    }
    LoopbackUrl parsed;
    parsed.host = authority;
    std::string_view name = authority;
    std::string_view port;
    if (const auto colon = authority.rfind(':'); colon != std::string_view::npos && !authority.ends_with(']')) {
        name = authority.substr(0, colon);
        port = authority.substr(colon + 1);
        const auto end = std::from_chars(port.data(), port.data() + port.size(), parsed.port);
        if (end.ec != std::errc{} || end.ptr != port.data() + port.size() || parsed.port == 0) {
            return std::nullopt;
        }
    }
    if (name == "127.0.0.1" || name == "localhost" || (name.size() > 10 && name.ends_with(".localhost"))) {
        parsed.address = "127.0.0.1";
    } else if (name == "[::1]") {
        parsed.address = "::1";
    } else {
        return std::nullopt;
    }
    if (!target.empty() && target.front() != '/') {
        return std::nullopt;
    }
    parsed.target = target.empty() ? "/" : std::string{target};
    return parsed;
}

asio::awaitable<PostResult> postLoopback(LoopbackUrl url, Headers headers, std::string body,
                                         std::chrono::milliseconds deadline) {
    namespace http = beast::http;
    beast::tcp_stream stream{co_await asio::this_coro::executor};
    stream.expires_after(deadline);
    beast::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    const asio::ip::tcp::endpoint endpoint{asio::ip::make_address(url.address), url.port};
    co_await stream.async_connect(endpoint, token);
    if (error) {
        co_return PostResult{0, error.message()};
    }
    http::request<http::string_body> request{http::verb::post, url.target, 11};
    request.set(http::field::host, url.host);
    request.set(http::field::user_agent, "Verdesk-Sandbox/1");
    request.set(http::field::connection, "close");
    for (const auto& [name, value] : headers) {
        request.set(name, value);
    }
    request.body() = std::move(body);
    request.prepare_payload();
    co_await http::async_write(stream, request, token);
    if (error) {
        co_return PostResult{0, error.message()};
    }
    beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    co_await http::async_read(stream, buffer, parser, token);
    if (!parser.is_header_done()) {
        co_return PostResult{0, error ? error.message() : "no answer"};
    }
    co_return PostResult{static_cast<int>(parser.get().result_int()), {}};
}

}  // namespace verdesk::sandbox
