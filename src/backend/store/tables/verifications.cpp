#include "backend/store/tables/verifications.h"

#include "backend/store/tables/details.h"
#include "backend/store/tables/sealed.h"

#include <algorithm>

namespace verdesk::backend::store::tables {
namespace {

constexpr std::string_view columns =
    "v.id, v.case_id, v.branch, v.counter, v.flow, v.flow_digest, v.rules_version, v.provider, v.account, "
    "v.environment, v.launch, v.state, v.verdict, v.decline, v.failure, v.code, v.provider_code, v.provider_key, "
    "v.started_at, v.ended_at, v.deadline, v.next_poll_at, v.polled_at, v.started_by, v.started_by_name, v.tier, "
    "v.score, v.details, v.parent_id, c.wrapped_key";
constexpr std::string_view from = "from verifications v join cases c on c.id = v.case_id where ";

VerificationRow verificationFrom(Reading& r, Row& row) {
    VerificationRow v;
    std::string sealed;
    std::string wrapped;
    row.into(v.id, v.caseId, v.branch, v.counter, v.flow, v.flowDigest, v.rulesVersion, v.provider, v.account,
             v.environment, v.launch, v.state, v.verdict, v.decline, v.failure, v.code, v.providerCode, v.providerKey,
             v.startedAt, v.endedAt, v.deadline, v.nextPollAt, v.polledAt, v.startedBy, v.startedByName, v.tier,
             v.score, sealed, v.parent, wrapped);
    v.erased = wrapped.empty();
    if (v.erased) {
        return v;
    }
    v.details =
        detailsFrom(open(r.keys().caseKey(v.caseId, wrapped), {"verifications", v.id.value, "details"}, sealed));
    return v;
}

template <class... T>
std::vector<VerificationRow> where(Reading& r, const std::string& condition, const T&... values) {
    std::vector<VerificationRow> all;
    for (auto& row : select(r, columns, std::string{from} + condition, values...)) {
        all.push_back(verificationFrom(r, row));
    }
    return all;
}

// Inside a change: the case first, then the verification, so that two replicas that work on one case wait for each
// other instead of holding what the other needs.
template <class... T>
std::vector<VerificationRow> locked(Reading& r, const std::string& condition, const std::string& order,
                                    const T&... values) {
    const auto clause = lockClause(r);
    if (!clause.empty()) {
        select(r, "1",
               "from cases where id in (select v.case_id from verifications v where " + condition + ") order by id" +
                   std::string{clause},
               values...);
    }
    return where(r, condition + order + std::string{clause} + (clause.empty() ? "" : " of v"), values...);
}

template <class... T>
std::optional<VerificationRow> one(Reading& r, const std::string& condition, const T&... values) {
    auto found = locked(r, condition, {}, values...);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::string sealDetails(Reading& r, const VerificationRow& v) {
    return seal(keyOfCase(r, v.caseId), {"verifications", v.id.value, "details"}, textOf(v.details));
}

}  // namespace

void insert(Transaction& t, const VerificationRow& v) {
    execute(
        t,
        "insert into verifications (id, case_id, branch, counter, flow, flow_digest, rules_version, provider, "
        "account, environment, launch, state, verdict, decline, failure, code, provider_code, provider_key, "
        "started_at, ended_at, deadline, next_poll_at, polled_at, started_by, started_by_name, tier, score, "
        "details, parent_id) values (:id, :case, :branch, :counter, :flow, :flow_digest, :rules, :provider, :account, "
        ":environment, :launch, :state, :verdict, :decline, :failure, :code, :provider_code, :provider_key, "
        ":started, :ended, :deadline, :next_poll, :polled, :started_by, :started_by_name, :tier, :score, "
        ":details, :parent)",
        v.id, v.caseId, v.branch, v.counter, v.flow, v.flowDigest, v.rulesVersion, v.provider, v.account, v.environment,
        v.launch, v.state, v.verdict, v.decline, v.failure, v.code, v.providerCode, v.providerKey, v.startedAt,
        v.endedAt, v.deadline, v.nextPollAt, v.polledAt, v.startedBy, v.startedByName, v.tier, v.score,
        sealDetails(t, v), v.parent);
}

void update(Transaction& t, const VerificationRow& v) {
    const auto changed =
        execute(t,
                "update verifications set state = :state, verdict = :verdict, decline = :decline, failure = :failure, "
                "code = :code, provider_code = :provider_code, provider_key = :provider_key, ended_at = :ended, "
                "deadline = :deadline, next_poll_at = :next_poll, polled_at = :polled, tier = :tier, score = :score, "
                "details = :details where id = :id",
                v.state, v.verdict, v.decline, v.failure, v.code, v.providerCode, v.providerKey, v.endedAt, v.deadline,
                v.nextPollAt, v.polledAt, v.tier, v.score, sealDetails(t, v), v.id);
    if (changed != 1) {
        throw StoreError{Trouble::failed, "there is no verification " + v.id.value};
    }
}

std::optional<VerificationRow> findVerification(Reading& r, const VerificationId& id) {
    return one(r, "v.id = :id", id);
}

std::vector<VerificationRow> verificationsOf(Reading& r, const CaseId& id) {
    return where(r, "v.case_id = :case order by v.started_at, v.id", id);
}

std::vector<Run> runsOf(Reading& r, const std::vector<CaseId>& cases) {
    // Few lengths of the list are few statements to prepare; the rest of a list is one case again and again.
    constexpr std::array<std::size_t, 3> lengths{1, 10, 100};
    std::vector<Run> all;
    for (std::span<const CaseId> rest{cases}; !rest.empty();) {
        const auto fits = std::find_if(lengths.begin(), lengths.end(), [&](auto each) { return each >= rest.size(); });
        const auto length = fits == lengths.end() ? lengths.back() : *fits;
        const auto some = rest.first(std::min(length, rest.size()));
        rest = rest.subspan(some.size());
        std::string list;
        std::vector<Bound> values;
        for (std::size_t i = 0; i < length; ++i) {
            list += (i == 0 ? ":case" : ", :case") + std::to_string(i);
            values.push_back(bound(some[std::min(i, some.size() - 1)]));
        }
        for (auto& row : selectBound(
                 r, "case_id, flow, state",
                 "from verifications where case_id in (" + list + ") order by case_id, started_at, id", values)) {
            Run run;
            row.into(run.caseId, run.flow, run.state);
            all.push_back(std::move(run));
        }
    }
    return all;
}

std::vector<VerificationRow> findByProviderKey(Reading& r, const std::string& account, const std::string& key) {
    if (key.empty()) {
        return {};
    }
    auto found = locked(r, "v.account = :account and v.provider_key = :key and v.provider_key <> ''",
                        " order by case when v.state in ('requesting', 'awaiting', 'verifying') then 0 else 1 end, "
                        "v.started_at desc, v.id desc limit 50",
                        account, key);
    if (!found.empty() && !isFinal(found.front().state)) {
        std::erase_if(found, [](const VerificationRow& each) { return isFinal(each.state); });
    }
    return found;
}

std::vector<VerificationRow> openByKeyBeginning(Reading& r, const std::string& account, const std::string& beginning) {
    if (beginning.empty()) {
        return {};
    }
    // No "like": SQLite's knows no capitals, and how texts compare is PostgreSQL's locale's matter.
    return locked(r,
                  "v.account = :account and v.state in ('requesting', 'awaiting', 'verifying') and "
                  "substr(v.provider_key, 1, length(cast(:again as text))) = :beginning",
                  " order by v.started_at desc, v.id desc limit 50", account, beginning, beginning);
}

std::optional<VerificationRow> findByToken(Reading& r, const std::string& account, const std::string& tokenDigest) {
    return one(r, "v.id in (select verification_id from tokens where account = :account and digest = :digest)", account,
               tokenDigest);
}

void rememberToken(Transaction& t, const std::string& account, const std::string& tokenDigest,
                   const VerificationId& id) {
    // A token that is handed in a second time belongs to the verification that took it last.
    execute(t,
            "insert into tokens (account, digest, verification_id) values (:account, :digest, :id) "
            "on conflict (account, digest) do update set verification_id = excluded.verification_id",
            account, tokenDigest, id);
}

void lockToken(Transaction& t, const std::string& account, const std::string& tokenDigest) {
    lockName(t, "token\n" + account + "\n" + tokenDigest);
}

std::vector<VerificationRow> openOf(Reading& r, const std::string& account, int limit) {
    return where(r,
                 "v.account = :account and v.state in ('requesting', 'awaiting', 'verifying') "
                 "order by v.polled_at nulls first, v.started_at, v.id limit :limit",
                 account, limit);
}

std::vector<Due> dueVerifications(Reading& r, Instant until, int limit) {
    std::vector<Due> all;
    for (auto& row : select(r, "id, account, next_poll_at",
                            "from verifications where next_poll_at is not null and next_poll_at <= :until and state in "
                            "('requesting', 'awaiting', 'verifying') order by next_poll_at, id limit :limit",
                            until, limit)) {
        Due due;
        row.into(due.id, due.account, due.at);
        all.push_back(std::move(due));
    }
    return all;
}

std::optional<Instant> nextDue(Reading& r) {
    std::optional<Instant> at;
    for (auto& row : select(r, "min(next_poll_at)",
                            "from verifications where next_poll_at is not null and state in "
                            "('requesting', 'awaiting', 'verifying')")) {
        row.into(at);
    }
    return at;
}

void schedule(Transaction& t, const VerificationId& id, std::optional<Instant> nextPollAt,
              std::optional<Instant> polledAt) {
    // A verification that has ended meanwhile is not asked about again.
    execute(t,
            "update verifications set next_poll_at = :next, polled_at = coalesce(:polled, polled_at) "
            "where id = :id and state in ('requesting', 'awaiting', 'verifying')",
            nextPollAt, polledAt, id);
}

bool lease(Transaction& t, const VerificationId& id, const std::string& holder, Instant now, Instant until) {
    return execute(t,
                   "update verifications set lease_holder = :holder, lease_until = :until "
                   "where id = :id and (lease_until is null or lease_until <= :now or lease_holder = :again)",
                   holder, until, id, now, holder) == 1;
}

std::string providerKeyDigest(Reading& r, const VerificationRow& v) {
    return keyDigestOf(keyOfCase(r, v.caseId), v.id, v.providerKey);
}

std::string evidenceDigest(Reading& r, const VerificationRow& v) {
    return digestOf(keyOfCase(r, v.caseId), v.id, textOf(v.details));
}

}  // namespace verdesk::backend::store::tables
