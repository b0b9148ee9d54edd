#pragma once
// An HTTP request and its reply, as values.

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verdesk {

using Header = std::pair<std::string, std::string>;

// The first header of that name, compared without regard to case (ASCII).
inline std::optional<std::string_view> findHeader(const std::vector<Header>& headers, std::string_view name) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    for (const auto& [each, value] : headers) {
        if (std::equal(each.begin(), each.end(), name.begin(), name.end(),
                       [&](char a, char b) { return lower(a) == lower(b); })) {
            return value;
        }
    }
    return std::nullopt;
}

struct HttpRequest {
    std::string method;
    std::string url;  // absolute
    std::string body;
    std::vector<Header> headers;
    bool repeatable = true;      // whether a driver may send it again after a lost answer
    std::string idempotencyKey;  // for a request that must not happen twice: the journal's name for it; sent by the
                                 // provider as whatever header its protocol has for that
    bool fromOutside = false;    // the address is somebody else's word: it must not lead into our own network
    std::chrono::milliseconds within{0};  // for one sending; 0: the usual time
    std::size_t longestReply = 0;         // bytes of the reply's body, beyond which it is an error; 0: the usual limit
    bool replayable = false;  // with an idempotencyKey: the provider answers a second sending under the same key as
                              // it answered the first, so that a lost answer may be asked for again

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
    // Says that the provider recognises the key of `once` and repeats its first answer.
    HttpRequest safeToReplay() && {
        replayable = true;
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

    std::optional<std::string_view> header(std::string_view name) const {
        return findHeader(headers, name);
    }
};

}  // namespace verdesk
