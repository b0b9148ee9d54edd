#include "backend/store/tables/subjects.h"

#include "backend/store/tables/details.h"
#include "backend/store/tables/sealed.h"
#include "crypto/digest.h"

namespace verdesk::backend::store::tables {
namespace {

// A verdict that got worse later takes the acceptance back, until an officer decides again.
constexpr const char* accepted =
    "from subjects s join verifications v on v.id = s.verification_id join cases c on c.id = s.case_id "
    "where s.reference_digest = :reference and v.state = 'completed' and c.decision <> 'reject' "
    "and c.verdict not in ('fail', 'blocked') and (v.verdict = 'pass' or (v.verdict = 'review' and "
    "'approve' = (select d.kind from decisions d where d.case_id = s.case_id order by d.ordinal desc limit 1)))";

}  // namespace

std::string referenceDigest(Reading& r, const std::string& reference) {
    const auto key = r.keys().commonKey("subjects");
    return crypto::toHex(crypto::hmacSha256(key.bytes(), crypto::viewOf(reference)));
}

void linkSubject(Transaction& t, const VerificationRow& row, const std::string& reference, Instant at) {
    execute(t,
            "insert into subjects (verification_id, case_id, account, reference_digest, at) "
            "values (:verification, :case, :account, :reference, :at) on conflict (verification_id) do nothing",
            row.id, row.caseId, row.account, referenceDigest(t, reference), at);
}

std::string personOf(Reading& r, const std::string& account, const std::string& reference) {
    const auto digest = referenceDigest(r, reference);
    for (auto& row :
         select(r, "s.verification_id, s.case_id, v.details, c.wrapped_key",
                std::string{accepted} + " and s.account = :account order by s.at desc, s.verification_id desc limit 1",
                digest, account)) {
        // Read beside the tables' own functions: those would lock another case than the one that is worked on.
        VerificationId id;
        CaseId owner;
        std::string sealed;
        std::string wrapped;
        row.into(id, owner, sealed, wrapped);
        const auto key = r.keys().caseKey(owner, wrapped);
        return detailsFrom(open(key, {"verifications", id.value, "details"}, sealed)).person;
    }
    return {};
}

std::vector<std::string> accountsThatKnow(Reading& r, const std::string& reference) {
    std::vector<std::string> accounts;
    const auto digest = referenceDigest(r, reference);
    for (auto& row : select(r, "distinct s.account", std::string{accepted} + " order by s.account", digest)) {
        row.into(accounts.emplace_back());
    }
    return accounts;
}

}  // namespace verdesk::backend::store::tables
