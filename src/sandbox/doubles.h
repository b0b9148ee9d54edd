#pragma once
// Every double that there is, a line each in doubles.cpp.

#include "sandbox/double.h"

#include <vector>

namespace verdesk::sandbox {

const std::vector<Kind>& doubles();

}  // namespace verdesk::sandbox
