// Behind a signature or a key no fuzzer comes by chance: here the webhooks of the providers that sign or encrypt
// theirs, or put a key into them, are made genuine. One that does none of it needs no line.
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

namespace {

// With the member that proves whose it is behind all others: of two of one name the last counts.
std::string withKey(const std::string& body, const crypto::Secret& key) {
    const auto end = body.rfind('}');
    if (end == std::string::npos) {
        return body;
    }
    const auto before = body.find_last_not_of(" \t\r\n", end == 0 ? 0 : end - 1);
    const bool isFirst = before == std::string::npos || body[before] == '{';
    const auto member = std::string{isFirst ? "" : ","} + "\"callbackApiKey\":\"" + std::string{key.reveal()} + "\"";
    return body.substr(0, end) + member + body.substr(end);
}

}  // namespace

std::string sealed(const Desk& desk, const std::string& body) {
    if (const auto* key = desk.account->account.secret("callback_api_key")) {
        return withKey(body, *key);
    }
    const auto* secret = desk.account->account.secret("webhook_secret");
    const auto key =
        desk.account->provider == "passbase" && secret != nullptr ? crypto::Key::from(secret->bytes()) : std::nullopt;
    return key ? crypto::toBase64(crypto::encryptCbc(*key, {}, crypto::viewOf(body))) : body;
}

}  // namespace verdesk::fuzz
