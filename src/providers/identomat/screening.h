#pragma once
// "screeningMatches" of a result: people on lists who might be the customer.

#include "claims/claim.h"
#include "providers/identomat/settings.h"

#include <vector>

namespace verdesk::providers::identomat {

// Nothing where the result says nothing of a screening. A match is open unless its reviewStatus is one of the account's
// `cleared_statuses`: which words there are is not documented.
void addScreening(std::vector<claims::Claim>& claims, const JsonReader& result, const AccountSettings& settings);

}  // namespace verdesk::providers::identomat
