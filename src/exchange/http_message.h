#pragma once
// An HTTP request and its reply, as values.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verdesk {

using Header = std::pair<std::string, std::string>;

struct HttpRequest {
    std::string method;
    std::string url;  // absolute
    std::string body;
    std::vector<Header> headers;
    bool repeatable = true;      // whether a driver may send it again after a lost answer
    std::string idempotencyKey;  // for a request that must not happen twice: the journal's name for it; sent by the
                                 // provider as whatever header its protocol has for that

    // g++ 12 rejects braced lists inside co_await: requests are built by functions and these.
    HttpRequest with(std::string name, std::string value) && {
        headers.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
    HttpRequest sending(std::string text, std::string mediaType) && {
        body = std::move(text);
        headers.emplace_back("Content-Type", std::move(mediaType));
        return std::move(*this);
    }
    // Marks it as one that happens at most once: written to the journal under this key before it is sent.
    HttpRequest once(std::string key) && {
        repeatable = false;
        idempotencyKey = std::move(key);
        return std::move(*this);
    }
};

inline HttpRequest get(std::string url) {
    HttpRequest request;
    request.method = "GET";
    request.url = std::move(url);
    return request;
}

// A POST is not repeated unless the provider says that it may be (`repeatable = true`).
inline HttpRequest post(std::string url) {
    HttpRequest request;
    request.method = "POST";
    request.url = std::move(url);
    request.repeatable = false;
    return request;
}

struct HttpReply {
    int status = 0;
    std::string body;
    std::vector<Header> headers;

    // The first header of that name, compared without regard to case.
    std::optional<std::string_view> header(std::string_view name) const {
        for (const auto& [each, value] : headers) {
            if (each.size() == name.size()) {
                bool same = true;
                for (std::size_t i = 0; i < name.size() && same; ++i) {
                    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
                    same = lower(each[i]) == lower(name[i]);
                }
                if (same) {
                    return value;
                }
            }
        }
        return std::nullopt;
    }
};

}  // namespace verdesk
