#pragma once
// An HTTP client for one purpose: posting a webhook to a program on this machine. Nothing else can be reached with it.

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verdesk::sandbox {

struct LoopbackUrl {
    std::string host;     // as in the Host header, with the port
    std::string address;  // "127.0.0.1" or "::1"
    std::uint16_t port = 80;
    std::string target;
};

// "http://127.0.0.1:8080/hooks/x"; also localhost, *.localhost and [::1]. Nothing for every other address.
std::optional<LoopbackUrl> parseLoopbackUrl(std::string_view url);

struct PostResult {
    int status = 0;     // 0: none came
    std::string error;  // why not
};

using Headers = std::vector<std::pair<std::string, std::string>>;

// Never throws. Ends within `deadline` (real time).
boost::asio::awaitable<PostResult> postLoopback(LoopbackUrl url, Headers headers, std::string body,
                                                std::chrono::milliseconds deadline);

}  // namespace verdesk::sandbox
