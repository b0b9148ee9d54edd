#pragma once
// "generalDocuments" of a result: proofs of address and other papers, page by page.

#include "claims/claim.h"
#include "contract/json_reader.h"

#include <vector>

namespace verdesk::providers::identomat {

// What the pages say stands under the document's own type ("utility_bill_full_name"), an address as one. What Identomat
// remarks of a page ("issued-date-was-not-found") is for a person to judge.
void addGeneralDocuments(std::vector<claims::Claim>& claims, const JsonReader& result, claims::Status status);

}  // namespace verdesk::providers::identomat
