// Asking providers about open sessions.
#include "backend/verification/engine.h"

#include "backend/store/tables/verifications.h"

#include <boost/asio/co_spawn.hpp>

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

namespace {

PollOutcome outcomeOf(Failure failure) {
    switch (failure) {
        case Failure::providerUnreachable:
            return PollOutcome::unreachable;
        case Failure::providerRefused:
        case Failure::configuration:
            return PollOutcome::refused;
        default:
            return PollOutcome::broken;
    }
}

// Whether an answer changes anything of what is known.
bool isNews(const providers::Progress& progress, const Session& session) {
    const auto isNew = [](const std::string& told, const std::string& known) { return !told.empty() && told != known; };
    return isFinal(progress.state) || (progress.state == State::verifying && session.state != progress.state) ||
           isNew(progress.providerKey, session.attempt.providerKey) || isNew(progress.person, session.person);
}

constexpr int wokenAtMost = 50;

}  // namespace

asio::awaitable<std::optional<PollOutcome>> VerificationEngine::ask(VerificationId id) {
    const auto found = sessions_.find(id);
    if (found == sessions_.end()) {
        co_return std::nullopt;
    }
    const std::shared_ptr<const Session> session = found->second;
    const auto context = contextOf(*session);
    const auto attempt = session->attempt;  // a fresh page may give the session another key meanwhile
    auto exchange = session->provider->poll(context, attempt);
    egress::Caller caller;
    caller.account = session->account->account.id;
    auto called = co_await call(std::move(exchange), std::move(caller));
    if (!called.value) {
        lastFailure_[id] = {called.failure, std::move(called.raw), std::move(called.providerCode)};
        co_return outcomeOf(called.failure);
    }
    lastFailure_.erase(id);
    auto& progress = *called.value;
    // While a token is being settled, the end of the code's time ends nothing.
    if (!isNews(progress, *session) || (progress.state == State::expired && handedIn_.contains(id))) {
        co_return PollOutcome::pending;
    }
    Raw raw{"poll", progress.raw};
    auto what = deed(id, answerOf(*session, std::move(progress), claims::Channel::poll),
                     "provider:" + session->account->provider, std::move(raw));
    const auto outcome = co_await settled(std::move(what));
    retryDeferred();  // it may be known now whom they are about
    if (!outcome.row || isFinal(outcome.row->state)) {
        co_return std::nullopt;
    }
    co_return PollOutcome::pending;
}

asio::awaitable<bool> VerificationEngine::expire(VerificationId id) {
    if (handedIn_.contains(id)) {
        co_return false;
    }
    auto what = deed(id, HasExpired{}, "system");
    co_await settled(std::move(what));
    co_return true;
}

asio::awaitable<void> VerificationEngine::giveUp(VerificationId id, PollOutcome) {
    if (handedIn_.contains(id)) {
        co_return;  // the token's own answer decides
    }
    auto failure = lastFailure_[id];
    auto what = deed(id, HasFailed{failure.failure, std::move(failure.providerCode)}, "system",
                     Raw{"failure", std::move(failure.raw)});
    co_await settled(std::move(what));
}

asio::awaitable<void> VerificationEngine::askOnce(VerificationId id, std::shared_ptr<const Session> session,
                                                  int tries) {
    if (session->provider->pollInterval().count() == 0) {
        co_return;  // it cannot be asked
    }
    for (int tried = 0; tried < tries; ++tried) {
        if (tried > 0) {
            co_await pause(session->provider->pollInterval());
        }
        const auto context = contextOf(*session);
        auto exchange = session->provider->poll(context, session->attempt);
        egress::Caller caller;
        caller.account = session->account->account.id;
        auto called = co_await call(std::move(exchange), std::move(caller));
        if (!called.value || !isNews(*called.value, *session)) {
            continue;
        }
        const bool ended = isFinal(called.value->state);
        Raw raw{"poll", called.value->raw};
        auto what = deed(id, answerOf(*session, std::move(*called.value), claims::Channel::poll),
                         "provider:" + session->account->provider, std::move(raw));
        co_await settled(std::move(what));
        if (ended) {
            co_return;
        }
    }
}

asio::awaitable<bool> VerificationEngine::wake(const std::string& account) {
    bool waits = poller_->wake(account, wokenAtMost) > 0;
    if (!shared_) {
        co_return waits;
    }
    // Sessions that another replica looks after: that one heard nothing of what happened.
    const auto query = [account](store::Reading& r) { return tables::openOf(r, account, wokenAtMost); };
    const auto rows = co_await read(query);
    for (const auto& row : rows) {
        const auto session = sessionOf(row);
        if (session && !row.providerKey.empty() && !poller_->watches(row.id)) {
            run(askOnce(row.id, session, 1), "asking after a webhook or a return");
            waits = true;
        }
    }
    co_return waits;
}

}  // namespace verdesk::backend
