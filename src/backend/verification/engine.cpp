#include "backend/verification/engine.h"

#include "contract/problem.h"
#include "crypto/random.h"

#include "backend/store/tables/verifications.h"
#include "backend/verification/evidence.h"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

constexpr int mostWrites = 8;  // of one deed, while the store has trouble
constexpr std::chrono::hours warnAgain{24};

std::chrono::milliseconds pauseBefore(int attempt) {
    return std::min(std::chrono::milliseconds{100} * (1 << attempt), std::chrono::milliseconds{5'000});
}

}  // namespace

VerificationEngine::VerificationEngine(asio::any_io_executor executor, const Config& config, store::Store& store,
                                       egress::Egress& egress, const Clock& clock, const VerificationOptions& options)
    : executor_{std::move(executor)},
      config_{config},
      store_{store},
      egress_{egress},
      clock_{clock},
      options_{options},
      systemAlarms_{clock},
      alarms_{options.alarms != nullptr ? *options.alarms : systemAlarms_},
      upkeepAlarm_{alarms_.make(executor_)},
      deferredAlarm_{alarms_.make(executor_)},
      fetchAlarm_{alarms_.make(executor_)},
      forgetAlarm_{alarms_.make(executor_)},
      holder_{crypto::uuid7(clock.now())},
      shared_{std::holds_alternative<store::PostgresServer>(config.place)} {}

void VerificationEngine::connect() {
    // The poller may outlive this object by the calls that it has under way.
    const auto weak = weak_from_this();
    Poller::Hands hands;
    hands.ask = [weak](VerificationId id) -> asio::awaitable<std::optional<PollOutcome>> {
        if (const auto self = weak.lock()) {
            co_return co_await self->ask(std::move(id));
        }
        co_return std::nullopt;
    };
    hands.expire = [weak](VerificationId id) -> asio::awaitable<bool> {
        if (const auto self = weak.lock()) {
            co_return co_await self->expire(std::move(id));
        }
        co_return true;
    };
    hands.giveUp = [weak](VerificationId id, PollOutcome outcome) -> asio::awaitable<void> {
        if (const auto self = weak.lock()) {
            co_await self->giveUp(std::move(id), outcome);
        }
    };
    poller_ = std::make_unique<Poller>(executor_, clock_, alarms_, std::move(hands), options_.pollsAtOnce);
}

void VerificationEngine::abandon() {
    abandoned_ = true;
    stopping_ = true;
    poller_->stop();
    upkeepAlarm_->cancel();
    deferredAlarm_->cancel();
    fetchAlarm_->cancel();
    forgetAlarm_->cancel();
    endFollowing_.emit(asio::cancellation_type::all);
}

asio::awaitable<void> VerificationEngine::stop() {
    stopping_ = true;
    poller_->stop();
    upkeepAlarm_->cancel();
    deferredAlarm_->cancel();
    fetchAlarm_->cancel();
    forgetAlarm_->cancel();
    endFollowing_.emit(asio::cancellation_type::all);
    if (running_ > 0) {
        idle_ = std::make_shared<Signal>(executor_);
        co_await idle_->wait(std::chrono::seconds{30});
    }
    try {
        co_await keepTimes();
    } catch (const std::exception& error) {
        report("keeping the times of polls", error.what());
    }
    abandon();
}

void VerificationEngine::run(asio::awaitable<void> work, const char* what) {
    ++running_;
    asio::co_spawn(executor_, std::move(work), [self = shared_from_this(), what](const std::exception_ptr& failure) {
        --self->running_;
        if (failure && !self->abandoned_) {
            try {
                std::rethrow_exception(failure);
            } catch (const std::exception& error) {
                self->report(what, error.what());
            }
        }
        if (self->running_ == 0 && self->idle_) {
            self->idle_->give();
        }
    });
}

asio::awaitable<Settled> VerificationEngine::settled(Deed deed, Extra extra) {
    const auto change = [deed = std::move(deed), extra = std::move(extra)](store::Transaction& t) {
        auto settled = settle(t, deed);
        if (extra) {
            extra(t, settled);
        }
        return settled;
    };
    for (int attempt = 0;; ++attempt) {
        std::string why;
        try {
            auto outcome = co_await write(change);
            if (outcome.row) {
                follow(*outcome.row);
            }
            if (outcome.fetches) {
                fetchesArrived();
            }
            co_return outcome;
        } catch (const boost::system::system_error&) {
            throw;
        } catch (const ProblemError&) {
            throw;
        } catch (const std::exception& error) {
            if (attempt + 1 == mostWrites) {
                throw;
            }
            why = error.what();
        }
        report("writing down what happened to a verification", why.c_str());
        co_await pause(pauseBefore(attempt));
    }
}

void VerificationEngine::follow(const store::VerificationRow& row, std::optional<Instant> first) {
    if (isFinal(row.state)) {
        sessions_.erase(row.id);
        lastFailure_.erase(row.id);
        poller_->remove(row.id);
        return;
    }
    const auto known = sessions_.find(row.id);
    if (known != sessions_.end()) {
        known->second->state = row.state;
        known->second->attempt.providerKey = row.providerKey;
        known->second->attempt.heard = row.details.heard;
        known->second->person = row.details.person;
    } else if (const auto session = sessionOf(row)) {
        sessions_[row.id] = std::make_shared<Session>(*session);
    } else {
        return;
    }
    const auto interval = sessions_[row.id]->provider->pollInterval();
    const bool askable = !row.providerKey.empty() && interval.count() > 0;
    if ((!askable && !row.deadline) || poller_->watches(row.id)) {
        return;
    }
    PollState state;
    if (interval.count() > 0) {
        state.interval = std::max(std::chrono::milliseconds{1},
                                  std::chrono::duration_cast<std::chrono::milliseconds>(interval / config_.pollSpeed));
    }
    const auto longest = sessions_[row.id]->provider->longestPollInterval();
    state.longest = std::chrono::duration_cast<std::chrono::milliseconds>(longest / config_.pollSpeed);
    state.deadline = row.deadline;
    state.askable = askable;
    state.askedAt = row.polledAt;
    const auto at = first && askable ? first : firstAsk(state, clock_.now());
    if (at) {
        poller_->add(row.id, row.account, state, *at);
    }
}

asio::awaitable<store::VerificationRow> VerificationEngine::rowFor(const Who& who, const VerificationId& id) {
    const auto query = [id](store::Reading& r) { return tables::findVerification(r, id); };
    auto row = co_await read(query);
    // Another branch's is not there at all: that it exists is nobody's business.
    if (!row || row->branch != who.branch) {
        throw ProblemError{Problem{404, "not-found", "There is no such verification", {}, {}}};
    }
    co_return std::move(*row);
}

std::shared_ptr<const Session> VerificationEngine::sessionOf(const store::VerificationRow& row) const {
    auto session = std::make_shared<Session>();
    session->flow = config_.flow(row.flow);
    if (session->flow == nullptr && isFinal(row.state)) {
        static const FlowConfig none;  // what is found long after may still be asked for
        session->flow = &none;
    }
    session->account = config_.account(row.account);
    session->provider = config_.provider(row.provider);
    if (session->flow == nullptr || session->account == nullptr || session->provider == nullptr) {
        return nullptr;
    }
    session->attempt.verification = row.id;
    session->attempt.launch = row.launch;
    session->attempt.providerKey = row.providerKey;
    session->attempt.heard = row.details.heard;
    session->state = row.state;
    session->branch = row.branch;
    session->person = row.details.person;
    return session;
}

providers::Context VerificationEngine::contextOf(const Session& session) const {
    return config_.context(*session.account, session.flow->flow, clock_.now());
}

HasProgress VerificationEngine::answerOf(const Session& session, providers::Progress progress,
                                         claims::Channel channel) {
    dropUnkept(progress, session.flow->flow.keep);
    return {std::move(progress), channel, true};
}

// Of a flow that is not configured any more: what its provider would keep.
providers::Keep VerificationEngine::keepOf(const Config& config, const store::VerificationRow& row) {
    if (const auto* flow = config.flow(row.flow)) {
        return flow->flow.keep;
    }
    const auto* provider = config.provider(row.provider);
    return provider == nullptr ? providers::Keep{} : provider->info().keeps;
}

asio::awaitable<void> VerificationEngine::pause(std::chrono::milliseconds time) {
    co_await waitUntil(alarms_, clock_.now() + time);
    live();
}

void VerificationEngine::warn(const std::vector<std::string>& warnings) {
    const auto now = clock_.now();
    for (const auto& text : warnings) {
        auto& last = warned_[text];
        if (now - last >= warnAgain) {
            last = now;
            spdlog::warn("{}", text);
        }
    }
}

void VerificationEngine::report(const char* during, const char* what) const {
    spdlog::error("{}: {}", during, what);
}

Deed VerificationEngine::deed(const VerificationId& id, Happening happening, std::string actor, Raw raw) const {
    Deed made;
    made.id = id;
    made.happening = std::move(happening);
    made.at = clock_.now();
    made.actor = std::move(actor);
    made.raw = std::move(raw);
    return made;
}

}  // namespace verdesk::backend
