#pragma once
// Where a request goes: "https://api.passid.io:443".

#include <optional>
#include <string>
#include <string_view>

namespace verdesk::backend::egress {

struct Origin {
    bool secure = false;  // https
    std::string host;     // lower case; an IPv6 address in brackets
    std::string port;     // always set
    bool loopback = false;

    std::string text() const {
        return (secure ? "https://" : "http://") + host + ":" + port;
    }
};

// Nothing where the text is no http or https address, or names a user. Read by libcurl itself, so that nobody can make
// us see another host than the one that is called.
std::optional<Origin> originOf(const std::string& url);

}  // namespace verdesk::backend::egress
