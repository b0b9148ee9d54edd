#include "ui/parts/countdown_ring.h"

#include "tests/support/registry.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;
using namespace std::chrono_literals;

class CountdownTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countdownText_times_areWords_data() {
        QTest::addColumn<int>("ms");
        QTest::addColumn<QString>("expected");
        QTest::newRow("ten minutes") << 600000 << QStringLiteral("10:00");
        QTest::newRow("a begun second counts") << 431001 << QStringLiteral("7:12");
        QTest::newRow("last instant") << 1 << QStringLiteral("0:01");
        QTest::newRow("over") << 0 << QStringLiteral("0:00");
        QTest::newRow("long over") << -5000 << QStringLiteral("0:00");
        QTest::newRow("an hour") << 3605000 << QStringLiteral("1:00:05");
    }
    void countdownText_times_areWords() {
        QFETCH(int, ms);
        QFETCH(QString, expected);
        QCOMPARE(countdownText(std::chrono::milliseconds{ms}), expected);
    }

    void look_clockJumps_followsTheClock() {
        Theme theme{*qApp, SchemeChoice::light};
        Instant now{};
        CountdownRing ring{[&now] { return now; }};
        QSignalSpy ended{&ring, &CountdownRing::ended};
        ring.setDeadline({now + 600s, 600s});
        QCOMPARE(ring.left(), 600s);
        now += 595s;  // the machine slept
        ring.look();
        QCOMPARE(ring.left(), 5s);
        QCOMPARE(ended.count(), 0);
        now += 100s;
        ring.look();
        ring.look();
        QCOMPARE(ring.left(), 0s);
        QCOMPARE(ended.count(), 1);
    }

    void look_minutes_areSaidToScreenReaders_notSeconds() {
        Theme theme{*qApp, SchemeChoice::light};
        Instant now{};
        CountdownRing ring{[&now] { return now; }};
        ring.setDeadline({now + 130s, 600s});
        const auto first = ring.accessibleName();
        now += 5s;
        ring.look();
        QCOMPARE(ring.accessibleName(), first);
        now += 80s;
        ring.look();
        QVERIFY(ring.accessibleName() != first);
    }

    void setDeadline_again_endsAgain() {
        Theme theme{*qApp, SchemeChoice::light};
        Instant now{};
        CountdownRing ring{[&now] { return now; }};
        QSignalSpy ended{&ring, &CountdownRing::ended};
        ring.setDeadline({now, 10s});
        QCOMPARE(ended.count(), 1);
        ring.setDeadline({now + 10s, 10s});
        now += 10s;
        ring.look();
        QCOMPARE(ended.count(), 2);
    }
};

VERDESK_TEST(CountdownTest)
#include "countdown_test.moc"
