#pragma once
// Cases as the desk reads them, from rows.

#include "backend/config/config.h"
#include "backend/store/rows.h"
#include "backend/store/transaction.h"
#include "contract/case.h"

#include <vector>

namespace verdesk::backend::api {

CaseSummary summaryOf(const store::CaseRow& row, const std::vector<store::VerificationRow>& verifications,
                      const Config& config);
CaseSummary readSummary(store::Reading& r, const store::CaseRow& row, const Config& config);
Case readCase(store::Reading& r, const store::CaseRow& row, const Config& config, Instant now);

}  // namespace verdesk::backend::api
