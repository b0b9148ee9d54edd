#include "crypto/digest.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <memory>
#include <stdexcept>

namespace verdesk::crypto {
namespace {

// Fetched once: OpenSSL 3 looks an algorithm up by name on every use otherwise.
const EVP_MD* sha256Method() {
    static EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    if (method == nullptr) {
        throw std::runtime_error{"OpenSSL offers no SHA-256"};
    }
    return method;
}

EVP_MAC* hmacMethod() {
    static EVP_MAC* const method = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    if (method == nullptr) {
        throw std::runtime_error{"OpenSSL offers no HMAC"};
    }
    return method;
}

void check(int result, const char* what) {
    if (result != 1) {
        throw std::runtime_error{std::string{"OpenSSL refused: "} + what};
    }
}

}  // namespace

Digest sha256(ByteView data) {
    return sha256({data});
}

Digest sha256(std::initializer_list<ByteView> pieces) {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    if (!context) {
        throw std::bad_alloc{};
    }
    check(EVP_DigestInit_ex2(context.get(), sha256Method(), nullptr), "SHA-256");
    for (const auto& piece : pieces) {
        check(EVP_DigestUpdate(context.get(), piece.data(), piece.size()), "SHA-256");
    }
    Digest digest{};
    check(EVP_DigestFinal_ex(context.get(), digest.data(), nullptr), "SHA-256");
    return digest;
}

Digest hmacSha256(ByteView key, ByteView data) {
    const std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)> context{EVP_MAC_CTX_new(hmacMethod()),
                                                                            EVP_MAC_CTX_free};
    if (!context) {
        throw std::bad_alloc{};
    }
    char name[] = "SHA256";
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0),
                                     OSSL_PARAM_construct_end()};
    // A null pointer would mean "the key of before": an empty key still needs an address.
    const std::uint8_t none = 0;
    check(EVP_MAC_init(context.get(), key.empty() ? &none : key.data(), key.size(), parameters), "HMAC key");
    check(EVP_MAC_update(context.get(), data.data(), data.size()), "HMAC");
    Digest digest{};
    std::size_t size = 0;
    check(EVP_MAC_final(context.get(), digest.data(), &size, digest.size()), "HMAC");
    return digest;
}

bool equalInConstantTime(ByteView a, ByteView b) {
    return a.size() == b.size() && (a.empty() || CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0);
}

}  // namespace verdesk::crypto
