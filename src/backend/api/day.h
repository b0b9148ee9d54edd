#pragma once
// A calendar day at some offset from UTC, as two moments.

#include "contract/instant.h"

#include <cstdint>
#include <string>

namespace verdesk::backend::api {

struct Day {
    Instant from;
    Instant until;  // the next day's beginning
};

// `text` is YYYY-MM-DD; the offset is positive to the east. Throws MemberError for "day" where it is no day.
Day dayFrom(const std::string& text, std::int64_t utcOffsetMinutes);

}  // namespace verdesk::backend::api
