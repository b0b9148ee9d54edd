#include "backend/api/day.h"

#include "contract/json_reader.h"

namespace verdesk::backend::api {

Day dayFrom(const std::string& text, std::int64_t utcOffsetMinutes) {
    const auto midnight = text.size() == 10 ? instantFrom(text + "T00:00:00Z") : std::nullopt;
    if (!midnight) {
        throw MemberError{"day", "must be a day such as 2026-03-17"};
    }
    const auto from = *midnight - std::chrono::minutes{utcOffsetMinutes};
    return {from, from + std::chrono::hours{24}};
}

}  // namespace verdesk::backend::api
