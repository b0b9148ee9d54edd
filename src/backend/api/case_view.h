#pragma once
// Cases as the desk reads them, from rows.

#include "backend/config/config.h"
#include "backend/store/rows.h"
#include "backend/store/transaction.h"
#include "contract/case.h"

#include <vector>

namespace verdesk::backend::api {

// In the same order. One query for all of them, and nothing sealed is opened.
std::vector<CaseSummary> readSummaries(store::Reading& r, const std::vector<store::CaseRow>& rows,
                                       const Config& config);
Case readCase(store::Reading& r, const store::CaseRow& row, const Config& config, Instant now);

}  // namespace verdesk::backend::api
