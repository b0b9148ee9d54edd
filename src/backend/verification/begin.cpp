// Opening a session at the provider.
#include "backend/verification/engine.h"

#include "crypto/random.h"

namespace verdesk::backend {

namespace asio = boost::asio;

asio::awaitable<void> VerificationEngine::begin(VerificationId id, std::shared_ptr<const Session> session,
                                                std::string language, std::shared_ptr<Signal> done) {
    // A webhook may be quicker than the answer that names its session: see retryDeferred.
    struct Beginning {
        VerificationEngine& engine;
        const VerificationId& id;
        const std::string& account;
        Beginning(VerificationEngine& e, const VerificationId& v, const std::string& a) : engine{e}, id{v}, account{a} {
            engine.beginning_.insert(id);
            ++engine.beginningAt_[account];
        }
        ~Beginning() {
            engine.beginning_.erase(id);
            --engine.beginningAt_[account];
        }
    };
    {
        const Beginning beginning{*this, id, session->account->account.id};
        const auto context = contextOf(*session);
        const auto subject = subjectOf(*session, std::move(language));
        auto exchange = session->provider->begin(context, subject);
        egress::Caller caller;
        caller.account = session->account->account.id;
        auto called = co_await call(std::move(exchange), std::move(caller));
        const auto actor = "provider:" + session->account->provider;
        Deed what;
        if (called.value) {
            Raw raw{"begin", called.value->raw};
            what = deed(id, HasBegun{std::move(*called.value)}, actor, std::move(raw));
        } else {
            what = deed(id, HasFailed{called.failure}, "system", Raw{"failure", std::move(called.raw)});
        }
        co_await settled(std::move(what));
    }
    if (done) {
        done->give();
    }
    retryDeferred();
}

providers::Subject VerificationEngine::subjectOf(const Session& session, std::string language) {
    return {session.attempt.verification, session.attempt.launch, std::move(language), crypto::randomToken()};
}

bool VerificationEngine::isBeginning(const std::string& account) const {
    const auto found = beginningAt_.find(account);
    return found != beginningAt_.end() && found->second > 0;
}

}  // namespace verdesk::backend
