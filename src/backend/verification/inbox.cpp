// Working off the inbox of webhooks. What a webhook does and that it is done are one transaction, so that a crash in
// between does it again, and a replay does nothing.
#include "backend/verification/engine.h"

#include "backend/events/build.h"
#include "backend/hooks/push.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/verifications.h"

#include <boost/asio/co_spawn.hpp>

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

constexpr int batch = 256;
// How long a webhook waits for the answer that tells whose it is: while a session is being begun here, and where that
// may go on at another replica.
constexpr std::chrono::seconds longestDeferral{30};
constexpr std::chrono::seconds deferralForOthers{4};
constexpr std::chrono::seconds deferral{1};

struct Matched {
    std::optional<store::VerificationRow> row;
    bool settled = false;  // by this webhook
    bool ask = false;      // it says less than the provider knows
};

// Which verification a push is about, on the newest rows.
std::optional<store::VerificationRow> rowOf(store::Transaction& t, const std::string& account, const std::string& key,
                                            const std::string& tokenDigest) {
    auto row = tables::findByProviderKey(t, account, key);
    if (!row && !tokenDigest.empty()) {
        row = tables::findByToken(t, account, tokenDigest);
    }
    return row;
}

void end(store::Transaction& t, const store::HookRow& hook, store::HookState state, const std::string& provider,
         Instant now) {
    tables::setHookState(t, hook.id, state, {});
    if (state == store::HookState::unmatched) {
        t.append(event::ofHookUnmatched(hook.id, hook.account, providerActor(provider, {}), now, newEventId(now)));
    }
}

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
    const auto self = shared_from_this();
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
        // Together, so that the store writes them as one.
        auto left = std::make_shared<std::size_t>(hooks.size());
        const auto done = std::make_shared<Signal>(executor_);
        for (auto& hook : hooks) {
            asio::co_spawn(executor_, workOffOne(std::move(hook)),
                           [self, left, done](const std::exception_ptr& failure) {
                               if (failure && !self->abandoned_) {
                                   try {
                                       std::rethrow_exception(failure);
                                   } catch (const std::exception& error) {
                                       self->report("working off a webhook", error.what());
                                   }
                               }
                               if (--*left == 0) {
                                   done->give();
                               }
                           });
        }
        co_await done->wait();
    }
}

asio::awaitable<void> VerificationEngine::workOffOne(store::HookRow hook) {
    const auto now = clock_.now();
    const auto* account = config_.account(hook.account);
    const auto* provider = account == nullptr ? nullptr : providers::find(account->provider);
    providers::Pushed pushed{{}, {}, false, providers::Rejected{"its account is not configured any more"}};
    if (provider != nullptr) {
        static const providers::FlowOptions anyFlow;
        const providers::Context context{account->account, anyFlow, config_.institution.name, now};
        pushed = provider->receive(context, pushFrom(hook));
    }
    const auto providerId = account == nullptr ? std::string{} : account->provider;
    const auto finish = [hook, providerId, now](store::Transaction& t, store::HookState state) {
        end(t, hook, state, providerId, now);
    };

    if (std::holds_alternative<providers::Ignored>(pushed.what) ||
        std::holds_alternative<providers::Relay>(pushed.what) ||
        std::holds_alternative<providers::Rejected>(pushed.what)) {
        const auto state = std::holds_alternative<providers::Rejected>(pushed.what) ? store::HookState::unmatched
                                                                                    : store::HookState::done;
        const auto change = [finish, state](store::Transaction& t) { finish(t, state); };
        co_await write(change);
        co_return;
    }

    std::string key;
    std::string digest;
    std::optional<HasProgress> progress;
    if (auto* with = std::get_if<providers::PushedProgress>(&pushed.what)) {
        key = with->key;
        digest = with->token.empty() ? std::string{} : tokenDigest(*account, provider->normalToken(with->token));
        progress = HasProgress{std::move(with->progress), claims::Channel::webhook, pushed.authenticated};
    } else {
        key = std::get<providers::WakeUp>(pushed.what).key;
    }

    if (!key.empty() || !digest.empty()) {
        const auto what = progress ? deed({}, *progress, "provider:" + providerId, Raw{"webhook", hook.body}) : Deed{};
        const auto change = [hook, key, digest, what, has = progress.has_value(), eventId = pushed.eventId, providerId,
                             now](store::Transaction& t) {
            Matched matched;
            matched.row = rowOf(t, hook.account, key, digest);
            if (!matched.row) {
                return matched;
            }
            // What is settled already takes anything, for its alarms; what is open only a whole answer.
            const auto* says = has ? &std::get<HasProgress>(what.happening) : nullptr;
            const bool stands = says != nullptr && isFinal(says->progress.state) && says->authenticated &&
                                (isFinal(matched.row->state) || answersAll(says->progress, *matched.row));
            matched.ask = !stands && !matched.row->providerKey.empty();
            if (stands) {
                auto mine = what;
                mine.id = matched.row->id;
                auto outcome = settle(t, mine);
                matched.settled = outcome.changed && !isFinal(matched.row->state);
                matched.row = std::move(outcome.row);
            }
            tables::setHookState(t, hook.id, store::HookState::matched, matched.row->id);
            t.append(event::ofHookMatched(hook.id, *matched.row, eventId,
                                          providerActor(providerId, matched.row->branch), now, newEventId(now)));
            return matched;
        };
        const auto matched = co_await write(change);
        if (matched.row) {
            const auto session = sessionOf(*matched.row);
            follow(*matched.row);
            if (!session || matched.row->providerKey.empty()) {
                co_return;
            }
            if (matched.ask && poller_->watches(matched.row->id)) {
                poller_->askNow(matched.row->id);
            } else if (matched.ask || matched.settled) {
                // A call of ours that says the same makes it certain; one that says worse makes it known.
                run(askOnce(matched.row->id, session, 3), "confirming a webhook");
            }
            co_return;
        }
        const auto patience = isBeginning(hook.account) ? longestDeferral
                              : shared_                 ? deferralForOthers
                                                        : std::chrono::seconds{0};
        const bool mayComeYet = !key.empty() && now - hook.receivedAt < patience;
        if (mayComeYet) {
            deferred_.insert(hook.id);
            deferredAlarm_->set(now + deferral, [weak = weak_from_this()] {
                if (const auto self = weak.lock()) {
                    self->retryDeferred();
                }
            });
            co_return;
        }
    }
    // It names no session that is known here. One that names nothing is a reason to ask about all that are open.
    const auto woken = key.empty() ? co_await wake(hook.account) : 0;
    const auto state = woken > 0 ? store::HookState::done : store::HookState::unmatched;
    const auto change = [finish, state](store::Transaction& t) { finish(t, state); };
    co_await write(change);
}

void VerificationEngine::retryDeferred() {
    if (deferred_.empty()) {
        return;
    }
    deferred_.clear();
    hooksArrived();
}

}  // namespace verdesk::backend
