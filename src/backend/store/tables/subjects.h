#pragma once
// Which customers the providers of accounts know, by the bank's reference of them. By what id a provider knows somebody
// is sealed with the verification that learned it, and gone with its case; the reference stands here as a digest.

#include "backend/store/rows.h"
#include "backend/store/transaction.h"

namespace verdesk::backend::store::tables {

// HMAC of the reference under the store's key, hex.
std::string referenceDigest(Reading& r, const std::string& reference);
// That this completed verification told who the customer is at its provider. Again changes nothing.
void linkSubject(Transaction& t, const VerificationRow& row, const std::string& reference, Instant at);
// The provider's id of the customer, by the newest check of that account that accepted them; empty where there is none.
// Accepted: its verdict is `pass`, or `review` and an officer's approval was the last decision on its case; and its
// case is neither rejected nor worse.
std::string personOf(Reading& r, const std::string& account, const std::string& reference);
// The accounts for which personOf gives something.
std::vector<std::string> accountsThatKnow(Reading& r, const std::string& reference);

}  // namespace verdesk::backend::store::tables
