// Behind a signature no fuzzer comes by chance: here the webhooks of the providers that sign or encrypt theirs are made
// genuine. One that does neither needs no line.
#include "crypto/cbc.h"
#include "crypto/digest.h"
#include "tests/fuzz/bank.h"

namespace verdesk::fuzz {

std::vector<Header> signatureOf(const Desk& desk, const std::string& body) {
    const auto* secret = desk.account->account.secret("webhook_secret");
    if (desk.account->provider == "passid" && secret != nullptr) {
        const auto digest = crypto::hmacSha256(secret->bytes(), crypto::viewOf(body));
        return {{"X-PASSID-Signature", "sha256=" + crypto::toHex(digest)}};
    }
    return {};
}

std::string sealed(const Desk& desk, const std::string& body) {
    const auto* secret = desk.account->account.secret("webhook_secret");
    const auto key =
        desk.account->provider == "passbase" && secret != nullptr ? crypto::Key::from(secret->bytes()) : std::nullopt;
    return key ? crypto::toBase64(crypto::encryptCbc(*key, {}, crypto::viewOf(body))) : body;
}

}  // namespace verdesk::fuzz
