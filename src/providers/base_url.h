#pragma once
// A provider's address as configuration gives it.

#include <optional>
#include <string>
#include <string_view>

namespace verdesk::providers {

// What is wrong with it, in words for whoever writes the configuration; nothing where all is well. It has to be https,
// or http on this machine alone; a host, perhaps a port and a path; no user, query or fragment.
std::optional<std::string> problemOfBaseUrl(std::string_view url);

// Without the slashes at the end, so that a path may follow.
std::string withoutTrailingSlashes(std::string_view url);

// As one segment of a path: everything but letters, digits, "-", "_", "." and "~" percent-encoded.
std::string pathSegment(std::string_view text);

}  // namespace verdesk::providers
