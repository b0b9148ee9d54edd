#pragma once
// Complaints of the check, all in one form: table, id, column, what was expected and what was found. Pure.

#include "backend/events/fold.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verdesk::backend {

using Found = std::map<std::string, std::optional<std::string>>;  // no text: NULL

std::string faultText(std::string_view table, std::string_view id, std::string_view column,
                      const std::optional<std::string>& expected, const std::optional<std::string>& found);

// One fault for each column of `found` that is not as expected. Columns that `expected` lacks must be NULL.
std::vector<std::string> compareColumns(std::string_view table, std::string_view id, const Expected& expected,
                                        const Found& found);

}  // namespace verdesk::backend
