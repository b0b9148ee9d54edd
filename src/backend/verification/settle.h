#pragma once
// A happening, written: the transition on the newest row, the case's verdict, and the events that say so, all in the
// one transaction that it is called in.

#include "backend/store/transaction.h"
#include "backend/verification/transition.h"

#include <optional>
#include <string>

namespace verdesk::backend {

// What a provider really said, kept sealed for support. An empty body is not kept.
struct Raw {
    std::string what;  // "begin", "poll", "verify", "webhook", "failure"
    std::string body;
};

struct Deed {
    VerificationId id;
    Happening happening;
    Instant at{};
    std::string actor;    // a staff id, "system" or "provider:passid"
    std::string counter;  // empty where nobody sat at one
    Raw raw;
    VerificationId earlier;  // that the same token was handed in for before; stands in the event
};

struct Settled {
    std::optional<store::VerificationRow> row;  // as it is now; nothing where there is no such verification
    bool changed = false;
    bool fetches = false;  // documents were noted that are to be fetched
};

Settled settle(store::Transaction& t, const Deed& deed);

// By when somebody must have looked after an open verification; who does so moves it on. What it is then due for is a
// matter of whoever finds it: another replica, or this one after a restart.
inline constexpr std::chrono::seconds looksAfterItself{60};

}  // namespace verdesk::backend
