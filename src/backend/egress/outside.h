#pragma once
// Addresses that are somebody else's word (HttpRequest::fromOutside): which of them are called at all. What a name
// leads to is checked where the connection is made (CurlTransfer), so that nobody can change it in between. Pure.

#include <optional>
#include <string>
#include <vector>

namespace verdesk::backend::egress {

// Of one account.
struct OutsideRules {
    bool plainHttp = false;           // besides https
    std::vector<std::string> hosts;   // empty: any. "docs.example" is that host, ".docs.example" every one below it
    std::vector<std::string> inside;  // origins that may be called wherever they lead: "http://127.0.0.1:9000"
};

// Why the address is not called; empty where nothing is against it. `proxied`: a proxy looks names up, so that we do
// not see where they lead: only hosts that are listed are called then.
std::string whyNotCalled(const std::string& url, const OutsideRules& rules, bool proxied);
// Whether its origin is one of `rules.inside`.
bool isAllowedInside(const std::string& url, const OutsideRules& rules);
// Where a redirect leads; nothing where that is no address.
std::optional<std::string> redirected(const std::string& from, const std::string& location);

}  // namespace verdesk::backend::egress
