#pragma once
// Passport.io in an institution of practice: one account, one flow.

#include "sandbox/double.h"

namespace verdesk::sandbox::passport_io {

// `clientId` has nothing that TOML would have to escape.
Practice practiceOf(const std::string& base, const std::string& clientId, std::map<std::string, std::string> secrets);

}  // namespace verdesk::sandbox::passport_io
