#pragma once
// Which flags there are and of which types, in general and of each step. Pure. A flag that the documentation does not
// have is refused (an assumption: what Identomat does with one is not documented).

#include "sandbox/body.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace verdesk::sandbox::identomat {

enum class Form { flag, text, address, texts, countries, anything };

struct Flag {
    std::string_view name;
    Form form;
};

// Those of the whole session, today's and those from before there were steps.
std::span<const Flag> generalFlags();

// What is wrong with `flags`, an object, by these; nothing where all is well.
std::optional<std::string> mistakeIn(const Json& flags, std::span<const Flag> known);

// False where it is missing.
bool isOn(const Json& flags, std::string_view name);
// Empty where it is missing.
std::string textIn(const Json& flags, std::string_view name);
// Whether a list of that name is missing, empty, or has the value.
bool allows(const Json& flags, std::string_view name, const std::string& value);

}  // namespace verdesk::sandbox::identomat
