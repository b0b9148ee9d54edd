#include "backend/egress/outside.h"

#include "backend/egress/address.h"
#include "backend/egress/origin.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace verdesk::backend::egress {
namespace {

// The address that a host is written as; nothing where it is a name.
std::optional<boost::asio::ip::address> literal(std::string host) {
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    }
    boost::system::error_code error;
    auto address = boost::asio::ip::make_address(host, error);
    return error ? std::nullopt : std::optional{std::move(address)};
}

bool isListed(const std::string& host, const std::vector<std::string>& hosts) {
    return std::any_of(hosts.begin(), hosts.end(), [&](std::string each) {
        std::transform(each.begin(), each.end(), each.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
        return each.starts_with('.') ? host.size() > each.size() && host.ends_with(each) : host == each;
    });
}

}  // namespace

bool isAllowedInside(const std::string& url, const OutsideRules& rules) {
    const auto origin = originOf(url);
    return origin && std::any_of(rules.inside.begin(), rules.inside.end(), [&](const std::string& each) {
               const auto allowed = originOf(each);
               return allowed && allowed->text() == origin->text();
           });
}

std::string whyNotCalled(const std::string& url, const OutsideRules& rules, bool proxied) {
    const auto origin = originOf(url);
    if (!origin) {
        return "it is no http address, or one that names a user";
    }
    if (isAllowedInside(url, rules)) {
        return {};
    }
    if (!origin->secure && !rules.plainHttp) {
        return "it is not https";
    }
    if (origin->port != (origin->secure ? "443" : "80")) {
        return "its port is none that is called";
    }
    auto host = origin->host;
    if (host.ends_with('.')) {
        host.pop_back();
    }
    if (const auto address = literal(host); address && !isPublicAddress(*address)) {
        return "it leads inside";
    }
    if (origin->loopback || host == "localhost" || host.ends_with(".localhost")) {
        return "it leads inside";
    }
    if ((!rules.hosts.empty() || (proxied && !literal(host))) && !isListed(host, rules.hosts)) {
        return "its host is not listed";
    }
    return {};
}

std::optional<std::string> redirected(const std::string& from, const std::string& location) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url{curl_url(), curl_url_cleanup};
    if (!url || location.empty() || curl_url_set(url.get(), CURLUPART_URL, from.c_str(), 0) != CURLUE_OK ||
        curl_url_set(url.get(), CURLUPART_URL, location.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK) {
        return std::nullopt;
    }
    curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
    char* text = nullptr;
    if (curl_url_get(url.get(), CURLUPART_URL, &text, 0) != CURLUE_OK) {
        return std::nullopt;
    }
    const std::unique_ptr<char, decltype(&curl_free)> owner{text, curl_free};
    return std::string{text};
}

}  // namespace verdesk::backend::egress
