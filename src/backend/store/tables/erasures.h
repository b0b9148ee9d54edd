#pragma once
// Erased cases, and what their providers are still to delete.

#include "backend/store/rows.h"
#include "backend/store/transaction.h"

namespace verdesk::backend::store::tables {

// Destroys the case's key, and deletes what it sealed, the reference and what else stood in the clear of the customer.
// What the events are about stays: the case and its verifications with their states and verdicts, who decided what.
void eraseCase(Transaction& t, const ErasureRow& row);
std::optional<ErasureRow> findErasure(Reading& r, const CaseId& id);

void insert(Transaction& t, const ForgetRow& row);
// One more key that the attempt is known by. Whoever deletes the others just now does not end it.
void addKey(Transaction& t, ForgetRow row, const std::string& key, Instant now);
std::optional<ForgetRow> findForget(Reading& r, const VerificationId& id);
// Due until that moment, soonest first.
std::vector<ForgetRow> waitingForgets(Reading& r, Instant until, int limit);
// Counts a try and puts the next one off until then: whoever does so makes the try. False where somebody else did, who
// saw the same number of tries.
bool takeForget(Transaction& t, const VerificationId& id, int tries, Instant until);
// Makes everything due now: after a restart nobody is at it.
void hastenForgets(Transaction& t, Instant now);
void postponeForget(Transaction& t, const VerificationId& id, int tries, Instant nextAt);
// False where it was ended before, or got a key since that try.
bool endForget(Transaction& t, const VerificationId& id, int tries);
std::int64_t countForgets(Reading& r);
// Since when the one is wanted that waits longest.
std::optional<Instant> oldestForget(Reading& r);

}  // namespace verdesk::backend::store::tables
