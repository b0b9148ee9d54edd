#pragma once
// The steps of a session: the nine documented types, and what a session has where begin/ named none. Pure.

#include "sandbox/body.h"

#include <optional>
#include <string>

namespace verdesk::sandbox::identomat {

// What is wrong with them; nothing where all is well. `steps` may be anything.
std::optional<std::string> mistakeInSteps(const Json& steps);

// As the session has them: each with its key and its flags. Without skip_document and skip_face the two steps of old
// are there, whether or not `steps`, which have no mistake, have them as well.
Json sessionSteps(const Json& flags, const std::optional<Json>& steps);

// `saved` with the re-defined ones in their places, found by their keys. Nothing where one is not among them.
std::optional<Json> overridden(const Json& saved, const Json& redefined);

}  // namespace verdesk::sandbox::identomat
