#pragma once
// What every answer of PASSID has in common: an optional wrapping in "data", error texts of several forms, statuses
// that mean the same for every call, and a version header.

#include "providers/answer.h"

#include <string>
#include <string_view>
#include <vector>

namespace verdesk::providers::passid {

// "data" where the document is wrapped in it, else the document itself. Throws MemberError where it is no object.
JsonReader payloadOf(const nlohmann::json& document);

// The first of error (a text, or an object with a code), message, detail and errors that says something. On one line,
// at most 200 bytes.
std::string errorTextOf(const nlohmann::json& document);

// Throws the ProviderError that the status stands for, unless it is a success. `hide`: texts that must not show in the
// error, such as the key, even if PASSID repeats them.
void requireSuccess(const HttpReply& reply, const std::vector<std::string_view>& hide);

// As readBody of all providers, with PASSID's name.
template <class Read>
auto readBody(const HttpReply& reply, Read read) {
    return providers::readBody("PASSID", reply, std::move(read));
}

// What to tell whoever runs Verdesk: a version other than the one that this was written for.
std::vector<std::string> warningsOf(const HttpReply& reply);

}  // namespace verdesk::providers::passid
