#pragma once
// Staff, their sessions, and the answers kept for idempotency.

#include "backend/store/rows.h"
#include "backend/store/transaction.h"

namespace verdesk::backend::store::tables {

void insert(Transaction& t,
            const StaffRow& row);  // throws std::runtime_error where the name is taken
void update(Transaction& t, const StaffRow& row);
std::optional<StaffRow> findStaff(Reading& r, const StaffId& id);
std::optional<StaffRow> findStaffByName(Reading& r, const std::string& name);
std::vector<StaffRow> listStaff(Reading& r);

void insert(Transaction& t, const SessionRow& row);
std::optional<SessionRow> findSession(Reading& r, const std::string& tokenHash);
void touchSession(Transaction& t, const std::string& tokenHash, Instant seenAt);
void endSession(Transaction& t, const std::string& tokenHash);
void endSessionsOf(Transaction& t, const StaffId& staff);
// Forgets those that expired before that moment.
int dropSessions(Transaction& t, Instant before);

// Claims the key, or says what is there: an answer kept, or one under way
// (status 0).
std::optional<IdempotencyRow> findIdempotency(Reading& r, const StaffId& staff, const std::string& key);
bool insertIdempotency(Transaction& t,
                       const IdempotencyRow& row);  // false where it is there already
void answerIdempotency(Transaction& t, const IdempotencyRow& row);
int dropIdempotency(Transaction& t, Instant before);

}  // namespace verdesk::backend::store::tables
