#pragma once
// What Identomat says of a session, read into where an attempt stands.

#include "providers/identomat/settings.h"
#include "providers/provider.h"

#include <string>

namespace verdesk::providers::identomat {

// result/. Throws the ProviderError that the answer stands for. What the flow asks for and is not there is added as
// missing once there is a result.
Progress readResult(const HttpReply& reply, const Context& context, const std::string& token);

// The names that a result proves, for ProviderInfo.
std::vector<std::string> resultClaims();

}  // namespace verdesk::providers::identomat
