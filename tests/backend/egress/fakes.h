#pragma once
// A client that answers by script, a time that passes only when somebody waits for it, and a journal in memory.

#include "backend/egress/driver.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <deque>
#include <functional>
#include <variant>

namespace verdesk::backend::egress::test {

class FakeTiming : public Timing {
public:
    Moment now() const override {
        return now_;
    }
    boost::asio::awaitable<void> wait(Millis time) override {
        waits.push_back(time);
        now_ += time;
        co_return;
    }
    void pass(Millis time) {
        now_ += time;
    }
    std::vector<Millis> waits;

private:
    Moment now_{std::chrono::hours{1}};
};

inline HttpReply reply(int status, std::string body = {}, std::vector<Header> headers = {}) {
    return {status, std::move(body), std::move(headers)};
}
inline TransportError timeout() {
    return {TransportError::Kind::timeout, true, "p.example: timed out"};
}
inline TransportError noConnection() {
    return {TransportError::Kind::unreachable, false, "p.example: no connection"};
}

class FakeClient : public HttpClient {
public:
    using Answer = std::variant<HttpReply, TransportError>;

    explicit FakeClient(FakeTiming& timing) : timing_{timing} {}

    // The next answers, in order, each after that time. With none left: 200.
    FakeClient& then(Answer answer, Millis takes = Millis{10}) {
        script_.push_back({std::move(answer), takes});
        return *this;
    }
    boost::asio::awaitable<HttpReply> send(HttpRequest request, Millis deadline) override {
        if (onSend) {
            onSend();
        }
        sent.push_back(std::move(request));
        deadlines.push_back(deadline);
        if (script_.empty()) {
            co_return reply(200, "ok");
        }
        auto [answer, takes] = std::move(script_.front());
        script_.pop_front();
        timing_.pass(takes);
        if (auto* error = std::get_if<TransportError>(&answer)) {
            throw TransportError{*error};
        }
        co_return std::get<HttpReply>(std::move(answer));
    }

    std::vector<HttpRequest> sent;
    std::vector<Millis> deadlines;
    std::function<void()> onSend;

private:
    FakeTiming& timing_;
    std::deque<std::pair<Answer, Millis>> script_;
};

class FakeJournal : public Journal {
public:
    boost::asio::awaitable<std::optional<HttpReply>> before(const HttpRequest& request) override {
        log.push_back("before " + request.idempotencyKey);
        if (breaksBefore) {
            throw std::runtime_error{"disk full"};
        }
        co_return kept;
    }
    boost::asio::awaitable<void> after(const HttpRequest& request, const HttpReply& answer) override {
        log.push_back("after " + request.idempotencyKey + " " + std::to_string(answer.status));
        co_return;
    }

    std::vector<std::string> log;
    std::optional<HttpReply> kept;
    bool breaksBefore = false;
};

// Everything that a test of the driver needs. `random` is 0 unless a test says otherwise: pauses are half.
struct World {
    FakeTiming timing;
    FakeClient client{timing};
    double random = 0;
    Egress egress;

    explicit World(Policy policy = {}) : egress{client, timing, [this] { return random; }, policy} {}
};

template <class T>
T run(boost::asio::awaitable<T> work) {
    boost::asio::io_context context;
    auto future = boost::asio::co_spawn(context, std::move(work), boost::asio::use_future);
    context.run();
    return future.get();
}

// A call of one request that gives the status, or the failure's word.
inline Exchange<std::string> asking(HttpRequest request) {
    try {
        const HttpReply answer = co_await std::move(request);
        co_return std::to_string(answer.status);
    } catch (const providers::ProviderError& error) {
        co_return std::string{toWord(error.failure())};
    }
}

}  // namespace verdesk::backend::egress::test
