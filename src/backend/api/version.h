#pragma once
// Versions of three numbers, as desk and backend tell each other.

#include <array>
#include <optional>
#include <string_view>

namespace verdesk::backend::api {

using Version = std::array<int, 3>;

// "1.2.3", perhaps with "-something" behind it. Nothing for anything else.
std::optional<Version> versionFrom(std::string_view text);

}  // namespace verdesk::backend::api
