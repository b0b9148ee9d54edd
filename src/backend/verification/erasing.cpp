// Erasing a case: its key is destroyed at once, and its providers are asked to delete what they hold, also after a
// restart, until each has.
#include "backend/verification/engine.h"

#include "backend/events/build.h"
#include "backend/events/event_types.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/erasures.h"
#include "backend/store/tables/verifications.h"
#include "contract/problem.h"

#include <algorithm>
#include <set>

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

constexpr std::size_t atOnce = 2;
constexpr int lookedAt = 32;
constexpr std::chrono::hours ahead{48};
constexpr std::chrono::seconds firstPause{5};
constexpr std::chrono::hours longestPauseBetween{6};
// Longer than a try may take: so long another replica leaves it alone.
constexpr std::chrono::minutes lease{5};

std::chrono::milliseconds pauseAfter(int tries) {
    const std::chrono::milliseconds doubled = firstPause * (1 << std::min(tries, 13));
    return std::min<std::chrono::milliseconds>(doubled, longestPauseBetween);
}

[[noreturn]] void refuse(int status, const char* code, const char* title) {
    Problem problem;
    problem.status = status;
    problem.code = code;
    problem.title = title;
    throw ProblemError{problem};
}

store::ForgetRow forgetOf(const store::VerificationRow& row, Instant now) {
    store::ForgetRow wanted;
    wanted.verification = row.id;
    wanted.caseId = row.caseId;
    wanted.account = row.account;
    wanted.provider = row.provider;
    wanted.flow = row.flow;
    wanted.launch = row.launch;
    wanted.providerKeys = row.details.formerKeys;
    if (!row.providerKey.empty()) {
        wanted.providerKeys.push_back(row.providerKey);
    }
    wanted.nextAt = wanted.at = now;
    return wanted;
}

// Whether the provider may hold something of it: it was begun there, or answered without a session (a token).
bool mayHoldSomething(const store::VerificationRow& row) {
    return !row.providerKey.empty() || !row.details.formerKeys.empty() || row.state == State::completed ||
           row.state == State::declined;
}

}  // namespace

asio::awaitable<void> VerificationEngine::erase(Who who, CaseId id, std::string reason) {
    const auto change = [who, id, reason, &config = config_, now = clock_.now()](store::Transaction& t) {
        std::vector<store::VerificationRow> ended;
        auto owner = tables::findCase(t, id);
        if (!owner || owner->branch != who.branch) {
            refuse(404, "not-found", "There is no such case");
        }
        if (owner->erasedAt) {
            const auto before = tables::findErasure(t, id);
            if (before && before->by == who.staff && before->reason == reason) {
                return ended;  // the same act again
            }
            refuse(409, "case-erased", "The case was erased");
        }
        if (owner->state != CaseState::closed) {
            refuse(409, "case-not-closed", "Only a closed case can be erased");
        }
        const Actor actor{who.staff.value, who.counter, who.branch};
        for (const auto& row : tables::verificationsOf(t, id)) {
            if (!isFinal(row.state)) {
                Deed cancels;
                cancels.id = row.id;
                cancels.happening = IsCancelled{};
                cancels.at = now;
                cancels.actor = who.staff.value;
                cancels.counter = who.counter;
                settle(t, cancels);
            }
        }
        ended = tables::verificationsOf(t, id);
        std::vector<VerificationId> toForget;
        std::set<std::string> remains;  // at accounts
        for (const auto& row : ended) {
            auto wanted = forgetOf(row, now);
            const auto* provider = config.provider(row.provider);
            const bool forgets = provider == nullptr || provider->canForget();
            if (!forgets && mayHoldSomething(row)) {
                remains.insert(row.account);
            } else if (forgets && !wanted.providerKeys.empty()) {
                tables::insert(t, wanted);
                toForget.push_back(row.id);
            }
        }
        tables::eraseCase(t, {id, now, who.staff, who.displayName, reason});
        owner = tables::findCase(t, id);
        t.append(event::ofCaseErased(*owner, toForget, remains, actor, now, newEventId(now)));
        return ended;
    };
    const auto ended = co_await write(change);
    for (const auto& row : ended) {
        follow(row);
    }
    forgetsArrived();
}

VerificationEngine::Extra VerificationEngine::forgetting(const Session& session, std::string key) const {
    if (key.empty() || !session.provider->canForget()) {
        return {};
    }
    return [key = std::move(key), now = clock_.now()](store::Transaction& t, const Settled& settled) {
        if (!settled.row || !settled.row->erased) {
            return;
        }
        const auto& row = *settled.row;
        if (auto waiting = tables::findForget(t, row.id)) {
            const auto& keys = waiting->providerKeys;
            if (std::find(keys.begin(), keys.end(), key) != keys.end()) {
                return;  // a second try to write it down
            }
            tables::addKey(t, std::move(*waiting), key, now);
        } else {
            auto wanted = forgetOf(row, now);
            wanted.providerKeys = {key};
            tables::insert(t, wanted);
        }
        const auto owner = tables::findCase(t, row.caseId);
        t.append(event::ofVerification(event::verificationOpenedLate, row, owner->verdict, {},
                                       providerActor(row.provider, row.branch), now, newEventId(now)));
    };
}

void VerificationEngine::forgetsArrived() {
    if (abandoned_ || stopping_) {
        return;
    }
    lookForForgetsAgain_ = true;
    if (!lookingForForgets_) {
        lookingForForgets_ = true;
        run(lookForForgets(), "looking for what providers are to delete");
    }
}

asio::awaitable<void> VerificationEngine::lookForForgets() {
    struct Looking {
        bool& flag;
        ~Looking() {
            flag = false;
        }
    };
    const Looking looking{lookingForForgets_};
    while (lookForForgetsAgain_ && !stopping_) {
        lookForForgetsAgain_ = false;
        const auto now = clock_.now();
        const auto query = [now](store::Reading& r) { return tables::waitingForgets(r, now + ahead, lookedAt); };
        auto waiting = co_await read(query);
        for (auto& each : waiting) {
            if (forgetting_.contains(each.verification)) {
                continue;
            }
            if (each.nextAt > now) {
                forgetAlarm_->set(each.nextAt, [weak = weak_from_this()] {
                    if (const auto self = weak.lock()) {
                        self->forgetsArrived();
                    }
                });
                break;
            }
            if (forgetting_.size() >= atOnce) {
                break;  // whoever ends looks again
            }
            forgetting_.insert(each.verification);
            run(forget(std::move(each)), "deleting at a provider");
        }
    }
}

asio::awaitable<void> VerificationEngine::forget(store::ForgetRow wanted) {
    struct Forgetting {
        VerificationEngine& engine;
        VerificationId id;
        ~Forgetting() {
            engine.forgetting_.erase(id);
            engine.forgetsArrived();
        }
    };
    const Forgetting forgetting{*this, wanted.verification};
    // Whoever moves it on has it.
    const auto take = [id = wanted.verification, tries = wanted.tries, until = clock_.now() + lease](
                          store::Transaction& t) { return tables::takeForget(t, id, tries, until); };
    const bool mine = co_await write(take);
    if (!mine) {
        co_return;
    }
    ++wanted.tries;
    const bool done = co_await isForgotten(wanted);
    const auto now = clock_.now();
    if (!done) {
        if (stopping_) {
            abort();  // not the provider's fault: the next start takes it up
        }
        const auto later = [id = wanted.verification, tries = wanted.tries, at = now + pauseAfter(wanted.tries - 1)](
                               store::Transaction& t) { tables::postponeForget(t, id, tries, at); };
        co_await write(later);
        co_return;
    }
    const auto end = [wanted, now](store::Transaction& t) {
        const auto row = tables::findVerification(t, wanted.verification);
        const auto owner = tables::findCase(t, wanted.caseId);
        if (row && owner && tables::endForget(t, wanted.verification, wanted.tries)) {
            t.append(event::ofVerification(event::verificationForgotten, *row, owner->verdict, {},
                                           providerActor(wanted.provider, row->branch), now, newEventId(now)));
        }
    };
    co_await write(end);
}

asio::awaitable<bool> VerificationEngine::isForgotten(const store::ForgetRow& wanted) {
    const auto* account = config_.account(wanted.account);
    const auto* provider = config_.provider(wanted.provider);
    if (account == nullptr || provider == nullptr) {
        warn({"an erased case was checked at account " + wanted.account +
              ", which is not configured any more: what its provider holds cannot be deleted"});
        co_return false;
    }
    const auto* flow = config_.flow(wanted.flow);
    const providers::FlowOptions none;
    const auto context = config_.context(*account, flow == nullptr ? none : flow->flow, clock_.now());
    bool done = true;
    // Each by itself: one that the provider does not delete keeps none of the others there.
    for (const auto& key : wanted.providerKeys) {
        try {
            const providers::Attempt attempt{wanted.verification, wanted.launch, key, {}};
            egress::Caller caller;
            caller.account = wanted.account;
            auto exchange = provider->forget(context, attempt);
            co_await egress::drive(std::move(exchange), egress_, std::move(caller));
        } catch (const boost::system::system_error&) {
            throw;  // the call was ended
        } catch (const providers::ProviderError&) {
            done = false;
            warn({"what account " + wanted.account +
                  " holds of an erased case could not be deleted: it is tried again"});
        } catch (const std::exception& error) {
            done = false;
            report("deleting at a provider", error.what());
        }
        live();
    }
    co_return done;
}

}  // namespace verdesk::backend
