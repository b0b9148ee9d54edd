#include "tests/app/verdeskd/command.h"
#include "tests/backend/api/http_client.h"
#include "tests/support/postgres.h"
#include "tests/support/registry.h"

#include <QRegularExpression>
#include <QTest>

#include <libpq-fe.h>
#include <sqlite3.h>

using namespace verdesk::test;
using nlohmann::json;
using verdesk::backend::test::clientOf;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

constexpr const char* forgery = "update cases set verdict = 'pass'";

}  // namespace

// On both engines: what the log explains is no fault, and what somebody changed behind its back is.
class CheckStoreTest : public QObject {
    Q_OBJECT

    static QString storeLine(const QString& engine, QString& connection) {
        if (engine == s("sqlite")) {
            return {};
        }
        connection = QString::fromStdString(Postgres::instance().makeDatabase());
        return s("postgres = { file = \"postgres\" }");
    }

    static void openACase(const Installation& at) {
        const auto added =
            verdeskd({s("staff"), s("--config"), at.config(), s("add"), s("ada"), s("--display-name"), s("Ada"),
                      s("--role"), s("teller"), s("--branch"), s("012"), s("--password-stdin")},
                     "four plain short words\n");
        QCOMPARE(added.code, 0);
        QProcess process;
        const auto ready = json::parse(at.serve(process).toStdString());
        const json signIn{{"method", "password"},
                          {"name", "ada"},
                          {"password", "four plain short words"},
                          {"desk", {{"version", VERDESK_VERSION}}}};
        const std::string token = clientOf(ready.at("staff")).post("/api/v1/sessions", signIn).json().at("token");
        const json body{{"reference", "123456"},
                        {"purpose", "loan"},
                        {"consent", {{"version", "1"}, {"language", "en"}}},
                        {"attestation", {{"version", "1"}}}};
        QCOMPARE(clientOf(ready.at("staff"), token).post("/api/v1/cases", body).status, 201);
        process.terminate();
        QVERIFY(process.waitForFinished(20'000));
    }

    static void forge(const QString& engine, const Installation& at, const QString& connection) {
        if (engine == s("sqlite")) {
            sqlite3* database = nullptr;
            QCOMPARE(sqlite3_open(at.file(s("verdesk.db")).toUtf8().constData(), &database), SQLITE_OK);
            QCOMPARE(sqlite3_exec(database, forgery, nullptr, nullptr, nullptr), SQLITE_OK);
            sqlite3_close(database);
            return;
        }
        auto* server = PQconnectdb(connection.toUtf8().constData());
        auto* result = PQexec(server, forgery);
        QCOMPARE(PQresultStatus(result), PGRES_COMMAND_OK);
        PQclear(result);
        PQfinish(server);
    }

private Q_SLOTS:
    void faults_areFound_data() {
        QTest::addColumn<QString>("engine");
        QTest::newRow("sqlite") << s("sqlite");
        QTest::newRow("postgres") << s("postgres");
    }
    void faults_areFound() {
        QFETCH(QString, engine);
        QString connection;
        const Installation at{storeLine(engine, connection)};
        at.write(s("postgres"), connection.toUtf8());
        openACase(at);
        const QStringList check{s("check-store"), s("--config"), at.config()};
        const auto good = verdeskd(check);
        QVERIFY2(good.code == 0, qPrintable(good.output + good.errors));
        QVERIFY(good.output.contains(s("1 cases")) && good.output.contains(s("0 faults")));
        forge(engine, at, connection);
        const auto bad = verdeskd(check);
        QCOMPARE(bad.code, 1);
        QVERIFY(bad.output.contains(s("1 faults")));
        QVERIFY(!bad.output.contains(s("123456")));
        const auto lines = verdeskd(check + QStringList{s("--json")});
        QCOMPARE(lines.code, 1);
        const auto report = json::parse(lines.output.toStdString());
        QCOMPARE(report.at("cases").get<int>(), 1);
        QCOMPARE(report.at("faults").size(), std::size_t{1});
    }
};

VERDESK_TEST(CheckStoreTest)
#include "check_store_test.moc"
