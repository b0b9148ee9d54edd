// GET /changes: the long poll over the event log.
#include "backend/api/answer.h"
#include "backend/api/routes.h"
#include "backend/auth/sessions.h"
#include "backend/store/store.h"
#include "contract/changes.h"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace verdesk::backend::api {

namespace asio = boost::asio;

namespace {

constexpr std::int64_t longestWait = 30;  // seconds
constexpr std::int64_t usualWait = 25;

// Cases and verifications of the session's branch; what happens to staff and webhooks is nobody's news here, and that
// somebody looked changes nothing.
bool concerns(const store::LogEntry& entry, const Who& who) {
    return !entry.caseId.empty() && !entry.type.starts_with("evidence.") && mayTouch(who, entry.branch);
}

void take(const store::FeedSlice& slice, const Who& who, Changes& changes) {
    changes.cursor = slice.cursor;
    for (const auto& entry : slice.entries) {
        if (concerns(entry, who)) {
            changes.changes.push_back(
                {entry.at, entry.type, entry.caseId, entry.verification, entry.state, entry.verdict});
        }
    }
}

ProblemError tooOld() {
    return ProblemError{{410, "cursor-too-old", "Too much happened since: read everything anew", {}, {}}};
}

asio::awaitable<void> whyEnded(const LongPolls::Poll& poll) {
    switch (poll.ended) {
        case LongPolls::Ended::superseded:
            throw ProblemError{{409, "superseded", "A newer poll of this session took over", {}, {}}};
        case LongPolls::Ended::sessionOver:
            throw ProblemError{sessionEnded()};
        case LongPolls::Ended::no:
        case LongPolls::Ended::stopping:
            break;
    }
    co_return;
}

asio::awaitable<Changes> follow(const Parts& parts, const Who& who, std::int64_t after, std::chrono::milliseconds wait,
                                LongPolls::Poll& poll) {
    using namespace asio::experimental::awaitable_operators;
    auto& feed = parts.store.feed();
    if (after > feed.cursor()) {
        throw tooOld();  // of another store, before it was restored or reset
    }
    Changes changes{after, {}};
    const auto until = std::chrono::steady_clock::now() + wait;
    while (poll.ended == LongPolls::Ended::no) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        boost::system::error_code ignored;
        auto first = co_await (feed.after(changes.cursor, std::max(left, std::chrono::milliseconds{0})) ||
                               poll.bell.async_wait(asio::redirect_error(asio::use_awaitable, ignored)));
        if (first.index() == 1) {
            break;
        }
        const auto& slice = std::get<0>(first);
        if (slice.tooOld) {
            throw tooOld();
        }
        take(slice, who, changes);
        if (!changes.changes.empty() || left.count() <= 0) {
            break;
        }
    }
    co_await whyEnded(poll);
    co_return changes;
}

asio::awaitable<http::Response> changes(const Parts& parts, LongPolls& polls, Call call) {
    const auto after = integerOf(call, "after", 0, INT64_MAX);
    if (!after) {
        throw MemberError{"after", "is missing"};
    }
    const std::chrono::seconds wait{integerOf(call, "wait", 0, longestWait).value_or(usualWait)};
    const auto poll = polls.begin(call.who.session, co_await asio::this_coro::executor);
    Changes found;
    try {
        found = co_await follow(parts, call.who, *after, wait, *poll);
    } catch (...) {
        polls.finish(call.who.session, poll);
        throw;
    }
    polls.finish(call.who.session, poll);
    // The session may have ended elsewhere while this waited: staff disabled, signed out at another replica, idle.
    const auto token = call.request.header("Authorization").value_or("");
    const auto still =
        co_await parts.sessions.find(std::string{token.substr(std::min<std::size_t>(7, token.size()))}, false);
    if (!still) {
        throw ProblemError{sessionEnded()};
    }
    co_return answer(200, toJson(found));
}

}  // namespace

void addChangeRoutes(Gate& gate, const Parts& parts, LongPolls& polls) {
    gate.add({"GET", "/changes", Operation::followChanges, 0, false, true},
             [&parts, &polls](Call call) { return changes(parts, polls, std::move(call)); });
}

}  // namespace verdesk::backend::api
