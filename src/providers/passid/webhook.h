#pragma once
// PASSID's webhooks: HMAC-SHA256 over the raw bytes, then an envelope that the documentation does not spell out.

#include "providers/provider.h"

#include <string_view>
#include <vector>

namespace verdesk::providers::passid {

// Whether the header "sha256=<hex>" was made over these bytes with one of the secrets. Empty ones are passed over; with
// none left nothing is signed. The secret is used as it was configured, "whsec_" and all.
bool isSigned(std::string_view body, std::string_view header, const std::vector<crypto::Secret>& secrets);

Pushed receive(const Account& account, const PushRequest& request);

// An event of a kind that is read and ignored, signed with the newest secret. Nothing without one.
std::optional<PushRequest> sampleWebhook(const Account& account, Instant now);

}  // namespace verdesk::providers::passid
