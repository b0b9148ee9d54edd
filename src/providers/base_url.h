#pragma once
// A provider's address as configuration gives it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verdesk::providers {

// What is wrong with it, in words for whoever writes the configuration; nothing where all is well. It has to be https,
// or http on this machine alone; a host, perhaps a port and a path; no user, query or fragment.
std::optional<std::string> problemOfBaseUrl(std::string_view url);

// Where an absolute address with http or https points to.
struct Address {
    bool secure = false;
    std::string host;  // lower case; an IPv6 address in its brackets
    std::string port;  // empty: the usual one
};
// Nothing for anything else, for one that names a user, and for one with a blank or a backslash in it.
std::optional<Address> addressOf(std::string_view url);

// "https://my.passport.io": as browsers write it, without the usual port. Empty where the address is none.
std::string originOf(std::string_view url);

// The address's own origin, and behind it those of `extra` that are others.
std::vector<std::string> originsOf(std::string_view url, const std::vector<std::string>& extra);

// This machine, by a name or number that cannot be anybody else's.
bool isLoopback(std::string_view host);

// Without the slashes at the end, so that a path may follow.
std::string withoutTrailingSlashes(std::string_view url);

// As one segment of a path: everything but letters, digits, "-", "_", "." and "~" percent-encoded.
std::string pathSegment(std::string_view text);

}  // namespace verdesk::providers
