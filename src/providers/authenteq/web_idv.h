#pragma once
// Web IDV, the successor of Web KYC: Authenteq tells where the browser goes, and one call gives the result for a code.

#include "providers/authenteq/redirect.h"
#include "providers/authenteq/settings.h"
#include "providers/provider.h"

namespace verdesk::providers::authenteq {

// GET verification-url, and the address in its answer. Throws the ProviderError that the answer stands for.
HttpRequest verificationUrlRequest(const AccountSettings& settings, const std::string& returnUrl,
                                   const std::string& state);
std::string verificationUrlIn(const HttpReply& reply, const AccountSettings& settings);

// The references must outlive the exchanges.
Exchange<Begun> beginWebIdv(const Context& context, const Subject& subject);
Exchange<Progress> fetchResult(const Context& context, const Attempt& attempt, Code code);

// GET verification-result. Throws the ProviderError that the answer stands for.
Progress readResult(const HttpReply& reply, const FlowOptions& flow, Instant now);

}  // namespace verdesk::providers::authenteq
