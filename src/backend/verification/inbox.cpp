// Working off the inbox of webhooks. What a webhook does and that it is done are one transaction, so that a crash in
// between does it again, and a replay does nothing.
#include "backend/verification/engine.h"
#include "backend/verification/push_read.h"

#include "backend/events/build.h"
#include "backend/hooks/push.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/verifications.h"
#include "contract/problem.h"

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;
using store::HookState;

namespace {

constexpr int batch = 256;
// How long a webhook waits for the answer that tells whose it is: while a session is being begun here, and where that
// may go on at another replica.
constexpr std::chrono::seconds longestDeferral{30};
constexpr std::chrono::seconds deferralForOthers{4};
constexpr std::chrono::seconds deferral{1};
// More than this are kept in the store alone while they wait.
constexpr std::size_t mostJustRead = 4096;

}  // namespace

void VerificationEngine::hooksArrived() {
    if (abandoned_) {
        return;
    }
    workAgain_ = true;
    if (!workingOff_) {
        workingOff_ = true;
        run(workOff(), "working off webhooks");
    }
}

void VerificationEngine::hookArrived(std::string hook, providers::Pushed pushed) {
    if (justRead_.size() >= mostJustRead) {
        justRead_.clear();  // some of them may have been worked off by another replica
    }
    justRead_.insert_or_assign(std::move(hook), std::move(pushed));
    hooksArrived();
}

asio::awaitable<void> VerificationEngine::workOff() {
    struct Working {
        bool& flag;
        ~Working() {
            flag = false;
        }
    };
    const Working working{workingOff_};
    while (workAgain_ && !stopping_) {
        workAgain_ = false;
        const auto limit = batch + static_cast<int>(deferred_.size());
        const auto query = [limit](store::Reading& r) { return tables::waitingHooks(r, limit); };
        auto hooks = co_await read(query);
        std::erase_if(hooks, [this](const store::HookRow& hook) { return deferred_.contains(hook.id); });
        if (hooks.empty()) {
            continue;
        }
        workAgain_ = workAgain_ || hooks.size() >= static_cast<std::size_t>(batch);
        auto pushes = std::make_shared<std::vector<Push>>();
        pushes->reserve(hooks.size());
        for (auto& hook : hooks) {
            auto pushed = justRead_.extract(hook.id);
            pushes->push_back(pushed ? readPush(std::move(hook), std::move(pushed.mapped()))
                                     : readPush(std::move(hook)));
        }
        bool together = true;
        try {
            co_await workOffTogether(pushes);
        } catch (const boost::system::system_error&) {
            throw;
        } catch (const std::exception& error) {
            report("working off webhooks", error.what());
            together = false;
        }
        if (!together) {
            co_await workOffOneByOne(pushes);
        }
    }
}

// One of them is at fault: it alone waits for the next time.
asio::awaitable<void> VerificationEngine::workOffOneByOne(Pushes pushes) {
    for (const auto& push : *pushes) {
        const auto one = std::make_shared<const std::vector<Push>>(1, push);
        try {
            co_await workOffTogether(one);
        } catch (const boost::system::system_error&) {
            throw;
        } catch (const std::exception& error) {
            report("working off a webhook", error.what());
            defer(push.hook.id);
        }
    }
}

VerificationEngine::Push VerificationEngine::readPush(store::HookRow hook,
                                                      std::optional<providers::Pushed> read) const {
    Push push;
    push.hook = std::move(hook);
    const auto* account = config_.account(push.hook.account);
    const auto* provider = account == nullptr ? nullptr : config_.provider(account->provider);
    if (provider == nullptr) {
        push.authentic = false;
        return push;
    }
    push.provider = account->provider;
    const auto now = clock_.now();
    auto pushed = read ? std::move(*read) : provider->receive(config_.context(*account, now), pushFrom(push.hook));
    push.eventId = std::move(pushed.eventId);
    if (auto* with = std::get_if<providers::PushedProgress>(&pushed.what)) {
        push.key = std::move(with->key);
        push.token = with->token.empty() ? std::string{} : tokenDigest(*account, provider->normalToken(with->token));
        push.progress = HasProgress{std::move(with->progress), claims::Channel::webhook, pushed.authenticated};
    } else if (const auto* wake = std::get_if<providers::WakeUp>(&pushed.what)) {
        push.key = wake->key;
    } else {
        push.says = false;
        push.authentic = !std::holds_alternative<providers::Rejected>(pushed.what);
    }
    const auto patience = isBeginning(push.hook.account) ? longestDeferral
                          : shared_                      ? deferralForOthers
                                                         : std::chrono::seconds{0};
    push.patient = !push.key.empty() && now - push.hook.receivedAt < patience;
    push.askable = provider->pollInterval().count() > 0;
    push.wakes = push.askable && push.says && push.key.empty() && poller_->watchesAnyOf(push.hook.account);
    push.elsewhere = push.askable && push.says && push.key.empty() && shared_;
    return push;
}

// In the store: what it is about, what follows, and that it is done.
VerificationEngine::Worked VerificationEngine::apply(store::Transaction& t, const Push& push, Instant now) {
    const auto& hook = push.hook;
    Worked worked;
    worked.row = tables::findByProviderKey(t, hook.account, push.key);
    if (!worked.row && !push.token.empty()) {
        worked.row = tables::findByToken(t, hook.account, push.token);
    }
    if (!worked.row) {
        worked.wakes = push.wakes || (push.elsewhere && !tables::openOf(t, hook.account, 1).empty());
        worked.deferred = push.patient;
        if (!worked.deferred) {
            const bool understood = push.authentic && (!push.says || worked.wakes);
            if (understood) {
                tables::putAwayHook(t, hook.id, HookState::done, {}, {});
            } else if (tables::keepUnmatched(t, hook.id)) {
                t.append(event::ofHookUnmatched(hook.id, hook.account, providerActor(push.provider, {}), now,
                                                newEventId(now)));
            }
        }
        return worked;
    }
    // What is settled already takes anything, for its alarms; what is open only a whole answer. Of a provider that can
    // only tell, everything is taken for what it is worth: the verdict knows what is missing and what was not signed.
    const bool whole = push.progress && push.progress->authenticated && isFinal(push.progress->progress.state) &&
                       (isFinal(worked.row->state) || answersAll(push.progress->progress, *worked.row));
    const bool stands = push.progress && (whole || !push.askable);
    worked.ask = !stands && push.askable && !worked.row->providerKey.empty();
    if (stands) {
        Deed deed;
        deed.id = worked.row->id;
        deed.happening = *push.progress;
        deed.at = now;
        deed.actor = "provider:" + push.provider;
        deed.raw = {"webhook", hook.body};
        auto outcome = settle(t, deed);
        worked.settled = push.askable && outcome.changed && !isFinal(worked.row->state);
        worked.fetches = outcome.fetches;
        worked.row = std::move(outcome.row);
    }
    // What it said stands with its case now, under the case's key, and nowhere else; or the provider is asked, and then
    // that answer counts. Its digest stays, so that a replay is seen.
    tables::putAwayHook(t, hook.id, HookState::matched, worked.row->id, {});
    t.append(event::ofHookMatched(hook.id, *worked.row, push.eventId, providerActor(push.provider, worked.row->branch),
                                  now, newEventId(now)));
    return worked;
}

asio::awaitable<void> VerificationEngine::workOffTogether(Pushes pushes) {
    const auto change = [pushes, now = clock_.now()](store::Transaction& t) {
        std::vector<Worked> done;
        done.reserve(pushes->size());
        for (const auto& push : *pushes) {
            done.push_back(apply(t, push, now));
        }
        return done;
    };
    const auto done = co_await write(change);
    std::set<std::string> wakes;
    for (std::size_t i = 0; i < done.size(); ++i) {
        const auto& worked = done[i];
        const auto& hook = (*pushes)[i].hook;
        if (worked.deferred && !shared_ && !isBeginning(hook.account)) {
            workAgain_ = true;  // what it waits for came while it was looked at
        } else if (worked.deferred) {
            defer(hook.id);
        } else if (worked.row) {
            followUp(worked);
        } else if (worked.wakes) {
            wakes.insert(hook.account);
        }
    }
    for (const auto& account : wakes) {
        co_await wake(account);
    }
}

void VerificationEngine::followUp(const Worked& worked) {
    follow(*worked.row);
    if (worked.fetches) {
        fetchesArrived();
    }
    const auto session = sessionOf(*worked.row);
    if (!session || worked.row->providerKey.empty()) {
        return;
    }
    if (worked.ask && poller_->watches(worked.row->id)) {
        poller_->askNow(worked.row->id);
    } else if (worked.ask || worked.settled) {
        // A call of ours that says the same makes it certain; one that says worse makes it known.
        run(askOnce(worked.row->id, session, 3), "confirming a webhook");
    }
}

void VerificationEngine::defer(const std::string& hook) {
    deferred_.insert(hook);
    deferredAlarm_->set(clock_.now() + deferral, [weak = weak_from_this()] {
        if (const auto self = weak.lock()) {
            self->retryDeferred();
        }
    });
}

void VerificationEngine::retryDeferred() {
    if (!deferred_.empty()) {
        deferred_.clear();
        hooksArrived();
    }
}

}  // namespace verdesk::backend
