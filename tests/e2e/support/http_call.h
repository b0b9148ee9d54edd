#pragma once
// One HTTP request at a time, waited for. An object per thread.

#include <nlohmann/json.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace verdesk::test {

struct HttpAnswer {
    int status = 0;  // 0: none came
    std::string body;

    bool came() const {
        return status != 0;
    }
    // An empty object where the body is none.
    nlohmann::json json() const;
};

class HttpCall {
public:
    HttpCall();
    ~HttpCall();
    HttpCall(HttpCall&&) noexcept;

    using Headers = std::vector<std::pair<std::string, std::string>>;
    HttpAnswer send(const std::string& method, const std::string& url, const std::string& body = {},
                    const Headers& headers = {}, std::chrono::milliseconds atMost = std::chrono::seconds{10});
    HttpAnswer sendJson(const std::string& method, const std::string& url, const nlohmann::json& body,
                        Headers headers = {});

private:
    struct Handle;
    std::unique_ptr<Handle> handle_;
};

}  // namespace verdesk::test
