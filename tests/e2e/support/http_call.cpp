#include "tests/e2e/support/http_call.h"

#include <curl/curl.h>

namespace verdesk::test {

struct HttpCall::Handle {
    Handle() : curl{curl_easy_init()} {}
    ~Handle() {
        curl_easy_cleanup(curl);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    CURL* curl;
};

namespace {

std::size_t take(char* data, std::size_t size, std::size_t count, void* into) {
    static_cast<std::string*>(into)->append(data, size * count);
    return size * count;
}

}  // namespace

nlohmann::json HttpAnswer::json() const {
    auto read = nlohmann::json::parse(body, nullptr, false);
    return read.is_discarded() ? nlohmann::json::object() : read;
}

HttpCall::HttpCall() {
    static const auto once = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)once;
    handle_ = std::make_unique<Handle>();
}

HttpCall::~HttpCall() = default;
HttpCall::HttpCall(HttpCall&&) noexcept = default;

HttpAnswer HttpCall::send(const std::string& method, const std::string& url, const std::string& body,
                          const Headers& headers, std::chrono::milliseconds atMost) {
    auto* curl = handle_->curl;
    curl_easy_reset(curl);  // keeps the connections
    HttpAnswer answer;
    curl_slist* lines = nullptr;
    for (const auto& [name, value] : headers) {
        lines = curl_slist_append(lines, (name + ": " + value).c_str());
    }
    lines = curl_slist_append(lines, "Expect:");
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(atMost.count()));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
    if (method != "GET") {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
    }
    if (curl_easy_perform(curl) == CURLE_OK) {
        long status = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        answer.status = static_cast<int>(status);
    }
    curl_slist_free_all(lines);
    return answer;
}

HttpAnswer HttpCall::sendJson(const std::string& method, const std::string& url, const nlohmann::json& body,
                              Headers headers) {
    headers.emplace_back("Content-Type", "application/json");
    return send(method, url, body.dump(), headers);
}

}  // namespace verdesk::test
