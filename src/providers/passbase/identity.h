#pragma once
// An identity as Passbase knows it, read into where an attempt stands.

#include "providers/passbase/settings.h"
#include "providers/provider.h"

#include <string>

namespace verdesk::providers::passbase {

// GET /identities/ID. Throws the ProviderError that the answer stands for. The claims that a flow asks for and that are
// not there are not added yet: what the resources say comes behind.
Progress readIdentity(const HttpReply& reply, const AccountSettings& settings);

// created: awaiting; processing, processed: verifying; every other word is a result.
State stateOf(std::string_view status);
// approved, verified.
bool isAccepted(const Progress& progress);

// The names that an identity proves, for ProviderInfo.
std::vector<std::string> identityClaims();

}  // namespace verdesk::providers::passbase
