#include "backend/server/housekeeping.h"

#include "backend/api/idempotency.h"
#include "backend/auth/sessions.h"
#include "backend/events/build.h"
#include "backend/events/event_types.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/staff.h"
#include "backend/verification/service.h"
#include "tests/support/registry.h"
#include "tests/support/untouched.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <QTemporaryDir>
#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace std::chrono_literals;
namespace asio = boost::asio;
namespace tables = verdesk::backend::store::tables;

namespace {

class FixedClock : public Clock {
public:
    Instant now() const override {
        return Instant{1'770'000'000'000ms};
    }
};

store::StaffRow somebody() {
    store::StaffRow row;
    row.id = StaffId{"018f0000-0000-7000-8000-000000000001"};
    row.name = "ada";
    row.role = Role::teller;
    row.branches = {"012"};
    return row;
}

}  // namespace

class HousekeepingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void start_forgetsWhatIsOver_andKeepsTheRest() {
        const QTemporaryDir folder;
        const FixedClock clock;
        const auto now = clock.now();
        Config config;
        asio::io_context context{1};
        store::Store store{context.get_executor(),
                           {store::SqliteFile{folder.path().toStdString() + "/s.db"}, crypto::Key::random(), 1}};
        // Idempotency looks at the clock and the store alone.
        const api::Parts parts{
            config, store, clock, verdesk::test::untouched<Sessions>(), verdesk::test::untouched<Verifications>(), {}};
        api::Idempotency idempotency{parts};
        Housekeeping housekeeping{context.get_executor(), store, clock, idempotency};

        const auto prepare = [now](store::Transaction& t) {
            const auto ada = somebody();
            tables::insert(t, ada);
            tables::insert(t, store::SessionRow{"over", ada.id, "012", "", now - 12h, now - 11h, now - 1ms});
            tables::insert(t, store::SessionRow{"good", ada.id, "012", "", now - 1h, now, now + 11h});
            tables::insertIdempotency(t, {ada.id, "yesterday", "d", 201, "{}", now - 25h});
            tables::insertIdempotency(t, {ada.id, "today", "d", 201, "{}", now - 23h});
            store::HookRow hook;
            hook.account = "main";
            hook.state = store::HookState::received;
            for (const auto& [id, age] : {std::pair{"old", 15}, std::pair{"new", 13}}) {
                hook.id = hook.digest = id;
                hook.receivedAt = now - std::chrono::days{age};
                tables::insertHook(t, hook);
                tables::putAwayHook(t, hook.id, store::HookState::done, {}, {});
            }
            for (const auto& [id, age] : {std::pair{"nobody's", 31}, std::pair{"somebody's", 29}}) {
                hook.id = hook.digest = id;
                hook.body = "of a customer";
                hook.receivedAt = now - std::chrono::days{age};
                tables::insertHook(t, hook);
                tables::keepUnmatched(t, hook.id);
                t.append(event::ofHookUnmatched(hook.id, hook.account, {}, hook.receivedAt, newEventId(now)));
            }
        };
        const auto count = [](store::Reading& r) {
            const auto ada = somebody().id;
            return std::vector<bool>{tables::findSession(r, "over").has_value(),
                                     tables::findSession(r, "good").has_value(),
                                     tables::findIdempotency(r, ada, "yesterday").has_value(),
                                     tables::findIdempotency(r, ada, "today").has_value(),
                                     tables::countHooks(r, store::HookState::done) == 1};
        };
        // Those that still wait for a person; and what was said of the one that nobody knew in time.
        const auto waiting = [](store::Reading& r) {
            std::vector<std::string> ids;
            for (const auto& each : tables::unmatchedHooks(r, 10)) {
                ids.push_back(each.id);
            }
            return ids;
        };
        std::vector<std::string> kept;
        std::string told;
        std::vector<bool> left;
        const auto run = [&]() -> asio::awaitable<void> {
            co_await store.write(prepare);
            housekeeping.start();
            asio::steady_timer pause{context};
            for (int i = 0; i < 1'000 && (left.empty() || !left.back()); ++i) {
                pause.expires_after(10ms);
                co_await pause.async_wait(asio::use_awaitable);
                left = co_await store.read(count);
            }
            housekeeping.stop();
            kept = co_await store.read(waiting);
            const auto slice = co_await store.feed().after(2, 5s);  // behind the two that say that nobody knew them
            told = slice.entries.back().type;
        };
        asio::co_spawn(context, run(), [](std::exception_ptr error) {
            if (error) {
                std::rethrow_exception(error);
            }
        });
        context.run();
        QVERIFY(left == (std::vector<bool>{false, true, false, true, true}));
        QCOMPARE(kept, (std::vector<std::string>{"somebody's"}));
        QCOMPARE(told, std::string{event::hookDropped});
    }
};

VERDESK_TEST(HousekeepingTest)
#include "housekeeping_test.moc"
