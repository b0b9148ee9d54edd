#include "desk/single_instance.h"

#include "desk/instance_name.h"
#include "tests/support/registry.h"

#include <QSignalSpy>
#include <QTest>
#include <QUuid>

#include <atomic>
#include <thread>

using namespace verdesk::desk;

class SingleInstanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        name_ = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }

    void second_asksTheFirstToComeForward() {
        SingleInstance first{name_};
        QVERIFY(first.enter() == SingleInstance::Role::first);
        QSignalSpy asked{&first, &SingleInstance::raiseAsked};
        // As another process: it blocks, while the first goes on.
        std::atomic<SingleInstance::Role> role{SingleInstance::Role::mute};
        std::thread other{[this, &role] {
            SingleInstance second{name_};
            role = second.enter();
        }};
        QTRY_COMPARE(asked.count(), 1);
        QTRY_VERIFY(role == SingleInstance::Role::second);
        other.join();
    }

    void otherNames_runBesideEachOther() {
        SingleInstance first{name_};
        SingleInstance other{name_ + QLatin1Char('x')};
        QVERIFY(first.enter() == SingleInstance::Role::first);
        QVERIFY(other.enter() == SingleInstance::Role::first);
    }

    void firstHasEnded_theNextIsFirst() {
        {
            SingleInstance first{name_};
            QVERIFY(first.enter() == SingleInstance::Role::first);
        }
        SingleInstance next{name_};
        QVERIFY(next.enter() == SingleInstance::Role::first);
    }

    void plainName_isShortPlainAndItsOwn() {
        QCOMPARE(plainInstanceName({}), QString{});
        const auto a = plainInstanceName(QStringLiteral("/etc/desk one/verdesk.ini"));
        const auto b = plainInstanceName(QStringLiteral("/etc/desk-one/verdesk.ini"));
        QVERIFY(a != b);
        QVERIFY(a.size() <= 30);
        for (const auto letter : a) {
            QVERIFY(letter.isLetterOrNumber() || letter == QLatin1Char('-'));
        }
    }

private:
    QString name_;
};

VERDESK_TEST(SingleInstanceTest)
#include "single_instance_test.moc"
