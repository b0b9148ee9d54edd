// Exchanging the master key, step by step: the process may end after each.
#include "backend/store/rotation.h"

#include "backend/events/check.h"
#include "backend/store/statement.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/erasures.h"
#include "backend/store/tables/verifications.h"
#include "tests/backend/store/harness.h"
#include "tests/backend/store/story.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::store;
using namespace verdesk::test;

class RotationTest : public QObject {
    Q_OBJECT

    static constexpr int cases = 7;
    const Actor actor_ = systemUserActor("ada", {});

    struct Bank : Harness {
        explicit Bank(Engine engine) : Harness{engine} {
            write([](Transaction& t) {
                for (int i = 0; i < cases; ++i) {
                    tellApproved(t, sampleCase("city", "K-" + std::to_string(i)));
                }
            });
        }
        // Another process, with these keys.
        void restart(Options options) {
            store.reset();
            store = std::make_unique<Store>(io.get_executor(), std::move(options));
        }
        Options both() const {
            auto made = options();
            made.previousMaster = std::exchange(made.master, fresh);
            made.masterVersion = 2;
            return made;
        }
        Options newAlone() const {
            auto made = both();
            made.previousMaster.reset();
            return made;
        }
        std::vector<std::string> faults() {
            return read([](Reading& r) { return checkStore(r); }).faults;
        }
        std::string refusal(const Options& options) {
            store.reset();
            try {
                restart(options);
                return {};
            } catch (const std::runtime_error& error) {
                return error.what();
            }
        }
        std::int64_t left() {
            return read([](Reading& r) { return keysLeft(r); });
        }
        std::int64_t told(const char* type) {
            return read([type](Reading& r) {
                return selectNumber(r, "count(*)", "from events where type = :type", std::string{type});
            });
        }
        crypto::Key fresh = crypto::Key::random();
    };

private Q_SLOTS:
    void everyStep_mayBeTheLastForToday_data() {
        bothEngines();
    }
    void everyStep_mayBeTheLastForToday() {
        QFETCH(Engine, engine);
        Bank bank{engine};
        bank.restart(bank.both());
        QCOMPARE(bank.left(), std::int64_t{cases});
        QCOMPARE(bank.faults(), std::vector<std::string>{});
        bank.write([this](Transaction& t) { beginRotation(t, actor_, at(20)); });
        for (int step = 0; bank.left() > 0; ++step) {
            QCOMPARE(bank.faults(), std::vector<std::string>{});
            // Who knows one key alone is told, and changes nothing.
            QVERIFY(bank.refusal(bank.options()).find("wrapped by master key version 2") != std::string::npos);
            QVERIFY(bank.refusal(bank.newAlone()).find("keys rotate") != std::string::npos);
            auto third = bank.newAlone();
            third.previousMaster = std::exchange(third.master, crypto::Key::random());
            third.masterVersion = 3;
            QVERIFY(bank.refusal(third).find("version 2 is not finished") != std::string::npos);
            bank.restart(bank.both());
            // From the start each time, as a process that was killed does.
            bank.write([this](Transaction& t) { beginRotation(t, actor_, at(21)); });
            QVERIFY(!bank.write([this](Transaction& t) { return endRotation(t, actor_, at(22)); }));
            QCOMPARE(bank.write([](Transaction& t) { return rewrapSome(t, {}, 2); }).keys, step < 3 ? 2 : 1);
            // A case that is opened meanwhile has nothing to do with it.
            bank.write([step](Transaction& t) { tellAwaiting(t, sampleCase("city", "N-" + std::to_string(step))); });
            QVERIFY(step < cases);
        }
        QVERIFY(bank.write([this](Transaction& t) { return endRotation(t, actor_, at(23)); }));
        bank.restart(bank.newAlone());
        QCOMPARE(bank.faults(), std::vector<std::string>{});
        QCOMPARE(bank.told("keys.rotation_begun"), std::int64_t{1});
        QCOMPARE(bank.told("keys.rotated"), std::int64_t{1});
        // There is nothing more to do, and nothing more to say.
        bank.restart(bank.both());
        bank.write([this](Transaction& t) { beginRotation(t, actor_, at(24)); });
        QVERIFY(bank.write([this](Transaction& t) { return endRotation(t, actor_, at(24)); }));
        QCOMPARE(bank.told("keys.rotated"), std::int64_t{1});
        QVERIFY(bank.refusal(bank.options()).find("wrapped by master key version 2") != std::string::npos);
    }

    // A process that was started with the old key alone still runs, against all advice.
    void caseThatTheOldKeyWraps_isFoundBeforeTheEnd_data() {
        bothEngines();
    }
    void caseThatTheOldKeyWraps_isFoundBeforeTheEnd() {
        QFETCH(Engine, engine);
        Bank bank{engine};
        auto old = bank.make();
        bank.restart(bank.both());
        bank.write([this](Transaction& t) { beginRotation(t, actor_, at(20)); });
        QCOMPARE(bank.write([](Transaction& t) { return rewrapSome(t, {}, 100); }).keys, cases);
        bank.run(old->write([](Transaction& t) { tellAwaiting(t, sampleCase()); }));
        QVERIFY(!bank.write([this](Transaction& t) { return endRotation(t, actor_, at(21)); }));
        QCOMPARE(bank.write([](Transaction& t) { return rewrapSome(t, {}, 100); }).keys, 1);
        QVERIFY(bank.write([this](Transaction& t) { return endRotation(t, actor_, at(22)); }));
        old.reset();
        bank.restart(bank.newAlone());
        QCOMPARE(bank.faults(), std::vector<std::string>{});
    }

    void erasedCase_hasNoKeyToExchange_data() {
        bothEngines();
    }
    void erasedCase_hasNoKeyToExchange() {
        QFETCH(Engine, engine);
        Bank bank{engine};
        bank.restart(bank.both());
        const auto story = bank.write([](Transaction& t) { return tellApproved(t, sampleCase("city", "K-x")); });
        bank.write([id = story.kase.id](Transaction& t) {
            tables::eraseCase(t, {id, at(19), StaffId{"officer"}, "Olga Officer", "asked for"});
        });
        bank.write([this](Transaction& t) { beginRotation(t, actor_, at(20)); });
        QCOMPARE(bank.write([](Transaction& t) { return rewrapSome(t, {}, 100); }).keys, cases);
        QVERIFY(bank.write([this](Transaction& t) { return endRotation(t, actor_, at(21)); }));
        bank.restart(bank.newAlone());
        const auto reason = bank.read(
            [id = story.kase.id](Reading& r) { return tables::findErasure(r, id).value_or(ErasureRow{}).reason; });
        QCOMPARE(reason, std::string{"asked for"});
    }

    // Sealed values are not touched, and a process that has opened a case goes on with it.
    void whoeverKnowsBothKeys_goesOnMeanwhile_data() {
        bothEngines();
    }
    void whoeverKnowsBothKeys_goesOnMeanwhile() {
        QFETCH(Engine, engine);
        Bank bank{engine};
        bank.restart(bank.both());
        const auto story = bank.write([](Transaction& t) { return tellAwaiting(t, sampleCase("city", "K-x")); });
        auto other = std::make_unique<Store>(bank.io.get_executor(), bank.both());
        const auto details = [&](Store& of) {
            const auto query = [id = story.verification.id](Reading& r) {
                return tables::findVerification(r, id)->details;
            };
            return bank.run(of.read(query));
        };
        const auto before = details(*other);
        bank.write([this](Transaction& t) { beginRotation(t, actor_, at(20)); });
        bank.write([](Transaction& t) { return rewrapSome(t, {}, 100); });
        bank.write([this](Transaction& t) { return endRotation(t, actor_, at(22)); });
        QVERIFY(details(*other) == before);
        QVERIFY(details(*bank.store) == before);
        bank.run(other->write([](Transaction& t) { tellApproved(t, sampleCase("city", "K-y")); }));
        other.reset();
        bank.restart(bank.newAlone());
        QCOMPARE(bank.faults(), std::vector<std::string>{});
    }
};

VERDESK_TEST(RotationTest)
#include "rotation_test.moc"
