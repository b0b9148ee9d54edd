#pragma once
// How long a text is to people.

#include <cstddef>
#include <string_view>

namespace verdesk {

// Characters (code points) of UTF-8, by their first bytes. Every limit of the API that speaks of characters means
// these.
std::size_t characterCount(std::string_view utf8);

}  // namespace verdesk
