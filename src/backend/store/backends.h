#pragma once
// Where the two engines differ below SQL: opening, transaction control, the state of a connection, the meaning of an
// error. For connection.cpp alone.

#include "backend/store/connection.h"

#include <soci/soci.h>

#include <memory>

namespace verdesk::backend::store {

std::unique_ptr<soci::session> openSession(const Place& place, Access access);
StoreError translate(soci::session& session, Engine engine, const soci::soci_error& error);
void runRaw(soci::session& session, Engine engine, const char* text);
void commitRaw(soci::session& session, Engine engine);
bool lostRaw(soci::session& session, Engine engine);
bool usableRaw(soci::session& session, Engine engine);

}  // namespace verdesk::backend::store
