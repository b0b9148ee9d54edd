#include "backend/api/case_view.h"

#include "backend/store/tables/cases.h"
#include "backend/store/tables/verifications.h"
#include "backend/verification/service.h"

namespace verdesk::backend::api {

namespace tables = store::tables;

CaseSummary summaryOf(const store::CaseRow& row, const std::vector<store::VerificationRow>& verifications,
                      const Config& config) {
    CaseSummary summary;
    summary.id = row.id;
    summary.number = row.number;
    summary.branch = row.branch;
    summary.reference = row.reference;
    summary.purpose = row.purpose;
    if (const auto* purpose = config.purpose(row.purpose)) {
        summary.purposeTitle = purpose->title;
    }
    summary.state = row.state;
    summary.verdict = row.verdict;
    summary.decision = row.decision;
    summary.openedAt = row.openedAt;
    summary.updatedAt = row.updatedAt;
    summary.openedBy = row.openedByName;
    summary.environment = row.environment;
    for (const auto& verification : verifications) {
        summary.flows.push_back(verification.flow);
        summary.lastState = verification.state;
    }
    return summary;
}

CaseSummary readSummary(store::Reading& r, const store::CaseRow& row, const Config& config) {
    return summaryOf(row, tables::verificationsOf(r, row.id), config);
}

Case readCase(store::Reading& r, const store::CaseRow& row, const Config& config, Instant now) {
    const auto verifications = tables::verificationsOf(r, row.id);
    Case out;
    out.summary = summaryOf(row, verifications, config);
    out.consentLanguage = row.consentLanguage;
    out.consentAt = row.openedAt;
    for (const auto& each : verifications) {
        out.verifications.push_back(view(each, config, now));
    }
    for (const auto& each : tables::decisionsOf(r, row.id)) {
        out.decisions.push_back({each.kind, each.reason, each.at, each.byName});
    }
    for (const auto& each : tables::blockedCasesOf(r, row.branch, row.reference, row.id)) {
        out.earlierBlocked.push_back(readSummary(r, each, config));
    }
    return out;
}

}  // namespace verdesk::backend::api
