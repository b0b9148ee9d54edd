#include "desk/retry_policy.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::desk;
using std::chrono::milliseconds;

class RetryPolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void delay_growsToItsLimit() {
        QCOMPARE(growingDelay(1, 0).count(), 200);
        QCOMPARE(growingDelay(2, 0).count(), 400);
        QCOMPARE(growingDelay(5, 0).count(), 3200);
        QCOMPARE(growingDelay(6, 0).count(), 5000);
        QCOMPARE(growingDelay(1000, 0).count(), 5000);
    }
    void delay_jitter_shortensByAQuarterAtMost() {
        QCOMPARE(growingDelay(6, 0.5).count(), 4375);
        QVERIFY(growingDelay(6, 0.999).count() >= 3750);
    }
    void lostAnswer_dependsOnTheCall() {
        QVERIFY(!nextAttempt(Repeat::never, {.count = 1, .lost = true}, 0));
        QVERIFY(nextAttempt(Repeat::few, {.count = 2, .lost = true}, 0));
        QVERIFY(!nextAttempt(Repeat::few, {.count = 3, .lost = true}, 0));
        QVERIFY(nextAttempt(Repeat::untilAnswered, {.count = 500, .lost = true}, 0));
    }
    void refusal_isFinal() {
        for (const auto status : {400, 403, 404, 409, 410, 422}) {
            QVERIFY(!nextAttempt(Repeat::untilAnswered, {.count = 1, .status = status, .named = true}, 0));
        }
    }
    void ownUnavailable_isFinal_proxysIsNot() {
        QVERIFY(!nextAttempt(Repeat::untilAnswered, {.count = 1, .status = 503, .named = true}, 0));
        QVERIFY(nextAttempt(Repeat::untilAnswered, {.count = 99, .status = 503, .named = false}, 0));
    }
    void serverError_isTriedAFewTimes() {
        QVERIFY(nextAttempt(Repeat::untilAnswered, {.count = 1, .status = 500, .named = true}, 0));
        QVERIFY(!nextAttempt(Repeat::untilAnswered, {.count = 3, .status = 500, .named = true}, 0));
    }
    void tooMany_waitsAsAsked_withinLimits() {
        const auto asked = [](int ms) {
            return *nextAttempt(Repeat::few, {.count = 1, .status = 429, .named = true, .retryAfter = milliseconds{ms}},
                                0);
        };
        QCOMPARE(asked(1500).count(), 1500);
        QCOMPARE(asked(1).count(), 200);
        QCOMPARE(asked(600'000).count(), 5000);
    }
};

VERDESK_TEST(RetryPolicyTest)
#include "retry_policy_test.moc"
