#pragma once
// The way to Authenteq's pages and back, with a state that nobody can guess: the return belongs to the attempt whose
// provider key is the SHA-256 of it.

#include "contract/launch.h"
#include "providers/authenteq/settings.h"
#include "providers/provider.h"

#include <string>
#include <variant>

namespace verdesk::providers::authenteq {

// Hexadecimal SHA-256. Comparing digests tells nothing about the state, however long the comparison takes.
std::string keyOfState(const std::string& state);
// Of the state in a return's address; empty where it has none, or two.
std::string keyOfReturn(const std::string& url);

// Throws ProviderError(configuration) where customers' browsers could not be sent back there: it has to be https, or
// this machine.
void requireReturnUrl(const std::string& returnUrl);

std::string backUrlOf(const std::string& returnUrl, const std::string& state);

// The launch around an address of Authenteq's. A customer may open it on a phone if the phone can come back. `backUrl`:
// empty where Authenteq was told of none.
Launch launchTo(const AccountSettings& settings, const std::string& url, const std::string& returnUrl,
                const std::string& backUrl);

// What a browser came back with.
struct Foreign {
    const char* why;  // says nothing of what came
};
struct WentBack {};
struct Refused {
    std::string word;  // the provider's, or ours where it gave none
};
struct Code {
    std::string code;
    std::string state;
};
using Returned = std::variant<Foreign, WentBack, Refused, Code>;

// `providerKey`: the attempt's. The address before the query has to be the registered one, character by character.
Returned readReturn(const std::string& url, const std::string& returnUrl, const std::string& providerKey);

}  // namespace verdesk::providers::authenteq
