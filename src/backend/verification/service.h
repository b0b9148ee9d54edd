#pragma once
// Verifications: starting, settling and ending them, with the provider calls that this takes. Every method is a
// coroutine on the backend's one executor; every answer is already committed when it is given.

#include "backend/auth/who.h"
#include "backend/clock.h"
#include "backend/config/config.h"
#include "backend/egress/driver.h"
#include "backend/store/store.h"
#include "contract/verification.h"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <string>

namespace verdesk::backend {

class Verifications {
public:
    // All references must outlive the object.
    Verifications(boost::asio::any_io_executor executor, const Config& config, store::Store& store,
                  egress::Egress& egress, const Clock& clock);
    ~Verifications();

    // Throws ProblemError for what may not be: see docs/api/openapi.yaml. `key` is the request's Idempotency-Key.
    boost::asio::awaitable<Verification> start(Who who, CaseId id, StartVerification start, std::string key);
    boost::asio::awaitable<Verification> token(Who who, VerificationId id, crypto::Secret token, std::string key);
    boost::asio::awaitable<Verification> returned(Who who, VerificationId id, providers::Return returned,
                                                  std::string key);
    boost::asio::awaitable<Verification> cancel(Who who, VerificationId id);
    boost::asio::awaitable<Verification> get(Who who, VerificationId id);

    // A webhook that was committed to the inbox: works off what waits there. Cheap to call often: calls are folded into
    // one run.
    void hooksArrived();
    // Picks up what a killed process left: open sessions are polled on, unanswered journal entries sent again under
    // their key, waiting webhooks worked off.
    boost::asio::awaitable<void> resume();
    // Stops polling and lets running calls end.
    boost::asio::awaitable<void> stop();

private:
    struct State;
    std::shared_ptr<State> state_;
};

// A row as the desk reads it.
Verification view(const store::VerificationRow& row, const Config& config, Instant now);

}  // namespace verdesk::backend
