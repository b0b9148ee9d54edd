#pragma once
// What happens to a case at the counter, told through the store as the service tells it: every change of state with its
// event, in one transaction.

#include "backend/store/transaction.h"
#include "tests/backend/store/samples.h"

namespace verdesk::test {

struct Story {
    backend::store::CaseRow kase;
    backend::store::VerificationRow verification;
    backend::store::HookRow hook;
    std::string journalKey;
};

// A case with a verification that completed after a journaled request and a webhook, and was approved.
Story tellApproved(backend::store::Transaction& t, backend::store::CaseRow kase);
// A case with a verification that is still awaiting its customer.
Story tellAwaiting(backend::store::Transaction& t, backend::store::CaseRow kase);

}  // namespace verdesk::test
