#pragma once
// The inbox of authenticated webhooks.

#include "backend/store/rows.h"
#include "backend/store/transaction.h"

namespace verdesk::backend::store::tables {

// When the same words, or the same event id, are another message and no replay.
enum class SaidAgain {
    never,
    afterABeginning,     // a verification of the account began since: the same person may come again
    afterItWasWorkedOff  // whatever the first one led to is done: all that it asks for is a look
};
// False where the digest is there already: a replay. The digest belongs to the newest copy.
bool insertHook(Transaction& t, const HookRow& row, SaidAgain counts = SaidAgain::never);
bool isKnownHook(Reading& r, const std::string& digest);
std::vector<HookRow> waitingHooks(Reading& r,
                                  int limit);  // state received, oldest first
// Keeps one that is still waiting for a person who knows whose it is. False where it waits no more: another replica
// has dealt with it meanwhile.
bool keepUnmatched(Transaction& t, const std::string& id);
std::optional<HookRow> findHook(Reading& r, const std::string& id);
// Newest first, those after `last` (of an earlier answer) where it is given.
struct HookPlace {
    Instant receivedAt{};
    std::string id;
};
std::vector<HookRow> unmatchedHooks(Reading& r, int limit, const std::optional<HookPlace>& last = {});
// Ends what was worked off, what a person decided about, or nobody in time. What it said is gone from here: it stands
// with its verification now, or nowhere. The digest stays. `note`: why, sealed; may be empty.
void putAwayHook(Transaction& t, const std::string& id, HookState state, const VerificationId& verification,
                 const std::string& note);
struct AgedHook {
    std::string id;
    std::string account;
};
std::vector<AgedHook> unmatchedBefore(Reading& r, Instant before, int limit);
std::int64_t countHooks(Reading& r, HookState state);
// Forgets those that were put away and are older than any sender's longest retry (14 days).
int dropHooks(Transaction& t, Instant before);

}  // namespace verdesk::backend::store::tables
