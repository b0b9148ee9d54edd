#pragma once
// A moment in UTC, to the millisecond, and its RFC 3339 text.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace verdesk {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// "2026-03-17T14:12:11.000Z": always UTC, always three decimals, so that texts sort as times do.
std::string toText(Instant instant);

// Any RFC 3339 date-time: upper or lower case, any number of decimals (cut to milliseconds), any offset. Nothing
// otherwise.
std::optional<Instant> instantFrom(std::string_view text);

// The date in UTC, YYYY-MM-DD.
std::string dateOf(Instant instant);

}  // namespace verdesk
