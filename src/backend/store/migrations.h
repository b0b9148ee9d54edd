#pragma once
// The schema, as numbered steps from nothing to today's. A step that was released is never edited; a new one is added.

#include "backend/store/connection.h"

#include <string>
#include <string_view>
#include <vector>

namespace verdesk::backend::store {

// Step n (from 1) is migrations()[n - 1]: its statements, in order. "{text}" stands for the engine's type of a text
// that is compared by its bytes.
const std::vector<std::vector<std::string_view>>& migrations();

// Brings the store to that step, today's unless a test wants an older one. Safe where several programs start at once.
// Throws StoreError where the store is newer.
void migrate(Connection& connection, const std::string& name, std::size_t newestStep = migrations().size());

}  // namespace verdesk::backend::store
