#pragma once
// What tokenCallback of the login by QR code was given. It comes through the customer's side of the counter, and no
// call is documented that would confirm it: it says that an account's holder is there, and never who that is.

#include "providers/provider.h"

#include <string>

namespace verdesk::providers::passport_io {

// `message`: verbatim JSON. The token itself is not kept. Throws ProviderError(providerBroken) for what is no JSON
// object or has another access_token than a text; one without any is a refusal.
Progress readLogin(const std::string& message);

}  // namespace verdesk::providers::passport_io
