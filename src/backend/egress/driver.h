#pragma once
// The one driver of provider calls. Deadlines, safe retries, Retry-After, the breaker and the journal are here and
// nowhere else. Everything runs on one executor (a single-threaded one, or a strand); nothing here is thread-safe.
//
//     const Caller caller{account.id, &journal};
//     auto begun = co_await drive(provider.begin(context, subject), egress, caller);
//
// Give the caller a name, as here: g++ 12 mistreats values that are made in braces inside a co_await.

#include "backend/egress/breaker.h"
#include "backend/egress/health.h"
#include "backend/egress/http_client.h"
#include "backend/egress/outside.h"
#include "backend/egress/retry.h"
#include "exchange/exchange.h"
#include "providers/provider.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <type_traits>

namespace verdesk::backend::egress {

// Where requests that must not happen twice are written down. One object per verification: the request does not say
// whose it is.
class Journal {
public:
    virtual ~Journal() = default;
    // Durable before it returns: what comes after may reach the provider. Gives back the answer that is kept under
    // request.idempotencyKey, if there is one. Throws where the key was written before, has no answer, and the request
    // is not replayable: it may have happened, and nobody can find out by sending it again.
    virtual boost::asio::awaitable<std::optional<HttpReply>> before(const HttpRequest& request) = 0;
    // The answer that the call goes on with. Not called where none came: the entry stays open.
    virtual boost::asio::awaitable<void> after(const HttpRequest& request, const HttpReply& reply) = 0;
    // For certain nothing of it reached the other side: it may be sent another time.
    virtual boost::asio::awaitable<void> neverSent(const HttpRequest& request);
};

// A request of which nothing reached the other side.
class NotSent : public providers::ProviderError {
public:
    using ProviderError::ProviderError;
};
// The same of one that may happen only once: for whoever drives the call, who may make it anew. The call itself could
// not tell it from a request whose answer was lost, and hears nothing of it.
class NeverSent : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// An address that somebody else named is not called, or its answer not taken. The same will come of another try.
class OutsideRefused : public providers::ProviderError {
public:
    enum class Why { address, tooLong };
    OutsideRefused(Why why, const std::string& what);
    Why why() const {
        return why_;
    }

private:
    Why why_;
};

// Whose call it is.
struct Caller {
    std::string account;                // for health and pauses
    Journal* journal = nullptr;         // needed by calls that make requests with an idempotency key
    std::optional<Millis> total = {};   // instead of the policy's, for each request
    std::optional<Millis> single = {};  // the same for each sending
    OutsideRules outside = {};          // for requests that are fromOutside
};

struct Policy {
    RetryPolicy retry;
    BreakerPolicy breaker;
    HealthPolicy health;
    bool proxied = false;  // a proxy stands between, and looks names up
};

// One sending, for metrics. No address, no contents.
struct Sending {
    std::string account;
    int status = 0;  // 0: no answer
    Millis took{0};
};

class Egress {
public:
    // The references must outlive the object. `random` gives numbers in [0, 1).
    Egress(HttpClient& client, Timing& timing, std::function<double()> random, Policy policy = {});

    // Told of every sending; must not throw.
    void observe(std::function<void(const Sending&)> observer);

    // The reply, after as many sendings as it took. Throws ProviderError: providerUnreachable where no answer came or
    // the host is being spared, providerBroken for an answer that is too long, internal for a request with an
    // idempotency key and no journal. What the journal throws passes through.
    // A request that is fromOutside must be a GET. Its redirects are followed, three at most, all within the one total,
    // and each is checked as the address itself was: OutsideRefused. How it is answered says nothing of the account.
    boost::asio::awaitable<HttpReply> send(HttpRequest request, Caller caller);

    Answering answering(const std::string& account) const;
    // Whether a host that the account calls is being left alone just now, so that a new call would fail at once.
    bool spares(const std::string& account) const;

private:
    boost::asio::awaitable<HttpReply> sendOutside(HttpRequest request, const Caller& caller);
    boost::asio::awaitable<HttpReply> sendUntilAnswered(const HttpRequest& request, const Caller& caller);
    boost::asio::awaitable<HttpReply> sendOnce(const HttpRequest& request, const Caller& caller,
                                               const std::string& origin, Millis left);
    boost::asio::awaitable<HttpReply> sendPlainly(const HttpRequest& request, const Caller& caller, Millis left);
    boost::asio::awaitable<void> waitForPause(const Caller& caller, Moment end);
    Millis timeFor(const HttpRequest& request, const Caller& caller) const;
    Breaker& breakerOf(const std::string& origin);

    HttpClient& client_;
    Timing& timing_;
    std::function<double()> random_;
    Policy policy_;
    std::function<void(const Sending&)> observer_;
    std::map<std::string, Breaker> breakers_;               // by origin; never erased: permits point into it
    std::map<std::string, std::set<std::string>> origins_;  // that each account called
    Health health_;
};

// Drives a call to its end. The exchange must not outlive what it refers to. What is no ProviderError (the journal's
// failures, cancellation) is not the call's business: it abandons the call and goes straight to whoever waits.
template <class T>
boost::asio::awaitable<T> drive(Exchange<T> call, Egress& egress, Caller caller = {}) {
    for (auto* request = call.start(); request != nullptr;) {
        HttpReply reply;
        std::exception_ptr failure;
        try {
            reply = co_await egress.send(*request, caller);
        } catch (const providers::ProviderError&) {
            failure = std::current_exception();
        }
        request = failure ? call.fail(std::move(failure)) : call.answer(std::move(reply));
    }
    if constexpr (std::is_void_v<T>) {
        call.result();
    } else {
        co_return call.result();
    }
}

}  // namespace verdesk::backend::egress
