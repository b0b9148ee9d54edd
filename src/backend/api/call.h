#pragma once
// A request that passed the gate, and reading it.

#include "backend/auth/who.h"
#include "contract/json_reader.h"
#include "http/message.h"

#include <cstdint>
#include <optional>
#include <string>

namespace verdesk::backend::api {

struct Call {
    http::Request request;
    Who who;          // empty on routes without a session
    std::string key;  // the Idempotency-Key, on routes that need one
};

// The body as JSON. Throws MemberError where it is none.
nlohmann::json bodyOf(const Call& call);

// A parameter of the query; nothing where it is missing or empty. Throws MemberError, named after it, where it is no
// whole number or out of range.
std::optional<std::int64_t> integerOf(const Call& call, const std::string& name, std::int64_t low, std::int64_t high);
std::string textOf(const Call& call, const std::string& name, std::size_t longest);
// The route's {id}: a UUID in lower case, or what nobody has.
std::string idOf(const Call& call);

}  // namespace verdesk::backend::api
