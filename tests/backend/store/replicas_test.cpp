// Several stores over one PostgreSQL, and a server that goes away.
#include "backend/events/build.h"
#include "backend/events/check.h"
#include "backend/store/errors.h"
#include "backend/store/statement.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/verifications.h"
#include "tests/backend/store/harness.h"
#include "tests/backend/store/story.h"
#include "tests/support/registry.h"

#include <boost/asio/detached.hpp>

#include <condition_variable>
#include <mutex>
#include <set>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::store;
using namespace verdesk::test;
using namespace std::chrono_literals;

namespace {

namespace asio = boost::asio;

// Lets two changes on two writers meet: each waits until the other has come as far.
class Meeting {
public:
    void arrive() {
        std::unique_lock lock{guard_};
        ++here_;
        changed_.notify_all();
        changed_.wait_for(lock, 5s, [this] { return here_ >= 2; });
    }

private:
    std::mutex guard_;
    std::condition_variable changed_;
    int here_ = 0;
};

}  // namespace

class ReplicasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoReplicas_writingAtOnce_makeOneLog() {
        Harness h{Engine::postgres};
        auto other = h.make();
        int done = 0;
        const auto one = [&](Store& store) -> asio::awaitable<void> {
            for (int i = 0; i < 10; ++i) {
                const auto change = [](Transaction& t) { tellApproved(t, sampleCase()); };
                co_await store.write(change);
                ++done;
            }
        };
        for (int i = 0; i < 8; ++i) {
            asio::co_spawn(h.io, one(i % 2 == 0 ? *h.store : *other), asio::detached);
        }
        h.io.restart();
        h.io.run();
        QCOMPARE(done, 80);
        const auto report = h.read([](Reading& r) { return checkStore(r); });
        QCOMPARE(report.faults, std::vector<std::string>{});
        QCOMPARE(report.events, 480);
        for (auto* store : {h.store.get(), other.get()}) {
            std::int64_t place = 0;
            while (place < 480) {
                const auto slice = h.run(store->feed().after(place, 30s));
                QVERIFY(!slice.tooOld && !slice.entries.empty());
                for (const auto& entry : slice.entries) {
                    QCOMPARE(entry.at, ++place);
                }
            }
        }
    }

    void findInAChange_otherReplicaChangesIt_waitsForTheNewest() {
        Harness h{Engine::postgres};
        auto other = h.make();
        const auto kase = sampleCase();
        h.write([kase](Transaction& t) { tables::insert(t, kase); });
        int done = 0;
        // Lost updates would leave fewer than 40 letters.
        const auto one = [&](Store& store) -> asio::awaitable<void> {
            for (int i = 0; i < 20; ++i) {
                const auto change = [id = kase.id](Transaction& t) {
                    auto row = tables::findCase(t, id);
                    row->reference += "x";
                    tables::update(t, *row);
                };
                co_await store.write(change);
                ++done;
            }
        };
        asio::co_spawn(h.io, one(*h.store), asio::detached);
        asio::co_spawn(h.io, one(*other), asio::detached);
        h.io.restart();
        h.io.run();
        QCOMPARE(done, 40);
        const auto found = h.read([id = kase.id](Reading& r) { return tables::findCase(r, id); });
        QCOMPARE(found->reference.size(), kase.reference.size() + 40);
    }

    void deadlock_ofTwoReplicas_isRepeatedAndBothAreDone() {
        Harness h{Engine::postgres};
        auto other = h.make();
        const auto a = sampleCase();
        const auto b = sampleCase();
        h.write([a, b](Transaction& t) {
            tables::insert(t, a);
            tables::insert(t, b);
        });
        auto meeting = std::make_shared<Meeting>();
        auto runs = std::make_shared<std::atomic<int>>(0);
        const auto lockBoth = [meeting, runs](const CaseId& first, const CaseId& second) {
            return [=](Transaction& t) {
                ++*runs;
                auto row = tables::findCase(t, first);
                meeting->arrive();
                auto next = tables::findCase(t, second);
                row->reference += "x";
                next->reference += "x";
                tables::update(t, *row);
                tables::update(t, *next);
            };
        };
        const auto forth = lockBoth(a.id, b.id);
        const auto back = lockBoth(b.id, a.id);
        auto one = asio::co_spawn(h.io, h.store->write(forth), asio::use_future);
        auto two = asio::co_spawn(h.io, other->write(back), asio::use_future);
        h.io.restart();
        h.io.run();
        one.get();
        two.get();
        QVERIFY(runs->load() >= 3);  // at least one ran again
        const auto found = h.read([id = a.id](Reading& r) { return tables::findCase(r, id); });
        QCOMPARE(found->reference, a.reference + "xx");
    }

    void openCase_twoReplicasAtOnce_onlyOneIsOpened() {
        Harness h{Engine::postgres};
        auto other = h.make();
        auto meeting = std::make_shared<Meeting>();
        const auto change = [meeting](Transaction& t) {
            if (tables::findOpenCase(t, "city", "K-7")) {
                return false;
            }
            // The other may not come this far while we hold the name: give it a moment, not for ever.
            auto row = sampleCase("city", "K-7");
            row.number = tables::freeNumber(t, "city");
            tables::insert(t, row);
            return true;
        };
        for (int i = 0; i < 10; ++i) {
            h.write([](Transaction& t) { execute(t, "delete from cases"); });
            auto one = asio::co_spawn(h.io, h.store->write(change), asio::use_future);
            auto two = asio::co_spawn(h.io, other->write(change), asio::use_future);
            h.io.restart();
            h.io.run();
            QVERIFY(one.get() != two.get());
            QCOMPARE(h.read([](Reading& r) { return selectNumber(r, "count(*)", "from cases"); }), 1);
        }
    }

    void lease_twoReplicas_oneHasIt() {
        Harness h{Engine::postgres};
        auto other = h.make();
        const auto story = h.write([](Transaction& t) { return tellAwaiting(t, sampleCase()); });
        const auto take = [id = story.verification.id](const std::string& holder) {
            return [id, holder](Transaction& t) { return tables::lease(t, id, holder, at(0), at(10)); };
        };
        const auto mine = take("a");
        const auto theirs = take("b");
        auto one = asio::co_spawn(h.io, h.store->write(mine), asio::use_future);
        auto two = asio::co_spawn(h.io, other->write(theirs), asio::use_future);
        h.io.restart();
        h.io.run();
        QVERIFY(one.get() != two.get());
    }

    // Nothing that was acknowledged is lost, nothing is done twice, and the store goes on by itself.
    void server_crashesWhileWriting_storeGoesOn() {
        Harness h{Engine::postgres};
        std::set<std::string> acknowledged;
        int failed = 0;
        bool crashed = false;
        const auto one = [&]() -> asio::awaitable<void> {
            for (int i = 0; i < 30; ++i) {
                auto hook = sampleHook();
                hook.state = HookState::unmatched;
                const auto change = [hook](Transaction& t) {
                    tables::insertHook(t, hook);
                    t.append(
                        event::ofHookUnmatched(hook.id, hook.account, systemActor("city"), at(1), newEventId(at(1))));
                };
                try {
                    co_await h.store->write(change);
                    acknowledged.insert(hook.id);
                } catch (const StoreError& error) {
                    failed += error.trouble() == Trouble::lost ? 1 : 1000;
                }
                if (acknowledged.size() == 60 && !crashed) {
                    crashed = true;
                    Postgres::instance().crashAndRestart();
                }
            }
        };
        for (int i = 0; i < 8; ++i) {
            asio::co_spawn(h.io, one(), asio::detached);
        }
        h.io.run();
        QVERIFY(crashed);
        QVERIFY2(failed <= 8, "only what was in a commit at that moment may be unsure");
        QCOMPARE(static_cast<int>(acknowledged.size()) + failed, 240);
        const auto stored = h.read([](Reading& r) {
            std::set<std::string> ids;
            for (auto& row : select(r, "id", "from hooks")) {
                std::string id;
                row.into(id);
                ids.insert(id);
            }
            return ids;
        });
        for (const auto& id : acknowledged) {
            QVERIFY(stored.count(id) == 1);
        }
        const auto report = h.read([](Reading& r) { return checkStore(r); });
        QVERIFY2(report.faults.empty(), report.faults.empty() ? "" : report.faults.front().c_str());
        QCOMPARE(report.events, static_cast<std::int64_t>(stored.size()));
        // The follower found its way back too.
        std::int64_t place = 0;
        while (place < report.events) {
            const auto slice = h.run(h.store->feed().after(place, 30s));
            QVERIFY(!slice.tooOld && !slice.entries.empty());
            place = slice.cursor;
        }
        QCOMPARE(place, report.events);
        QVERIFY(h.run(h.store->healthy()));
    }
};

VERDESK_TEST(ReplicasTest)
#include "replicas_test.moc"
