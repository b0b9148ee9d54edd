#include "backend/store/transaction.h"

#include "backend/store/connection.h"

namespace verdesk::backend::store {

soci::session& Reading::sql() {
    return connection_.sql();
}

Engine Reading::engine() const {
    return connection_.engine();
}

}  // namespace verdesk::backend::store
