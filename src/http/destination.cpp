#include "http/destination.h"

#include <algorithm>

namespace verdesk::http {
namespace {

// "Own.localhost:8080": "own.localhost".
std::string hostName(std::string_view host) {
    const auto colon = host.rfind(':');
    std::string name{host.ends_with(']') || colon == std::string_view::npos ? host : host.substr(0, colon)};
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name;
}

const Site* siteOf(const Request& request, const Options& options) {
    if (options.sites.empty()) {
        return nullptr;
    }
    const auto found = options.sites.find(hostName(request.header("Host").value_or("")));
    return found == options.sites.end() ? nullptr : &found->second;
}

}  // namespace

Destination destinationOf(const Request& request, const std::string& path, const Options& options,
                          const Router& router) {
    const auto* site = siteOf(request, options);
    return {site, (site != nullptr ? site->router : router).match(request.method, path)};
}

Response described(const Options& options, int status, std::string_view why, const Site* site) {
    const auto& describe = site != nullptr && site->describe ? site->describe : options.describe;
    if (describe) {
        try {
            auto response = describe(status, why);
            response.status = status;
            return response;
        } catch (const std::exception&) {  // then the plain one
        }
    }
    return {status, {}, {}, {}, false};
}

Response nobodyAnswers(const Options& options, const Destination& destination) {
    const auto& allowed = destination.match.allowed;
    if (allowed.empty()) {
        return described(options, 404, "There is nothing at this address.", destination.site);
    }
    auto response = described(options, 405, "This address does not answer that method.", destination.site);
    std::string allow;
    for (const auto& method : allowed) {
        allow += (allow.empty() ? "" : ", ") + method;
    }
    response.headers.emplace_back("Allow", std::move(allow));
    return response;
}

}  // namespace verdesk::http
