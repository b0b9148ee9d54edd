#pragma once
// Passbase in an institution of practice: one account; a flow with the button, one with the hosted link, and one for
// customers who are known.

#include "sandbox/double.h"

namespace verdesk::sandbox::passbase {

// `publishableKey` and `slug` have nothing that TOML would have to escape.
Practice practiceOf(const std::string& base, const std::string& publishableKey, const std::string& slug,
                    std::map<std::string, std::string> secrets);

}  // namespace verdesk::sandbox::passbase
