#include "backend/store/tables/hooks.h"

#include "backend/store/tables/sealed.h"

namespace verdesk::backend::store::tables {

bool insertHook(Transaction& t, const HookRow& h) {
    const auto key = t.keys().commonKey("hooks");
    return execute(t,
                   "insert into hooks (id, account, digest, body, headers, state, received_at, verification_id) "
                   "values (:id, :account, :digest, :body, :headers, :state, :received, :verification) "
                   "on conflict (digest) do nothing",
                   h.id, h.account, h.digest, seal(key, {"hooks", h.id, "body"}, h.body),
                   seal(key, {"hooks", h.id, "headers"}, h.headers), h.state, h.receivedAt, h.verification) == 1;
}

std::vector<HookRow> waitingHooks(Reading& r, int limit) {
    const auto key = r.keys().commonKey("hooks");
    std::vector<HookRow> hooks;
    for (auto& row : select(r, "id, account, digest, body, headers, state, received_at, verification_id",
                            "from hooks where state = 'received' order by received_at, id limit :limit", limit)) {
        HookRow h;
        row.into(h.id, h.account, h.digest, h.body, h.headers, h.state, h.receivedAt, h.verification);
        h.body = open(key, {"hooks", h.id, "body"}, h.body);
        h.headers = open(key, {"hooks", h.id, "headers"}, h.headers);
        hooks.push_back(std::move(h));
    }
    return hooks;
}

void setHookState(Transaction& t, const std::string& id, HookState state, const VerificationId& verification) {
    execute(t, "update hooks set state = :state, verification_id = :verification where id = :id", state, verification,
            id);
}

std::int64_t countHooks(Reading& r, HookState state) {
    return selectNumber(r, "count(*)", "from hooks where state = :state", state);
}

int dropHooks(Transaction& t, Instant before) {
    return static_cast<int>(
        execute(t, "delete from hooks where state in ('matched', 'done') and received_at < :before", before));
}

}  // namespace verdesk::backend::store::tables
