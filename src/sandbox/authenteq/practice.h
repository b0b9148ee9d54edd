#pragma once
// Authenteq in an institution of practice: one account, one flow.

#include "sandbox/double.h"

namespace verdesk::sandbox::authenteq {

// `clientId` has nothing that TOML would have to escape.
Practice practiceOf(const std::string& base, const std::string& clientId, std::map<std::string, std::string> secrets);

}  // namespace verdesk::sandbox::authenteq
