// The exchange of the master key with the true program, killed wherever it is.
#include "backend/store/rotation.h"
#include "backend/store/statement.h"
#include "tests/app/verdeskd/bank_store.h"
#include "tests/app/verdeskd/command.h"
#include "tests/backend/api/http_client.h"
#include "tests/backend/store/story.h"
#include "tests/support/postgres.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace verdesk::test;
using namespace verdesk::backend::store;
using nlohmann::json;
using verdesk::backend::test::clientOf;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

constexpr int cases = 1200;
constexpr int kills = 6;

}  // namespace

class KeysTest : public QObject {
    Q_OBJECT

    struct Bank {
        explicit Bank(const QString& engine)
            : connection{engine == s("sqlite") ? QString{}
                                               : QString::fromStdString(Postgres::instance().makeDatabase())},
              at{connection.isEmpty() ? QString{} : s("postgres = { file = \"postgres\" }")} {
            if (!connection.isEmpty()) {
                at.write(s("postgres"), connection.toUtf8());
            }
        }
        // What the configuration says of keys.
        void keys(const char* text) const {
            QFile file{at.config()};
            if (!file.open(QIODevice::ReadOnly)) {
                qFatal("there is no configuration");
            }
            auto whole = file.readAll();
            const auto from = whole.indexOf("[keys]");
            whole.replace(from, whole.indexOf("[accounts.main]") - from, "[keys]\n" + QByteArray{text} + "\n\n");
            at.write(s("verdesk.toml"), whole, false);
        }
        static constexpr const char* both =
            "master = { file = \"new.key\" }\nversion = 2\nprevious = { file = \"master.key\" }";
        static constexpr const char* newAlone = "master = { file = \"new.key\" }\nversion = 2";
        static constexpr const char* oldAlone = "master = { file = \"master.key\" }";
        void exchange() const {
            if (verdeskd({s("keys"), s("init"), at.file(s("new.key"))}).code != 0) {
                qFatal("no new master key could be made");
            }
            keys(both);
        }
        Ended check() const {
            return verdeskd({s("check-store"), s("--config"), at.config()});
        }
        QStringList rotate() const {
            return {s("keys"), s("rotate"), s("--config"), at.config(), s("--batch"), s("25")};
        }

        QString connection;
        Installation at;
    };

    // Kills it behind its line of that number, or lets it come to its end. True: it ended by itself.
    static bool rotateUntil(const Bank& bank, int line) {
        QProcess process;
        process.start(QStringLiteral(VERDESK_BIN_DIR "/verdeskd"), bank.rotate());
        for (int seen = 0; seen < line && process.state() != QProcess::NotRunning;) {
            process.waitForReadyRead(1'000);
            seen += static_cast<int>(process.readAllStandardOutput().count('\n'));
        }
        process.kill();
        process.waitForFinished(20'000);
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

private Q_SLOTS:
    void kill_atAnyMoment_leavesWhatTheNextOneEnds_data() {
        QTest::addColumn<QString>("engine");
        QTest::newRow("sqlite") << s("sqlite");
        QTest::newRow("postgres") << s("postgres");
    }
    void kill_atAnyMoment_leavesWhatTheNextOneEnds() {
        QFETCH(QString, engine);
        const Bank bank{engine};
        const auto tell = [](Transaction& t) {
            for (int i = 0; i < cases; ++i) {
                const auto tellOne = i % 4 == 0 ? tellApproved : tellAwaiting;
                tellOne(t, sampleCase("012", "K-" + std::to_string(i)));
            }
        };
        BankStore{bank.at, bank.connection}.write(tell);
        bank.exchange();
        QCOMPARE(bank.check().code, 0);
        bank.keys(Bank::newAlone);
        QVERIFY(bank.check().errors.contains(s("wrapped by master key version 1")));
        bank.keys(Bank::both);
        std::mt19937 random{20'260'317};
        int killed = 0;
        bool ended = false;
        while (killed < kills && !(ended = rotateUntil(bank, killed == 0 ? 1 : static_cast<int>(random() % 3)))) {
            ++killed;
            const auto report = bank.check();
            QVERIFY2(report.code == 0, qPrintable(report.output + report.errors));
        }
        QVERIFY(killed > 2);
        bank.keys(Bank::newAlone);
        QCOMPARE(bank.check().errors.contains(s("keys rotate")), !ended);
        bank.keys(Bank::both);
        const auto last = verdeskd(bank.rotate());
        QVERIFY2(last.code == 0, qPrintable(last.output + last.errors));
        QVERIFY(last.output.contains(s("keys left: 0")) && last.output.contains(s("Take keys.previous out")));
        bank.keys(Bank::newAlone);
        const auto report = bank.check();
        QVERIFY2(report.code == 0, qPrintable(report.output + report.errors));
        QVERIFY(report.output.contains(s("%1 cases").arg(cases)));
        BankStore after{bank.at, bank.connection, s("new.key"), 2};
        QCOMPARE(after.read([](Reading& r) { return keysLeft(r); }), std::int64_t{0});
        QCOMPARE(after.read(
                     [](Reading& r) { return selectNumber(r, "count(*)", "from events where type = 'keys.rotated'"); }),
                 std::int64_t{1});
        bank.keys(Bank::oldAlone);
        QVERIFY(bank.check().errors.contains(s("wrapped by master key version 2")));
    }

    // Desks go on meanwhile, and afterwards.
    void rotate_besideARunningBackend_disturbsNobody() {
        const Bank bank{s("sqlite")};
        const auto added =
            verdeskd({s("staff"), s("--config"), bank.at.config(), s("add"), s("ada"), s("--display-name"), s("Ada"),
                      s("--role"), s("teller"), s("--branch"), s("012"), s("--password-stdin")},
                     "four plain short words\n");
        QCOMPARE(added.code, 0);
        bank.exchange();
        QProcess process;
        const auto ready = json::parse(bank.at.serve(process).toStdString());
        const json signIn{{"method", "password"},
                          {"name", "ada"},
                          {"password", "four plain short words"},
                          {"desk", {{"version", VERDESK_VERSION}}}};
        auto teller = clientOf(ready.at("staff"),
                               clientOf(ready.at("staff")).post("/api/v1/sessions", signIn).json().at("token"));
        const auto open = [&](const char* reference) {
            const json body{{"reference", reference},
                            {"purpose", "loan"},
                            {"consent", {{"version", "1"}, {"language", "en"}}},
                            {"attestation", {{"version", "1"}}}};
            return teller.post("/api/v1/cases", body).json().value("id", "");
        };
        const auto before = open("123456");
        QVERIFY(!before.empty());
        QCOMPARE(verdeskd(bank.rotate()).code, 0);
        QCOMPARE(teller.get("/api/v1/cases/" + before).status, 200);
        QVERIFY(!open("123457").empty());
        process.terminate();
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
        bank.keys(Bank::newAlone);
        QCOMPARE(bank.check().code, 0);
    }

    void rotate_withoutTheKeyBefore_saysWhatIsMissing() {
        const Bank bank{s("sqlite")};
        const auto ended = verdeskd(bank.rotate());
        QCOMPARE(ended.code, 2);
        QVERIFY(ended.errors.contains(s("keys.previous is missing")));
    }
};

VERDESK_TEST(KeysTest)
#include "keys_test.moc"
