#include "crypto/cbc.h"

#include "crypto/secret.h"

#include <openssl/evp.h>

#include <climits>
#include <memory>
#include <stdexcept>

namespace verdesk::crypto {
namespace {

constexpr std::size_t blockSize = std::tuple_size_v<CbcVector>;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

Context newContext() {
    Context context{EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free};
    if (!context) {
        throw std::bad_alloc{};
    }
    return context;
}

const EVP_CIPHER* method() {
    static EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-CBC", nullptr);
    if (cipher == nullptr) {
        throw std::runtime_error{"OpenSSL offers no AES-256-CBC"};
    }
    return cipher;
}

}  // namespace

Bytes encryptCbc(const Key& key, const CbcVector& vector, ByteView plain) {
    if (plain.size() > INT_MAX - 2 * blockSize) {
        throw std::length_error{"too long to encrypt in one piece"};
    }
    const auto context = newContext();
    Bytes encrypted(blockSize + plain.size() + blockSize);
    std::copy(vector.begin(), vector.end(), encrypted.begin());
    int first = 0;
    int last = 0;
    auto* const text = encrypted.data() + blockSize;
    const bool done = EVP_EncryptInit_ex2(context.get(), method(), key.bytes().data(), vector.data(), nullptr) == 1 &&
                      (plain.empty() || EVP_EncryptUpdate(context.get(), text, &first, plain.data(),
                                                          static_cast<int>(plain.size())) == 1) &&
                      EVP_EncryptFinal_ex(context.get(), text + first, &last) == 1;
    if (!done) {
        throw std::runtime_error{"OpenSSL refused to encrypt"};
    }
    encrypted.resize(blockSize + static_cast<std::size_t>(first + last));
    return encrypted;
}

std::optional<Bytes> decryptCbc(const Key& key, ByteView encrypted) {
    if (encrypted.size() < 2 * blockSize || encrypted.size() % blockSize != 0 || encrypted.size() > INT_MAX) {
        return std::nullopt;
    }
    const auto context = newContext();
    const auto text = encrypted.subspan(blockSize);
    Bytes plain(text.size() + blockSize);
    int first = 0;
    int last = 0;
    const bool done =
        EVP_DecryptInit_ex2(context.get(), method(), key.bytes().data(), encrypted.data(), nullptr) == 1 &&
        EVP_DecryptUpdate(context.get(), plain.data(), &first, text.data(), static_cast<int>(text.size())) == 1 &&
        EVP_DecryptFinal_ex(context.get(), plain.data() + first, &last) == 1;
    if (!done) {
        wipe(plain);
        return std::nullopt;
    }
    plain.resize(static_cast<std::size_t>(first + last));
    return plain;
}

}  // namespace verdesk::crypto
