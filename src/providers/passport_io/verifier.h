#pragma once
// Whether a pingback is Passport.io's. Its documentation knows no signature: `none` is the rule, and then an account
// may declare that its channel cannot be reached by others. A signature that Passport.io agrees with an institution is
// one more kind here.

#include "contract/json_reader.h"
#include "providers/findings.h"
#include "providers/provider.h"

#include <array>
#include <string>
#include <vector>

namespace verdesk::providers::passport_io {

// hmacSha256: over the raw body, as hex in one header, with or without "sha256=" before it.
enum class PingbackCheck { none, hmacSha256 };
constexpr std::array<Word<PingbackCheck>, 2> wordsOf(PingbackCheck) {
    return {{{PingbackCheck::none, "none"}, {PingbackCheck::hmacSha256, "hmac_sha256"}}};
}

struct VerifierSettings {
    PingbackCheck check = PingbackCheck::none;
    std::string header;                          // that holds the signature
    std::vector<const crypto::Secret*> secrets;  // none of them empty
};

// Of pingback_check, pingback_header and the secret pingback_secret.
void checkVerifier(Findings& found, const Account& account, const JsonReader& options);
VerifierSettings verifierSettingsOf(const Account& account, const JsonReader& options);

enum class Authenticity { unknown, proven, forged };
Authenticity authenticityOf(const VerifierSettings& settings, const PushRequest& request);
// The header that makes a pingback with this body `proven`, with the newest secret. Of settings with a check alone.
Header signatureOf(const VerifierSettings& settings, const std::string& body);

}  // namespace verdesk::providers::passport_io
