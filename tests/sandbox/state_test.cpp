// What a sandbox with a state file keeps over its end.
#include "harness.h"
#include "json_compare.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class StateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sessionsTokensAndKeys_surviveARestart() {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("state.json")).toStdString();
        Json session;
        std::string token;
        Reply first;
        {
            Harness harness{file};
            session = harness.open();
            token = harness.post("/control/passid/tokens").json()["token"].get<std::string>();
            first = harness.verify(token, "key");
        }
        Harness harness{file};
        QCOMPARE(harness.status(session), std::string{"pending"});
        QCOMPARE(harness.verify(token, "key").text, first.text);
        COMPARE_JSON(harness.verify(token).json()["data"]["denyReason"], Json("TOKEN_ALREADY_USED"));
    }

    void pendingDelivery_survivesARestart() {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("state.json")).toStdString();
        std::string body;
        {
            Harness harness{file};
            harness.receiver().answerWith(500);
            harness.verify("KE8V-3TXY-Z72L");
            body = harness.receiver().wait(1).at(0).body;
            QVERIFY(QTest::qWaitFor([&] {
                return harness.get("/control/passid/deliveries").json()["deliveries"][0]["attempts"].size() == 1;
            }));
        }
        Harness harness{file};
        const auto list = harness.get("/control/passid/deliveries").json()["deliveries"];
        QCOMPARE(list.size(), std::size_t{1});
        COMPARE_JSON(list[0]["state"], Json("pending"));
        QCOMPARE(list[0]["attempts"].size(), std::size_t{1});
        COMPARE_JSON(list[0]["body"], Json(body));
        // Its receiver went with the first sandbox; the attempt is made all the same.
        harness.advance(std::chrono::seconds{30});
        QVERIFY(QTest::qWaitFor(
            [&] { return harness.get("/control/passid/deliveries").json()["deliveries"][0]["attempts"].size() == 2; }));
    }

    void brokenFile_isAnError() {
        const QTemporaryDir folder;
        QFile file{folder.filePath(QStringLiteral("state.json"))};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"now\":");
        file.close();
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, Harness{file.fileName().toStdString()});
    }
};

VERDESK_TEST(StateTest)
#include "state_test.moc"
