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
    std::optional<HasProgress> progress;
    bool says = true;        // something about a verification; an outcome, say, does not
    bool authentic = true;   // false: its account was taken away or its secret was
    bool patient = false;    // its session may be known in a moment
    bool wakes = false;      // it names nothing, and there are sessions that it may be about
    bool askable = true;     // its provider can be asked about a session
    bool elsewhere = false;  // other replicas may have such sessions
};

// What came of it.
struct VerificationEngine::Worked {
    std::optional<store::VerificationRow> row;
    bool wakes = false;     // as above, looked up in the store as well
    bool settled = false;   // by this webhook
    bool fetches = false;   // documents are to be fetched
    bool ask = false;       // it says less than the provider knows
    bool deferred = false;  // not worked off
};

}  // namespace verdesk::backend
