#include "backend/events/check_rows.h"

#include "backend/store/tables/cases.h"
#include "backend/store/tables/sealed.h"
#include "backend/store/tables/subjects.h"
#include "backend/store/tables/verifications.h"

#include <set>

namespace verdesk::backend {
namespace {

using store::Reading;
using store::Row;
namespace tables = store::tables;

bool isErased(const Fold& fold, const std::string& caseId) {
    const auto found = fold.cases().find(caseId);
    return found != fold.cases().end() && found->second.erased;
}

void checkReferences(StoreReport& report, const Fold& fold, Reading& r) {
    forEachRow(report, r, "cases", "id", "reference, erased_at", [&](const std::string& id, Row& row) {
        std::string reference;
        std::optional<Instant> erasedAt;
        row.into(reference, erasedAt);
        if (isErased(fold, id) && !reference.empty()) {
            report.faults.push_back("cases " + id + ", column reference: the case was erased, and it is not empty");
        }
        if (isErased(fold, id) != erasedAt.has_value()) {
            report.faults.push_back("cases " + id +
                                    ", column erased_at: no event says so, or one does and it is empty");
        }
    });
}

}  // namespace

void checkErasures(StoreReport& report, const Fold& fold, Reading& r) {
    checkReferences(report, fold, r);
    std::set<std::string> erased;
    const auto reasons = r.keys().commonKey("erasures");
    forEachRow(report, r, "erasures", "case_id", "reason", [&](const std::string& id, Row& row) {
        std::string reason;
        row.into(reason);
        erased.insert(id);
        if (!isErased(fold, id)) {
            report.faults.push_back(faultText("erasures", id, "case_id", std::nullopt, id));
        }
        tables::open(reasons, {"erasures", id, "reason"}, reason);
    });
    for (const auto& [id, expected] : fold.cases()) {
        if (expected.erased && erased.count(id) == 0) {
            report.faults.push_back(faultText("erasures", id, "case_id", id, std::nullopt));
        }
    }
    std::set<std::string> waiting;
    const auto keys = r.keys().commonKey("forgettings");
    forEachRow(report, r, "forgettings", "verification_id", "case_id, provider_keys",
               [&](const std::string& id, Row& row) {
                   std::string caseId;
                   std::string key;
                   row.into(caseId, key);
                   waiting.insert(id);
                   const auto known = fold.verifications().find(id);
                   if (known == fold.verifications().end() || known->second.forgotten || !known->second.toForget ||
                       known->second.columns.at("case_id") != caseId) {
                       report.faults.push_back(faultText("forgettings", id, "verification_id", std::nullopt, id));
                   }
                   tables::open(keys, {"forgettings", id, "provider_keys"}, key);
               });
    for (const auto& [id, expected] : fold.verifications()) {
        if (expected.toForget && !expected.forgotten && waiting.count(id) == 0) {
            report.faults.push_back(faultText("forgettings", id, "verification_id", id, std::nullopt));
        }
    }
}

void checkSubjects(StoreReport& report, Reading& r) {
    forEachRow(report, r, "subjects", "verification_id", "case_id, account, reference_digest",
               [&](const std::string& id, Row& row) {
                   CaseId caseId;
                   std::string account;
                   std::string digest;
                   row.into(caseId, account, digest);
                   const auto told = tables::findVerification(r, VerificationId{id});
                   const auto owner = tables::findCase(r, caseId);
                   if (!told || !owner || told->caseId != caseId || told->account != account ||
                       told->state != State::completed || told->details.person.empty()) {
                       report.faults.push_back(faultText("subjects", id, "verification_id", std::nullopt, id));
                       return;
                   }
                   if (const auto expected = tables::referenceDigest(r, owner->reference); digest != expected) {
                       report.faults.push_back(faultText("subjects", id, "reference_digest", expected, digest));
                   }
               });
}

}  // namespace verdesk::backend
