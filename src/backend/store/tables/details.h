#pragma once
// What of a verification is sealed, as one text. For the tables' own files.

#include "backend/store/rows.h"
#include "crypto/seal.h"

namespace verdesk::backend::store::tables {

// The same details give the same text, byte by byte, also after having been read from one.
std::string textOf(const VerificationDetails& details);
// Throws MemberError where the text is not of that form.
VerificationDetails detailsFrom(const std::string& text);

// What stands in events instead of the details: an HMAC under the case's key, hex. `text` is textOf the details.
std::string digestOf(const crypto::Key& caseKey, const VerificationId& id, const std::string& text);

// What stands in events instead of the provider's key of it: likewise.
std::string keyDigestOf(const crypto::Key& caseKey, const VerificationId& id, const std::string& providerKey);

}  // namespace verdesk::backend::store::tables
