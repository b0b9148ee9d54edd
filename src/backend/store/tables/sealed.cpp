#include "backend/store/tables/sealed.h"

#include <cstring>

namespace verdesk::backend::store::tables {

crypto::Key keyOfCase(Reading& r, const CaseId& id) {
    for (auto& row : select(r, "wrapped_key", "from cases where id = :id", id)) {
        std::string wrapped;
        row.into(wrapped);
        if (wrapped.empty()) {
            throw StoreError{Trouble::failed, "case " + id.value + " was erased"};
        }
        return r.keys().caseKey(id, wrapped);
    }
    throw StoreError{Trouble::failed, "there is no case " + id.value};
}

void lockName(Reading& r, const std::string& name) {
    if (!r.locks() || r.engine() != Engine::postgres) {
        return;
    }
    const auto digest = crypto::sha256(crypto::viewOf(name));
    std::int64_t number = 0;
    std::memcpy(&number, digest.data(), sizeof number);
    select(r, "pg_advisory_xact_lock(:number)", "", number);
}

}  // namespace verdesk::backend::store::tables
