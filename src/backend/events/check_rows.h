#pragma once
// The parts of the check that compare rows. For check.cpp alone.

#include "backend/events/check.h"
#include "backend/events/compare.h"
#include "backend/store/statement.h"

namespace verdesk::backend {

// Every case against the fold, with its decisions and its key.
void checkCases(StoreReport& report, const Fold& fold, store::Reading& r);
// Every verification against the fold, with the digest of what is sealed of it.
void checkVerifications(StoreReport& report, const Fold& fold, store::Reading& r);
// Every webhook in the inbox against the fold; one that waits for a person is there.
void checkHooks(StoreReport& report, const Fold& fold, store::Reading& r);
// Rows that no event speaks of: that what they refer to is there, and that what is sealed of them opens.
void checkSealedRows(StoreReport& report, store::Reading& r);

}  // namespace verdesk::backend
