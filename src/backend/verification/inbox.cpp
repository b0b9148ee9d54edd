// Working off the inbox of webhooks. What a webhook does and that it is done are one transaction, so that a crash in
// between does it again, and a replay does nothing.
#include "backend/verification/engine.h"
#include "backend/verification/push_read.h"

#include "backend/events/build.h"
#include "backend/hooks/push.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/verifications.h"
#include "backend/verification/evidence.h"
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
// And one that names what nobody here knows yet, while those who may learn that it is theirs are asked about.
constexpr std::chrono::seconds deferralAfterWaking{30};
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
        const auto limit = batch + static_cast<int>(deferred_.size() + late_.size());
        const auto query = [limit](store::Reading& r) { return tables::waitingHooks(r, limit); };
        auto hooks = co_await read(query);
        std::erase_if(hooks, [this](const store::HookRow& hook) {
            return deferred_.contains(hook.id) || late_.contains(hook.id);
        });
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
                                                      std::optional<providers::Pushed> pushed) const {
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
    if (!pushed) {
        pushed = provider->receive(config_.context(*account, now), pushFrom(push.hook));
    }
    push.eventId = std::move(pushed->eventId);
    if (auto* with = std::get_if<providers::PushedProgress>(&pushed->what)) {
        push.key = std::move(with->key);
        push.token = with->token.empty() ? std::string{} : tokenDigest(*account, provider->normalToken(with->token));
        makeSound(with->progress);
        push.progress = HasProgress{std::move(with->progress), claims::Channel::webhook, pushed->authenticated};
    } else if (const auto* wake = std::get_if<providers::WakeUp>(&pushed->what)) {
        push.key = wake->key;
    } else if (auto* news = std::get_if<providers::News>(&pushed->what)) {
        if (pushed->authenticated) {
            push.key = std::move(news->keyBegins);
            push.news = std::move(news->word);
        }
    } else {
        push.says = false;
        push.authentic = !std::holds_alternative<providers::Rejected>(pushed->what);
    }
    if (!isProviderKey(push.key)) {
        push.key.clear();  // nobody has such a one
        push.news.clear();
    }
    push.askable = provider->pollInterval().count() > 0;
    // A result that names a session is about that one, and news are about those that they name. Anything else may be
    // about any.
    const bool mayWake = push.askable && push.says && push.news.empty() && (push.key.empty() || !push.progress);
    push.wakes = mayWake && poller_->watchesAnyOf(push.hook.account);
    push.elsewhere = mayWake && shared_;
    push.refuses = push.progress && push.progress->authenticated &&
                   (push.progress->progress.state == State::declined || push.progress->progress.decline);
    const auto patience = isBeginning(push.hook.account)                     ? longestDeferral
                          : !push.progress && (push.wakes || push.elsewhere) ? deferralAfterWaking
                          : shared_                                          ? deferralForOthers
                                                                             : std::chrono::seconds{0};
    push.patient = !push.key.empty() && now - push.hook.receivedAt < patience;
    return push;
}

// In the store: what it is about, what follows, and that it is done.
VerificationEngine::Worked VerificationEngine::apply(store::Transaction& t, const Push& push, const Config& config,
                                                     Instant now) {
    const auto& hook = push.hook;
    const auto actor = providerActor(push.provider, {});
    Worked worked;
    auto rows = push.news.empty() ? tables::findByProviderKey(t, hook.account, push.key)
                                  : tables::openByKeyBeginning(t, hook.account, push.key);
    if (rows.empty() && !push.token.empty()) {
        if (auto row = tables::findByToken(t, hook.account, push.token)) {
            rows.push_back(std::move(*row));
        }
    }
    if (rows.empty()) {
        worked.wakes = push.wakes || (push.elsewhere && !tables::openOf(t, hook.account, 1).empty());
        worked.deferred = push.patient;
        if (worked.deferred) {
            return worked;
        }
        const bool isAnybodys = worked.wakes && push.key.empty() && !push.refuses;
        if (push.authentic && (!push.says || isAnybodys)) {
            tables::putAwayHook(t, hook.id, HookState::done, {}, {});
        } else if (tables::keepUnmatched(t, hook.id)) {
            t.append(event::ofHookUnmatched(hook.id, hook.account, actor, now, newEventId(now)));
        }
        return worked;
    }
    for (auto& row : rows) {
        // What is settled already takes anything, for its alarms; what is open only a whole answer. Of a provider that
        // can only tell, everything is taken for what it is worth: the verdict knows what is missing and what was not
        // signed.
        const bool whole = push.progress && push.progress->authenticated && isFinal(push.progress->progress.state) &&
                           (isFinal(row.state) || answersAll(push.progress->progress, row));
        const bool stands = push.progress && (whole || !push.askable);
        Worked::Touched touched;
        touched.ask = !stands && push.askable && !row.providerKey.empty();
        if (stands) {
            auto answer = *push.progress;
            dropUnkept(answer.progress, keepOf(config, row));
            Deed deed;
            deed.id = row.id;
            deed.happening = std::move(answer);
            deed.at = now;
            deed.actor = actor.id;
            deed.raw = {"webhook", hook.body};
            auto outcome = settle(t, deed);
            touched.settled = push.askable && outcome.changed && !isFinal(row.state);
            touched.fetches = outcome.fetches;
            row = std::move(*outcome.row);
        }
        if (!push.news.empty()) {
            Deed deed;
            deed.id = row.id;
            deed.happening = HasHeard{push.news};
            deed.at = now;
            deed.actor = actor.id;
            row = std::move(*settle(t, deed).row);
        }
        if (touched.ask && isFinal(row.state)) {
            worked.late.push_back(row.id);
        }
        touched.row = std::move(row);
        worked.touched.push_back(std::move(touched));
    }
    if (worked.late.empty()) {
        std::vector<store::VerificationRow> about;
        about.reserve(worked.touched.size());
        for (const auto& touched : worked.touched) {
            about.push_back(touched.row);
        }
        match(t, push, about, now);
    }
    return worked;
}

asio::awaitable<void> VerificationEngine::workOffTogether(Pushes pushes) {
    const auto change = [pushes, &config = config_, now = clock_.now()](store::Transaction& t) {
        std::vector<Worked> done;
        done.reserve(pushes->size());
        for (const auto& push : *pushes) {
            done.push_back(apply(t, push, config, now));
        }
        return done;
    };
    const auto done = co_await write(change);
    std::set<std::string> wakes;
    for (std::size_t i = 0; i < done.size(); ++i) {
        const auto& worked = done[i];
        const auto& hook = (*pushes)[i].hook;
        if (worked.wakes && worked.touched.empty() && !woken_.contains(hook.id)) {
            wakes.insert(hook.account);
            woken_.insert(hook.id);
        }
        if (!worked.deferred) {
            woken_.erase(hook.id);
            followUp(worked);
            if (!worked.late.empty() && late_.insert(hook.id).second) {
                run(askLate(pushes, i, worked), "asking about what has ended");
            }
        } else if (!shared_ && !worked.wakes && !isBeginning(hook.account)) {
            workAgain_ = true;  // what it waits for came while it was looked at
        } else {
            defer(hook.id);
        }
    }
    for (const auto& account : wakes) {
        co_await wake(account);
    }
}

void VerificationEngine::followUp(const Worked& worked) {
    for (const auto& touched : worked.touched) {
        const auto& row = touched.row;
        follow(row);
        if (touched.fetches) {
            fetchesArrived();
        }
        const auto session = sessionOf(row);
        if (!session || row.providerKey.empty() || (touched.ask && isFinal(row.state))) {
            continue;
        }
        if (touched.ask && poller_->watches(row.id)) {
            poller_->askNow(row.id);
        } else if (touched.ask || touched.settled) {
            // A call of ours that says the same makes it certain; one that says worse makes it known.
            run(askOnce(row.id, session, 3), "confirming a webhook");
        }
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
