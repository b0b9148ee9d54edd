#pragma once
// `verdeskd check-store`: folds every event and compares what they say with every row.

#include "backend/store/transaction.h"

#include <cstdint>
#include <string>
#include <vector>

namespace verdesk::backend {

struct StoreReport {
    std::int64_t events = 0;
    std::int64_t cases = 0;
    std::int64_t verifications = 0;
    // A row that the events do not explain, a gap in the log, a hash that does not fit, a sealed value that does not
    // open ... Each names table, id, column, what was expected and what was found; no personal data.
    std::vector<std::string> faults;
};

// Reads the whole store in pages, inside one consistent view. Throws only where the store cannot be read at all.
StoreReport checkStore(store::Reading& r);

}  // namespace verdesk::backend
