#include "tests/app/verdeskd/command.h"
#include "tests/backend/api/http_client.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace verdesk::test;
using nlohmann::json;
using verdesk::backend::test::clientOf;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

json signIn(const std::string& name, const std::string& password) {
    return {{"method", "password"}, {"name", name}, {"password", password}, {"desk", {{"version", VERDESK_VERSION}}}};
}

}  // namespace

class ServeTest : public QObject {
    Q_OBJECT

    static Ended staff(const Installation& at, QStringList arguments, const QByteArray& input = {}) {
        return verdeskd(QStringList{s("staff"), s("--config"), at.config()} + arguments, input);
    }

private Q_SLOTS:
    void keysInit_neverOverwrites() {
        const Installation at;
        QFile key{at.file(s("master.key"))};
        QVERIFY(key.open(QIODevice::ReadOnly));
        const auto before = key.readAll();
        const auto again = verdeskd({s("keys"), s("init"), at.file(s("master.key"))});
        QCOMPARE(again.code, 1);
        QVERIFY(again.errors.contains(s("is there already")));
        key.seek(0);
        QCOMPARE(key.readAll(), before);
        QVERIFY(!(key.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    }

    void checkConfig_saysWhereEveryMistakeIs() {
        const Installation at;
        QCOMPARE(verdeskd({s("check-config"), s("--config"), at.config()}).code, 0);
        QFile file{at.config()};
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto text = file.readAll();
        text.replace("launches = [\"qr\", \"token\"]", "launches = [\"qr\", \"tocken\"]\nttl_seconds = 9000");
        text.replace("key = { file = \"passid.key\" }", "key = \"sk_live_in_the_clear\"");
        at.write(s("verdesk.toml"), text, false);
        const auto checked = verdeskd({s("check-config"), s("--config"), at.config()});
        QCOMPARE(checked.code, 2);
        QVERIFY(checked.errors.contains(at.config() + s(":28: accounts.main.key: is a secret")));
        QVERIFY(checked.errors.contains(at.config() + s(":33: flows.passid.launches: \"tocken\" is no launch")));
        QVERIFY(checked.errors.contains(at.config() + s(":34: flows.passid.ttl_seconds: must be from 1 to 3600")));
        QVERIFY(!checked.errors.contains(s("in_the_clear")));
        QProcess process;
        QVERIFY(at.serve(process).isEmpty());
        QCOMPARE(process.state(), QProcess::NotRunning);
        QCOMPARE(process.exitCode(), 2);
    }

    void staff_isAddedListedDisabledAndReset() {
        const Installation at;
        const QStringList ada{s("add"),    s("a.lovelace"), s("--display-name"), s("Ada Lovelace"),
                              s("--role"), s("teller"),     s("--branch"),       s("012")};
        const auto added = staff(at, ada);
        QCOMPARE(added.code, 0);
        const auto password =
            QRegularExpression{s("shown this once: (\\S+)")}.match(added.output).captured(1).toStdString();
        QVERIFY(password.size() >= 12);
        QCOMPARE(staff(at, ada).code, 1);
        const QStringList grace{s("add"),          s("g.hopper"), s("--display-name"),
                                s("Grace Hopper"), s("--role"),   s("officer"),
                                s("--branch"),     s("012"),      s("--password-stdin")};
        QVERIFY(staff(at, grace, "short\n").errors.contains(s("too short")));
        QVERIFY(staff(at, grace, "password1234\n").errors.contains(s("tried first")));
        const auto given = staff(at, grace, "four plain short words\n");
        QCOMPARE(given.code, 0);
        QVERIFY(!given.output.contains(s("four plain")));
        auto elsewhere = ada;
        elsewhere[1] = s("someone");
        elsewhere[7] = s("999");
        QVERIFY(staff(at, elsewhere).errors.contains(s("no branch \"999\"")));
        const auto list = staff(at, {s("list")}).output;
        QVERIFY(list.contains(s("a.lovelace")) && list.contains(s("Grace Hopper")));

        QProcess process;
        const auto ready = json::parse(at.serve(process).toStdString());
        QVERIFY(ready.at("accounts").empty() && ready.at("sandbox").is_null());
        auto backend = clientOf(ready.at("staff"));
        auto answer = backend.post("/api/v1/sessions", signIn("a.lovelace", password));
        QCOMPARE(answer.status, 201);
        auto session = clientOf(ready.at("staff"), answer.json().at("token"));
        QCOMPARE(session.get("/api/v1/me").json().at("environment").get<std::string>(), std::string{"sandbox"});
        // Another process changes the staff while this one serves.
        QCOMPARE(staff(at, {s("disable"), s("a.lovelace")}).code, 0);
        QCOMPARE(session.get("/api/v1/me").status, 401);
        QCOMPARE(backend.post("/api/v1/sessions", signIn("a.lovelace", password)).status, 401);
        QVERIFY(staff(at, {s("list")}).output.contains(s("disabled")));
        QCOMPARE(staff(at, {s("reset"), s("a.lovelace"), s("--password-stdin")}, "another long sentence\n").code, 0);
        QCOMPARE(backend.post("/api/v1/sessions", signIn("a.lovelace", "another long sentence")).status, 201);
        QCOMPARE(staff(at, {s("disable"), s("nobody")}).code, 1);
        process.terminate();
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
    }

    void serve_endsWithItsInput_whereAsked() {
        const Installation at;
        QProcess process;
        QVERIFY(!at.serve(process, {s("--end-with-stdin")}).isEmpty());
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
        QProcess other;
        QVERIFY(!at.serve(other).isEmpty());
        other.closeWriteChannel();
        QVERIFY(!other.waitForFinished(500));
        other.terminate();
        QVERIFY(other.waitForFinished(20'000));
    }

    void serve_withAnotherMasterKey_saysSo() {
        const Installation at;
        QProcess process;
        QVERIFY(!at.serve(process).isEmpty());
        process.terminate();
        QVERIFY(process.waitForFinished(20'000));
        QVERIFY(QFile::remove(at.file(s("master.key"))));
        QCOMPARE(verdeskd({s("keys"), s("init"), at.file(s("master.key"))}).code, 0);
        QProcess again;
        QVERIFY(at.serve(again).isEmpty());
        QCOMPARE(again.state(), QProcess::NotRunning);
        QCOMPARE(again.exitCode(), 1);
        QVERIFY(again.readAllStandardError().contains("master key"));
    }

    void serve_onATakenPort_saysWhich() {
        const Installation at;
        QProcess process;
        const auto ready = json::parse(at.serve(process).toStdString());
        const auto origin = QString::fromStdString(ready.at("staff"));
        const auto port = origin.mid(origin.lastIndexOf(QLatin1Char(':')) + 1);
        const Installation second;
        QFile file{second.config()};
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto text = file.readAll();
        text.replace("staff = { port = 0 }", "staff = { port = " + port.toUtf8() + " }");
        second.write(s("verdesk.toml"), text, false);
        QProcess other;
        QVERIFY(second.serve(other).isEmpty());
        QCOMPARE(other.state(), QProcess::NotRunning);
        QCOMPARE(other.exitCode(), 1);
        QVERIFY(other.readAllStandardError().contains(port.toUtf8()));
        process.terminate();
        QVERIFY(process.waitForFinished(20'000));
    }

    void serve_withACertificate_speaksTls() {
        const Installation at;
        for (const auto& [from, to] : {std::pair{"server.pem", "desk.pem"}, std::pair{"server.key", "desk.key"}}) {
            QVERIFY(QFile::copy(s(VERDESK_TEST_DATA "/../../http/data/") + s(from), at.file(s(to))));
            QVERIFY(QFile::setPermissions(at.file(s(to)), QFile::ReadOwner | QFile::WriteOwner));
        }
        QFile file{at.config()};
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto text = file.readAll();
        text.replace("staff = { port = 0 }", "staff = { port = 0, certificate = \"desk.pem\", key = \"desk.key\" }");
        at.write(s("verdesk.toml"), text, false);
        QProcess process;
        const auto ready = json::parse(at.serve(process).toStdString());
        QVERIFY(ready.at("staff").get<std::string>().starts_with("https://"));
        process.terminate();
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
    }
};

VERDESK_TEST(ServeTest)
#include "serve_test.moc"
