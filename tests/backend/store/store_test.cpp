#include "backend/store/store.h"

#include "backend/events/build.h"
#include "backend/events/event_types.h"
#include "backend/store/statement.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/verifications.h"
#include "tests/backend/store/harness.h"
#include "tests/backend/store/samples.h"
#include "tests/support/registry.h"

#include <boost/asio/detached.hpp>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::store;
using namespace verdesk::test;

class StoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void write_caseThenRead_isTheSame_data() {
        bothEngines();
    }
    void write_caseThenRead_isTheSame() {
        QFETCH(Engine, engine);
        Harness h{engine};
        const auto row = sampleCase();
        h.write([row](Transaction& t) {
            tables::insert(t, row);
            t.append(event::ofCaseOpened(row, {"staff", "3", "city"}, at(1), newEventId(at(1))));
        });
        const auto found = h.read([id = row.id](Reading& r) { return tables::findCase(r, id); });
        QVERIFY(found.has_value());
        QCOMPARE(found->reference, row.reference);
        QCOMPARE(selectCount(h, "events"), 1);
    }

    void write_manyAtOnce_allArrive_data() {
        bothEngines();
    }
    void write_manyAtOnce_allArrive() {
        QFETCH(Engine, engine);
        Harness h{engine};
        int done = 0;
        int refused = 0;
        for (int i = 0; i < 500; ++i) {
            boost::asio::co_spawn(
                h.io,
                [&, i]() -> boost::asio::awaitable<void> {
                    try {
                        const auto hook = sampleHook();
                        const auto change = [hook, i](Transaction& t) {
                            tables::insertHook(t, hook);
                            if (i % 10 == 3) {
                                throw std::runtime_error{"no"};
                            }
                            t.append(event::ofHookUnmatched(hook.id, hook.account, systemActor("city"), at(1),
                                                            newEventId(at(1))));
                            return i;
                        };
                        const int number = co_await h.store->write(change);
                        done += number == i ? 1 : 0;
                    } catch (const std::runtime_error& error) {
                        refused += std::string{error.what()} == "no" ? 1 : 0;
                    }
                },
                boost::asio::detached);
        }
        h.io.run();
        QCOMPARE(done, 450);
        QCOMPARE(refused, 50);
        QCOMPARE(selectCount(h, "hooks"), 450);
        QCOMPARE(selectCount(h, "events"), 450);
        QCOMPARE(h.read([](Reading& r) { return selectNumber(r, "max(seq)", "from events"); }), 450);
    }

private:
    static int selectCount(Harness& h, const char* table) {
        return static_cast<int>(
            h.read([table](Reading& r) { return selectNumber(r, "count(*)", std::string{"from "} + table); }));
    }
};

VERDESK_TEST(StoreTest)
#include "store_test.moc"
