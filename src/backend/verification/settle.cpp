#include "backend/verification/settle.h"

#include "backend/events/build.h"
#include "backend/events/event_types.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/subjects.h"
#include "backend/store/tables/verifications.h"
#include "backend/verification/evidence.h"
#include "crypto/random.h"

#include <algorithm>
#include <stdexcept>

namespace verdesk::backend {

namespace tables = store::tables;

namespace {

void keep(store::Transaction& t, const store::VerificationRow& row, const Deed& deed) {
    if (deed.raw.body.empty() || row.erased) {
        return;
    }
    tables::insert(
        t, store::RawAnswerRow{crypto::uuid7(deed.at), row.id, row.caseId, deed.raw.what, deed.raw.body, deed.at});
}

// Nothing to ask by and no deadline: only a person or a token ends it.
bool waitsForPeople(const store::VerificationRow& row) {
    return row.state == State::awaiting && row.providerKey.empty() && !row.deadline;
}

// What was found by likeness, and is another attempt's.
bool isAnothers(store::Transaction& t, const store::VerificationRow& row, const Deed& deed) {
    const auto* happening = std::get_if<HasProgress>(&deed.happening);
    if (happening == nullptr || !happening->progress.byLikeness) {
        return false;
    }
    const auto holders = tables::findByProviderKey(t, row.account, happening->progress.providerKey);
    return std::any_of(holders.begin(), holders.end(), [&](const auto& each) { return each.id != row.id; });
}

// A case is as bad as the worst that was ever known in it.
store::CaseRow touchCase(store::Transaction& t, const store::VerificationRow& row, bool reopens, Instant at,
                         bool& reopened) {
    auto found = tables::findCase(t, row.caseId);
    if (!found) {
        throw std::logic_error{"a verification without its case"};
    }
    found->verdict = claims::worse(found->verdict, row.verdict);
    found->updatedAt = at;
    reopened = reopens && found->state == CaseState::closed;
    if (reopened) {
        found->state = CaseState::open;
    }
    tables::update(t, *found);
    return *found;
}

}  // namespace

Settled settle(store::Transaction& t, const Deed& deed) {
    auto found = tables::findVerification(t, deed.id);
    if (!found) {
        return {};
    }
    if (isAnothers(t, *found, deed)) {
        return {std::move(*found), false, false};
    }
    const auto keyBefore = found->providerKey;
    auto next = apply(std::move(*found), deed.happening, deed.at);
    keep(t, next.row, deed);
    if (!next.changed) {
        return {std::move(next.row), false, false};
    }
    auto& row = next.row;
    if (!isFinal(row.state)) {
        row.nextPollAt = waitsForPeople(row) ? std::nullopt : std::optional{deed.at + looksAfterItself};
    }
    bool fetches = false;
    if (next.taken) {
        const auto& progress = std::get<HasProgress>(deed.happening).progress;
        keepDocuments(t, row, progress, deed.at);
        next.reopens = judgeAgain(row) || next.reopens;
        fetches = !progress.toFetch.empty();
    }
    tables::update(t, row);
    bool reopened = false;
    const auto owner = touchCase(t, row, next.reopens, deed.at, reopened);
    if (row.state == State::completed && !row.details.person.empty()) {
        tables::linkSubject(t, row, owner.reference, deed.at);
    }
    const Actor actor{deed.actor, deed.counter, row.branch};
    auto event = event::ofVerification(next.eventType, row, owner.verdict, tables::evidenceDigest(t, row), actor,
                                       deed.at, newEventId(deed.at));
    if (!next.ignored.empty()) {
        event.data["ignored"] = next.ignored;
    }
    if (row.providerKey != keyBefore) {
        event.data["provider_key"] = tables::providerKeyDigest(t, row);
    }
    if (!deed.earlier.empty()) {
        event.data["earlier"] = deed.earlier.value;
    }
    t.append(std::move(event));
    if (reopened) {
        t.append(event::ofCaseReopened(owner, actor, deed.at, newEventId(deed.at)));
    }
    return {std::move(row), true, fetches};
}

}  // namespace verdesk::backend
