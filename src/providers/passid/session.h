#pragma once
// What PASSID answers to the three calls, as values.

#include "exchange/http_message.h"
#include "providers/provider.h"

#include <string>
#include <string_view>
#include <vector>

namespace verdesk::providers::passid {

using Hide = std::vector<std::string_view>;  // texts that no error may show

// POST request: requestId, code, deepLink, expiresAt. `ttlSeconds` stands in for an answer without expiresAt.
Begun readBegun(const HttpReply& reply, Instant now, std::int64_t ttlSeconds, const Hide& hide);

// GET request/{id}: pending, completed with claims, declined, expired; 410 is expired as well.
Progress readSession(const HttpReply& reply, const std::vector<std::string>& asks, const Hide& hide);

// POST verify, in both documented forms: {"success","data":{"valid"...}} and {"credential_valid"...}. A refusal counts
// whatever its status below 500 is.
Progress readVerify(const HttpReply& reply, const std::vector<std::string>& asks, const Hide& hide);

// A declined or expired one, without its raw text.
Progress declined(claims::Decline decline, std::string providerCode = {});
Progress expired();

// The members that a result has in answers and events alike: verifiedAt or verified_at.
std::optional<Instant> verifiedAtIn(const JsonReader& payload);

}  // namespace verdesk::providers::passid
