#pragma once
// New RSA keys, as PEM texts.

#include "crypto/secret.h"

#include <string>

namespace verdesk::crypto {

struct RsaKeyPair {
    Secret privateKey;      // "-----BEGIN PRIVATE KEY-----", without a password
    std::string publicKey;  // "-----BEGIN PUBLIC KEY-----"
};

// Takes a fraction of a second for 2048 bits, and seconds for 4096. Throws std::runtime_error where OpenSSL refuses.
RsaKeyPair newRsaKeyPair(unsigned bits);

}  // namespace verdesk::crypto
