#pragma once
// Identomat in an institution of practice: one account; a plain check, one with questions and presets, a call for
// several people, a company, and one that asks where the customer is.

#include "sandbox/double.h"

namespace verdesk::sandbox::identomat {

Practice practiceOf(const std::string& base, std::map<std::string, std::string> secrets);

}  // namespace verdesk::sandbox::identomat
