#pragma once
// The tokens that a customer reads out.

#include "contract/launch.h"

#include <string>
#include <string_view>

namespace verdesk::providers::passid {

// Upper case, without blanks of any kind, with plain hyphens. Of no particular shape: PASSID's documentation shows
// "PASSID-XXXX-XXXX-XXXX-XXXX" and, for sandbox tokens and newer share codes, "XXXX-XXXX-XXXX".
std::string normalToken(std::string_view typed);

TokenLaunch tokenLaunch();

}  // namespace verdesk::providers::passid
