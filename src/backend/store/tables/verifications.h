#pragma once
// Verifications, the raw answers kept with them, and the journal of
// unrepeatable requests.

#include "backend/store/rows.h"
#include "backend/store/transaction.h"

#include <functional>

namespace verdesk::backend::store::tables {

void insert(Transaction& t, const VerificationRow& row);
void update(Transaction& t,
            const VerificationRow& row);  // everything but what never changes
                                          // (id, case, flow, account ...)
std::optional<VerificationRow> findVerification(Reading& r, const VerificationId& id);
std::vector<VerificationRow> verificationsOf(Reading& r,
                                             const CaseId& id);  // oldest first
// What a list shows of a verification: nothing that is sealed.
struct Run {
    CaseId caseId;
    std::string flow;
    State state = State::requesting;
    bool operator==(const Run&) const = default;
};
// Of all these cases at once, a case's own ones oldest first. Cheap: without opening anything sealed.
std::vector<Run> runsOf(Reading& r, const std::vector<CaseId>& cases);
// Those that are open; where none is, all that have ended, newest first: what the provider finds later is about each.
// At most 50.
std::vector<VerificationRow> findByProviderKey(Reading& r, const std::string& account, const std::string& key);
// Those that are open and whose key begins so, newest first. At most 50.
std::vector<VerificationRow> openByKeyBeginning(Reading& r, const std::string& account, const std::string& beginning);
// By the digest of a token that was handed in for it; see rememberToken.
std::optional<VerificationRow> findByToken(Reading& r, const std::string& account, const std::string& tokenDigest);
void rememberToken(Transaction& t, const std::string& account, const std::string& tokenDigest,
                   const VerificationId& id);
// Nobody else who asks for it goes on until the end of the batch: two replicas that find a token new would both be its
// first.
void lockToken(Transaction& t, const std::string& account, const std::string& tokenDigest);
// Not final, of that account, least recently polled first.
std::vector<VerificationRow> openOf(Reading& r, const std::string& account, int limit);
// Not final and due, soonest first: what the scheduler works on. Cheap: by
// index, without opening anything sealed.
struct Due {
    VerificationId id;
    std::string account;
    Instant at{};
};
std::vector<Due> dueVerifications(Reading& r, Instant until, int limit);
std::optional<Instant> nextDue(Reading& r);
// Moves the next poll without an event: when to ask is no change of state.
void schedule(Transaction& t, const VerificationId& id, std::optional<Instant> nextPollAt,
              std::optional<Instant> polledAt);
// A short lease, so that two replicas do not poll the same session: true if we
// have it.
bool lease(Transaction& t, const VerificationId& id, const std::string& holder, Instant now, Instant until);

void insert(Transaction& t, const RawAnswerRow& row);
std::vector<RawAnswerRow> rawAnswersOf(Reading& r, const VerificationId& id);

// False where the key is there already (the row is left as it is).
bool insertJournal(Transaction& t, const JournalRow& row);
void answerJournal(Transaction& t, const std::string& key, const std::string& answer, Instant at);
// The same of a call that nobody will make again, and of the requests that were its parts (whose keys go on after a
// slash): `request` stands instead of what was sent, and of the answers what `kept` makes of them.
void closeJournal(Transaction& t, const std::string& key, const std::string& request, const std::string& answer,
                  Instant at, const std::function<std::string(const std::string&)>& kept);
// Forgets a request that was never sent.
void dropJournal(Transaction& t, const std::string& key);
std::optional<JournalRow> findJournal(Reading& r, const std::string& key);
std::vector<JournalRow> unansweredJournal(Reading& r);
std::vector<JournalRow> journalOf(Reading& r, const VerificationId& id);  // oldest first
// Hands the entry of that key over to another verification: since when it was, with that request, and without an
// answer.
void carryOnJournal(Transaction& t, const JournalRow& row);

// HMAC under the case's key of what is sealed of the verification: stands in
// events instead of the evidence.
std::string evidenceDigest(Reading& r, const VerificationRow& row);
// Likewise of the provider's key of it.
std::string providerKeyDigest(Reading& r, const VerificationRow& row);

}  // namespace verdesk::backend::store::tables
