#pragma once
// Exchange<T>: a provider call as a coroutine that yields requests as values and receives replies. It holds no socket
// and no clock; whoever drives it has those. Not thread-safe: one driver at a time, from any thread.
//
//     Exchange<Session> open(std::string base) {
//         const HttpReply reply = co_await post(base + "/session");       // hands the request to the driver
//         co_return co_await readSession(reply);                          // a call inside a call
//     }
//
//     auto call = open(base);
//     for (auto* request = call.start(); request != nullptr;) {           // the driver
//         request = call.answer(send(*request));                          // or call.fail(why)
//     }
//     auto session = call.result();                                       // the value, or throws what the call threw
//
// Destroying an Exchange abandons the call, wherever it stands.

#include "exchange/http_message.h"

#include <cassert>
#include <coroutine>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

namespace verdesk {

template <class T>
class Exchange;

namespace exchange_detail {

// What a driver and the calls nested in one another share: who waits, for what, and what came.
struct Wire {
    std::coroutine_handle<> waiting;
    HttpRequest* request = nullptr;
    std::optional<HttpReply> reply;
    std::exception_ptr failure;
};

// co_await request: suspends down to the driver. The request lives in the frame of the waiting call.
struct Ask {
    Wire& wire;
    HttpRequest request;

    bool await_ready() const noexcept {
        return false;
    }
    void await_suspend(std::coroutine_handle<> caller) noexcept {
        wire.waiting = caller;
        wire.request = &request;
    }
    HttpReply await_resume() {
        if (wire.failure) {
            std::rethrow_exception(std::exchange(wire.failure, {}));
        }
        HttpReply reply = std::move(*wire.reply);
        wire.reply.reset();
        return reply;
    }
};

// What the promises of Exchange<T> and Exchange<void> have in common.
struct PromiseBase {
    Wire* wire = nullptr;
    std::coroutine_handle<> parent = std::noop_coroutine();
    std::exception_ptr error;

    struct ToParent {
        std::coroutine_handle<> parent;
        bool await_ready() const noexcept {
            return false;
        }
        std::coroutine_handle<> await_suspend(std::coroutine_handle<>) const noexcept {
            return parent;
        }
        void await_resume() const noexcept {}
    };

    std::suspend_always initial_suspend() const noexcept {
        return {};
    }
    ToParent final_suspend() const noexcept {
        return {parent};
    }
    void unhandled_exception() noexcept {
        error = std::current_exception();
    }
    Ask await_transform(HttpRequest request) const {
        return {*wire, std::move(request)};
    }
    template <class U>
    Exchange<U> await_transform(Exchange<U> child) const {
        child.share(wire);
        return child;
    }
};

template <class T>
struct Promise : PromiseBase {
    std::optional<T> value;
    Exchange<T> get_return_object();
    void return_value(T result) {
        value = std::move(result);
    }
    T take() {
        return std::move(*value);
    }
};

template <>
struct Promise<void> : PromiseBase {
    Exchange<void> get_return_object();
    void return_void() const noexcept {}
    void take() const noexcept {}
};

}  // namespace exchange_detail

template <class T>
class [[nodiscard]] Exchange {
public:
    using promise_type = exchange_detail::Promise<T>;

    Exchange(Exchange&& other) noexcept : call_{std::exchange(other.call_, {})}, wire_{std::move(other.wire_)} {}
    Exchange& operator=(Exchange&& other) noexcept {
        std::swap(call_, other.call_);
        std::swap(wire_, other.wire_);
        return *this;
    }
    ~Exchange() {
        if (call_) {
            call_.destroy();
        }
    }

    // The driver's side. Each returns the next request, or null when the call has ended. The pointer is good until the
    // next of these calls.
    HttpRequest* start() {
        assert(!wire_ && "an exchange is started once");
        wire_ = std::make_unique<exchange_detail::Wire>();
        share(wire_.get());
        wire_->waiting = call_;
        return resume();
    }
    HttpRequest* answer(HttpReply reply) {
        wire_->reply = std::move(reply);
        return resume();
    }
    HttpRequest* fail(std::exception_ptr why) {
        wire_->failure = std::move(why);
        return resume();
    }
    // Once, after the call has ended. Throws what the call threw.
    T result() {
        auto& promise = call_.promise();
        if (promise.error) {
            std::rethrow_exception(promise.error);
        }
        return promise.take();
    }

    // A call inside a call: co_await child(...).
    bool await_ready() const noexcept {
        return false;
    }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) noexcept {
        call_.promise().parent = caller;
        return call_;
    }
    T await_resume() {
        return result();
    }

private:
    friend promise_type;
    friend exchange_detail::PromiseBase;

    explicit Exchange(std::coroutine_handle<promise_type> call) : call_{call} {}
    void share(exchange_detail::Wire* wire) {
        call_.promise().wire = wire;
    }
    HttpRequest* resume() {
        wire_->request = nullptr;
        wire_->waiting.resume();
        return wire_->request;
    }

    std::coroutine_handle<promise_type> call_;
    std::unique_ptr<exchange_detail::Wire> wire_;  // only the outermost call has one
};

namespace exchange_detail {

template <class T>
Exchange<T> Promise<T>::get_return_object() {
    return Exchange<T>{std::coroutine_handle<Promise>::from_promise(*this)};
}
inline Exchange<void> Promise<void>::get_return_object() {
    return Exchange<void>{std::coroutine_handle<Promise>::from_promise(*this)};
}

}  // namespace exchange_detail

}  // namespace verdesk
