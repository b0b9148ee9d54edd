#pragma once
// The models of the API as the vendor's description of it has them. Pure.

#include "sandbox/passbase/identity.h"

#include <string_view>

namespace verdesk::sandbox::passbase {

Json identityModel(const Identity& identity);
Json resourceModel(const Identity& identity, const Resource& resource);
Json settingsModel(const std::string& slug, const std::string& organization);

// {"cursor":{"next"},"data"}.
Json paginated(Json data, std::optional<int> next);
// What `paginated` gave out as next; nothing for any other text.
std::optional<int> readCursor(std::string_view cursor);
// Eight, four, four, four and twelve hexadecimal digits.
bool isUuid(std::string_view text);

// Seconds since 1970.
std::int64_t unixTime(Time time);

}  // namespace verdesk::sandbox::passbase
