#pragma once
// PASSID's claims as generic ones. What is not known is kept under its own name as `stated`; a documented member of
// another type is a MemberError that names it.

#include "claims/claim.h"
#include "contract/json_reader.h"

#include <vector>

namespace verdesk::providers::passid {

// Of the member "claims" of an answer or event; none where it is missing. Nothing is rescaled or recomputed.
std::vector<claims::Claim> claimsIn(const JsonReader& payload);

}  // namespace verdesk::providers::passid
