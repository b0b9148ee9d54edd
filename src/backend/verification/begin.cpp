// Opening a session at the provider.
#include "backend/verification/engine.h"

#include "backend/store/tables/cases.h"
#include "backend/store/tables/subjects.h"
#include "backend/store/tables/verifications.h"
#include "crypto/random.h"

namespace verdesk::backend {

namespace asio = boost::asio;
namespace tables = store::tables;

asio::awaitable<void> VerificationEngine::begin(VerificationId id, std::shared_ptr<const Session> session,
                                                std::shared_ptr<Signal> done) {
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
        providers::Subject subject;
        Called<providers::Begun> called;
        called.failure = Failure::internal;
        bool isReady = false;
        try {
            subject = co_await subjectOf(*session);
            isReady = true;
        } catch (const boost::system::system_error&) {
            throw;  // the call was ended
        } catch (const std::exception& error) {
            report("opening a session", error.what());
        }
        const auto context = contextOf(*session);
        if (isReady) {
            auto exchange = session->provider->begin(context, subject);
            egress::Caller caller;
            caller.account = session->account->account.id;
            called = co_await call(std::move(exchange), std::move(caller));
        }
        const auto actor = "provider:" + session->account->provider;
        Deed what;
        Extra also;
        if (called.value) {
            also = forgetting(*session, called.value->providerKey);
            Raw raw{"begin", called.value->raw};
            what = deed(id, HasBegun{std::move(*called.value)}, actor, std::move(raw));
        } else {
            what = deed(id, HasFailed{called.failure, called.providerCode}, "system",
                        Raw{"failure", std::move(called.raw)});
        }
        const auto outcome = co_await settled(std::move(what), also);
        if (outcome.row && outcome.row->erased) {
            forgetsArrived();
        }
    }
    if (done) {
        done->give();
    }
    retryDeferred();
}

// What is needed beside what memory holds: it may be another process's doing that it is begun again.
asio::awaitable<providers::Subject> VerificationEngine::subjectOf(const Session& session) {
    const auto query = [id = session.attempt.verification](store::Reading& r) {
        providers::Subject subject;
        const auto row = tables::findVerification(r, id);
        const auto owner = row ? tables::findCase(r, row->caseId) : std::nullopt;
        if (!owner) {
            return subject;
        }
        subject.language = owner->consentLanguage;
        subject.answers = row->details.answers;
        subject.userAgent = row->details.userAgent;
        subject.person = tables::personOf(r, row->account, owner->reference);
        if (!row->parent.empty()) {
            if (const auto parent = tables::findVerification(r, row->parent)) {
                subject.parent = parent->providerKey;
            }
        }
        return subject;
    };
    auto subject = co_await read(query);
    subject.verification = session.attempt.verification;
    subject.launch = session.attempt.launch;
    subject.nonce = crypto::randomToken();
    co_return subject;
}

bool VerificationEngine::isBeginning(const std::string& account) const {
    const auto found = beginningAt_.find(account);
    return found != beginningAt_.end() && found->second > 0;
}

}  // namespace verdesk::backend
