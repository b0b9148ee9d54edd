#include "backend/store/store.h"

#include "backend/events/build.h"
#include "backend/store/connection.h"
#include "backend/store/statement.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/hooks.h"
#include "tests/backend/store/harness.h"
#include "tests/backend/store/samples.h"
#include "tests/support/registry.h"

#include <boost/asio/detached.hpp>

#include <array>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::store;
using namespace verdesk::test;

namespace {

std::int64_t count(Harness& h, const std::string& table) {
    return h.read([table](Reading& r) { return selectNumber(r, "count(*)", "from " + table); });
}

Event someEvent(const HookRow& hook) {
    return event::ofHookUnmatched(hook.id, hook.account, systemActor("city"), at(1), newEventId(at(1)));
}

}  // namespace

class StoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void write_changeWithEvent_isThereAfterReopening_data() {
        bothEngines();
    }
    void write_changeWithEvent_isThereAfterReopening() {
        QFETCH(Engine, engine);
        Harness h{engine};
        const auto row = sampleCase();
        h.write([row](Transaction& t) {
            tables::insert(t, row);
            t.append(event::ofCaseOpened(row, {"staff", "3", "city"}, at(1), newEventId(at(1))));
        });
        h.reopen();
        const auto found = h.read([id = row.id](Reading& r) { return tables::findCase(r, id); });
        QVERIFY(found.has_value());
        QCOMPARE(found->reference, row.reference);
        QCOMPARE(count(h, "events"), 1);
        QCOMPARE(h.store->feed().cursor(), 1);
    }

    void write_manyAtOnce_eachGetsItsOwnOutcome_data() {
        bothEngines();
    }
    void write_manyAtOnce_eachGetsItsOwnOutcome() {
        QFETCH(Engine, engine);
        Harness h{engine};
        int done = 0;
        int refused = 0;
        const auto one = [&](int i) -> boost::asio::awaitable<void> {
            const auto hook = sampleHook();
            const auto change = [hook, i](Transaction& t) {
                tables::insertHook(t, hook);
                t.append(someEvent(hook));
                if (i % 10 == 3) {
                    throw std::runtime_error{"no"};
                }
                return i;
            };
            try {
                const int number = co_await h.store->write(change);
                done += number == i ? 1 : 0;
            } catch (const std::runtime_error& error) {
                refused += std::string{error.what()} == "no" ? 1 : 0;
            }
        };
        for (int i = 0; i < 500; ++i) {
            boost::asio::co_spawn(h.io, one(i), boost::asio::detached);
        }
        h.io.run();
        QCOMPARE(done, 450);
        QCOMPARE(refused, 50);
        QCOMPARE(count(h, "hooks"), 450);
        QCOMPARE(count(h, "events"), 450);
        QCOMPARE(h.read([](Reading& r) { return selectNumber(r, "max(seq)", "from events"); }), 450);
    }

    void write_statementFails_mateIsKept_data() {
        bothEngines();
    }
    void write_statementFails_mateIsKept() {
        QFETCH(Engine, engine);
        Harness h{engine};
        const auto row = sampleCase();
        h.write([row](Transaction& t) { tables::insert(t, row); });
        int failed = 0;
        int done = 0;
        const auto insertCase = [&](CaseRow kase) -> boost::asio::awaitable<void> {
            const auto change = [kase](Transaction& t) { tables::insert(t, kase); };
            try {
                co_await h.store->write(change);
                ++done;
            } catch (const StoreError& error) {
                failed += error.trouble() == Trouble::failed ? 1 : 0;
            }
        };
        for (int i = 0; i < 20; ++i) {
            boost::asio::co_spawn(h.io, insertCase(i % 2 == 0 ? row : sampleCase()), boost::asio::detached);
        }
        h.io.restart();
        h.io.run();
        QCOMPARE(failed, 10);
        QCOMPARE(done, 10);
        QCOMPARE(count(h, "cases"), 11);
    }

    // On PostgreSQL a transaction cannot go on after a failed statement: the change must not be taken as done.
    void write_changeHidesItsFailure_isNotHalfDone_data() {
        bothEngines();
    }
    void write_changeHidesItsFailure_isNotHalfDone() {
        QFETCH(Engine, engine);
        Harness h{engine};
        const auto row = sampleCase();
        h.write([row](Transaction& t) { tables::insert(t, row); });
        const auto hiding = [row](Transaction& t) {
            try {
                tables::insert(t, row);
            } catch (const StoreError&) {
            }
        };
        if (engine == Engine::postgres) {
            QVERIFY_THROWS_EXCEPTION(StoreError, h.write(hiding));
        } else {
            h.write(hiding);
        }
        QCOMPARE(count(h, "cases"), 1);
        QVERIFY(h.run(h.store->healthy()));
    }

    void write_eventThatCannotBeStored_failsAlone_data() {
        bothEngines();
    }
    void write_eventThatCannotBeStored_failsAlone() {
        QFETCH(Engine, engine);
        Harness h{engine};
        const auto taken = newEventId(at(1));
        int failed = 0;
        const auto one = [&](bool twice) -> boost::asio::awaitable<void> {
            const auto hook = sampleHook();
            const auto id = twice ? taken : newEventId(at(1));
            const auto change = [hook, id](Transaction& t) {
                tables::insertHook(t, hook);
                t.append(event::ofHookUnmatched(hook.id, hook.account, systemActor("city"), at(1), id));
            };
            try {
                co_await h.store->write(change);
            } catch (const StoreError&) {
                ++failed;
            }
        };
        for (int i = 0; i < 12; ++i) {
            boost::asio::co_spawn(h.io, one(i % 4 == 0), boost::asio::detached);
        }
        h.io.run();
        QCOMPARE(failed, 2);
        QCOMPARE(count(h, "hooks"), 10);
        QCOMPARE(count(h, "events"), 10);
        QCOMPARE(h.read([](Reading& r) { return selectNumber(r, "last", "from head"); }), 10);
    }

    void write_textWithNul_isRefused_data() {
        bothEngines();
    }
    void write_textWithNul_isRefused() {
        QFETCH(Engine, engine);
        Harness h{engine};
        auto row = sampleCase();
        row.reference = std::string{"a\0b", 3};
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, h.write([row](Transaction& t) { tables::insert(t, row); }));
        QCOMPARE(count(h, "cases"), 0);
    }

    void error_ofAStatement_saysNoValues_data() {
        bothEngines();
    }
    void error_ofAStatement_saysNoValues() {
        QFETCH(Engine, engine);
        Harness h{engine};
        auto row = sampleCase("city", "SECRET");
        h.write([row](Transaction& t) { tables::insert(t, row); });
        std::string text;
        try {
            h.write([row](Transaction& t) { tables::insert(t, row); });
        } catch (const StoreError& error) {
            text = error.what();
        }
        QVERIFY2(
            !text.empty() && text.find("SECRET") == std::string::npos && text.find(row.id.value) == std::string::npos,
            text.c_str());
    }

    void read_queryThrows_isThrownToItsCaller_data() {
        bothEngines();
    }
    void read_queryThrows_isThrownToItsCaller() {
        QFETCH(Engine, engine);
        Harness h{engine};
        QVERIFY_THROWS_EXCEPTION(std::out_of_range,
                                 h.read([](Reading&) -> int { throw std::out_of_range{"nothing there"}; }));
        QVERIFY_THROWS_EXCEPTION(StoreError, h.read([](Reading& r) { select(r, "x", "from no_such_table"); }));
        QCOMPARE(count(h, "cases"), 0);
    }

    void read_whileReading_doesNotWrite_data() {
        bothEngines();
    }
    void read_whileReading_doesNotWrite() {
        QFETCH(Engine, engine);
        Harness h{engine};
        QVERIFY_THROWS_EXCEPTION(StoreError, h.read([](Reading& r) { execute(r, "update head set last = 5"); }));
        QCOMPARE(h.read([](Reading& r) { return selectNumber(r, "last", "from head"); }), 0);
    }

    void close_withChangesWaiting_performsThem_data() {
        bothEngines();
    }
    void close_withChangesWaiting_performsThem() {
        QFETCH(Engine, engine);
        Harness h{engine};
        int done = 0;
        const auto one = [&]() -> boost::asio::awaitable<void> {
            const auto change = [hook = sampleHook()](Transaction& t) { tables::insertHook(t, hook); };
            co_await h.store->write(change);
            ++done;
        };
        for (int i = 0; i < 50; ++i) {
            boost::asio::co_spawn(h.io, one(), boost::asio::detached);
        }
        h.io.poll();
        h.store.reset();
        h.io.run();
        QCOMPARE(done, 50);
        h.open();
        QCOMPARE(count(h, "hooks"), 50);
    }

    void open_otherMasterKey_isRefusedInWords_data() {
        bothEngines();
    }
    void open_otherMasterKey_isRefusedInWords() {
        QFETCH(Engine, engine);
        Harness h{engine};
        h.store.reset();
        auto options = h.options();
        options.master = crypto::Key::random();
        QVERIFY2(messageOf(h, options).find("the master key is not the one that this store was made with") !=
                     std::string::npos,
                 messageOf(h, options).c_str());
        options = h.options();
        options.masterVersion = 2;
        QVERIFY2(messageOf(h, options).find("wrapped by master key version 1") != std::string::npos,
                 messageOf(h, options).c_str());
        h.open();  // and it was not harmed
        QCOMPARE(count(h, "cases"), 0);
    }

    void open_newerSchema_isRefusedInWords_data() {
        bothEngines();
    }
    void open_newerSchema_isRefusedInWords() {
        QFETCH(Engine, engine);
        Harness h{engine};
        h.write([](Transaction& t) { execute(t, "update meta set value = '999' where name = 'schema'"); });
        h.store.reset();
        const auto text = messageOf(h, h.options());
        QVERIFY2(text.find("made by a newer version") != std::string::npos && text.find("999") != std::string::npos,
                 text.c_str());
    }

    void open_noServer_isRefusedWithoutThePassword() {
        Harness h{Engine::sqlite};
        auto options = h.options();
        options.place = PostgresServer{
            crypto::Secret{"host=/nonexistent-folder user=verdesk password=SECRET dbname=verdesk connect_timeout=1"}};
        const auto text = messageOf(h, options);
        QVERIFY2(text.find("the PostgreSQL server cannot be reached") != std::string::npos, text.c_str());
        QVERIFY2(text.find("SECRET") == std::string::npos, text.c_str());
    }

    void healthy_openStore_isTrue_data() {
        bothEngines();
    }
    void healthy_openStore_isTrue() {
        QFETCH(Engine, engine);
        Harness h{engine};
        QVERIFY(h.run(h.store->healthy()));
    }

private:
    static std::string messageOf(Harness& h, const Options& options) {
        try {
            const Store store{h.io.get_executor(), options};
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "it was opened";
    }
};

VERDESK_TEST(StoreTest)
#include "store_test.moc"
