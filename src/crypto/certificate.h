#pragma once
// Whether two files are a certificate and its private key, as a listener with TLS needs them.

#include <filesystem>
#include <string>

namespace verdesk::crypto {

struct CertificateFault {
    bool ofKey = false;  // otherwise of the certificate
    std::string what;    // "has no ..."; empty: they fit
};

// Both in PEM: the certificate is the first of its file, the key has no passphrase. Quotes nothing of either.
CertificateFault faultOf(const std::filesystem::path& certificate, const std::filesystem::path& key);

}  // namespace verdesk::crypto
