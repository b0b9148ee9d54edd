#pragma once
// Documents kept as evidence, and those that are still to be fetched. Everything of them is sealed under the case's
// key, so that destroying that key is enough to erase them.

#include "backend/store/rows.h"
#include "backend/store/transaction.h"
#include "crypto/seal.h"

#include <string_view>

namespace verdesk::backend::store::tables {

inline constexpr std::size_t documentPiece = 1024 * 1024;  // bytes, before sealing

// Fills in size and digest and gives the row back. The bytes are sealed in pieces.
DocumentRow insert(Transaction& t, DocumentRow row, std::string_view bytes);
std::optional<DocumentRow> findDocument(Reading& r, const std::string& id);
std::vector<DocumentRow> documentsOf(Reading& r, const VerificationId& id);  // oldest first
// Throws std::runtime_error where a piece is missing or does not open.
std::string bytesOf(Reading& r, const DocumentRow& row);
// HMAC under a key of the case's for this document alone, hex.
std::string documentDigest(const crypto::Key& caseKey, const std::string& id, std::string_view bytes);

void insert(Transaction& t, const FetchRow& row);
// Due until that moment, soonest first.
std::vector<FetchRow> waitingFetches(Reading& r, Instant until, int limit);
// Counts a try and puts the next one off until then: whoever does so makes the try. False where somebody else did, who
// saw the same number of tries.
bool takeFetch(Transaction& t, const std::string& id, int tries, Instant until);
// Makes everything due now: after a restart nobody is at it.
void hastenFetches(Transaction& t, Instant now);
void postponeFetch(Transaction& t, const std::string& id, int tries, Instant nextAt);
// False where it was ended before.
bool endFetch(Transaction& t, const std::string& id);

}  // namespace verdesk::backend::store::tables
