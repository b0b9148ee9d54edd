#pragma once
// The file that keeps a sandbox over its end. Practice data in the clear, for its owner alone.

#include "sandbox/body.h"

#include <string>

namespace verdesk::sandbox {

// Null where there is no file. Throws std::runtime_error for a broken one.
Json readState(const std::string& file);
// As a whole or not at all; without a word where it cannot be written.
void writeState(const std::string& file, const Json& state);

}  // namespace verdesk::sandbox
