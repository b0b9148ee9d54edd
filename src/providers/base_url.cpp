#include "providers/base_url.h"

#include <algorithm>
#include <cctype>

namespace verdesk::providers {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isNameCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.' || c == '_';
}

struct Authority {
    std::string host;  // lower case
    std::string port;
};

// Nothing where the text is no host with an optional port.
std::optional<Authority> authorityFrom(std::string_view text) {
    Authority authority;
    std::size_t hostEnd = 0;
    if (text.starts_with('[')) {
        const auto close = text.find(']');
        if (close == std::string_view::npos) {
            return std::nullopt;
        }
        hostEnd = close + 1;
        const auto inside = text.substr(1, close - 1);
        if (inside.empty() || !std::all_of(inside.begin(), inside.end(), [](char c) {
                return std::isxdigit(static_cast<unsigned char>(c)) != 0 || c == ':' || c == '.';
            })) {
            return std::nullopt;
        }
    } else {
        hostEnd = std::min(text.find(':'), text.size());
        const auto name = text.substr(0, hostEnd);
        if (name.empty() || name.front() == '.' || !std::all_of(name.begin(), name.end(), isNameCharacter)) {
            return std::nullopt;
        }
    }
    authority.host = std::string{text.substr(0, hostEnd)};
    std::transform(authority.host.begin(), authority.host.end(), authority.host.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    auto rest = text.substr(hostEnd);
    if (!rest.empty()) {
        rest.remove_prefix(1);
        if (text[hostEnd] != ':' || rest.empty() || rest.size() > 5 ||
            !std::all_of(rest.begin(), rest.end(), isDigit) || std::stoi(std::string{rest}) > 65535) {
            return std::nullopt;
        }
        authority.port = std::string{rest};
    }
    return authority;
}

bool hasForeignCharacters(std::string_view url) {
    return std::any_of(url.begin(), url.end(), [](char c) { return c <= ' ' || c == 127 || c == '\\'; });
}

}  // namespace

bool isLoopback(std::string_view host) {
    // 127.0.0.0/8 as numbers alone: "127.example.com" is somebody else's name.
    const bool quad = host.starts_with("127.") && std::count(host.begin(), host.end(), '.') == 3 &&
                      std::all_of(host.begin(), host.end(), [](char c) { return c == '.' || isDigit(c); });
    return quad || host == "localhost" || host.ends_with(".localhost") || host == "[::1]";
}

std::optional<Address> addressOf(std::string_view url) {
    const bool secure = url.starts_with("https://");
    if ((!secure && !url.starts_with("http://")) || hasForeignCharacters(url)) {
        return std::nullopt;
    }
    url.remove_prefix(secure ? 8 : 7);
    auto authority = authorityFrom(url.substr(0, url.find_first_of("/?#")));
    if (!authority) {
        return std::nullopt;
    }
    if (authority->port == (secure ? "443" : "80")) {
        authority->port.clear();
    }
    return Address{secure, std::move(authority->host), std::move(authority->port)};
}

std::string originOf(std::string_view url) {
    const auto address = addressOf(url);
    if (!address) {
        return {};
    }
    return (address->secure ? "https://" : "http://") + address->host +
           (address->port.empty() ? "" : ":" + address->port);
}

std::vector<std::string> originsOf(std::string_view url, const std::vector<std::string>& extra) {
    std::vector<std::string> all{originOf(url)};
    for (const auto& each : extra) {
        if (std::find(all.begin(), all.end(), each) == all.end()) {
            all.push_back(each);
        }
    }
    return all;
}

std::optional<std::string> problemOfBaseUrl(std::string_view url) {
    const bool secure = url.starts_with("https://");
    if (!secure && !url.starts_with("http://")) {
        return "must be an address that starts with https://";
    }
    if (hasForeignCharacters(url)) {
        return "has a blank or another character that no address has";
    }
    if (url.find_first_of("?#@") != std::string_view::npos) {
        return "must have no user, query or fragment";
    }
    url.remove_prefix(secure ? 8 : 7);
    const auto authority = authorityFrom(url.substr(0, url.find('/')));
    if (!authority) {
        return "has no host, or a port that is none";
    }
    if (!secure && !isLoopback(authority->host)) {
        return "must start with https://; plain http is for this machine alone";
    }
    return std::nullopt;
}

std::string withoutTrailingSlashes(std::string_view url) {
    while (url.ends_with('/')) {
        url.remove_suffix(1);
    }
    return std::string{url};
}

std::string pathSegment(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string segment;
    for (const char c : text) {
        if (isNameCharacter(c) || c == '~') {
            segment.push_back(c);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            segment.push_back('%');
            segment.push_back(digits[byte >> 4]);
            segment.push_back(digits[byte & 15]);
        }
    }
    // A segment of dots alone would be taken for "this folder" or "the one above".
    return text == "." ? "%2E" : text == ".." ? "%2E%2E" : segment;
}

}  // namespace verdesk::providers
