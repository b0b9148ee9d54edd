#include "tests/fuzz/genuine.h"

#include "crypto/cbc.h"

namespace verdesk::fuzz {
namespace {

using namespace providers;

void encrypt(const Account& account, PushRequest& request) {
    const auto* secret = account.secret("webhook_secret");
    const auto key = secret == nullptr ? std::nullopt : crypto::Key::from(secret->bytes());
    if (key) {
        request.body = crypto::toBase64(crypto::encryptCbc(*key, {}, crypto::viewOf(request.body)));
    }
}

const Genuine passbase{"passbase", encrypt};

}  // namespace
}  // namespace verdesk::fuzz
