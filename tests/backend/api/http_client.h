#pragma once
// A small client over a true socket: one request at a time, the connection kept.

#include <nlohmann/json.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace verdesk::backend::test {

struct HttpAnswer {
    int status = 0;  // 0: the connection ended instead
    std::string body;
    std::map<std::string, std::string> headers;  // names in lower case

    nlohmann::json json() const;
    std::string code() const;    // of a problem
    std::string member() const;  // of a problem
};

class HttpClient {
public:
    HttpClient(std::string host, std::uint16_t port, std::string token);
    ~HttpClient();
    HttpClient(HttpClient&&) noexcept;

    using Headers = std::map<std::string, std::string>;
    HttpAnswer get(const std::string& path, const Headers& headers = {});
    HttpAnswer remove(const std::string& path);
    // With a fresh Idempotency-Key, unless `headers` has one ("" for none).
    HttpAnswer post(const std::string& path, const nlohmann::json& body, const Headers& headers = {});
    HttpAnswer send(const std::string& method, const std::string& path, const std::string& body,
                    const Headers& headers = {});
    // Bytes as they are; the answer is whatever comes until the other side closes or is silent for a second.
    std::string raw(std::string_view bytes);

private:
    struct State;
    std::unique_ptr<State> state_;
};

// "http://127.0.0.1:4711" as host and port.
HttpClient clientOf(const std::string& origin, const std::string& token = {});

}  // namespace verdesk::backend::test
