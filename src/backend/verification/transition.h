#pragma once
// What may happen to a verification, as one pure function: the row as it is, what happened, and the row as it is then
// with the event that says so. The state machine of the backend; sockets, store and clock are somewhere else.

#include "backend/store/rows.h"
#include "providers/provider.h"

#include <optional>
#include <string>
#include <variant>

namespace verdesk::backend {

// The provider opened a session.
struct HasBegun {
    providers::Begun begun;
};
// It gave a fresh page for the session that there is. The deadline stays.
struct HasRenewed {
    providers::Begun begun;
};
// Staff handed in a token (or another end that a call has to settle).
struct IsBeingVerified {
    std::optional<Instant> deadline;  // by when that has to be settled, where there is such a moment
};
// The provider answered: by our own call, or by a webhook.
struct HasProgress {
    providers::Progress progress;
    claims::Channel channel = claims::Channel::unknown;
    bool authenticated = true;
};
// It told something of it that is remembered for the next question (providers::News).
struct HasHeard {
    std::string word;
};
// A call failed for good.
struct HasFailed {
    Failure failure = Failure::unknown;
    std::string providerCode = {};  // the provider's own word for it, where it has one
};
// The deadline passed, the provider was asked once more and did not say otherwise (or not at all for 30 s).
struct HasExpired {};
struct IsCancelled {};
// What was handed in was no end of this verification: it waits as it did before.
struct WasDropped {
    State before = State::awaiting;
    std::optional<Instant> deadline;
};
// A document that had to be fetched was, and has this id from now on.
struct HasDocument {
    std::string path;
    claims::Document document;
};
// It will not be there. `why`: "withdrawn", "refused_address", "refused_type", "refused_access", "too_long",
// "unreachable", ...
struct LacksDocument {
    std::string path;
    std::string why;
};
using Happening = std::variant<HasBegun, HasRenewed, IsBeingVerified, HasProgress, HasHeard, HasFailed, HasExpired,
                               IsCancelled, WasDropped, HasDocument, LacksDocument>;

struct Transition {
    store::VerificationRow row;
    bool changed = false;        // false: nothing to write
    std::string_view eventType;  // of event_types.h, where changed
    bool reopens = false;        // it got worse, and worse than `pass`: a closed case must be opened again
    bool taken = false;          // the answer's claims are the row's now: its documents are to be kept
    std::string ignored;         // with verification.answer_ignored and .verdict_worsened: the state that was not taken
};

// A final state never changes; the verdict beside it may get worse. An answer after a final one keeps its alarms (what
// it positively says against the customer), not its claims; a reason that was not known before counts as worse, too.
// Where the verification was completed and got worse by it, the claims that say so stand before the others. What
// belongs to an erased case changes no more. When the next poll is due is the scheduler's matter: a final state clears
// it, nothing here sets it.
Transition apply(store::VerificationRow row, const Happening& happening, Instant now);

// Why a document is not there that the flow does not keep. It was given all the same: its claim proves what it proves.
inline constexpr const char* notKeptByFlow = "flow";
// Says in a claim why its document is not there, and, unless that is `notKeptByFlow`, that it proves nothing any more:
// its status is `missing`. A document that the provider withdrew is marked `withdrawn`.
void markMissing(claims::Claim& claim, const std::string& why);
// Whether the claim is a document that may still come.
bool waitsForDocument(const claims::Claim& claim);
// Judges a completed verification by its claims as they are now, as of the day when it was completed. True where the
// verdict got worse than it was and than `pass`.
bool judgeAgain(store::VerificationRow& row);

// Whether a pushed answer holds everything that the flow asked for, so that it may stand as the result by itself. One
// that holds less is only a reason to ask the provider.
bool answersAll(const providers::Progress& progress, const store::VerificationRow& row);

}  // namespace verdesk::backend
