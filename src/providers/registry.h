#pragma once
// Every provider that Verdesk speaks to, a line each in registry.cpp.

#include "providers/provider.h"

#include <string_view>
#include <vector>

namespace verdesk::providers {

// Null where there is none of that id.
const Provider* find(std::string_view id);
std::vector<const Provider*> all();

}  // namespace verdesk::providers
