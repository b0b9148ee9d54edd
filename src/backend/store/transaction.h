#pragma once
// What a query and a change see of the store. Table functions (tables/*.h) take these.

#include "backend/events/event.h"
#include "backend/store/keyring.h"

#include <vector>

namespace soci {
class session;
}

namespace verdesk::backend::store {

enum class Engine { sqlite, postgres };

// One connection, inside a consistent read. Lives on a thread of the store's.
class Reading {
public:
    Reading(soci::session& sql, Engine engine, Keyring& keys) : sql_{sql}, engine_{engine}, keys_{keys} {}
    soci::session& sql() {
        return sql_;
    }
    Engine engine() const {
        return engine_;
    }
    Keyring& keys() {
        return keys_;
    }

private:
    soci::session& sql_;
    Engine engine_;
    Keyring& keys_;
};

// One change inside the writer's batch, under a savepoint of its own: all of it happens or nothing. Every change of
// state appends the event that says so; `append` puts it at the end of this batch's part of the log.
class Transaction : public Reading {
public:
    using Reading::Reading;
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
