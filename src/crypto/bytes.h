#pragma once
// Bytes and their texts. All functions are pure and may be called from any thread.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verdesk::crypto {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

ByteView viewOf(std::string_view text);
std::string textOf(ByteView bytes);

std::string toHex(ByteView bytes);                       // lower case
std::optional<Bytes> fromHex(std::string_view text);     // either case; nothing for anything else
std::string toBase64(ByteView bytes);                    // RFC 4648 section 4, padded, one line
std::optional<Bytes> fromBase64(std::string_view text);  // strict: no white space, right padding
std::string toBase64Url(ByteView bytes);                 // section 5, without padding: for tokens in addresses

}  // namespace verdesk::crypto
