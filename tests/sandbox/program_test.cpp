// The program itself: its ready line, its settings, its end.
#include "harness.h"
#include "json_compare.h"
#include "tests/support/registry.h"

#include <QProcess>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class ProgramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plain_makesAKeyAndEndsWithItsInput() {
        QProcess program;
        const auto ready = start(program, {});
        COMPARE_JSON(ready["ready"], Json(true));
        const auto key = ready["passid"]["key"].get<std::string>();
        QVERIFY(key.starts_with("sk_sandbox_"));
        const auto origin = ready["origin"].get<std::string>();
        QVERIFY(origin.starts_with("http://127.0.0.1:"));
        QCOMPARE(send(portOf(ready), "POST", "/passid/api/bridge/request", "{}", {{"X-Institution-Key", key}}).status,
                 201);
        QCOMPARE(send(portOf(ready), "GET", "/phone").status, 200);
        program.closeWriteChannel();
        QVERIFY(program.waitForFinished(5000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.readAllStandardOutput().isEmpty());
        QVERIFY(program.readAllStandardError().isEmpty());
    }

    void terminated_endsCleanly() {
        QProcess program;
        start(program, {});
        program.terminate();
        QVERIFY(program.waitForFinished(5000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
    }

    void settings_comeByStandardInput() {
        QProcess program;
        const auto ready = start(program, {QStringLiteral("--settings-on-stdin")},
                                 R"({"passid":{"key":"sk_sandbox_mine","institutionName":"Mine"}})"
                                 "\n");
        QVERIFY(!ready["passid"].contains("key"));
        const auto reply =
            send(portOf(ready), "POST", "/passid/api/bridge/request", "{}", {{"X-Institution-Key", "sk_sandbox_mine"}});
        QCOMPARE(reply.status, 201);
        QVERIFY(reply.json()["deepLink"].get<std::string>().ends_with("&i=Mine"));
        program.closeWriteChannel();
        QVERIFY(program.waitForFinished(5000));
    }

    void badSettings_areAnErrorThatNamesTheMember_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("names");
        const auto row = [](const char* line, const char* names) {
            QTest::newRow(line) << QByteArray{line} << QByteArray{names};
        };
        row("{\"passid\":{\"webhookUrl\":\"http://example.com/\"}}", "webhookUrl");
        row("{\"passid\":{\"webhookUrl\":\"http://127.0.0.1:1/\"}}", "webhookSecret");
        row("{\"passid\":{\"kee\":\"x\"}}", "kee");
        row("{\"other\":{}}", "other");
        row("nonsense", "JSON");
    }
    void badSettings_areAnErrorThatNamesTheMember() {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, names);
        QProcess program;
        program.start(path(), {QStringLiteral("--settings-on-stdin")});
        program.write(line + "\n");
        QVERIFY(program.waitForFinished(5000));
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(program.readAllStandardOutput().isEmpty());
        QVERIFY(program.readAllStandardError().contains(names));
    }

    void addressThatIsNotOurs_isAnError() {
        QProcess program;
        program.start(path(), {QStringLiteral("--address"), QStringLiteral("192.0.2.1")});
        QVERIFY(program.waitForFinished(5000));
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(program.readAllStandardError().contains("192.0.2.1"));
    }

private:
    static QString path() {
        return QStringLiteral(VERDESK_BIN_DIR "/verdesk-sandbox");
    }
    static Json start(QProcess& program, const QStringList& arguments, const QByteArray& input = {}) {
        program.start(path(), arguments);
        program.write(input);
        while (!program.canReadLine() && program.waitForReadyRead(5000)) {
        }
        return Json::parse(program.readLine().toStdString(), nullptr, false);
    }
    static std::uint16_t portOf(const Json& ready) {
        const auto origin = ready["origin"].get<std::string>();
        return static_cast<std::uint16_t>(std::stoi(origin.substr(origin.rfind(':') + 1)));
    }
};

VERDESK_TEST(ProgramTest)
#include "program_test.moc"
