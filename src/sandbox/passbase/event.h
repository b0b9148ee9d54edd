#pragma once
// What Passbase tells the institution: an event that names an identity and says little more. Plain JSON, or encrypted
// with the project's secret. Pure.

#include "crypto/cbc.h"
#include "sandbox/passbase/identity.h"

namespace verdesk::sandbox::passbase {

struct Event {
    std::string name;  // as it is called today
    std::string key;
    std::optional<std::string> status = {};
    Time created;
    Time updated;
    std::optional<Time> processed = {};
};

// Those that follow from a submission, as far as is known by then; `updated` is when each happens.
std::vector<Event> eventsAhead(const Identity& identity);
// One that happens now.
Event eventNow(std::string name, const Identity& identity);

// AUTHENTICATION_PROCESSED for VERIFICATION_COMPLETED; empty for those that there was none of.
std::string olderName(std::string_view name);
Json eventBody(const Event& event, bool olderNames);

// base64 of the vector and AES-256-CBC(secret, vector, text); `secret` has 32 bytes. With `badPadding` nobody can take
// the padding off.
std::string encrypted(std::string_view text, std::string_view secret, const crypto::CbcVector& vector,
                      bool badPadding = false);

}  // namespace verdesk::sandbox::passbase
