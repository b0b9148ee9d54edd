#pragma once
// What the answers of all providers have in common: texts cut to what fits on a page, statuses that mean the same
// everywhere, and a body that is not as documented.

#include "contract/json_reader.h"
#include "contract/json_text.h"
#include "exchange/http_message.h"
#include "providers/provider.h"

#include <string>
#include <string_view>
#include <vector>

namespace verdesk::providers {

// One line of printable text in UTF-8, cut at whole characters to at most `size` bytes. What is no UTF-8 becomes "?".
std::string oneLine(std::string_view text, std::size_t size);

// The text without any of these, e.g. a key that the provider repeats in an error.
std::string without(std::string text, const std::vector<std::string_view>& hide);

// The document with "..." in place of what opens something: the value of every member, at any depth, whose name has
// "token" (but for the token's type), "secret" or "password" in it, or is "code"; and of what is nested more than 32
// deep.
nlohmann::json blanked(nlohmann::json document);

// What an answer without success means: 429 is a provider that takes no more calls now, 4xx a request that was refused.
Failure failureOf(int status);

bool isSuccess(const HttpReply& reply);

// What asking gives. Where no answer came, or one that makes no sense, the attempt is left in that state, to be asked
// about again: an end that was seen once would otherwise be lost by a fault of the moment. Any other error is one.
Exchange<Progress> orAgainLater(Exchange<Progress> asking, State meanwhile);

// A value of unknown meaning, as it would be written; nested ones only verbatim.
claims::Value verbatimValue(const nlohmann::json& value);

// YYYY-MM-DD, alone or at the beginning of a date and time, of a day that exists. Nothing otherwise.
std::optional<claims::Date> dateFrom(std::string_view text);

// What `read` gives. A member of the answer `raw` that is not as documented becomes a ProviderError that names it.
template <class Read>
auto asDocumented(const std::string& provider, const std::string& raw, Read read) {
    try {
        return read();
    } catch (const MemberError& error) {
        throw ProviderError{Failure::providerBroken,
                            provider + "'s answer is not as documented: " +
                                (error.member().empty() ? error.problem() : error.member() + " " + error.problem()),
                            raw};
    }
}

// Parses the body and hands it to `read`. What is wrong with it becomes a ProviderError that names the member.
template <class Read>
auto readBody(const std::string& provider, const HttpReply& reply, Read read) {
    return asDocumented(provider, reply.body, [&] { return read(parseOutside(reply.body)); });
}

}  // namespace verdesk::providers
