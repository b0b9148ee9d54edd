#include "backend/store/tables/erasures.h"

#include "backend/store/tables/sealed.h"

#include <nlohmann/json.hpp>

namespace verdesk::backend::store::tables {
namespace {

constexpr std::string_view columns =
    "verification_id, case_id, account, provider, flow, launch, provider_keys, tries, next_at, at";

ForgetRow forgetFrom(Reading& r, Row& row) {
    ForgetRow f;
    std::string keys;
    row.into(f.verification, f.caseId, f.account, f.provider, f.flow, f.launch, keys, f.tries, f.nextAt, f.at);
    keys = open(r.keys().commonKey("forgettings"), {"forgettings", f.verification.value, "provider_keys"}, keys);
    f.providerKeys = nlohmann::json::parse(keys).get<std::vector<std::string>>();
    return f;
}

std::string sealedKeys(Transaction& t, const ForgetRow& f) {
    return seal(t.keys().commonKey("forgettings"), {"forgettings", f.verification.value, "provider_keys"},
                nlohmann::json(f.providerKeys).dump());
}

}  // namespace

void eraseCase(Transaction& t, const ErasureRow& e) {
    execute(t, "delete from document_pieces where document_id in (select id from documents where case_id = :case)",
            e.caseId);
    execute(t, "delete from documents where case_id = :case", e.caseId);
    execute(t, "delete from fetches where case_id = :case", e.caseId);
    execute(t, "delete from raw_answers where case_id = :case", e.caseId);
    execute(t, "delete from journal where case_id = :case", e.caseId);
    execute(t, "delete from tokens where verification_id in (select id from verifications where case_id = :case)",
            e.caseId);
    execute(t, "delete from subjects where case_id = :case", e.caseId);
    execute(t, "update decisions set reason = '' where case_id = :case", e.caseId);
    execute(t,
            "update verifications set provider_key = '', provider_code = '', tier = '', score = null, details = '' "
            "where case_id = :case",
            e.caseId);
    execute(t,
            "update cases set reference = '', wrapped_key = '', erased_at = :erased, updated_at = :updated "
            "where id = :id",
            e.at, e.at, e.caseId);
    execute(t,
            "insert into erasures (case_id, at, erased_by, erased_by_name, reason) "
            "values (:case, :at, :by, :by_name, :reason)",
            e.caseId, e.at, e.by, e.byName,
            seal(t.keys().commonKey("erasures"), {"erasures", e.caseId.value, "reason"}, e.reason));
    t.keys().dropCaseKey(e.caseId);
}

std::optional<ErasureRow> findErasure(Reading& r, const CaseId& id) {
    for (auto& row :
         select(r, "case_id, at, erased_by, erased_by_name, reason", "from erasures where case_id = :case", id)) {
        ErasureRow e;
        row.into(e.caseId, e.at, e.by, e.byName, e.reason);
        e.reason = open(r.keys().commonKey("erasures"), {"erasures", e.caseId.value, "reason"}, e.reason);
        return e;
    }
    return std::nullopt;
}

void insert(Transaction& t, const ForgetRow& f) {
    execute(t,
            "insert into forgettings (verification_id, case_id, account, provider, flow, launch, provider_keys, tries, "
            "next_at, at) values (:verification, :case, :account, :provider, :flow, :launch, :provider_keys, :tries, "
            ":next, :at)",
            f.verification, f.caseId, f.account, f.provider, f.flow, f.launch, sealedKeys(t, f), f.tries, f.nextAt,
            f.at);
}

void addKey(Transaction& t, ForgetRow f, const std::string& key, Instant now) {
    f.providerKeys.push_back(key);
    execute(t,
            "update forgettings set provider_keys = :provider_keys, tries = tries + 1, next_at = :now "
            "where verification_id = :id",
            sealedKeys(t, f), now, f.verification);
}

std::optional<ForgetRow> findForget(Reading& r, const VerificationId& id) {
    for (auto& row : select(r, columns, "from forgettings where verification_id = :id", id)) {
        return forgetFrom(r, row);
    }
    return std::nullopt;
}

std::vector<ForgetRow> waitingForgets(Reading& r, Instant until, int limit) {
    std::vector<ForgetRow> all;
    for (auto& row :
         select(r, columns, "from forgettings where next_at <= :until order by next_at, verification_id limit :limit",
                until, limit)) {
        all.push_back(forgetFrom(r, row));
    }
    return all;
}

bool takeForget(Transaction& t, const VerificationId& id, int tries, Instant until) {
    return execute(t,
                   "update forgettings set tries = tries + 1, next_at = :until "
                   "where verification_id = :id and tries = :tries",
                   until, id, tries) == 1;
}

void hastenForgets(Transaction& t, Instant now) {
    execute(t, "update forgettings set next_at = :now where next_at > :later", now, now);
}

void postponeForget(Transaction& t, const VerificationId& id, int tries, Instant nextAt) {
    execute(t, "update forgettings set next_at = :next where verification_id = :id and tries = :tries", nextAt, id,
            tries);
}

bool endForget(Transaction& t, const VerificationId& id, int tries) {
    return execute(t, "delete from forgettings where verification_id = :id and tries = :tries", id, tries) == 1;
}

std::int64_t countForgets(Reading& r) {
    return selectNumber(r, "count(*)", "from forgettings");
}

std::optional<Instant> oldestForget(Reading& r) {
    std::optional<Instant> oldest;
    for (auto& row : select(r, "min(at)", "from forgettings")) {
        row.into(oldest);
    }
    return oldest;
}

}  // namespace verdesk::backend::store::tables
