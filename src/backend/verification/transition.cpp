#include "backend/verification/transition.h"

#include "backend/events/event_types.h"
#include "backend/verification/later_answer.h"
#include "claims/verdict.h"
#include "providers/answer.h"

#include <algorithm>

namespace verdesk::backend {
namespace {

using claims::Decline;
using claims::Verdict;
using store::VerificationRow;

Transition unchanged(VerificationRow row) {
    return {std::move(row), false, {}, false, false, {}};
}

Transition changed(VerificationRow row, std::string_view type) {
    return {std::move(row), true, type, false, false, {}};
}

// Only what a provider may say; anything else is no answer.
bool isAnswer(State state) {
    return state == State::completed || state == State::declined || state == State::expired ||
           state == State::cancelled;
}

claims::Evidence evidenceOf(const HasProgress& happening, const VerificationRow& row, Instant now) {
    claims::Evidence evidence;
    evidence.claims = happening.progress.claims;
    evidence.asked = row.details.asks;
    if (stateOf(happening.progress) == State::declined) {
        evidence.decline = happening.progress.decline.value_or(Decline::unknown);
    }
    evidence.delivered = stateOf(happening.progress) == State::completed;
    evidence.authenticated = happening.authenticated;
    evidence.today = dateOf(now);
    return evidence;
}

// True where the verdict got worse than it was and than `pass`.
bool worsen(VerificationRow& row, const claims::Judgement& judgement) {
    const auto before = row.verdict;
    row.verdict = claims::worse(before, judgement.verdict);
    for (const auto& reason : judgement.reasons) {
        auto& known = row.details.reasons;
        if (std::find(known.begin(), known.end(), reason) == known.end()) {
            known.push_back(reason);
        }
    }
    return row.verdict > before && row.verdict > Verdict::pass;
}

Proof proofOf(const HasProgress& happening, Instant now) {
    Proof proof;
    proof.channel = happening.channel;
    proof.isSigned = happening.channel == claims::Channel::webhook && happening.authenticated;
    proof.receivedAt = now;
    proof.verifiedAt = happening.progress.verifiedAt;
    return proof;
}

// Bytes of a provider's word in a column of its own.
constexpr std::size_t longestWord = 200;

// News of one attempt that are remembered; more is not what anybody means.
constexpr std::size_t mostHeard = 16;

// What staff filled in and the provider told is of no use any more; who the provider says it was, only where the claims
// are taken, too.
void end(VerificationRow& row, State state, Instant now) {
    row.state = state;
    row.endedAt = now;
    row.nextPollAt.reset();
    row.details.answers.clear();
    row.details.userAgent.clear();
    row.details.heard.clear();
    if (state != State::completed) {
        row.details.person.clear();
    }
}

// By what the provider knows the attempt and the customer, where the answer tells. True where that is news. An attempt
// that ended otherwise than well takes the customer as little as the claims.
bool learn(VerificationRow& row, const HasProgress& happening) {
    const auto& told = happening.progress;
    bool news = false;
    if (!happening.authenticated) {
        return false;
    }
    if (!told.providerKey.empty() && told.providerKey != row.providerKey) {
        row.providerKey = told.providerKey;
        news = true;
    }
    const bool takes = !isFinal(row.state) || (row.state == State::completed && row.details.person.empty());
    if (takes && !told.person.empty() && told.person != row.details.person) {
        row.details.person = told.person;
        news = true;
    }
    return news;
}

void decline(VerificationRow& row, Decline why) {
    row.decline = why;
    row.code = claims::infoOf(why).code;
}

std::string_view eventOf(State state) {
    switch (state) {
        case State::completed:
            return event::verificationCompleted;
        case State::declined:
            return event::verificationDeclined;
        case State::expired:
            return event::verificationExpired;
        case State::cancelled:
            return event::verificationCancelled;
        case State::failed:
            return event::verificationFailed;
        case State::awaiting:
            return event::verificationAwaiting;
        default:
            return event::verificationVerifying;
    }
}

Transition firstAnswer(VerificationRow row, const HasProgress& happening, Instant now) {
    const auto state = stateOf(happening.progress);
    const auto judgement = claims::judge(evidenceOf(happening, row, now));
    const bool worsened = worsen(row, judgement);
    end(row, state, now);
    row.providerCode = providers::oneLine(happening.progress.providerCode, longestWord);
    row.details.proof = proofOf(happening, now);
    if (state == State::completed) {
        row.details.claims = providers::withMissing(happening.progress.claims, row.details.asks);
        if (const auto* tier = claims::find(row.details.claims, claims::name::tier)) {
            if (const auto* value = std::get_if<claims::Tier>(&tier->value)) {
                row.tier = providers::oneLine(value->value, longestWord);
            }
        }
        if (const auto* score = claims::find(row.details.claims, claims::name::score)) {
            if (const auto* value = std::get_if<claims::Score>(&score->value)) {
                row.score = value->value;
            }
        }
    } else if (state == State::declined) {
        decline(row, happening.progress.decline.value_or(Decline::unknown));
    } else if (state == State::expired) {
        decline(row, Decline::requestExpired);
    }
    auto transition = changed(std::move(row), eventOf(state));
    transition.reopens = worsened;
    transition.taken = state == State::completed;
    return transition;
}

// Not taken, so that what it leaves out says nothing; what it says against the customer counts, and so does what it
// corrects.
Transition laterAnswer(VerificationRow row, const HasProgress& happening, Instant now) {
    const bool same = saysTheSame(row, happening.progress);
    auto evidence = evidenceOf(happening, row, now);
    evidence.delivered = false;
    auto judgement = claims::judge(evidence);
    for (auto& change : changesIn(row, happening)) {
        judgement.verdict = claims::worse(judgement.verdict, Verdict::review);
        judgement.reasons.push_back(std::move(change));
    }
    const auto reasons = row.details.reasons.size();
    const bool isListed = row.state == State::completed && tellsOfAnotherListing(row, happening.progress.claims);
    const bool gotWorse = worsen(row, judgement);
    // As bad as before, and for another reason or by another list: whoever approved it did not know of that.
    const bool worsened = gotWorse || (judgement.verdict > Verdict::pass && judgement.verdict == row.verdict &&
                                       (isListed || row.details.reasons.size() > reasons));
    if (worsened && row.state == State::completed) {
        addAlarms(row, happening.progress.claims, judgement);
    }
    if (same && !worsened) {
        auto& proof = row.details.proof;
        if (!proof || proof->channel == happening.channel || proof->confirmedAt) {
            return unchanged(std::move(row));
        }
        proof->confirmedAt = now;
        proof->isSigned |= happening.channel == claims::Channel::webhook && happening.authenticated;
        return changed(std::move(row), event::verificationConfirmed);
    }
    auto transition =
        changed(std::move(row), worsened ? event::verificationWorsened : event::verificationAnswerIgnored);
    transition.reopens = worsened;
    transition.ignored = toWord(stateOf(happening.progress));
    return transition;
}

Transition on(VerificationRow row, const HasBegun& happening, Instant) {
    const bool known = !row.providerKey.empty() || !row.details.launches.empty();
    if (row.state == State::awaiting || (row.state == State::verifying && known)) {
        return unchanged(std::move(row));
    }
    if (isFinal(row.state)) {
        // Cancelled, say, while the call was under way. The key still tells whose a later webhook is.
        if (happening.begun.providerKey.empty() || !row.providerKey.empty()) {
            return unchanged(std::move(row));
        }
        row.providerKey = happening.begun.providerKey;
        auto transition = changed(std::move(row), event::verificationAnswerIgnored);
        transition.ignored = toWord(State::awaiting);
        return transition;
    }
    row.providerKey = happening.begun.providerKey;
    row.deadline = happening.begun.deadline;
    row.details.launches = happening.begun.launches;
    if (row.state == State::requesting) {
        row.state = State::awaiting;
    }
    const auto type = eventOf(row.state);
    return changed(std::move(row), type);
}

Transition on(VerificationRow row, const HasRenewed& happening, Instant) {
    const auto& key = happening.begun.providerKey;
    if (row.state != State::awaiting) {  // it went on while the provider was asked
        if (key.empty() || key == row.providerKey) {
            return unchanged(std::move(row));
        }
        row.details.formerKeys.push_back(key);  // nobody opens it; it is deleted with the others
        auto transition = changed(std::move(row), event::verificationAnswerIgnored);
        transition.ignored = toWord(State::awaiting);
        return transition;
    }
    if (!key.empty() && key != row.providerKey) {
        if (!row.providerKey.empty()) {
            row.details.formerKeys.push_back(row.providerKey);
        }
        row.providerKey = key;
    }
    row.details.launches = happening.begun.launches;
    return changed(std::move(row), event::verificationRenewed);
}

Transition on(VerificationRow row, const IsBeingVerified& happening, Instant) {
    if (row.state != State::requesting && row.state != State::awaiting) {
        return unchanged(std::move(row));
    }
    row.state = State::verifying;
    if (happening.deadline) {
        row.deadline = happening.deadline;
    }
    return changed(std::move(row), event::verificationVerifying);
}

Transition on(VerificationRow row, const HasProgress& happening, Instant now) {
    const auto state = stateOf(happening.progress);
    const bool news = learn(row, happening);
    if (isAnswer(state)) {
        auto answered = isFinal(row.state) ? laterAnswer(std::move(row), happening, now)
                                           : firstAnswer(std::move(row), happening, now);
        return news && !answered.changed ? changed(std::move(answered.row), event::verificationIdentified) : answered;
    }
    if (state == State::verifying && row.state == State::awaiting) {
        row.state = State::verifying;
        return changed(std::move(row), event::verificationVerifying);
    }
    return news ? changed(std::move(row), event::verificationIdentified) : unchanged(std::move(row));
}

Transition on(VerificationRow row, const HasHeard& happening, Instant) {
    auto& heard = row.details.heard;
    if (isFinal(row.state) || std::find(heard.begin(), heard.end(), happening.word) != heard.end()) {
        return unchanged(std::move(row));
    }
    if (heard.size() == mostHeard) {
        heard.erase(heard.begin());
    }
    heard.push_back(happening.word);
    return changed(std::move(row), event::verificationHeard);
}

Transition on(VerificationRow row, const HasFailed& happening, Instant now) {
    if (isFinal(row.state)) {
        return unchanged(std::move(row));
    }
    end(row, State::failed, now);
    row.failure = happening.failure;
    row.providerCode = providers::oneLine(happening.providerCode, longestWord);
    row.code = codeOf(happening.failure);
    return changed(std::move(row), event::verificationFailed);
}

Transition on(VerificationRow row, const HasExpired&, Instant now) {
    if (isFinal(row.state)) {
        return unchanged(std::move(row));
    }
    end(row, State::expired, now);
    decline(row, Decline::requestExpired);
    return changed(std::move(row), event::verificationExpired);
}

Transition on(VerificationRow row, const IsCancelled&, Instant now) {
    if (isFinal(row.state)) {
        return unchanged(std::move(row));
    }
    end(row, State::cancelled, now);
    return changed(std::move(row), event::verificationCancelled);
}

Transition on(VerificationRow row, const WasDropped& happening, Instant) {
    if (row.state != State::verifying || happening.before != State::awaiting) {
        return unchanged(std::move(row));
    }
    row.state = State::awaiting;
    row.deadline = happening.deadline;
    return changed(std::move(row), event::verificationAwaiting);
}

// The claim of that path whose document is not there yet, or null.
claims::Claim* waitingFor(VerificationRow& row, const std::string& path) {
    for (auto& claim : row.details.claims) {
        if (waitsForDocument(claim) && claim.path == path) {
            return &claim;
        }
    }
    return nullptr;
}

// These change no state, and come after the end as a rule.
Transition on(VerificationRow row, const HasDocument& happening, Instant) {
    auto* claim = waitingFor(row, happening.path);
    if (claim == nullptr) {
        return unchanged(std::move(row));
    }
    claim->value = happening.document;
    return changed(std::move(row), event::verificationDocumentKept);
}

Transition on(VerificationRow row, const LacksDocument& happening, Instant) {
    auto* claim = waitingFor(row, happening.path);
    if (claim == nullptr) {
        return unchanged(std::move(row));
    }
    markMissing(*claim, happening.why);
    const bool worsened = judgeAgain(row);
    auto transition = changed(std::move(row), event::verificationDocumentMissing);
    transition.reopens = worsened;
    return transition;
}

bool isNotKept(const claims::Claim& claim) {
    return std::holds_alternative<claims::Document>(claim.value) && claim.status == claims::Status::missing &&
           claim.verbatim.is_object() && claim.verbatim.contains("not_kept");
}

}  // namespace

bool judgeAgain(VerificationRow& row) {
    if (row.state != State::completed) {
        return false;
    }
    claims::Evidence evidence;
    evidence.claims = row.details.claims;
    // Of two claims of a name the first counts: none that we failed to keep is outshone by another that is there.
    std::stable_partition(evidence.claims.begin(), evidence.claims.end(), isNotKept);
    evidence.asked = row.details.asks;
    evidence.delivered = true;
    evidence.authenticated = true;  // where it was not, that is among the reasons already
    evidence.today = dateOf(row.endedAt.value_or(row.startedAt));
    return worsen(row, claims::judge(evidence));
}

void markMissing(claims::Claim& claim, const std::string& why) {
    if (why != notKeptByFlow) {
        claim.status = claims::Status::missing;
    }
    if (!claim.verbatim.is_object()) {
        auto wrapped = nlohmann::json::object();
        if (!claim.verbatim.is_null()) {
            wrapped["value"] = std::move(claim.verbatim);
        }
        claim.verbatim = std::move(wrapped);
    }
    if (why == "withdrawn") {
        claim.verbatim["withdrawn"] = true;
    } else {
        claim.verbatim["not_kept"] = why;
    }
}

bool waitsForDocument(const claims::Claim& claim) {
    const auto* document = std::get_if<claims::Document>(&claim.value);
    const bool isGivenUp = claim.verbatim.is_object() && claim.verbatim.contains("not_kept");
    return document != nullptr && document->evidence.empty() && claim.status != claims::Status::missing && !isGivenUp;
}

Transition apply(VerificationRow row, const Happening& happening, Instant now) {
    if (row.erased) {
        return unchanged(std::move(row));
    }
    return std::visit([&](const auto& what) { return on(std::move(row), what, now); }, happening);
}

bool answersAll(const providers::Progress& progress, const VerificationRow& row) {
    if (stateOf(progress) != State::completed) {
        return isAnswer(stateOf(progress));
    }
    const auto* sanctions = claims::find(progress.claims, claims::name::sanctionsClear);
    if (sanctions != nullptr && sanctions->value == claims::Value{claims::Flag{false}}) {
        return true;  // nothing that is still missing could make this better
    }
    return !progress.claims.empty() &&
           std::all_of(row.details.asks.begin(), row.details.asks.end(), [&](const std::string& asked) {
               const auto* claim = claims::find(progress.claims, asked);
               return claim != nullptr && claim->status != claims::Status::missing;
           });
}

}  // namespace verdesk::backend
