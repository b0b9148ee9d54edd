#include "backend/egress/driver.h"

#include "backend/egress/origin.h"

namespace verdesk::backend::egress {

namespace asio = boost::asio;
using providers::ProviderError;

namespace {

using Kind = TransportError::Kind;

constexpr int mostRedirects = 3;

[[noreturn]] void fail(const TransportError& error, bool outside) {
    const auto failure = error.kind() == Kind::tooLarge  ? Failure::providerBroken
                         : error.kind() == Kind::refused ? Failure::configuration
                                                         : Failure::providerUnreachable;
    if (outside && (error.kind() == Kind::tooLarge || error.kind() == Kind::refused)) {
        throw OutsideRefused{
            error.kind() == Kind::refused ? OutsideRefused::Why::address : OutsideRefused::Why::tooLong, error.what()};
    }
    if (!error.mayHaveArrived()) {
        throw NotSent{failure, error.what()};
    }
    throw ProviderError{failure, error.what()};
}

bool isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Millis between(Moment from, Moment to) {
    return std::chrono::duration_cast<Millis>(to - from);
}

// Whether the host is at fault, for the breaker and the health: its own mistakes, not ours and not "slow down".
bool isFailure(int status) {
    return status >= 500;
}
bool isFailure(const TransportError& error) {
    return error.kind() != Kind::refused && error.kind() != Kind::stopped;
}

}  // namespace

asio::awaitable<void> Journal::neverSent(const HttpRequest&) {
    co_return;
}

OutsideRefused::OutsideRefused(Why why, const std::string& what)
    : ProviderError{why == Why::address ? Failure::configuration : Failure::providerBroken, what}, why_{why} {}

Egress::Egress(HttpClient& client, Timing& timing, std::function<double()> random, Policy policy)
    : client_{client},
      timing_{timing},
      random_{std::move(random)},
      policy_{policy},
      observer_{[](const Sending&) {}},
      health_{policy.health} {}

void Egress::observe(std::function<void(const Sending&)> observer) {
    observer_ = std::move(observer);
}

Answering Egress::answering(const std::string& account) const {
    return health_.answering(account);
}

bool Egress::spares(const std::string& account) const {
    const auto called = origins_.find(account);
    return called != origins_.end() && std::any_of(called->second.begin(), called->second.end(), [this](auto& origin) {
               return breakers_.at(origin).state(timing_.now()) == Breaker::State::open;
           });
}

asio::awaitable<HttpReply> Egress::send(HttpRequest request, Caller caller) {
    if (request.fromOutside) {
        co_return co_await sendOutside(std::move(request), caller);
    }
    const bool journaled = !request.idempotencyKey.empty();
    if (journaled) {
        if (caller.journal == nullptr) {
            throw ProviderError{Failure::internal, "a request that must not happen twice needs a journal"};
        }
        if (auto kept = co_await caller.journal->before(request)) {
            co_return std::move(*kept);
        }
    }
    std::optional<HttpReply> reply;
    std::exception_ptr unsent;
    try {
        reply = co_await sendUntilAnswered(request, caller);
    } catch (const NotSent&) {
        unsent = std::current_exception();
    }
    if (journaled && reply) {
        co_await caller.journal->after(request, *reply);
    } else if (journaled) {
        co_await caller.journal->neverSent(request);
    }
    if (unsent && journaled && !request.replayable) {
        throw NeverSent{"the provider could not be reached"};
    }
    if (unsent) {
        std::rethrow_exception(unsent);
    }
    co_return std::move(*reply);
}

asio::awaitable<HttpReply> Egress::sendOutside(HttpRequest request, const Caller& caller) {
    if (request.method != "GET" || !request.body.empty()) {
        throw ProviderError{Failure::internal, "an address that somebody else named is only ever read"};
    }
    const auto end = timing_.now() + caller.total.value_or(policy_.retry.total);
    auto hop = caller;
    for (int redirects = 0; redirects <= mostRedirects; ++redirects) {
        if (const auto why = whyNotCalled(request.url, caller.outside, policy_.proxied); !why.empty()) {
            throw OutsideRefused{OutsideRefused::Why::address, "an address is not called: " + why};
        }
        hop.total = between(timing_.now(), end);
        if (hop.total->count() <= 0) {
            throw ProviderError{Failure::providerUnreachable, "the redirects of an address took too long"};
        }
        auto reply = co_await sendUntilAnswered(request, hop);
        if (!isRedirect(reply.status)) {
            co_return reply;
        }
        const auto location = reply.header("Location");
        const auto next = redirected(request.url, std::string{location.value_or("")});
        if (!next) {
            throw ProviderError{Failure::providerBroken, "a redirect leads nowhere"};
        }
        const auto here = originOf(request.url);
        const auto there = originOf(*next);
        if (!there || there->text() != here->text()) {
            request.headers.clear();  // they were meant for the first one
        }
        request.url = *next;
    }
    throw OutsideRefused{OutsideRefused::Why::address, "an address redirects too often"};
}

asio::awaitable<HttpReply> Egress::sendUntilAnswered(const HttpRequest& request, const Caller& caller) {
    const auto origin = originOf(request.url);
    if (!origin) {
        throw ProviderError{Failure::configuration, "the provider's address is none"};
    }
    const auto end = timing_.now() + caller.total.value_or(policy_.retry.total);
    for (int sent = 1;; ++sent) {
        if (!request.fromOutside) {
            co_await waitForPause(caller, end);
        }
        std::optional<HttpReply> reply;
        std::optional<TransportError> error;
        try {
            reply = co_await sendOnce(request, caller, origin->text(), between(timing_.now(), end));
        } catch (const TransportError& why) {
            error = why;
        }
        const auto asked = reply ? retryAfter(*reply) : std::nullopt;
        if (reply && reply->status == 429 && asked && !request.fromOutside) {
            health_.pauseUntil(caller.account, timing_.now() + *asked);
        }
        const auto pause = pauseBefore(policy_.retry, sent, random_(), asked);
        const auto next = timing_.now() + pause;
        const bool allowed = reply ? mayResend(request, *reply) : mayResend(request, *error);
        const bool spared = !request.fromOutside && breakerOf(origin->text()).state(next) == Breaker::State::open;
        if (!allowed || spared || sent >= policy_.retry.sendings || next >= end) {
            if (!reply) {
                fail(*error, request.fromOutside);
            }
            co_return std::move(*reply);
        }
        co_await timing_.wait(pause);
    }
}

asio::awaitable<HttpReply> Egress::sendOnce(const HttpRequest& request, const Caller& caller, const std::string& origin,
                                            Millis left) {
    if (request.fromOutside) {
        co_return co_await sendPlainly(request, caller, left);
    }
    origins_[caller.account].insert(origin);
    auto permit = breakerOf(origin).enter(timing_.now());
    if (!permit) {
        throw NotSent{Failure::providerUnreachable, "the provider did not answer lately and is left alone"};
    }
    const auto began = timing_.now();
    std::optional<HttpReply> reply;
    std::optional<TransportError> error;
    try {
        reply = co_await client_.send(request, std::min(left, timeFor(request, caller)));
    } catch (const TransportError& why) {
        error = why;
    }
    const auto took = between(began, timing_.now());
    observer_({caller.account, reply ? reply->status : 0, took});
    if (reply ? isFailure(reply->status) : isFailure(*error)) {
        permit.failed(timing_.now());
        health_.failed(caller.account);
    } else if (reply) {
        permit.succeeded();
        health_.answered(caller.account, took);
    }
    if (error) {
        throw TransportError{*error};
    }
    co_return std::move(*reply);
}

// Hosts that others name are many, and none of them is the provider: no breaker, and nothing for the account's health.
asio::awaitable<HttpReply> Egress::sendPlainly(const HttpRequest& request, const Caller& caller, Millis left) {
    auto sent = request;
    sent.fromOutside = !isAllowedInside(request.url, caller.outside);
    co_return co_await client_.send(std::move(sent), std::min(left, timeFor(request, caller)));
}

Millis Egress::timeFor(const HttpRequest& request, const Caller& caller) const {
    return request.within.count() > 0 ? request.within : caller.single.value_or(policy_.retry.single);
}

Breaker& Egress::breakerOf(const std::string& origin) {
    return breakers_.try_emplace(origin, policy_.breaker).first->second;
}

asio::awaitable<void> Egress::waitForPause(const Caller& caller, Moment end) {
    const auto until = health_.pausedUntil(caller.account);
    const auto now = timing_.now();
    if (until <= now) {
        co_return;
    }
    if (until >= end) {
        throw NotSent{Failure::providerUnreachable, "the provider asked for a longer pause"};
    }
    co_await timing_.wait(between(now, until) + Millis{1});
}

}  // namespace verdesk::backend::egress
