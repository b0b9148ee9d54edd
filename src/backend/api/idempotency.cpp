#include "backend/api/idempotency.h"

#include "backend/api/answer.h"
#include "backend/store/store.h"
#include "backend/store/tables/staff.h"
#include "crypto/digest.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace verdesk::backend::api {

namespace asio = boost::asio;
namespace tables = store::tables;
using store::IdempotencyRow;
using store::Transaction;

namespace {

// What stands in the row instead of a status: under way, or let go without an answer.
constexpr int underWay = 0;
constexpr int released = -1;
// A claim of another replica that is older than any request lives was left behind by a killed one.
constexpr std::chrono::seconds longestRequest{90};
constexpr std::chrono::milliseconds patience{30'000};

ProblemError reused() {
    return ProblemError{{422, "idempotency-key-reused", "This Idempotency-Key was used for another request", {}, {}}};
}

http::Response keptAnswer(const IdempotencyRow& row) {
    http::Response response;
    response.status = row.status;
    response.body = row.answer;
    if (row.status >= 400) {
        response.contentType = "application/problem+json";
    }
    response.headers.emplace_back("Idempotency-Replayed", "true");
    return response;
}

// Worth keeping: done, or refused for good. What may go better the next time is not.
bool isFinal(int status) {
    return status < 400 || status == 404 || status == 409;
}

std::string nameOf(const IdempotencyRow& row) {
    return row.staff.value + " " + row.key;
}

// Inside a transaction: the answer that is kept, if there is one. Throws where the key was used for something else.
std::optional<IdempotencyRow> kept(Transaction& t, const IdempotencyRow& wanted) {
    auto row = tables::findIdempotency(t, wanted.staff, wanted.key);
    if (row && row->at < wanted.at - keptFor) {
        tables::dropIdempotency(t, wanted.at - keptFor);
        row.reset();
    }
    if (row && row->requestDigest != wanted.requestDigest) {
        throw reused();
    }
    return row;
}

void put(Transaction& t, const IdempotencyRow& row, bool isThere) {
    if (isThere || !tables::insertIdempotency(t, row)) {
        tables::answerIdempotency(t, row);
    }
}

}  // namespace

Idempotency::Idempotency(const Parts& parts) : parts_{parts}, startedAt_{parts.clock.now()} {}

IdempotencyRow Idempotency::rowOf(const Call& call) const {
    using crypto::viewOf;
    const std::string_view line = "\n";
    IdempotencyRow row;
    row.staff = call.who.staff;
    row.key = call.key;
    row.requestDigest =
        crypto::toHex(crypto::sha256({viewOf(call.request.method), viewOf(line), viewOf(call.request.path),
                                      viewOf(line), viewOf(call.request.body)}));
    row.at = parts_.clock.now();
    return row;
}

asio::awaitable<http::Response> Idempotency::insideOf(const Call& call, Change change) {
    const auto row = rowOf(call);
    std::optional<Problem> refusal;
    try {
        const auto whole = [row, change](Transaction& t) {
            const auto there = kept(t, row);
            if (there && there->status > 0) {
                return keptAnswer(*there);
            }
            auto response = change(t);
            auto answered = row;
            answered.status = response.status;
            answered.answer = response.body;
            put(t, answered, there.has_value());
            return response;
        };
        co_return co_await parts_.store.write(whole);
    } catch (const ProblemError& error) {
        refusal = error.problem();
    }
    const auto response = answerOf(*refusal);
    if (isFinal(response.status)) {
        co_await keep(row, response);
    }
    co_return response;
}

asio::awaitable<Idempotency::Claim> Idempotency::claim(IdempotencyRow row) {
    const bool runsHere = running_.find(nameOf(row)) != running_.end();
    const auto change = [row, runsHere, startedAt = startedAt_](Transaction& t) {
        Claim claim;
        const auto there = kept(t, row);
        if (there && there->status > 0) {
            claim.kept = keptAnswer(*there);
            return claim;
        }
        // Left behind by a process that is no more: begun before this one started, or too long ago.
        const bool abandoned =
            there && !runsHere &&
            (there->status == released || there->at < startedAt || row.at - there->at > longestRequest);
        if (there && !abandoned) {
            claim.underWay = true;
            return claim;
        }
        auto mine = row;
        mine.status = underWay;
        put(t, mine, there.has_value());
        claim.ours = true;
        return claim;
    };
    co_return co_await parts_.store.write(change);
}

asio::awaitable<void> Idempotency::keep(IdempotencyRow row, const http::Response& response) {
    row.status = isFinal(response.status) ? response.status : released;
    row.answer = row.status == released ? std::string{} : response.body;
    row.at = parts_.clock.now();
    const auto change = [row](Transaction& t) {
        const auto there = tables::findIdempotency(t, row.staff, row.key);
        if (!there || there->status <= 0) {
            put(t, row, there.has_value());
        }
    };
    co_await parts_.store.write(change);
}

// Until the request that runs under this name here has ended; or a moment, where it runs elsewhere.
asio::awaitable<void> Idempotency::waitFor(const std::string& name) {
    const bool here = running_.find(name) != running_.end();
    asio::steady_timer timer{co_await asio::this_coro::executor, here ? patience : std::chrono::milliseconds{200}};
    const auto place = waiting_.emplace(name, &timer);
    boost::system::error_code ignored;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    waiting_.erase(place);
}

asio::awaitable<http::Response> Idempotency::around(const Call& call, Run run) {
    const auto row = rowOf(call);
    const auto name = nameOf(row);
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
        auto claimed = co_await claim(row);
        if (claimed.ours) {
            break;
        }
        if (!claimed.underWay) {
            co_return std::move(claimed.kept);
        }
        if (std::chrono::steady_clock::now() > until) {
            throw ProblemError{{409, "request-under-way", "The same request is still under way", {}, {}}};
        }
        co_await waitFor(name);
    }
    ++running_[name];
    http::Response response;
    std::exception_ptr unforeseen;
    try {
        response = co_await run();
    } catch (const ProblemError& error) {
        response = answerOf(error.problem());
    } catch (const MemberError& error) {
        response = answerOf(problemOf(error));
    } catch (...) {
        unforeseen = std::current_exception();
        response.status = 500;
    }
    co_await keep(row, response);
    running_.erase(name);
    for (auto [each, end] = waiting_.equal_range(name); each != end; ++each) {
        each->second->cancel();
    }
    if (unforeseen) {
        std::rethrow_exception(unforeseen);
    }
    co_return response;
}

asio::awaitable<void> Idempotency::tidyUp() {
    const auto change = [before = parts_.clock.now() - keptFor](Transaction& t) { tables::dropIdempotency(t, before); };
    co_await parts_.store.write(change);
}

}  // namespace verdesk::backend::api
