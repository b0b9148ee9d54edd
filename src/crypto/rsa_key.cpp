#include "crypto/rsa_key.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>
#include <stdexcept>

namespace verdesk::crypto {
namespace {

using KeyPair = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Target = std::unique_ptr<BIO, decltype(&BIO_free)>;

// `write` puts the text into memory that is wiped when it is freed.
template <class Write>
std::string pemOf(Write write) {
    const Target target{BIO_new(BIO_s_secmem()), BIO_free};
    if (!target || write(target.get()) != 1) {
        throw std::runtime_error{"OpenSSL refused to write an RSA key"};
    }
    char* text = nullptr;
    const auto size = BIO_get_mem_data(target.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

}  // namespace

RsaKeyPair newRsaKeyPair(unsigned bits) {
    const KeyPair key{EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<std::size_t>(bits)), EVP_PKEY_free};
    if (!key) {
        throw std::runtime_error{"OpenSSL refused to make an RSA key"};
    }
    return {Secret{pemOf([&](BIO* target) {
                return PEM_write_bio_PKCS8PrivateKey(target, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
            })},
            pemOf([&](BIO* target) { return PEM_write_bio_PUBKEY(target, key.get()); })};
}

}  // namespace verdesk::crypto
