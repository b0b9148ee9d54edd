#pragma once
// What a new password must be like: long, and not one that everybody tries first. No rules about its composition.

#include "crypto/secret.h"

#include <optional>
#include <string>
#include <string_view>

namespace verdesk::backend {

inline constexpr std::size_t shortestPassword = 12;  // characters
inline constexpr std::size_t longestPassword = 256;  // bytes

// What is wrong with it, as a sentence; nothing where it will do. `name` is what its owner signs in with.
std::optional<std::string> whyUnfit(const crypto::Secret& password, std::string_view name);

// Five groups of four letters and digits, without those that look alike: 98 bits.
crypto::Secret makePassword();

}  // namespace verdesk::backend
