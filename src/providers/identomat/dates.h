#pragma once
// Dates as Identomat writes them: month, day, year as "2/3/1990", and for most of them the same in ISO 8601 in a member
// beside it.

#include "claims/claim.h"
#include "contract/json_reader.h"

#include <optional>
#include <string>
#include <string_view>

namespace verdesk::providers::identomat {

// "2/3/1990" is the 3rd of February. Nothing for a day that does not exist.
std::optional<claims::Date> monthFirst(std::string_view text);

// The claim of that name from the ISO member or else the other; nothing where neither says anything. Its status is
// `unknown` where it is no date, and where the two are not the same day.
std::optional<claims::Claim> dateClaim(std::string_view name, const JsonReader& object, const std::string& iso,
                                       const std::string& plain, claims::Status status);

}  // namespace verdesk::providers::identomat
