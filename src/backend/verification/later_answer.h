#pragma once
// What a later answer says beside the one that was taken: the same, something against the customer, or a correction.

#include "backend/verification/transition.h"

#include <vector>

namespace verdesk::backend {

// A completed answer that also says no is a no.
State stateOf(const providers::Progress& progress);

// Whether a later answer says what the first one said: it contradicts nothing, and is not about something else
// altogether. Either may hold more than the other: webhooks and polls do not carry the same claims.
bool saysTheSame(const store::VerificationRow& row, const providers::Progress& later);

// What a later answer says against the customer stands before what they were accepted by: of two claims of a name the
// first counts, and the same answer once more is then no other one.
void addAlarms(store::VerificationRow& row, const std::vector<claims::Claim>& later,
               const claims::Judgement& judgement);

// An entry of a watch list that was not known of.
bool tellsOfAnotherListing(const store::VerificationRow& row, const std::vector<claims::Claim>& later);

// What was proven of the customer and is told otherwise now. Of what stands there several times nothing is said.
std::vector<claims::Reason> changesIn(const store::VerificationRow& row, const HasProgress& happening);

}  // namespace verdesk::backend
