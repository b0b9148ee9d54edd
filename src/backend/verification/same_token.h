#pragma once
// A token that was handed in before. A provider takes a one-time token once, and keeps its answer under the key that
// it first came with: whoever asks for that answer has to ask under that key.

#include "backend/store/rows.h"
#include "backend/store/transaction.h"
#include "providers/provider.h"

#include <set>
#include <string>

namespace verdesk::backend {

struct HandedInToken {
    const providers::Provider* provider = nullptr;
    std::string account;
    std::string normal;  // its one form
    std::string digest;  // by which it is known
};

struct EnteredToken {
    store::JournalRow entry;      // under which the call is made
    bool carriedOn = false;       // it may have been made before
    VerificationId earlier = {};  // that had the token before; empty where none had
};

// Writes the act's entry into the journal, before its call is made. Where nobody has taken the answer to the same token
// (it never came, or came to a verification that had ended without it), that entry is carried on instead, for this
// verification and under its first key. Where the answer was taken, or is older than any provider promises to keep it,
// the act has a key of its own: what a second use is worth is the provider's to say, as some tokens may be used often.
//
// Throws ProblemError where the token is being checked for another verification. `underWay`: those whose calls run in
// this process, whatever has become of them. Other replicas that ask for the same token wait until the transaction's
// end.
EnteredToken enterToken(store::Transaction& t, const HandedInToken& token, const store::JournalRow& act,
                        const std::set<VerificationId>& underWay);

}  // namespace verdesk::backend
