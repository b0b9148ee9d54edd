#pragma once
// Randomness from the operating system through OpenSSL. Thread-safe. Throws std::runtime_error where there is none.

#include "crypto/bytes.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace verdesk::crypto {

Bytes randomBytes(std::size_t count);
std::string randomToken(std::size_t bytes = 32);  // base64url: 256 bits by default
// Characters of `alphabet`, each equally likely.
std::string randomText(std::size_t length, std::string_view alphabet);
// UUIDv7 (RFC 9562), lower case. Ids made by one process rise also within one millisecond.
std::string uuid7(std::chrono::sys_time<std::chrono::milliseconds> now);
// None that was made at that moment or later comes before this text.
std::string uuid7From(std::chrono::sys_time<std::chrono::milliseconds> moment);

}  // namespace verdesk::crypto
