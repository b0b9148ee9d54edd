#include "tests/fuzz/genuine.h"

#include "crypto/digest.h"

namespace verdesk::fuzz {
namespace {

using namespace providers;

// Before the headers that are there: of two of one name the first counts.
void sign(const Account& account, PushRequest& request) {
    if (const auto* secret = account.secret("webhook_secret")) {
        const auto digest = crypto::hmacSha256(secret->bytes(), crypto::viewOf(request.body));
        request.headers.emplace(request.headers.begin(), "X-PASSID-Signature", "sha256=" + crypto::toHex(digest));
    }
}

const Genuine passid{"passid", sign};

}  // namespace
}  // namespace verdesk::fuzz
