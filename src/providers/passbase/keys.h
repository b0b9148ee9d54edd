#pragma once
// By what an attempt is known. Passbase has no session before the customer is done: until their identity is there the
// attempt has a key of ours that says what is looked for, and from then on the identity's id.
//
// These keys stand in the clear in the store. What they hold of a person is a code under the account's secret key, so
// that nobody can try addresses against it.

#include "providers/provider.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace verdesk::providers::passbase {

// "verification:ID:SINCE:EMAIL", or with ":NAMED" behind it: an identity that is not there yet.
struct Sought {
    std::string verification;
    std::int64_t since = 0;  // Unix seconds: when it began
    std::string email;       // a code of the address; empty: none is known
    std::string named = {};  // the identity that the page said it is, while that was not answered for; empty: none
};

// "authentication:PERSON:ID:UPDATED:CONTENT:SINCE": a sign of life of one that is.
struct Awaited {
    std::string verification;
    std::string person;        // the identity's id
    std::int64_t updated = 0;  // Unix seconds: when it was last changed before
    std::string content;       // a code of everything else that stood there
    std::int64_t since = 0;    // Unix seconds: when the check began
};

struct Known {
    std::string identity;
};

using Key = std::variant<Sought, Awaited, Known>;

std::string textOf(const Sought& sought);
std::string textOf(const Awaited& awaited);
// How the keys of all begin that await this person.
std::string beginningOf(const std::string& person);
Key keyFrom(const std::string& providerKey);

// A code of the text, of 128 bits, with the newest secret key.
std::string codeOf(const Account& account, std::string_view use, std::string_view text);
// Whether it is one of this text, with any of the secret keys.
bool isCodeOf(const std::string& code, const Account& account, std::string_view use, std::string_view text);

std::int64_t secondsOf(Instant instant);

}  // namespace verdesk::providers::passbase
