#pragma once
// What we find out ourselves from what a document says: the age, and whether it is what the flow demands. That a
// document expired is the verdict's business.

#include "claims/claim.h"
#include "providers/authenteq/settings.h"

#include <string>
#include <vector>

namespace verdesk::providers::authenteq {

// Whole years on `today`; both dates YYYY-MM-DD. Somebody born on 29 February is a year older on 1 March.
int ageOn(const std::string& dateOfBirth, const std::string& today);

// Adds age, minimum_age_reached and document_issuer_accepted; the latter two only where the flow demands something, and
// then always: what cannot be told is `unknown`, and never passes.
void addChecks(std::vector<claims::Claim>& claims, const FlowSettings& flow, const std::string& today);

}  // namespace verdesk::providers::authenteq
