#pragma once
// Part of VerificationEngine: a webhook while it is worked off. For inbox.cpp and unmatched.cpp.

#include "backend/verification/engine.h"

namespace verdesk::backend {

// A webhook that was read.
struct VerificationEngine::Push {
    store::HookRow hook;
    std::string provider;  // the id
    std::string eventId;   // the sender's
    std::string key;       // the provider's, of the session
    std::string token;     // digest
    std::string news;      // a word to remember with the open ones whose key begins with `key`; empty: none
    std::optional<HasProgress> progress;
    bool says = true;        // something about a verification; an outcome, say, does not
    bool authentic = true;   // false: its account was taken away or its secret was
    bool refuses = false;    // a signed refusal: whoever it is about, it must not get lost
    bool patient = false;    // its session may be known in a moment
    bool wakes = false;      // it is no result that names a session, and there are some that it may be about
    bool askable = true;     // its provider can be asked about a session
    bool elsewhere = false;  // other replicas may have such sessions
};

// What came of it.
struct VerificationEngine::Worked {
    // For each verification that it is about.
    struct Touched {
        store::VerificationRow row;
        bool settled = false;  // by this webhook
        bool fetches = false;  // documents are to be fetched
        bool ask = false;      // it says less than the provider knows
    };
    std::vector<Touched> touched;
    bool wakes = false;     // as above, looked up in the store as well
    bool deferred = false;  // not worked off
    // What it says of an ended one has to be asked for: it waits in the inbox until there is an answer, over restarts.
    std::vector<VerificationId> late;
};

}  // namespace verdesk::backend
