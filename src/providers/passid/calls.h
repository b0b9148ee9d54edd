#pragma once
// The calls to PASSID that more than one part makes.

#include "exchange/http_message.h"
#include "providers/passid/settings.h"

#include <string>
#include <string_view>

namespace verdesk::providers::passid {

// With the institution's key.
HttpRequest authorised(HttpRequest request, const AccountSettings& settings);

// POST verify. One that is sent twice under the same key happens once. `token` in its normal form.
HttpRequest verifyRequest(const AccountSettings& settings, std::string_view token, const std::string& idempotencyKey);

// GET request/{id}.
HttpRequest sessionRequest(const AccountSettings& settings, std::string_view id);

// A body of ours. A name or token with broken UTF-8 in it is sent with replacement characters, not thrown about.
HttpRequest sendingJson(HttpRequest request, const nlohmann::json& body);

}  // namespace verdesk::providers::passid
