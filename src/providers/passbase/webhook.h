#pragma once
// What Passbase tells by itself: that something happened to an identity. It is a reason to ask, and never more: a plain
// webhook may be anybody's, and an encrypted one has no signature either.

#include "providers/provider.h"

namespace verdesk::providers::passbase {

// Where a webhook secret is set, everything that was not encrypted with it is rejected, whatever is wrong with it in
// one and the same words: they must not help anybody to read by trying.
Pushed receive(const Account& account, const PushRequest& request);

// An encrypted one about nobody, for `Provider::sampleWebhook`.
std::optional<PushRequest> sampleWebhook(const Account& account, Instant now);

}  // namespace verdesk::providers::passbase
