#include "backend/store/feed.h"

#include "backend/store/feed_state.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>

namespace verdesk::backend::store {
namespace {

namespace asio = boost::asio;

// Entries of one answer: a desk that was away for long catches up in several.
constexpr std::size_t sliceSize = 500;

template <class Enum>
Enum wordOf(const nlohmann::json& data, const char* member, Enum otherwise) {
    const auto found = data.find(member);
    if (found == data.end() || !found->is_string()) {
        return otherwise;
    }
    return fromWord<Enum>(found->get_ref<const std::string&>()).value_or(otherwise);
}

}  // namespace

LogEntry entryOf(std::int64_t at, const Event& event) {
    LogEntry entry{at, event.type, event.branch, event.caseId, event.verification, verdesk::State::unknown, {}};
    if (!event.verification.empty()) {
        entry.state = wordOf(event.data, "state", verdesk::State::unknown);
    }
    entry.verdict = wordOf(event.data, "verdict", claims::Verdict::none);
    return entry;
}

void Feed::State::add(const std::vector<LogEntry>& added) {
    bool grew = false;
    for (const auto& entry : added) {
        if (entry.at <= cursor) {
            continue;
        }
        if (entry.at != cursor + 1) {  // a gap: what is in memory is no end of the log any more
            entries.clear();
            base = entry.at - 1;
        }
        entries.push_back(entry);
        cursor = entry.at;
        grew = true;
    }
    while (entries.size() > capacity) {
        base = entries.front().at;
        entries.pop_front();
    }
    if (grew) {
        for (auto* timer : waiting) {
            timer->cancel();
        }
    }
}

Feed::Feed(std::shared_ptr<State> state) : state_{std::move(state)} {}

std::int64_t Feed::cursor() const {
    return state_->cursor;
}

asio::awaitable<FeedSlice> Feed::after(std::int64_t after, std::chrono::milliseconds wait) {
    const auto state = state_;
    const auto deadline = std::chrono::steady_clock::now() + wait;
    for (;;) {
        FeedSlice slice{after, {}, false};
        if (after < state->base) {
            slice.tooOld = true;
            co_return slice;
        }
        if (after < state->cursor) {
            const auto first = state->entries.begin() + (after - state->base);
            const auto count = std::min<std::ptrdiff_t>(state->entries.end() - first, sliceSize);
            slice.entries.assign(first, first + count);
            slice.cursor = slice.entries.back().at;
            co_return slice;
        }
        if (std::chrono::steady_clock::now() >= deadline) {
            co_return slice;
        }
        asio::steady_timer timer{state->executor, deadline};
        const auto place = state->waiting.insert(state->waiting.end(), &timer);
        struct Leave {
            Feed::State& from;
            std::list<asio::steady_timer*>::iterator place;
            ~Leave() {
                from.waiting.erase(place);
            }
        };
        const Leave leave{*state, place};
        boost::system::error_code woken;
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, woken));
        const auto cancellation = co_await asio::this_coro::cancellation_state;
        if (cancellation.cancelled() != asio::cancellation_type::none) {
            co_return slice;
        }
    }
}

}  // namespace verdesk::backend::store
