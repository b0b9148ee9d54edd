#pragma once
// The phone's page, as built into the program.

#include <string_view>

namespace verdesk::sandbox {

// Empty where there is none of that name.
std::string_view asset(std::string_view name);

}  // namespace verdesk::sandbox
