#include "crypto/rsa.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <climits>
#include <memory>

namespace verdesk::crypto {
namespace {

constexpr std::size_t paddingSize = 11;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;
using Source = std::unique_ptr<BIO, decltype(&BIO_free)>;

// Without one of our own OpenSSL would ask at the terminal.
int noPassword(char*, int, int, void*) {
    return -1;
}

// Null where the text is no such key.
template <class Read>
Key keyFrom(std::string_view pem, Read read) {
    const Source source{BIO_new_mem_buf(pem.data(), pem.size() > INT_MAX ? 0 : static_cast<int>(pem.size())), BIO_free};
    Key key{source ? read(source.get(), nullptr, noPassword, nullptr) : nullptr, EVP_PKEY_free};
    if (key && EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA) {
        key.reset();
    }
    ERR_clear_error();
    return key;
}

Key privateKeyFrom(const Secret& pem) {
    return keyFrom(pem.reveal(), PEM_read_bio_PrivateKey);
}

std::size_t sizeOf(const Key& key) {
    return static_cast<std::size_t>(EVP_PKEY_get_size(key.get()));
}

}  // namespace

std::optional<std::size_t> rsaRoom(const Secret& privateKey) {
    const auto key = privateKeyFrom(privateKey);
    return key && sizeOf(key) > paddingSize ? std::optional{sizeOf(key) - paddingSize} : std::nullopt;
}

std::optional<Bytes> rsaPrivateEncrypt(const Secret& privateKey, ByteView text) {
    const auto key = privateKeyFrom(privateKey);
    const Context context{key ? EVP_PKEY_CTX_new(key.get(), nullptr) : nullptr, EVP_PKEY_CTX_free};
    if (!context) {
        return std::nullopt;
    }
    // Signing without naming a digest is just that: the text itself, padded.
    Bytes encrypted(sizeOf(key));
    auto size = encrypted.size();
    const bool done = EVP_PKEY_sign_init(context.get()) == 1 &&
                      EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1 &&
                      EVP_PKEY_sign(context.get(), encrypted.data(), &size, text.data(), text.size()) == 1;
    ERR_clear_error();
    encrypted.resize(size);
    return done ? std::optional{std::move(encrypted)} : std::nullopt;
}

std::optional<Bytes> rsaPublicDecrypt(std::string_view publicKey, ByteView encrypted) {
    const auto key = keyFrom(publicKey, PEM_read_bio_PUBKEY);
    const Context context{key ? EVP_PKEY_CTX_new(key.get(), nullptr) : nullptr, EVP_PKEY_CTX_free};
    if (!context) {
        return std::nullopt;
    }
    Bytes text(sizeOf(key));
    auto size = text.size();
    const bool done =
        EVP_PKEY_verify_recover_init(context.get()) == 1 &&
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1 &&
        EVP_PKEY_verify_recover(context.get(), text.data(), &size, encrypted.data(), encrypted.size()) == 1;
    ERR_clear_error();
    text.resize(done ? size : 0);
    return done ? std::optional{std::move(text)} : std::nullopt;
}

}  // namespace verdesk::crypto
