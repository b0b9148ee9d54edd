#include "crypto/seal.h"

#include "crypto/digest.h"
#include "crypto/random.h"
#include "crypto/secret.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <climits>
#include <memory>
#include <stdexcept>

namespace verdesk::crypto {
namespace {

constexpr std::size_t nonceSize = 12;
constexpr std::size_t tagSize = 16;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

Context newContext() {
    Context context{EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free};
    if (!context) {
        throw std::bad_alloc{};
    }
    return context;
}

const EVP_CIPHER* method() {
    static EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    if (cipher == nullptr) {
        throw std::runtime_error{"OpenSSL offers no AES-256-GCM"};
    }
    return cipher;
}

int sizeFor(std::size_t size) {
    if (size > INT_MAX) {
        throw std::length_error{"too long to seal in one piece"};
    }
    return static_cast<int>(size);
}

}  // namespace

Key Key::random() {
    auto bytes = randomBytes(size);
    auto key = *from(bytes);
    wipe(bytes);
    return key;
}

std::optional<Key> Key::from(ByteView bytes) {
    if (bytes.size() != size) {
        return std::nullopt;
    }
    Key key;
    std::copy(bytes.begin(), bytes.end(), key.bytes_.begin());
    return key;
}

Key::~Key() {
    OPENSSL_cleanse(bytes_.data(), bytes_.size());
}

Key Key::derive(std::string_view use) const {
    auto digest = hmacSha256(bytes_, viewOf(use));
    auto key = *from(digest);
    OPENSSL_cleanse(digest.data(), digest.size());
    return key;
}

Bytes seal(const Key& key, ByteView plain, std::string_view associated) {
    const auto nonce = randomBytes(nonceSize);
    const auto context = newContext();
    Bytes sealed(nonceSize + plain.size() + tagSize);
    std::copy(nonce.begin(), nonce.end(), sealed.begin());
    auto* const cipherText = sealed.data() + nonceSize;
    int written = 0;
    const bool done =
        EVP_EncryptInit_ex2(context.get(), method(), key.bytes().data(), nonce.data(), nullptr) == 1 &&
        EVP_EncryptUpdate(context.get(), nullptr, &written, viewOf(associated).data(), sizeFor(associated.size())) ==
            1 &&
        (plain.empty() ||
         EVP_EncryptUpdate(context.get(), cipherText, &written, plain.data(), sizeFor(plain.size())) == 1) &&
        EVP_EncryptFinal_ex(context.get(), cipherText + plain.size(), &written) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, tagSize, cipherText + plain.size()) == 1;
    if (!done) {
        throw std::runtime_error{"OpenSSL refused to seal"};
    }
    return sealed;
}

std::optional<Bytes> open(const Key& key, ByteView sealed, std::string_view associated) {
    if (sealed.size() < nonceSize + tagSize) {
        return std::nullopt;
    }
    const auto nonce = sealed.first(nonceSize);
    const auto cipherText = sealed.subspan(nonceSize, sealed.size() - nonceSize - tagSize);
    Bytes tag(sealed.end() - tagSize, sealed.end());
    const auto context = newContext();
    // A byte more than needed, so that there is an address to write to even where there is no text.
    Bytes plain(cipherText.size() + 1);
    int written = 0;
    const bool done = EVP_DecryptInit_ex2(context.get(), method(), key.bytes().data(), nonce.data(), nullptr) == 1 &&
                      EVP_DecryptUpdate(context.get(), nullptr, &written, viewOf(associated).data(),
                                        sizeFor(associated.size())) == 1 &&
                      (cipherText.empty() || EVP_DecryptUpdate(context.get(), plain.data(), &written, cipherText.data(),
                                                               sizeFor(cipherText.size())) == 1) &&
                      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, tagSize, tag.data()) == 1 &&
                      EVP_DecryptFinal_ex(context.get(), plain.data() + cipherText.size(), &written) == 1;
    if (!done) {
        wipe(plain);
        return std::nullopt;
    }
    plain.resize(cipherText.size());
    return plain;
}

}  // namespace verdesk::crypto
