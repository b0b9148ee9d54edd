#pragma once
// Web KYC: /authorize, the exchange of the code, which happens at most once, and the details, which are there for
// fifteen minutes and may be asked for again.

#include "providers/authenteq/redirect.h"
#include "providers/authenteq/settings.h"
#include "providers/provider.h"

namespace verdesk::providers::authenteq {

std::string authorizeUrl(const AccountSettings& settings, const std::string& returnUrl, const std::string& state);

// POST token. `seed`: as of multipart(), and not in the code.
HttpRequest tokenRequest(const AccountSettings& settings, const std::string& returnUrl, const std::string& code,
                         const std::string& seed);

// Exchanges the code and fetches the details. The references must outlive the exchange.
Exchange<Progress> exchangeCode(const Context& context, const Attempt& attempt, Code code);

// GET details. Throws the ProviderError that the answer stands for.
Progress readDetails(const HttpReply& reply, const FlowOptions& flow, Instant now);

}  // namespace verdesk::providers::authenteq
