#pragma once
// Which of the project's identities an attempt is about. Passbase has no question for that: the list is looked through.

#include "providers/passbase/keys.h"
#include "providers/passbase/settings.h"
#include "providers/provider.h"

#include <cstdint>
#include <string>

namespace verdesk::providers::passbase {

// How much earlier than the attempt an identity may seem to have been made: the clocks differ.
inline constexpr std::int64_t clocksDiffer = 60;  // seconds

enum class Belongs {
    no,
    perhaps,  // nothing speaks against it, and nothing for it
    yes       // by its metadata, or by the customer's address
};
// Tolerant: what cannot be read speaks for nothing.
Belongs belongs(const nlohmann::json& identity, const Account& account, const Sought& sought);

struct Found {
    std::string identity;     // empty: it is not there yet
    bool isNamed = false;     // by its metadata, not by the address alone
    bool isCutShort = false;  // there are more pages than are looked through
};
// The identity of this attempt that the customer sent in; of several the last one.
Exchange<Found> search(const Context& context, const AccountSettings& settings, const Sought& sought);

}  // namespace verdesk::providers::passbase
