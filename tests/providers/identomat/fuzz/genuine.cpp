#include "tests/fuzz/genuine.h"

namespace verdesk::fuzz {
namespace {

using namespace providers;

// With the member that proves whose it is behind all others: of two of one name the last counts.
void addKey(const Account& account, PushRequest& request) {
    const auto* key = account.secret("callback_api_key");
    auto& body = request.body;
    const auto end = body.rfind('}');
    if (key == nullptr || end == std::string::npos) {
        return;
    }
    const auto before = body.find_last_not_of(" \t\r\n", end == 0 ? 0 : end - 1);
    const bool isFirst = before == std::string::npos || body[before] == '{';
    body.insert(end, std::string{isFirst ? "" : ","} + "\"callbackApiKey\":\"" + std::string{key->reveal()} + "\"");
}

const Genuine identomat{"identomat", addKey};

}  // namespace
}  // namespace verdesk::fuzz
