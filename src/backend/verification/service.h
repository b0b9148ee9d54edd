#pragma once
// Verifications: starting, settling and ending them, with the provider calls that this takes. Every method is a
// coroutine on the backend's one executor (a single-threaded one); every answer is already committed when it is given.

#include "backend/auth/who.h"
#include "backend/clock.h"
#include "backend/config/config.h"
#include "backend/scheduler/alarm.h"
#include "backend/store/rows.h"
#include "backend/store/store.h"
#include "contract/verification.h"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <memory>
#include <string>

namespace verdesk::backend {

namespace egress {
class Egress;
}

class VerificationEngine;

struct VerificationOptions {
    std::chrono::milliseconds answerWait{300};  // how long an answer waits for the call that it caused
    std::size_t pollsAtOnce = 256;
    const Alarms* alarms = nullptr;                            // null: the operating system's
    std::function<void(const std::string& provider)> dropped;  // told of every return that belonged to nothing
};

// A result that came by webhook and names no verification of ours.
struct UnmatchedResult {
    std::string id;
    std::string account;
    std::string provider;  // display name
    Instant receivedAt{};
    std::vector<std::string> names;  // of the person that it is about
    std::size_t documents = 0;
};

class Verifications {
public:
    // All references must outlive the object.
    Verifications(boost::asio::any_io_executor executor, const Config& config, store::Store& store,
                  egress::Egress& egress, const Clock& clock, VerificationOptions options = {});
    // Calls under way are abandoned, as if the process had been killed. Call stop() first for a clean end.
    ~Verifications();

    // Throw ProblemError for what may not be: see docs/api/openapi.yaml. `key` is the request's Idempotency-Key; the
    // same person's same key for the same verification is the same act, whatever happened in between.
    boost::asio::awaitable<Verification> start(Who who, CaseId id, StartVerification start, std::string key);
    boost::asio::awaitable<Verification> token(Who who, VerificationId id, crypto::Secret token, std::string key);
    boost::asio::awaitable<Verification> returned(Who who, VerificationId id, providers::Return returned,
                                                  std::string key);
    // A fresh page where the provider's opens once or has expired; waits for the provider, for 8 s.
    boost::asio::awaitable<Verification> renew(Who who, VerificationId id, std::string key);
    // The customer took the provider's own way back: cancelled, unless it has gone further already.
    boost::asio::awaitable<Verification> wentBack(Who who, VerificationId id);
    // A browser that nobody is signed in at came to an address of ours, `back` or not. What it brings is handed in, or
    // was by somebody else. Gives the customer's language; nothing where the address belongs to no verification. Where
    // it names none, but the provider can be asked, those that wait there are asked about, and the language is empty.
    boost::asio::awaitable<std::optional<std::string>> cameBack(std::string provider, std::string url, bool back);
    boost::asio::awaitable<Verification> cancel(Who who, VerificationId id);
    boost::asio::awaitable<Verification> get(Who who, VerificationId id);

    // Newest first. They belong to no branch: whoever may see them sees all.
    boost::asio::awaitable<std::vector<UnmatchedResult>> unmatched();
    // Takes it as the result of a verification of that person's branch and of its account that is still open; it proves
    // no more than "review". Throw ProblemError.
    boost::asio::awaitable<Verification> assign(Who who, std::string hook, VerificationId id);
    boost::asio::awaitable<void> dismiss(Who who, std::string hook, std::string reason);

    // Erases what was proven in a closed case, for good, and asks the providers until they have deleted what they hold
    // of it. The events stay. The same person's same reason once more changes nothing. Throws ProblemError.
    boost::asio::awaitable<void> erase(Who who, CaseId id, std::string reason);

    // A webhook that was committed to the inbox under that id, and what it said: works off what waits there. Cheap to
    // call often: calls are folded into one run.
    void hookArrived(std::string hook, providers::Pushed pushed);
    // Picks up what a killed process left: open sessions are polled on, unanswered journal entries sent again under
    // their key, waiting webhooks worked off. Call it once, before the listeners open.
    boost::asio::awaitable<void> resume();
    // Stops polling and lets running calls end, for at most 30 s.
    boost::asio::awaitable<void> stop();

    std::size_t openSessions() const;  // that are polled by this process, for metrics

private:
    std::shared_ptr<VerificationEngine> engine_;
};

// A row as the desk reads it.
Verification view(const store::VerificationRow& row, const Config& config, Instant now);

}  // namespace verdesk::backend
