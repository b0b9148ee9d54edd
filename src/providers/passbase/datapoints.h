#pragma once
// What Passbase read from the customer's documents, as generic claims.

#include "claims/claim.h"
#include "contract/json_reader.h"

#include <string>
#include <vector>

namespace verdesk::providers::passbase {

// One entry of "resources": its type and its datapoints. `status`: what Passbase's word on the whole makes of them. A
// datapoint that we know and that is no text is a MemberError; a date that is none is `unknown`; what nobody knows
// stands under its own name.
void addResource(std::vector<claims::Claim>& claims, const JsonReader& resource, claims::Status status);

// The names above, for ProviderInfo.
std::vector<std::string> datapointClaims();

}  // namespace verdesk::providers::passbase
