#pragma once
// Passport.io's pingback: unsigned as far as is documented, JSON, with the result in itself.

#include "providers/provider.h"

namespace verdesk::providers::passport_io {

// Authenticated only where the account says that its channel is trusted, or where a signature was agreed and is right.
Pushed receive(const Account& account, const PushRequest& request);

// One without data, which is read and ignored, signed as was agreed. Nothing where no signature was.
std::optional<PushRequest> sampleWebhook(const Account& account);

}  // namespace verdesk::providers::passport_io
