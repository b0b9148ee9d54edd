#include "sandbox/faults.h"

#include "json_compare.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;

class FaultsTest : public QObject {
    Q_OBJECT

    static Faults some() {
        Faults faults{{"request", "status", "verify"}};
        faults.addFlag("namesSession");
        return faults;
    }

private Q_SLOTS:
    void counts_areTakenInOrderAndRunOut() {
        auto faults = some();
        faults.set(Body{R"({"route":"verify","drop":1,"fail500":2,"malformed":1})"});
        QCOMPARE(faults.take("status").mishap, Mishap::none);
        QCOMPARE(faults.take("verify").mishap, Mishap::drop);
        QCOMPARE(faults.take("verify").mishap, Mishap::fail500);
        QCOMPARE(faults.take("verify").mishap, Mishap::fail500);
        QCOMPARE(faults.take("verify").mishap, Mishap::malformed);
        QCOMPARE(faults.take("verify").mishap, Mishap::none);
    }

    void ownRoute_comesBeforeAny_andLatencyAddsUp() {
        auto faults = some();
        faults.set(Body{R"({"latencyMs":5,"fail500":1})"});
        faults.set(Body{R"({"route":"status","latencyMs":20,"nonsense":1})"});
        const auto first = faults.take("status");
        QCOMPARE(first.mishap, Mishap::nonsense);
        QCOMPARE(first.latency, std::chrono::milliseconds{25});
        QCOMPARE(faults.take("status").mishap, Mishap::fail500);
        QCOMPARE(faults.take("other").latency, std::chrono::milliseconds{5});
    }

    void webhook_staysUntilItIsChanged() {
        auto faults = some();
        faults.set(Body{R"({"webhook":"before-reply","namesSession":true})"});
        faults.set(Body{R"({"route":"verify","drop":1})"});
        QCOMPARE(faults.webhook(), WebhookMode::beforeReply);
        QVERIFY(faults.flag("namesSession"));
        COMPARE_JSON(faults.toJson()["webhook"], Json("before-reply"));
        COMPARE_JSON(faults.toJson()["routes"]["verify"]["drop"], Json(1));
        faults.clear();
        QCOMPARE(faults.webhook(), WebhookMode::normal);
        QVERIFY(faults.toJson()["routes"].empty());
    }

    void wrongMember_isRefusedAndNothingChanges_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("names");
        const auto row = [](const char* body, const char* names) {
            QTest::newRow(body) << QByteArray{body} << QByteArray{names};
        };
        row(R"({"route":"nowhere"})", "route");
        row(R"({"drop":-1})", "drop");
        row(R"({"drop":1.5})", "drop");
        row(R"({"drop":"1"})", "drop");
        row(R"({"latencyMs":18446744073709551615})", "latencyMs");
        row(R"({"webhook":"thrice"})", "webhook");
        row(R"({"namesSession":1})", "namesSession");
        row(R"({"webhok":"never","drop":1})", "webhok");
        row(R"([])", "object");
        row(R"({)", "JSON");
    }
    void wrongMember_isRefusedAndNothingChanges() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, names);
        auto faults = some();
        try {
            faults.set(Body{std::string_view{body.constData(), static_cast<std::size_t>(body.size())}});
            QFAIL("taken");
        } catch (const BadBody& bad) {
            QVERIFY2(QByteArray{bad.what()}.contains(names), bad.what());
        }
        QVERIFY(faults.toJson()["routes"].empty());
        QCOMPARE(faults.webhook(), WebhookMode::normal);
    }
};

VERDESK_TEST(FaultsTest)
#include "faults_test.moc"
