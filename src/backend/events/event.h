#pragma once
// One appended record of something that happened. The audit log and the change feed are these same events.
//
// Canonical form: JSON with sorted keys, no blanks, no floating-point numbers, members v, id, at, actor, counter,
// branch, case, verification, type, data. It has no sequence number, so its hash does not depend on the order of
// commits. Never in it: the bank's reference, free text, tokens, addresses, claims. Evidence stands in it as an HMAC
// under the case's key.

#include "contract/id.h"
#include "contract/instant.h"
#include "crypto/digest.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace verdesk::backend {

struct Event {
    EventId id;
    Instant at{};
    std::string actor;    // a staff id, "system", or "provider:passid"
    std::string counter;  // empty where nobody sat at one
    std::string branch;
    CaseId caseId;
    VerificationId verification;
    std::string type;  // event_types.h has the list
    nlohmann::json data = nlohmann::json::object();
};

std::string canonical(const Event& event);
// RFC 6962: SHA-256 of a zero byte and the canonical form.
crypto::Digest leafHash(std::string_view canonicalForm);
// Throws MemberError where the text is not an event of ours.
Event eventFrom(std::string_view canonicalForm);

}  // namespace verdesk::backend
