#pragma once
// Percent-encoding of a value in an address.

#include <string>
#include <string_view>

namespace verdesk::sandbox {

// Everything but letters, digits, "-" and "_" as "%XX".
std::string percentEncoded(std::string_view text);

}  // namespace verdesk::sandbox
