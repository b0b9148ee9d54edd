#include "backend/egress/breaker.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::backend::egress;
using State = Breaker::State;

namespace {

constexpr BreakerPolicy policy{3, Millis{1'000}, Millis{3'000}};
const Moment start{std::chrono::hours{1}};

void fail(Breaker& breaker, Moment at) {
    auto permit = breaker.enter(at);
    QVERIFY(bool{permit});
    permit.failed(at);
}

Breaker opened() {
    Breaker breaker{policy};
    for (int i = 0; i < 3; ++i) {
        fail(breaker, start);
    }
    return breaker;
}

}  // namespace

class BreakerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void breaker_opensAfterFailuresInARow() {
        Breaker breaker{policy};
        fail(breaker, start);
        fail(breaker, start);
        breaker.enter(start).succeeded();
        fail(breaker, start);
        fail(breaker, start);
        QCOMPARE(breaker.state(start), State::closed);
        fail(breaker, start);
        QCOMPARE(breaker.state(start), State::open);
        QVERIFY(!breaker.enter(start));
        QVERIFY(!breaker.enter(start + Millis{999}));
    }

    void halfOpen_letsOneThrough_andClosesOnSuccess() {
        auto breaker = opened();
        const auto later = start + Millis{1'000};
        QCOMPARE(breaker.state(later), State::halfOpen);
        {
            auto probe = breaker.enter(later);
            QVERIFY(bool{probe});
            QVERIFY(!breaker.enter(later));
            probe.succeeded();
        }
        QCOMPARE(breaker.state(later), State::closed);
        QVERIFY(bool{breaker.enter(later)});
        fail(breaker, later);
        QCOMPARE(breaker.state(later), State::closed);  // it counts from nought again
    }

    void halfOpen_failing_doublesThePauseUpToALimit() {
        auto breaker = opened();
        auto at = start;
        for (const int pause : {1'000, 2'000, 3'000, 3'000}) {
            QCOMPARE(breaker.state(at + Millis{pause - 1}), State::open);
            at += Millis{pause};
            QCOMPARE(breaker.state(at), State::halfOpen);
            fail(breaker, at);
        }
    }

    void probe_thatIsAbandoned_freesItsPlace() {
        auto breaker = opened();
        const auto later = start + Millis{1'000};
        {
            const auto probe = breaker.enter(later);
            QVERIFY(bool{probe});
        }
        QCOMPARE(breaker.state(later), State::halfOpen);
        auto next = breaker.enter(later);
        QVERIFY(bool{next});
        auto moved = std::move(next);
        QVERIFY(!next);
        QVERIFY(!breaker.enter(later));
        moved.succeeded();
        QCOMPARE(breaker.state(later), State::closed);
    }

    void callsOnTheirWay_whenItOpens_doNotProlongThePause() {
        Breaker breaker{policy};
        auto slow = breaker.enter(start);
        auto slower = breaker.enter(start);
        for (int i = 0; i < 3; ++i) {
            fail(breaker, start);
        }
        slow.failed(start + Millis{900});
        QCOMPARE(breaker.state(start + Millis{1'000}), State::halfOpen);
        slower.succeeded();  // but an answer is an answer
        QCOMPARE(breaker.state(start), State::closed);
    }
};

VERDESK_TEST(BreakerTest)
#include "breaker_test.moc"
