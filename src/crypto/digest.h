#pragma once
// SHA-256 and HMAC-SHA256, and comparing without telling where the difference is.

#include "crypto/bytes.h"

#include <array>

namespace verdesk::crypto {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(ByteView data);
// For data in pieces, without joining them.
Digest sha256(std::initializer_list<ByteView> pieces);
Digest hmacSha256(ByteView key, ByteView data);

// Constant time in the contents; lengths are not secret. Two empty views are equal: callers refuse empty secrets first.
bool equalInConstantTime(ByteView a, ByteView b);

}  // namespace verdesk::crypto
