#pragma once
// The general flags: what Identomat documents for a session as a whole.

#include "providers/findings.h"

#include <nlohmann/json.hpp>

namespace verdesk::providers::identomat {

// Of the flow's table "flags" (empty where there is none), together with its steps.
void checkFlags(Findings& found, const JsonReader& options);

// True where the flag is there and true.
bool isSet(const nlohmann::json& flags, const char* name);

}  // namespace verdesk::providers::identomat
