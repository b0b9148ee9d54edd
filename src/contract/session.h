#pragma once
// Who sits at the counter, what the institution is like, and which flows it offers.

#include "contract/form.h"
#include "contract/id.h"
#include "contract/launch.h"

#include <string>
#include <vector>

namespace verdesk {

enum class Role { unknown, teller, officer, admin };
constexpr std::array<Word<Role>, 4> wordsOf(Role) {
    return {{{Role::unknown, "unknown"}, {Role::teller, "teller"}, {Role::officer, "officer"}, {Role::admin, "admin"}}};
}

// Whose world a result comes from; shown for ever.
enum class Environment { unknown, practice, sandbox, live };
constexpr std::array<Word<Environment>, 4> wordsOf(Environment) {
    return {{{Environment::unknown, "unknown"},
             {Environment::practice, "practice"},
             {Environment::sandbox, "sandbox"},
             {Environment::live, "live"}}};
}

// POST /sessions
struct SignIn {
    std::string method = "password";
    std::string name;
    std::string password;
    std::string counter;      // the counter's own name, from the desk's settings
    std::string branch;       // empty: the person's first branch
    std::string deskVersion;  // "1.2.3"
};
nlohmann::json toJson(const SignIn& signIn);
SignIn signInFrom(const JsonReader& reader);

struct Staff {
    StaffId id;
    std::string name;  // what they sign in with
    std::string displayName;
    Role role = Role::unknown;
    std::vector<std::string> branches;
    bool operator==(const Staff&) const = default;
};
nlohmann::json toJson(const Staff& staff);
Staff staffFrom(const JsonReader& reader);

struct Purpose {
    std::string id;
    Localized title;
    bool operator==(const Purpose&) const = default;
};

// The consent text that the teller reads to the customer, and the sentence that the teller attests.
struct Wording {
    std::string version;
    Localized text;
    bool operator==(const Wording&) const = default;
};

struct Institution {
    std::string name;
    std::string accent;            // "#RRGGBB", or empty for the product's own
    std::string referencePattern;  // regular expression, anchored at both ends
    std::string referenceExample;
    std::vector<Purpose> purposes;
    std::vector<std::string> languages;  // in which the consent text exists
    Wording consent;
    Wording attestation;
    bool operator==(const Institution&) const = default;
};

// GET /me
struct Me {
    Staff staff;
    std::string branch;  // the one this session works in
    std::string branchName;
    std::string counter;
    Institution institution;
    Environment environment = Environment::unknown;  // `practice` marks every page
    std::int64_t cursor = 0;                         // where the change feed starts
    std::int64_t idleLockSeconds = 0;
    std::int64_t hideClaimsSeconds = 0;
    std::string phoneUrl;  // practice mode: the customer's phone
    // The origin that is registered with the providers: pages that carry a widget are loaded as if they came from it.
    std::string publicOrigin;
    // Chromium's version that an embedded browser must have at least, "102" or "102.0.5005.177"; empty: any.
    std::string minimumEngine;
    bool operator==(const Me&) const = default;
};
nlohmann::json toJson(const Me& me);
Me meFrom(const JsonReader& reader);

// The answer to POST /sessions. The token is a secret: memory only, never printed.
struct SignedIn {
    std::string token;
    Instant expiresAt{};
    Me me;
};
nlohmann::json toJson(const SignedIn& signedIn);
SignedIn signedInFrom(const JsonReader& reader);

enum class Answering { unknown, answering, slow, down };
constexpr std::array<Word<Answering>, 4> wordsOf(Answering) {
    return {{{Answering::unknown, "unknown"},
             {Answering::answering, "answering"},
             {Answering::slow, "slow"},
             {Answering::down, "down"}}};
}

// GET /flows: one card each.
struct Flow {
    std::string id;
    Localized title;
    Localized description;
    std::string provider;  // its display name
    std::string account;
    Environment environment = Environment::unknown;
    std::vector<LaunchKind> launches;  // offered, first is the usual one
    std::vector<std::string> asks;     // claim names
    std::int64_t usualSeconds = 0;     // how long it usually takes; 0: unknown
    Answering answering = Answering::unknown;
    std::string fallback;       // the flow to offer where this one cannot be used; empty where there is none
    std::vector<Form> forms{};  // that staff may fill in before the start
    bool participants = false;  // further people may be added to a check that runs
    bool needsKnown = false;    // only for a customer whom the account knows: see Case::knownAt
    bool operator==(const Flow&) const = default;
};
nlohmann::json toJson(const Flow& flow);
Flow flowFrom(const JsonReader& reader);

}  // namespace verdesk
