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
        std::vector<Push> pushes;
        pushes.reserve(hooks.size());
        for (auto& hook : hooks) {
            pushes.push_back(readPush(std::move(hook)));
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
            co_await workOffOneByOne(std::move(pushes));
        }
    }
}

// One of them is at fault: it alone waits for the next time.
asio::awaitable<void> VerificationEngine::workOffOneByOne(std::vector<Push> pushes) {
    for (auto& each : pushes) {
        std::vector<Push> one{std::move(each)};
        try {
            co_await workOffTogether(one);
        } catch (const boost::system::system_error&) {
            throw;
        } catch (const std::exception& error) {
            report("working off a webhook", error.what());
            defer(one.front().hook.id);
        }
    }
}

VerificationEngine::Push VerificationEngine::readPush(store::HookRow hook) const {
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
    auto pushed = provider->receive(config_.context(*account, now), pushFrom(push.hook));
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
void VerificationEngine::apply(store::Transaction& t, Push& push, Instant now) {
    const auto& hook = push.hook;
    push.row = tables::findByProviderKey(t, hook.account, push.key);
    if (!push.row && !push.token.empty()) {
        push.row = tables::findByToken(t, hook.account, push.token);
    }
    if (!push.row) {
        push.wakes = push.wakes || (push.elsewhere && !tables::openOf(t, hook.account, 1).empty());
        push.deferred = push.patient;
        if (!push.deferred) {
            const bool understood = push.authentic && (!push.says || push.wakes);
            if (understood) {
                tables::putAwayHook(t, hook.id, HookState::done, {}, {});
            } else if (tables::keepUnmatched(t, hook.id)) {
                t.append(event::ofHookUnmatched(hook.id, hook.account, providerActor(push.provider, {}), now,
                                                newEventId(now)));
            }
        }
        return;
    }
    // What is settled already takes anything, for its alarms; what is open only a whole answer. Of a provider that can
    // only tell, everything is taken for what it is worth: the verdict knows what is missing and what was not signed.
    const bool whole = push.progress && push.progress->authenticated && isFinal(push.progress->progress.state) &&
                       (isFinal(push.row->state) || answersAll(push.progress->progress, *push.row));
    const bool stands = push.progress && (whole || !push.askable);
    push.ask = !stands && push.askable && !push.row->providerKey.empty();
    if (stands) {
        Deed deed;
        deed.id = push.row->id;
        deed.happening = *push.progress;
        deed.at = now;
        deed.actor = "provider:" + push.provider;
        deed.raw = {"webhook", hook.body};
        auto outcome = settle(t, deed);
        push.settled = push.askable && outcome.changed && !isFinal(push.row->state);
        push.fetches = outcome.fetches;
        push.row = std::move(outcome.row);
    }
    // What it said stands with its case now, under the case's key, and nowhere else; or the provider is asked, and then
    // that answer counts. Its digest stays, so that a replay is seen.
    tables::putAwayHook(t, hook.id, HookState::matched, push.row->id, {});
    t.append(event::ofHookMatched(hook.id, *push.row, push.eventId, providerActor(push.provider, push.row->branch), now,
                                  newEventId(now)));
}

asio::awaitable<void> VerificationEngine::workOffTogether(const std::vector<Push>& pushes) {
    const auto change = [pushes, now = clock_.now()](store::Transaction& t) {
        auto done = pushes;
        for (auto& push : done) {
            apply(t, push, now);
        }
        return done;
    };
    const auto done = co_await write(change);
    std::set<std::string> wakes;
    for (const auto& push : done) {
        if (push.deferred && !shared_ && !isBeginning(push.hook.account)) {
            workAgain_ = true;  // what it waits for came while it was looked at
        } else if (push.deferred) {
            defer(push.hook.id);
        } else if (push.row) {
            followUp(push);
        } else if (push.wakes) {
            wakes.insert(push.hook.account);
        }
    }
    for (const auto& account : wakes) {
        co_await wake(account);
    }
}

void VerificationEngine::followUp(const Push& push) {
    follow(*push.row);
    if (push.fetches) {
        fetchesArrived();
    }
    const auto session = sessionOf(*push.row);
    if (!session || push.row->providerKey.empty()) {
        return;
    }
    if (push.ask && poller_->watches(push.row->id)) {
        poller_->askNow(push.row->id);
    } else if (push.ask || push.settled) {
        // A call of ours that says the same makes it certain; one that says worse makes it known.
        run(askOnce(push.row->id, session, 3), "confirming a webhook");
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
