#include "crypto/secret.h"

#include <openssl/crypto.h>

#include <utility>

namespace verdesk::crypto {

void wipe(std::string& text) {
    // Everything that the string has reserved: a text that was shortened leaves its tail behind.
    text.resize(text.capacity());
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

void wipe(Bytes& bytes) {
    // Growing within the capacity moves nothing and writes zeros over what a longer value may have left.
    bytes.resize(bytes.capacity());
    OPENSSL_cleanse(bytes.data(), bytes.size());
    bytes.clear();
}

// By value: a short text lives inside the argument itself, so the argument is copied and wiped, never just moved.
Secret::Secret(std::string value) : value_{value} {
    wipe(value);
}

Secret::Secret(const Secret& other) = default;

Secret::Secret(Secret&& other) noexcept {
    value_.swap(other.value_);
    wipe(other.value_);
}

Secret& Secret::operator=(const Secret& other) {
    if (this != &other) {
        Secret copy{other};
        value_.swap(copy.value_);  // what was here is wiped with the copy
    }
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        value_.swap(other.value_);
        wipe(other.value_);
    }
    return *this;
}

Secret::~Secret() {
    wipe(value_);
}

}  // namespace verdesk::crypto
