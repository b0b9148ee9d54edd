#pragma once
// The store: one writer that batches, a few readers, one log reader that feeds all long polls. SQLite or PostgreSQL
// behind it.
//
//     const auto query = [id](Reading& r) { return tables::findCase(r, id); };
//     auto row = co_await store.read(query);
//     const auto change = [row, event](Transaction& t) { tables::update(t, row); t.append(event); };
//     co_await store.write(change);  // returns after the commit
//
// Give the closure a name, outside the co_await: g++ 12 destroys twice what a closure inside it has captured. The store
// takes a copy.
//
// A change may run again from the start if its batch had to be repeated (a lost connection, a deadlock): it must have
// no effect outside the transaction. What a change throws rolls back that change alone and is thrown to its caller.
// Closures own what they use: the caller may be gone before they run. A lost connection inside COMMIT is an error to
// the caller, who reads what became of it.

#include "backend/store/feed.h"
#include "backend/store/load.h"
#include "backend/store/place.h"
#include "backend/store/transaction.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <variant>

namespace verdesk::backend::store {

struct Options {
    Place place;
    crypto::Key master;
    int masterVersion = 1;
    int readers = 2;
    std::size_t batch = 512;  // changes in one commit, at most
    // The master key before, while it is being exchanged: see rotation.h.
    std::optional<crypto::Key> previousMaster = {};
};

class Store {
public:
    // Opens or creates the store and migrates it. Throws std::runtime_error that names the place and the way out: a
    // newer schema, a wrong master key, no connection, an exchange of the master key that was not brought to its end.
    Store(boost::asio::any_io_executor executor, Options options);
    ~Store();  // waits for what was accepted
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    template <class Change>
    auto write(Change&& change) {
        static_assert(safe<Change>, "give the closure a name outside the co_await: see the top of this file");
        return perform<Transaction>(std::decay_t<Change>(change), &Store::enqueueWrite);
    }
    template <class Query>
    auto read(Query&& query) {
        static_assert(safe<Query>, "give the closure a name outside the co_await: see the top of this file");
        return perform<Reading>(std::decay_t<Query>(query), &Store::enqueueRead);
    }

    Feed& feed();
    Keyring& keys();
    // Whether a write that changes nothing reaches the disk: for readiness.
    boost::asio::awaitable<bool> healthy();
    Load load() const;

private:
    struct State;
    // What is bit by bit the same survives g++ 12.
    template <class Closure>
    static constexpr bool safe =
        std::is_lvalue_reference_v<Closure> || std::is_trivially_copyable_v<std::remove_cvref_t<Closure>>;

    // `run` is called on a thread of the store's, possibly again after a failed batch; `done` exactly once, with the
    // outcome.
    template <class Context>
    struct Job {
        std::function<void(Context&)> run;
        std::function<void(std::exception_ptr)> done;
    };
    void enqueueWrite(Job<Transaction> job);
    void enqueueRead(Job<Reading> job);

    template <class Context, class Work>
    auto perform(Work work, void (Store::*enqueue)(Job<Context>))
        -> boost::asio::awaitable<std::invoke_result_t<Work&, Context&>> {
        namespace asio = boost::asio;
        using Result = std::invoke_result_t<Work&, Context&>;
        using Held = std::conditional_t<std::is_void_v<Result>, std::monostate, Result>;
        struct Shared {
            Work work;
            std::optional<Held> result;
        };
        auto shared = std::make_shared<Shared>(Shared{std::move(work), std::nullopt});
        const auto executor = co_await asio::this_coro::executor;
        // Named, and not written inside the co_await: g++ 12 destroys the captures of a closure there twice.
        auto initiate = [this, shared, executor, enqueue](auto handler) {
            auto held = std::make_shared<decltype(handler)>(std::move(handler));
            (this->*enqueue)({[shared](Context& context) {
                                  if constexpr (std::is_void_v<Result>) {
                                      shared->work(context);
                                      shared->result.emplace();
                                  } else {
                                      shared->result.emplace(shared->work(context));
                                  }
                              },
                              [held, executor](std::exception_ptr failure) {
                                  asio::post(executor, [held, failure] { std::move (*held)(failure); });
                              }});
        };
        co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(std::exception_ptr)>(initiate,
                                                                                                asio::use_awaitable);
        if constexpr (!std::is_void_v<Result>) {
            co_return std::move(*shared->result);
        }
    }

    std::unique_ptr<State> state_;
};

}  // namespace verdesk::backend::store
