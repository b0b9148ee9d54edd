#pragma once
// The general flags: what Identomat documents for a session as a whole.

#include "providers/findings.h"

#include <nlohmann/json.hpp>

namespace verdesk::providers::identomat {

// Of the flow's table "flags" (empty where there is none), together with its steps.
void checkFlags(Findings& found, const JsonReader& options);

// True where the flag is there and true.
bool isSet(const nlohmann::json& flags, const char* name);

// Beyond what is documented for Identomat's own page: no way would be left that staff or customers could go.
bool leavesNoWay(const nlohmann::json& flags);

}  // namespace verdesk::providers::identomat
