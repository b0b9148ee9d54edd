#pragma once
// Password hashing with scrypt (RFC 7914). The text carries its own parameters: "scrypt$N$r$p$salt$hash", base64. Takes
// about 100 ms and 32 MiB by default: call it off the threads that serve.

#include "crypto/secret.h"

#include <string>
#include <string_view>

namespace verdesk::crypto {

struct ScryptCost {
    std::uint64_t n = 1 << 15;  // a power of two
    std::uint32_t r = 8;
    std::uint32_t p = 1;
};

std::string hashPassword(const Secret& password, ScryptCost cost = {});
// False for a wrong password and for a text that is no hash of ours. Constant time in the hash.
bool checkPassword(const Secret& password, std::string_view hash);

}  // namespace verdesk::crypto
