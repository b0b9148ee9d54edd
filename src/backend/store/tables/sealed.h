#pragma once
// Sealing and opening columns. For the tables' own files.

#include "backend/store/statement.h"

#include <string>

namespace verdesk::backend::store::tables {

// The key of a case. Throws StoreError where there is no such case, or it was erased.
crypto::Key keyOfCase(Reading& r, const CaseId& id);

inline std::string seal(const crypto::Key& key, const Where& where, std::string_view plain) {
    return sealText(key, sealVersion, where, plain);
}
inline std::string open(const crypto::Key& key, const Where& where, std::string_view sealed) {
    return openText(key, sealVersion, where, sealed);
}

// For SELECTs that find one row: locks it where a change is under way and the engine has more than one writer. A
// foreign key's own lock does not conflict with this one.
inline std::string_view lockClause(const Reading& r) {
    return r.locks() && r.engine() == Engine::postgres ? " for no key update" : "";
}
// Until the end of the batch nobody else holds the lock of that name (on PostgreSQL).
void lockName(Reading& r, const std::string& name);

}  // namespace verdesk::backend::store::tables
