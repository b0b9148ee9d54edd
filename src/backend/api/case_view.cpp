#include "backend/api/case_view.h"

#include "backend/store/tables/cases.h"
#include "backend/store/tables/erasures.h"
#include "backend/store/tables/subjects.h"
#include "backend/store/tables/verifications.h"
#include "backend/verification/service.h"

#include <unordered_map>

namespace verdesk::backend::api {

namespace tables = store::tables;

namespace {

CaseSummary summaryOf(const store::CaseRow& row, const Config& config) {
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
    summary.erasedAt = row.erasedAt;
    return summary;
}

// The next verification of the case, oldest first.
void add(CaseSummary& summary, const std::string& flow, State state) {
    summary.flows.push_back(flow);
    summary.lastState = state;
}

}  // namespace

std::vector<CaseSummary> readSummaries(store::Reading& r, const std::vector<store::CaseRow>& rows,
                                       const Config& config) {
    std::vector<CaseSummary> summaries;
    std::vector<CaseId> ids;
    std::unordered_map<CaseId, std::size_t> places;
    for (const auto& row : rows) {
        places.emplace(row.id, summaries.size());
        ids.push_back(row.id);
        summaries.push_back(summaryOf(row, config));
    }
    for (const auto& run : tables::runsOf(r, ids)) {
        add(summaries[places.at(run.caseId)], run.flow, run.state);
    }
    return summaries;
}

Case readCase(store::Reading& r, const store::CaseRow& row, const Config& config, Instant now) {
    const auto verifications = tables::verificationsOf(r, row.id);
    Case out;
    out.summary = summaryOf(row, config);
    out.consentLanguage = row.consentLanguage;
    out.consentAt = row.openedAt;
    for (const auto& each : verifications) {
        add(out.summary, each.flow, each.state);
        out.verifications.push_back(view(each, config, now));
    }
    for (const auto& each : tables::decisionsOf(r, row.id)) {
        out.decisions.push_back({each.kind, each.reason, each.at, each.byName});
    }
    if (row.erasedAt) {
        if (const auto erasure = tables::findErasure(r, row.id)) {
            out.erasure = Erasure{erasure->reason, erasure->at, erasure->byName};
        }
        return out;  // whose it was is not known any more
    }
    out.knownAt = tables::accountsThatKnow(r, row.reference);
    out.earlierBlocked = readSummaries(r, tables::blockedCasesOf(r, row.branch, row.reference, row.id), config);
    return out;
}

}  // namespace verdesk::backend::api
