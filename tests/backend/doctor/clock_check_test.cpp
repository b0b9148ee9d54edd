#include "backend/doctor/clock_check.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend::doctor;
using std::chrono::milliseconds;

namespace {

TimeSeen seen(const char* date, const char* before, const char* after) {
    return {date, *instantFrom(before), *instantFrom(after)};
}

constexpr const char* noon = "Tue, 17 Mar 2026 12:00:00 GMT";

}  // namespace

class ClockCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void skew_leavesTheSecondAndTheWayOut_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("skew");
        const auto row = [](const char* name, const char* before, const char* after, int skew) {
            QTest::newRow(name) << QByteArray{before} << QByteArray{after} << skew;
        };
        row("within the second", "2026-03-17T12:00:00.900Z", "2026-03-17T12:00:00.950Z", 0);
        row("a slow answer", "2026-03-17T11:59:50Z", "2026-03-17T12:00:03Z", 0);
        row("fast", "2026-03-17T12:00:31Z", "2026-03-17T12:00:32Z", 30'000);
        row("slow", "2026-03-17T11:59:28Z", "2026-03-17T11:59:30Z", -30'000);
    }
    void skew_leavesTheSecondAndTheWayOut() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, skew);
        QCOMPARE(skewOf(seen(noon, before.constData(), after.constData()))->count(), std::int64_t{skew});
    }

    void dateThatIsNone_saysNothing() {
        QVERIFY(!skewOf(seen("soon", "2026-03-17T12:00:00Z", "2026-03-17T12:00:00Z")));
        QCOMPARE(clockFinding({}).level, Level::skipped);
        QCOMPARE(clockFinding({seen("soon", "2026-03-17T12:00:00Z", "2026-03-17T12:00:00Z")}).level, Level::skipped);
    }

    void clock_isWarnedOf_andThenWrong() {
        const auto levelAt = [](const char* at) { return clockFinding({seen(noon, at, at)}).level; };
        QCOMPARE(levelAt("2026-03-17T12:00:05.500Z"), Level::good);
        QCOMPARE(levelAt("2026-03-17T12:00:06Z"), Level::warning);
        QCOMPARE(levelAt("2026-03-17T11:59:30Z"), Level::warning);
        QCOMPARE(levelAt("2026-03-17T12:01:01Z"), Level::wrong);
        QCOMPARE(levelAt("2026-03-17T11:00:00Z"), Level::wrong);
        const auto fast = clockFinding({seen(noon, "2026-03-17T12:02:01Z", "2026-03-17T12:02:02Z")});
        QVERIFY(fast.what.find("120 seconds fast") != std::string::npos);
        QVERIFY(!fast.remedy.empty());
    }

    void oneThatAgrees_isEnough() {
        const auto right = seen(noon, "2026-03-17T12:00:00Z", "2026-03-17T12:00:01Z");
        const auto wrong = seen("Tue, 17 Mar 2026 10:00:00 GMT", "2026-03-17T12:00:00Z", "2026-03-17T12:00:01Z");
        QCOMPARE(clockFinding({wrong, right}).level, Level::good);
        QCOMPARE(clockFinding({wrong}).level, Level::wrong);
    }
};

VERDESK_TEST(ClockCheckTest)
#include "clock_check_test.moc"
