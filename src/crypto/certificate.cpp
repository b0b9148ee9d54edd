#include "crypto/certificate.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace verdesk::crypto {
namespace {

using Source = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

// OpenSSL would ask at the terminal.
int noPassphrase(char*, int, int, void*) {
    return -1;
}

Source opened(const std::filesystem::path& file) {
    return {BIO_new_file(file.string().c_str(), "rb"), BIO_free};
}

Certificate certificateIn(const std::filesystem::path& file) {
    const auto source = opened(file);
    return {source ? PEM_read_bio_X509(source.get(), nullptr, noPassphrase, nullptr) : nullptr, X509_free};
}

Key keyIn(const std::filesystem::path& file) {
    const auto source = opened(file);
    return {source ? PEM_read_bio_PrivateKey(source.get(), nullptr, noPassphrase, nullptr) : nullptr, EVP_PKEY_free};
}

CertificateFault looked(const std::filesystem::path& certificate, const std::filesystem::path& key) {
    const auto shown = certificateIn(certificate);
    if (!shown) {
        return {false, "has no certificate in PEM, or cannot be read"};
    }
    const auto kept = keyIn(key);
    if (!kept) {
        return {true, "has no private key in PEM without a passphrase, or cannot be read"};
    }
    if (X509_check_private_key(shown.get(), kept.get()) != 1) {
        return {true, "is not the certificate's key"};
    }
    return {};
}

}  // namespace

CertificateFault faultOf(const std::filesystem::path& certificate, const std::filesystem::path& key) {
    auto fault = looked(certificate, key);
    ERR_clear_error();  // what is left there would be told of the next call
    return fault;
}

}  // namespace verdesk::crypto
