#include "backend/store/tables/hooks.h"

#include "backend/store/tables/sealed.h"
#include "crypto/random.h"

namespace verdesk::backend::store::tables {

namespace {

// Ids begin with their time, so that this reads no more than what began since, by the primary key.
bool anyBeganAfter(Reading& r, const std::string& account, Instant moment) {
    const auto first = crypto::uuid7From(moment);
    return !select(r, "id",
                   "from verifications where id >= :first and account = :account and started_at > :moment limit 1",
                   first, account, moment)
                .empty();
}

bool insertOnce(Transaction& t, const HookRow& h) {
    const auto key = t.keys().commonKey("hooks");
    return execute(t,
                   "insert into hooks (id, account, digest, body, headers, state, received_at, verification_id) "
                   "values (:id, :account, :digest, :body, :headers, :state, :received, :verification) "
                   "on conflict (digest) do nothing",
                   h.id, h.account, h.digest, seal(key, {"hooks", h.id, "body"}, h.body),
                   seal(key, {"hooks", h.id, "headers"}, h.headers), h.state, h.receivedAt, h.verification) == 1;
}

}  // namespace

bool insertHook(Transaction& t, const HookRow& h, SaidAgain counts) {
    if (insertOnce(t, h)) {
        return true;
    }
    if (counts == SaidAgain::never) {
        return false;
    }
    for (auto& row : select(t, "id, state, received_at",
                            "from hooks where digest = :digest" + std::string{lockClause(t)}, h.digest)) {
        std::string id;
        auto state = HookState::received;
        Instant received{};
        row.into(id, state, received);
        const bool isAnother = counts == SaidAgain::afterItWasWorkedOff ? state != HookState::received
                                                                        : anyBeganAfter(t, h.account, received);
        if (!isAnother) {
            return false;
        }
        execute(t, "update hooks set digest = :old where id = :id", h.digest + "/" + id, id);
    }
    return insertOnce(t, h);
}

namespace {

constexpr std::string_view columns = "id, account, digest, body, headers, state, received_at, verification_id";

template <class... T>
std::vector<HookRow> where(Reading& r, const std::string& rest, const T&... values) {
    const auto key = r.keys().commonKey("hooks");
    std::vector<HookRow> hooks;
    for (auto& row : select(r, columns, "from hooks where " + rest, values...)) {
        HookRow h;
        row.into(h.id, h.account, h.digest, h.body, h.headers, h.state, h.receivedAt, h.verification);
        h.body = open(key, {"hooks", h.id, "body"}, h.body);
        h.headers = open(key, {"hooks", h.id, "headers"}, h.headers);
        hooks.push_back(std::move(h));
    }
    return hooks;
}

}  // namespace

bool isKnownHook(Reading& r, const std::string& digest) {
    return !select(r, "id", "from hooks where digest = :digest", digest).empty();
}

std::vector<HookRow> waitingHooks(Reading& r, int limit) {
    return where(r, "state = 'received' order by received_at, id limit :limit", limit);
}

std::optional<HookRow> findHook(Reading& r, const std::string& id) {
    auto found = where(r, "id = :id" + std::string{lockClause(r)}, id);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<HookRow> unmatchedHooks(Reading& r, int limit, const std::optional<HookPlace>& last) {
    constexpr const char* order = " order by received_at desc, id desc limit :limit";
    if (!last) {
        return where(r, std::string{"state = 'unmatched'"} + order, limit);
    }
    return where(r, std::string{"state = 'unmatched' and (received_at, id) < (:at, :id)"} + order, last->receivedAt,
                 last->id, limit);
}

void putAwayHook(Transaction& t, const std::string& id, HookState state, const VerificationId& verification,
                 const std::string& note) {
    const auto key = t.keys().commonKey("hooks");
    std::optional<std::string> kept;
    if (!note.empty()) {
        kept = seal(key, {"hooks", id, "note"}, note);
    }
    execute(t,
            "update hooks set state = :state, verification_id = :verification, body = :body, headers = :headers, "
            "note = :note where id = :id",
            state, verification, seal(key, {"hooks", id, "body"}, ""), seal(key, {"hooks", id, "headers"}, ""), kept,
            id);
}

std::vector<AgedHook> unmatchedBefore(Reading& r, Instant before, int limit) {
    std::vector<AgedHook> all;
    for (auto& row : select(r, "id, account",
                            "from hooks where state = 'unmatched' and received_at < :before order by received_at, id "
                            "limit :limit",
                            before, limit)) {
        AgedHook h;
        row.into(h.id, h.account);
        all.push_back(std::move(h));
    }
    return all;
}

bool keepUnmatched(Transaction& t, const std::string& id) {
    return execute(t, "update hooks set state = 'unmatched' where id = :id and state = 'received'", id) == 1;
}

std::int64_t countHooks(Reading& r, HookState state) {
    return selectNumber(r, "count(*)", "from hooks where state = :state", state);
}

int dropHooks(Transaction& t, Instant before) {
    return static_cast<int>(execute(
        t, "delete from hooks where state in ('matched', 'done', 'dismissed') and received_at < :before", before));
}

}  // namespace verdesk::backend::store::tables
