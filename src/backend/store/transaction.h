#pragma once
// What a query and a change see of the store. Table functions (tables/*.h) take these.

#include "backend/events/event.h"
#include "backend/store/keyring.h"

#include <vector>

namespace soci {
class session;
}

namespace verdesk::backend::store {

class Connection;

enum class Engine { sqlite, postgres };

// One connection, inside a consistent read. Lives on a thread of the store's.
class Reading {
public:
    Reading(Connection& connection, Keyring& keys) : connection_{connection}, keys_{keys} {}
    Connection& connection() {
        return connection_;
    }
    soci::session& sql();
    Engine engine() const;
    Keyring& keys() {
        return keys_;
    }
    // True inside a change: what a find function gives is then the newest committed state, and stays so until the
    // commit (on PostgreSQL by locking the row; SQLite has one writer).
    bool locks() const {
        return locks_;
    }

protected:
    Reading(Connection& connection, Keyring& keys, bool locks) : connection_{connection}, keys_{keys}, locks_{locks} {}

private:
    Connection& connection_;
    Keyring& keys_;
    bool locks_ = false;
};

// One change inside the writer's batch, under a savepoint of its own: all of it happens or nothing. Every change of
// state appends the event that says so; `append` puts it at the end of this batch's part of the log.
class Transaction : public Reading {
public:
    Transaction(Connection& connection, Keyring& keys) : Reading{connection, keys, true} {}
    void append(Event event) {
        events_.push_back(std::move(event));
    }
    std::vector<Event>& events() {
        return events_;
    }

private:
    std::vector<Event> events_;
};

}  // namespace verdesk::backend::store
