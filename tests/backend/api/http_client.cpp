#include "tests/backend/api/http_client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <atomic>

namespace verdesk::backend::test {

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace {

constexpr std::chrono::seconds patience{40};

std::string lower(std::string text) {
    for (auto& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return text;
}

std::string freshKey() {
    static std::atomic<int> count{0};
    return "test-key-" + std::to_string(++count);
}

}  // namespace

nlohmann::json HttpAnswer::json() const {
    return nlohmann::json::parse(body);
}

std::string HttpAnswer::code() const {
    const auto parsed = nlohmann::json::parse(body, nullptr, false);
    return parsed.is_object() ? parsed.value("code", std::string{}) : std::string{};
}

std::string HttpAnswer::member() const {
    const auto parsed = nlohmann::json::parse(body, nullptr, false);
    return parsed.is_object() ? parsed.value("member", std::string{}) : std::string{};
}

struct HttpClient::State {
    std::string host;
    std::uint16_t port;
    std::string token;
    asio::io_context context{1};
    std::unique_ptr<beast::tcp_stream> stream;
    beast::flat_buffer buffer;

    void connect() {
        stream = std::make_unique<beast::tcp_stream>(context);
        stream->expires_after(patience);
        stream->connect(asio::ip::tcp::endpoint{asio::ip::make_address(host), port});
        buffer.clear();
    }
};

HttpClient::HttpClient(std::string host, std::uint16_t port, std::string token) : state_{std::make_unique<State>()} {
    state_->host = std::move(host);
    state_->port = port;
    state_->token = std::move(token);
}

HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;

HttpAnswer HttpClient::send(const std::string& method, const std::string& path, const std::string& body,
                            const Headers& headers) {
    namespace http = beast::http;
    http::request<http::string_body> request;
    request.method_string(method);
    request.target(path);
    request.version(11);
    request.set(http::field::host, "127.0.0.1");
    if (!state_->token.empty()) {
        request.set(http::field::authorization, "Bearer " + state_->token);
    }
    request.set("Verdesk-Desk", VERDESK_VERSION);
    for (const auto& [name, value] : headers) {
        value.empty() ? static_cast<void>(request.erase(name)) : request.set(name, value);
    }
    if (!body.empty() || method == "POST") {
        request.body() = body;
        request.prepare_payload();
    }
    for (int attempt = 0; attempt < 2; ++attempt) {
        const bool reused = state_->stream != nullptr;
        try {
            if (!reused) {
                state_->connect();
            }
            http::write(*state_->stream, request);
            http::response<http::string_body> response;
            http::read(*state_->stream, state_->buffer, response);
            HttpAnswer answer{
                response.result_int() > 0 ? static_cast<int>(response.result_int()) : 0, response.body(), {}};
            for (const auto& field : response) {
                answer.headers[lower(std::string{field.name_string()})] = std::string{field.value()};
            }
            if (!response.keep_alive()) {
                state_->stream.reset();
            }
            return answer;
        } catch (const boost::system::system_error&) {
            state_->stream.reset();
            if (!reused) {
                return {};
            }
        }
    }
    return {};
}

HttpAnswer HttpClient::get(const std::string& path, const Headers& headers) {
    return send("GET", path, {}, headers);
}

HttpAnswer HttpClient::remove(const std::string& path) {
    return send("DELETE", path, {});
}

HttpAnswer HttpClient::post(const std::string& path, const nlohmann::json& body, const Headers& headers) {
    Headers all{{"Idempotency-Key", freshKey()}, {"Content-Type", "application/json"}};
    for (const auto& [name, value] : headers) {
        all[name] = value;
    }
    return send("POST", path, body.dump(), all);
}

std::string HttpClient::raw(std::string_view bytes) {
    asio::io_context context{1};
    beast::tcp_stream stream{context};
    stream.connect(asio::ip::tcp::endpoint{asio::ip::make_address(state_->host), state_->port});
    boost::system::error_code ignored;
    asio::write(stream.socket(), asio::buffer(bytes.data(), bytes.size()), ignored);
    std::string all;
    std::array<char, 4096> piece{};
    bool over = false;
    while (!over) {
        stream.expires_after(std::chrono::seconds{1});
        stream.async_read_some(asio::buffer(piece), [&](boost::system::error_code error, std::size_t size) {
            all.append(piece.data(), size);
            over = static_cast<bool>(error);
        });
        context.run();
        context.restart();
    }
    return all;
}

HttpClient clientOf(const std::string& origin, const std::string& token) {
    const auto colon = origin.rfind(':');
    const auto host = origin.substr(origin.find("//") + 2, colon - origin.find("//") - 2);
    return {host, static_cast<std::uint16_t>(std::stoi(origin.substr(colon + 1))), token};
}

}  // namespace verdesk::backend::test
