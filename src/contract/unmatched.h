#pragma once
// GET /unmatched: results that a provider sent without naming a check of ours. An officer assigns them by hand.

#include "contract/id.h"
#include "contract/json_reader.h"

#include <string>
#include <vector>

namespace verdesk {

using UnmatchedId = Id<struct UnmatchedTag>;

struct Unmatched {
    UnmatchedId id;
    std::string account;
    std::string provider;
    Instant receivedAt{};
    std::vector<std::string> names;  // of whom it speaks, as far as it says
    std::int64_t documents = 0;      // how many it brought
    bool operator==(const Unmatched&) const = default;
};
nlohmann::json toJson(const Unmatched& unmatched);
Unmatched unmatchedFrom(const JsonReader& reader);

}  // namespace verdesk
