#pragma once
// Claims and verdict reasons as JSON. The value carries its kind: {"kind":"score","value":812,"low":788,"high":831}.

#include "claims/claim.h"
#include "claims/verdict.h"
#include "contract/json_reader.h"

namespace verdesk {

nlohmann::json toJson(const claims::Claim& claim);
claims::Claim claimFrom(const JsonReader& reader);

nlohmann::json toJson(const claims::Reason& reason);
claims::Reason reasonFrom(const JsonReader& reader);

}  // namespace verdesk
