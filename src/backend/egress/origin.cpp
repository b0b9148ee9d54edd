#include "backend/egress/origin.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace verdesk::backend::egress {
namespace {

// An empty text for a part that is not there.
std::string partOf(CURLU* url, CURLUPart part, unsigned int flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, flags) != CURLUE_OK) {
        return {};
    }
    const std::unique_ptr<char, decltype(&curl_free)> owner{text, curl_free};
    return text;
}

bool isLoopback(const std::string& host) {
    const bool quad = host.starts_with("127.") && std::count(host.begin(), host.end(), '.') == 3 &&
                      std::all_of(host.begin(), host.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
    return quad || host == "localhost" || host.ends_with(".localhost") || host == "[::1]";
}

}  // namespace

std::optional<Origin> originOf(const std::string& url) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed{curl_url(), curl_url_cleanup};
    if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK) {
        return std::nullopt;
    }
    const auto scheme = partOf(parsed.get(), CURLUPART_SCHEME);
    Origin origin;
    origin.secure = scheme == "https";
    origin.host = partOf(parsed.get(), CURLUPART_HOST);
    origin.port = partOf(parsed.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
    std::transform(origin.host.begin(), origin.host.end(), origin.host.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    origin.loopback = isLoopback(origin.host);
    if ((scheme != "http" && scheme != "https") || origin.host.empty() || url.find('\0') != std::string::npos) {
        return std::nullopt;
    }
    return origin;
}

}  // namespace verdesk::backend::egress
