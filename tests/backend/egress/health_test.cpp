#include "backend/egress/health.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend::egress;

class HealthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void account_isUnknownUntilItsFirstCall() {
        Health health{{Millis{1'000}, 3}};
        health.answered("other", Millis{1});
        QCOMPARE(health.answering("a"), Answering::unknown);
        health.pauseUntil("a", Moment{std::chrono::hours{1}});
        QCOMPARE(health.answering("a"), Answering::unknown);
    }

    void failures_makeItSlowThenDown_andAnAnswerUndoesThem() {
        Health health{{Millis{1'000}, 3}};
        health.answered("a", Millis{100});
        QCOMPARE(health.answering("a"), Answering::answering);
        health.failed("a");
        QCOMPARE(health.answering("a"), Answering::slow);
        health.failed("a");
        health.failed("a");
        QCOMPARE(health.answering("a"), Answering::down);
        health.answered("a", Millis{100});
        QCOMPARE(health.answering("a"), Answering::answering);
    }

    void slowAnswers_makeItSlow_andGoodOnesUndoThem() {
        Health health{{Millis{1'000}, 3}};
        health.answered("a", Millis{3'000});
        QCOMPARE(health.answering("a"), Answering::slow);
        for (int i = 0; i < 5; ++i) {
            health.answered("a", Millis{100});
        }
        QCOMPARE(health.answering("a"), Answering::answering);
        health.answered("a", Millis{1'200});
        QCOMPARE(health.answering("a"), Answering::answering);  // one slow answer is no slow account
    }

    void pause_onlyGrows() {
        Health health{{}};
        const Moment later{std::chrono::hours{2}};
        health.pauseUntil("a", later);
        health.pauseUntil("a", Moment{std::chrono::hours{1}});
        QVERIFY(health.pausedUntil("a") == later);
        QVERIFY(health.pausedUntil("b") == Moment{});
    }
};

VERDESK_TEST(HealthTest)
#include "health_test.moc"
