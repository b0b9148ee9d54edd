#include "sandbox/clock.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace std::chrono_literals;

class SandboxClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        real_ = {};
    }

    void now_followsTheRealClock() {
        const auto clock = make();
        real_ += 1500ms;
        QCOMPARE(clock.now() - start, 1500ms);
    }

    void speed_countsFromItsChangeOn() {
        auto clock = make();
        real_ += 1s;
        clock.setSpeed(100);
        QCOMPARE(clock.now() - start, 1s);
        real_ += 2s;
        QCOMPARE(clock.now() - start, 201s);
        clock.setSpeed(0);
        real_ += 1h;
        QCOMPARE(clock.now() - start, 201s);
    }

    void advance_movesForwardOnly() {
        auto clock = make();
        clock.advance(2h);
        QCOMPARE(clock.now() - start, 2h);
        clock.advance(-1h);
        QCOMPARE(clock.now() - start, 2h);
    }

    void realUntil_dividesBySpeed() {
        auto clock = make();
        QCOMPARE(clock.realUntil(start + 30s), std::optional{30'000ms});
        clock.setSpeed(1000);
        QCOMPARE(clock.realUntil(start + 30s), std::optional{30ms});
        QCOMPARE(clock.realUntil(start + 1ms), std::optional{1ms});
        QCOMPARE(clock.realUntil(start), std::optional{0ms});
        clock.setSpeed(0);
        QVERIFY(!clock.realUntil(start + 1ms));
        QCOMPARE(clock.realUntil(start - 1ms), std::optional{0ms});
    }

    void onChange_isCalledForBoth() {
        auto clock = make();
        int changes = 0;
        clock.onChange([&] { ++changes; });
        clock.setSpeed(2);
        clock.advance(1s);
        QCOMPARE(changes, 2);
    }

    void timeText_isRfc3339() {
        QCOMPARE(timeText(Time{1'773'756'131'042ms}), std::string{"2026-03-17T14:02:11.042Z"});
    }

private:
    static constexpr Time start{1'800'000'000'000ms};

    Clock make() {
        return Clock{start, [this] { return real_; }};
    }

    Clock::Real::time_point real_;
};

VERDESK_TEST(SandboxClockTest)
#include "clock_test.moc"
