#pragma once
// What goes along with a check and comes back with its identity: our verification's id, the desk's user agent and the
// time. The button gets it encrypted with our private key, Passbase gives it back decrypted with the public one: that
// it comes back proves that the identity is ours.

#include "providers/provider.h"

#include <optional>
#include <string>
#include <vector>

namespace verdesk::providers::passbase {

// Base64. The user agent is cut to what fits. Throws ProviderError(configuration) where the key is none.
std::string encryptedMetadata(const crypto::Secret& privateKey, const Subject& subject, Instant now);

// The identity's metadata as an object: some write it as a text. Null where there is none that can be read.
nlohmann::json metadataOf(const nlohmann::json& identity);
// The verification of ours that it names; nothing where it names none.
std::optional<std::string> verificationIn(const nlohmann::json& metadata);
// reference, user_agent, started_at, and whatever else stands there under its own name.
std::vector<claims::Claim> claimsInMetadata(const nlohmann::json& metadata);

}  // namespace verdesk::providers::passbase
