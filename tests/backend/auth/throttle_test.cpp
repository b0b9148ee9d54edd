#include "backend/auth/throttle.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace std::chrono_literals;

class ThrottleTest : public QObject {
    Q_OBJECT

    static ThrottleRule rule() {
        return {3, 1s, 6, 15min, 1h};
    }
    static ThrottleRule generous() {
        return {1'000, 1s, 10'000, 15min, 1h};
    }
    const Instant start_{std::chrono::milliseconds{1'700'000'000'000}};

private Q_SLOTS:
    void begin_waitsTwiceAsLongAfterEach_thenLocks() {
        Throttle throttle{rule(), generous()};
        auto now = start_;
        QVERIFY(!throttle.begin("ada", "10.0.0.1", now));
        QVERIFY(!throttle.begin("ada", "10.0.0.1", now));
        QVERIFY(!throttle.begin("ada", "10.0.0.1", now));
        QVERIFY(throttle.begin("ada", "10.0.0.1", now) == 1000ms);
        QVERIFY(throttle.begin("ada", "10.0.0.1", now + 999ms) == 1ms);
        QVERIFY(!throttle.begin("ada", "10.0.0.1", now += 1s));
        QVERIFY(throttle.begin("ada", "10.0.0.1", now) == 2000ms);
        QVERIFY(!throttle.begin("ada", "10.0.0.1", now += 2s));
        QVERIFY(!throttle.lockedUntil("ada", now));
        QVERIFY(!throttle.begin("ada", "10.0.0.1", now += 4s));
        QVERIFY(throttle.lockedUntil("ada", now) == now + 15min);
        QVERIFY(throttle.begin("ada", "10.0.0.1", now + 14min) == 60'000ms);
        QVERIFY(!throttle.begin("ada", "10.0.0.1", now + 15min));
    }

    void begin_aWaitingTryIsNoFurtherFailure() {
        Throttle throttle{rule(), generous()};
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!throttle.begin("ada", "a", start_));
        }
        for (int i = 0; i < 100; ++i) {
            QVERIFY(throttle.begin("ada", "a", start_).has_value());
        }
        QCOMPARE(throttle.failuresOf("ada"), 3);
    }

    void begin_manyNamesFromOneAddress_areSlowedTogether() {
        Throttle throttle{rule(), {5, 1s, 10, 15min, 1h}};
        for (int i = 0; i < 5; ++i) {
            QVERIFY(!throttle.begin("name" + std::to_string(i), "10.0.0.1", start_));
        }
        QVERIFY(throttle.begin("somebody", "10.0.0.1", start_).has_value());
        QVERIFY(!throttle.begin("somebody", "10.0.0.2", start_));
    }

    void succeeded_startsAnew_andGivesTheAddressItsTryBack() {
        Throttle throttle{rule(), {3, 1s, 10, 15min, 1h}};
        for (int i = 0; i < 20; ++i) {
            QVERIFY(!throttle.begin("ada", "10.0.0.1", start_));
            throttle.succeeded("ada", "10.0.0.1");
        }
        QCOMPARE(throttle.failuresOf("ada"), 0);
    }

    void failures_areForgottenAfterAWhile() {
        Throttle throttle{rule(), generous()};
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!throttle.begin("ada", "a", start_));
        }
        QVERIFY(!throttle.begin("ada", "a", start_ + 2h));
        QCOMPARE(throttle.failuresOf("ada"), 1);
    }

    void lockUntil_keepsALockoutFromBeforeARestart() {
        Throttle throttle{rule(), generous()};
        throttle.lockUntil("ada", start_ + 5min, start_);
        QVERIFY(throttle.begin("ada", "a", start_) == 300'000ms);
        QVERIFY(!throttle.begin("ada", "a", start_ + 5min));
    }

    void names_madeUpByTheThousand_takeNoMoreMemory_andUnlockNobody() {
        Throttle throttle{rule(), {1'000'000, 1s, 1'000'000, 15min, 1h}};
        throttle.lockUntil("ada", start_ + 15min, start_);
        for (int i = 0; i < 120'000; ++i) {
            (void)throttle.begin("made-up-" + std::to_string(i), "a", start_);
        }
        QVERIFY(throttle.begin("ada", "a", start_).has_value());
    }
};

VERDESK_TEST(ThrottleTest)
#include "throttle_test.moc"
