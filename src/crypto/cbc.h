#pragma once
// AES-256-CBC with PKCS #7 padding, the initialisation vector in front, for protocols that demand it. It does not tell
// whether somebody changed the text on its way: what opens is a hint and no proof. Ours is sealed (seal.h).

#include "crypto/seal.h"

#include <array>
#include <optional>

namespace verdesk::crypto {

using CbcVector = std::array<std::uint8_t, 16>;

Bytes encryptCbc(const Key& key, const CbcVector& vector, ByteView plain);
// Nothing where the length or the padding is wrong. Whoever lets a stranger see the difference helps them to read.
std::optional<Bytes> decryptCbc(const Key& key, ByteView encrypted);

}  // namespace verdesk::crypto
