#include "backend/store/rotation.h"

#include "backend/store/tables/sealed.h"

namespace verdesk::backend::store {
namespace {

// What today's master key wraps begins so.
std::string today(Reading& r) {
    return std::to_string(r.keys().version()) + ":%";
}

std::string storeKey(Reading& r) {
    std::string wrapped;
    auto rows = select(r, "value", "from meta where name = 'store_key'" + std::string{tables::lockClause(r)});
    rows.at(0).into(wrapped);
    return wrapped;
}

}  // namespace

std::optional<int> rotatingTo(Reading& r) {
    std::optional<int> to;
    for (auto& row : select(r, "value", "from meta where name = 'rotation'")) {
        row.into(to);
    }
    return to;
}

std::int64_t keysLeft(Reading& r) {
    return selectNumber(r, "count(*)", "from cases where wrapped_key not like :today and wrapped_key <> ''", today(r));
}

void beginRotation(Transaction& t, const Actor& actor, Instant now) {
    const auto wrapped = storeKey(t);
    const auto from = wrappedBy(wrapped);
    const auto to = t.keys().version();
    if (from == to) {
        return;
    }
    execute(t, "update meta set value = :value where name = 'store_key'", t.keys().rewrapStoreKey(wrapped));
    execute(t, "insert into meta (name, value) values ('rotation', :to) on conflict (name) do nothing",
            std::to_string(to));
    t.append(event::ofKeysRotationBegun(from, to, actor, now, newEventId(now)));
}

Rewrapped rewrapSome(Transaction& t, const CaseId& after, int limit) {
    Rewrapped done;
    for (auto& row : select(t, "id, wrapped_key",
                            "from cases where id > :after and wrapped_key not like :today and wrapped_key <> '' "
                            "order by id limit :limit" +
                                std::string{tables::lockClause(t)},
                            after, today(t), limit)) {
        std::string wrapped;
        row.into(done.last, wrapped);
        execute(t, "update cases set wrapped_key = :fresh where id = :id", t.keys().rewrapCaseKey(done.last, wrapped),
                done.last);
        ++done.keys;
    }
    return done;
}

bool endRotation(Transaction& t, const Actor& actor, Instant now) {
    if (keysLeft(t) > 0) {
        return false;
    }
    if (execute(t, "delete from meta where name = 'rotation'") > 0) {
        t.append(event::ofKeysRotated(t.keys().version(), actor, now, newEventId(now)));
    }
    return true;
}

}  // namespace verdesk::backend::store
