#include "backend/server/housekeeping.h"

#include "backend/api/idempotency.h"
#include "backend/events/build.h"
#include "backend/events/event_types.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/staff.h"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace verdesk::backend {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::minutes pause{30};
constexpr std::chrono::days longestRetry{14};
constexpr int mostDropped = 1'000;  // in one go

}  // namespace

Housekeeping::Housekeeping(asio::any_io_executor executor, store::Store& store, const Clock& clock,
                           api::Idempotency& idempotency, std::chrono::days unmatchedKept)
    : store_{store}, clock_{clock}, idempotency_{idempotency}, unmatchedKept_{unmatchedKept}, timer_{executor} {}

void Housekeeping::start() {
    asio::co_spawn(timer_.get_executor(), work(), asio::detached);
}

void Housekeeping::stop() {
    stopping_ = true;
    timer_.cancel();
}

asio::awaitable<void> Housekeeping::once() {
    co_await idempotency_.tidyUp();
    const auto change = [now = clock_.now(), kept = unmatchedKept_](store::Transaction& t) {
        for (const auto& hook : store::tables::unmatchedBefore(t, now - kept, mostDropped)) {
            store::tables::putAwayHook(t, hook.id, store::HookState::dismissed, {}, {});
            t.append(
                event::ofHookPutAway(event::hookDropped, hook.id, hook.account, systemActor({}), now, newEventId(now)));
        }
        store::tables::dropHooks(t, now - longestRetry);
        store::tables::dropSessions(t, now);
    };
    co_await store_.write(change);
}

asio::awaitable<void> Housekeeping::work() {
    while (!stopping_) {
        try {
            co_await once();
        } catch (const std::exception&) {
            spdlog::warn("tidying up failed; it is tried again in half an hour");
        }
        if (stopping_) {
            co_return;
        }
        timer_.expires_after(pause);
        boost::system::error_code ignored;
        co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    }
}

}  // namespace verdesk::backend
