#pragma once
// AES-256-GCM with a random 96-bit nonce. The associated data binds a sealed value to its place, so that moving it
// elsewhere makes it unreadable. Sealed form: nonce (12), ciphertext, tag (16).

#include "crypto/bytes.h"

#include <array>
#include <optional>
#include <string_view>

namespace verdesk::crypto {

// 32 bytes that wipe themselves.
class Key {
public:
    static constexpr std::size_t size = 32;
    static Key random();
    // Nothing unless there are exactly 32 bytes.
    static std::optional<Key> from(ByteView bytes);
    Key(const Key&) = default;
    Key& operator=(const Key&) = default;
    Key(Key&&) = default;
    Key& operator=(Key&&) = default;
    ~Key();
    ByteView bytes() const {
        return bytes_;
    }
    // A key for another use, by HMAC of the use's name: knowing one does not give the other.
    Key derive(std::string_view use) const;

private:
    Key() = default;
    std::array<std::uint8_t, size> bytes_{};
};

Bytes seal(const Key& key, ByteView plain, std::string_view associated);
// Nothing where the key, the place or a single bit is wrong.
std::optional<Bytes> open(const Key& key, ByteView sealed, std::string_view associated);

}  // namespace verdesk::crypto
