#pragma once
// "person" of a result: who the customer is, as their document and what they typed say.

#include "claims/claim.h"
#include "contract/json_reader.h"

#include <string>
#include <vector>

namespace verdesk::providers::identomat {

// How much Identomat vouches for.
struct Vouched {
    claims::Status document = claims::Status::stated;
    claims::Status email = claims::Status::stated;
    claims::Status phone = claims::Status::stated;
};

void addPerson(std::vector<claims::Claim>& claims, const JsonReader& person, const Vouched& vouched);

// The generic names among them.
std::vector<std::string> personClaims();

}  // namespace verdesk::providers::identomat
