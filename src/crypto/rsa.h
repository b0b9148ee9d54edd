#pragma once
// RSA with PKCS #1 v1.5 padding of block type 1, what others call "private encrypt": whoever has the public key reads
// it, and knows that the owner of the private one wrote it. It hides nothing. Keys are PEM texts.

#include "crypto/secret.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace verdesk::crypto {

// How many bytes fit; nothing where the text is no private RSA key without a password.
std::optional<std::size_t> rsaRoom(const Secret& privateKey);
// Nothing where there is no such key or the text does not fit.
std::optional<Bytes> rsaPrivateEncrypt(const Secret& privateKey, ByteView text);
// Nothing where the private key that belongs to this public one did not write it.
std::optional<Bytes> rsaPublicDecrypt(std::string_view publicKey, ByteView encrypted);

}  // namespace verdesk::crypto
