#pragma once
// What every answer of PASSID has in common: an optional wrapping in "data", error texts of several forms, statuses
// that mean the same for every call, and a version header.

#include "exchange/http_message.h"
#include "providers/provider.h"

#include <string>
#include <string_view>
#include <vector>

namespace verdesk::providers::passid {

// "data" where the document is wrapped in it, else the document itself. Throws MemberError where it is no object.
JsonReader payloadOf(const nlohmann::json& document);

// The first of error (a text, or an object with a code), message, detail and errors that says something. On one line,
// at most 200 bytes.
std::string errorTextOf(const nlohmann::json& document);

// One line of printable text, cut at whole characters to at most `size` bytes.
std::string oneLine(std::string_view text, std::size_t size);

// Throws the ProviderError that the status stands for, unless it is a success. `hide`: texts that must not show in the
// error, such as the key, even if PASSID repeats them.
void requireSuccess(const HttpReply& reply, const std::vector<std::string_view>& hide);

// Parses the body and hands it to `read`. What is wrong with it becomes a ProviderError that names the member.
template <class Read>
auto readBody(const HttpReply& reply, Read read) {
    try {
        return read(parseJson(reply.body));
    } catch (const MemberError& error) {
        throw ProviderError{Failure::providerBroken,
                            "PASSID's answer is not as documented: " +
                                (error.member().empty() ? error.problem() : error.member() + " " + error.problem()),
                            reply.body};
    }
}

// What to tell whoever runs Verdesk: a version other than the one that this was written for.
std::vector<std::string> warningsOf(const HttpReply& reply);

}  // namespace verdesk::providers::passid
