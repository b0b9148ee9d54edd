#pragma once
// Exchanging the master key. The store's own key and every case's key, which the one before wraps, are wrapped by
// today's instead; nothing that they seal is read. Each step is a transaction of its own, and may be the last for
// today: what is done is done, and whoever goes on finds the rest. Backends that know both keys may run meanwhile.
//
// The store's own key goes first, so that whoever knows the old key alone is refused at once; a mark in the store
// refuses whoever knows the new one alone, as long as there is something that it cannot open.

#include "backend/events/build.h"
#include "backend/store/transaction.h"

#include <optional>

namespace verdesk::backend::store {

// The store's own key, the mark, and the event that says so; nothing where that was done before.
void beginRotation(Transaction& t, const Actor& actor, Instant now);

struct Rewrapped {
    CaseId last;
    int keys = 0;  // fewer than the limit: there are no more
};
// The keys of some cases behind `after`.
Rewrapped rewrapSome(Transaction& t, const CaseId& after, int limit);

// Takes the mark away and says so in an event. False, and nothing done, where a key is left after all: of a case that
// somebody opened meanwhile who knows the old key alone.
bool endRotation(Transaction& t, const Actor& actor, Instant now);

// Keys of cases that the one before still wraps.
std::int64_t keysLeft(Reading& r);
// The version that an exchange that has not come to its end leads to.
std::optional<int> rotatingTo(Reading& r);

}  // namespace verdesk::backend::store
