#pragma once
// Why a verification ended without a proof, in words that know no provider, and what staff should do about it.

#include "claims/named.h"

#include <array>
#include <string_view>

namespace verdesk::claims {

enum class Decline {
    unknown,           // the provider refused in words that we do not know
    customerDeclined,  // the customer tapped "Decline"
    tokenNotFound,
    tokenExpired,
    tokenRevoked,
    tokenAlreadyUsed,
    wrongInstitution,  // the token was made for somebody else
    sanctionsMatch,    // a hard deny: never approve
    requestExpired     // the session's time ran out
};
constexpr std::array<Word<Decline>, 9> wordsOf(Decline) {
    return {{{Decline::unknown, "unknown"},
             {Decline::customerDeclined, "customer_declined"},
             {Decline::tokenNotFound, "token_not_found"},
             {Decline::tokenExpired, "token_expired"},
             {Decline::tokenRevoked, "token_revoked"},
             {Decline::tokenAlreadyUsed, "token_already_used"},
             {Decline::wrongInstitution, "wrong_institution"},
             {Decline::sanctionsMatch, "sanctions_match"},
             {Decline::requestExpired, "request_expired"}}};
}

// What to do next. The desk holds the sentences; this is what they must say.
enum class Advice {
    askAgain,        // the customer may agree after all: start again
    askForNewToken,  // the customer makes a fresh share in their wallet
    checkReading,    // read the token again, character by character, then ask for a new one
    checkOwnUse,     // was it we who used it, a moment ago? otherwise a fresh share
    letBe,           // the customer took it back: do not press them; another flow
    chooseUs,        // the customer makes a share for this institution; or another flow
    stop,            // this way is closed: another flow, or a colleague
    newCode,         // make a new code
    neverApprove     // stop the business, do not say why, compliance takes over
};
constexpr std::array<Word<Advice>, 9> wordsOf(Advice) {
    return {{{Advice::askAgain, "ask_again"},
             {Advice::askForNewToken, "ask_for_new_token"},
             {Advice::checkReading, "check_reading"},
             {Advice::checkOwnUse, "check_own_use"},
             {Advice::letBe, "let_be"},
             {Advice::chooseUs, "choose_us"},
             {Advice::stop, "stop"},
             {Advice::newCode, "new_code"},
             {Advice::neverApprove, "never_approve"}}};
}

struct DeclineInfo {
    Decline decline;
    std::string_view code;  // stable, printed on the page, explained in docs/failure-codes.md
    Advice advice;
    bool mayTryAgain;  // whether the page offers a new attempt in the same case
    bool isClosed;     // whether this way leads nowhere, so that another flow is the better next step
};

const DeclineInfo& infoOf(Decline decline);

}  // namespace verdesk::claims
