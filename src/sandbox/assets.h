#pragma once
// Pages and pictures, as built into the program.

#include <string_view>

namespace verdesk::sandbox {

// By its path below src/sandbox: "phone/phone.html". Empty where there is none of that name.
std::string_view asset(std::string_view name);

}  // namespace verdesk::sandbox
