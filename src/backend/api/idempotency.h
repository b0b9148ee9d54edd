#pragma once
// Requests that create or decide happen once: the answer is kept (sealed) under the person and the Idempotency-Key for
// 24 hours, and given again to the same request. Another request under the same key is refused.
//
// A change of the store alone keeps its answer in the very transaction that makes it (`insideOf`): either both are
// there after a crash or neither. Work that also calls a provider claims its key before it starts and keeps its answer
// afterwards (`around`); the work itself is safe to begin again under the same key, as the journal sees to it, so a
// claim that a killed process left behind is taken over.

#include "backend/api/call.h"
#include "backend/api/parts.h"
#include "backend/store/rows.h"
#include "backend/store/transaction.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <string>

namespace verdesk::backend::api {

inline constexpr std::chrono::hours keptFor{24};

class Idempotency {
public:
    explicit Idempotency(const Parts& parts);

    // `change` runs inside the transaction and gives the answer; a ProblemError that it throws undoes it. Refusals
    // that depend on the state of things are kept too, so that the same request hears the same.
    using Change = std::function<http::Response(store::Transaction&)>;
    boost::asio::awaitable<http::Response> insideOf(const Call& call, Change change);

    using Run = std::function<boost::asio::awaitable<http::Response>()>;
    boost::asio::awaitable<http::Response> around(const Call& call, Run run);

    // Forgets what is older than keptFor.
    boost::asio::awaitable<void> tidyUp();

private:
    struct Claim {
        bool ours = false;
        bool underWay = false;
        http::Response kept;
    };
    store::IdempotencyRow rowOf(const Call& call) const;
    boost::asio::awaitable<Claim> claim(store::IdempotencyRow row);
    boost::asio::awaitable<void> keep(store::IdempotencyRow row, const http::Response& response);
    boost::asio::awaitable<void> waitFor(const std::string& name);

    const Parts& parts_;
    Instant startedAt_;
    std::multimap<std::string, boost::asio::steady_timer*> waiting_;  // by person and key, under way here
    std::map<std::string, int> running_;
};

}  // namespace verdesk::backend::api
