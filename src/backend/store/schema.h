#pragma once
// Which schema a store has, asked without changing it.

#include "backend/store/place.h"

#include <cstdint>
#include <optional>

namespace verdesk::backend::store {

struct Schema {
    std::int64_t found = 0;   // 0: a place in which nothing was made yet
    std::int64_t newest = 0;  // that this program knows
};

// Nothing where there is no file. Throws StoreError that names the place where it cannot be reached or read.
std::optional<Schema> schemaOf(const Place& place);

}  // namespace verdesk::backend::store
