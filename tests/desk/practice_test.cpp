#include "desk/practice.h"

#include "tests/support/registry.h"

#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::desk;

namespace {

QString child() {
#ifdef Q_OS_WIN
    return QStringLiteral(VERDESK_BIN_DIR "/desk_practice_child.exe");
#else
    return QStringLiteral(VERDESK_BIN_DIR "/desk_practice_child");
#endif
}

}  // namespace

class PracticeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void start_readyLine_givesAddressAndAccounts() {
        Practice practice{child(), QStringLiteral("fine")};
        QSignalSpy ready{&practice, &Practice::ready};
        practice.start();
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(ready.front().front().toString(), QStringLiteral("http://127.0.0.1:4711"));
        QCOMPARE(practice.accounts().size(), size_t{1});
        QVERIFY(practice.accounts().front().role == Role::teller);
        QVERIFY(practice.processId() != 0);
    }

    void stop_closesTheInput_andTheChildEndsByItself() {
        Practice practice{child(), QStringLiteral("fine")};
        QSignalSpy ready{&practice, &Practice::ready};
        practice.start();
        QTRY_COMPARE(ready.count(), 1);
        QElapsedTimer timer;
        timer.start();
        practice.stop();
        QCOMPARE(practice.processId(), 0);
        QVERIFY(timer.elapsed() < 2500);  // it was not killed after the patience was over
    }

    void child_dies_isStartedAgain() {
        Practice practice{child(), QStringLiteral("mortal")};
        QSignalSpy ready{&practice, &Practice::ready};
        QSignalSpy ended{&practice, &Practice::ended};
        practice.start();
        QTRY_VERIFY(ready.count() >= 2);
        QVERIFY(ended.count() >= 1);
    }

    void child_cannotStart_isSaidInItsOwnLastWords() {
        Practice practice{child(), QStringLiteral("broken")};
        QSignalSpy failed{&practice, &Practice::failed};
        practice.start();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.front().front().toString().contains(QLatin1String("the store is locked by another program")));
    }

    void program_missing_isSaid() {
        Practice practice{QStringLiteral("/nowhere/verdeskd"), {}};
        QSignalSpy failed{&practice, &Practice::failed};
        practice.start();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.front().front().toString().contains(QLatin1String("verdeskd")));
    }
};

VERDESK_TEST(PracticeTest)
#include "practice_test.moc"
