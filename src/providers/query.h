#pragma once
// Queries of addresses and urlencoded bodies.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verdesk::providers {

using Parameters = std::vector<std::pair<std::string, std::string>>;

// "a=1&b=x%20y": everything but letters, digits, "-", "_", "." and "~" percent-encoded.
std::string queryOf(const Parameters& parameters);

// An address in two parts; a fragment is left out.
struct SplitUrl {
    std::string_view base;  // up to the "?"
    std::string_view query;
};
SplitUrl split(std::string_view url);

// In their order, decoded; "+" is a blank. An escape that is none stays as it stands.
Parameters parametersOf(std::string_view query);

// The one value of that name; nothing where there is none or more than one.
std::optional<std::string> onlyOne(const Parameters& parameters, std::string_view name);
bool has(const Parameters& parameters, std::string_view name);

}  // namespace verdesk::providers
