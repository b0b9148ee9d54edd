#include "backend/verification/same_token.h"

#include "backend/store/tables/verifications.h"
#include "backend/verification/handed_in.h"
#include "contract/problem.h"

#include <optional>

namespace verdesk::backend {

namespace tables = store::tables;

namespace {

bool isOf(const store::JournalRow& entry, const HandedInToken& token) {
    const auto returned = returnFrom(entry.request);
    const auto* other = returned ? std::get_if<providers::TokenReturn>(&*returned) : nullptr;
    return entry.request == closedToken(token.digest) ||
           (other != nullptr && token.provider->normalToken(other->token.reveal()) == token.normal);
}

std::optional<store::JournalRow> newestEntry(store::Transaction& t, const VerificationId& id,
                                             const HandedInToken& token) {
    std::optional<store::JournalRow> newest;
    for (auto& entry : tables::journalOf(t, id)) {
        if (isOf(entry, token)) {
            newest = std::move(entry);
        }
    }
    return newest;
}

// What ended so has taken the token's answer, or another one that said as much.
bool hasResult(State state) {
    return state == State::completed || state == State::declined;
}

}  // namespace

EnteredToken enterToken(store::Transaction& t, const HandedInToken& token, const store::JournalRow& act,
                        const std::set<VerificationId>& underWay) {
    tables::lockToken(t, token.account, token.digest);
    const auto earlier = tables::findByToken(t, token.account, token.digest);
    const auto before = earlier ? newestEntry(t, earlier->id, token) : std::nullopt;
    tables::rememberToken(t, token.account, token.digest, act.verification);

    EnteredToken entered{act};
    if (earlier) {
        entered.earlier = earlier->id;
    }
    const bool answered = before && before->answer.has_value();
    if (before && !answered && (!isFinal(earlier->state) || underWay.contains(earlier->id))) {
        throw ProblemError{
            {409, "token-under-way", "This token is being checked for another verification just now", {}, {}}};
    }
    if (!before || (answered && hasResult(earlier->state)) || act.writtenAt - before->writtenAt > keptByProviders) {
        tables::insertJournal(t, act);
        return entered;
    }
    // The act itself is done with that, and is found as such when it is repeated.
    tables::insertJournal(t, {act.key, act.verification, act.caseId, carriedOnAct, "", act.writtenAt, act.writtenAt});
    entered.entry.key = before->key;
    entered.entry.writtenAt = before->writtenAt;
    entered.carriedOn = true;
    tables::carryOnJournal(t, entered.entry);
    return entered;
}

}  // namespace verdesk::backend
