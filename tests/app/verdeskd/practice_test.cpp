#include "tests/app/verdeskd/command.h"
#include "tests/backend/openapi/program.h"
#include "tests/support/registry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <set>
#include <thread>

#include <signal.h>

using namespace verdesk::backend::test;
using nlohmann::json;

namespace {

json openBody(const std::string& reference) {
    return {{"reference", reference},
            {"purpose", "loan_application"},
            {"consent", {{"version", "practice-1"}, {"language", "en"}}},
            {"attestation", {{"version", "practice-1"}}}};
}

// The process that listens at this origin, from the operating system's tables.
qint64 sandboxOf(const PracticeProgram& program, qint64 parent) {
    Q_UNUSED(program)
    for (const auto& name : QDir{QStringLiteral("/proc")}.entryList(QDir::Dirs)) {
        QFile stat{QStringLiteral("/proc/%1/stat").arg(name)};
        bool isProcess = false;
        const auto id = name.toLongLong(&isProcess);
        if (!isProcess || !stat.open(QIODevice::ReadOnly)) {
            continue;
        }
        const auto fields = stat.readAll();
        const auto after = fields.mid(fields.lastIndexOf(')') + 2).split(' ');
        if (fields.contains("(verdesk-sandbox") && after.size() > 1 && after[1].toLongLong() == parent) {
            return id;
        }
    }
    return 0;
}

}  // namespace

class PracticeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readyLine_saysEverything() {
        PracticeProgram program;
        const auto& ready = program.ready();
        QCOMPARE(ready.at("ready").get<bool>(), true);
        for (const auto* listener : {"staff", "public", "ops", "sandbox"}) {
            QVERIFY(ready.at(listener).get<std::string>().starts_with("http://127.0.0.1:"));
        }
        std::set<std::string> roles;
        for (const auto& account : ready.at("accounts")) {
            roles.insert(account.at("role"));
            QCOMPARE(account.at("branch").get<std::string>(), std::string{"012"});
            QVERIFY(account.at("password").get<std::string>().size() >= 12);
        }
        QCOMPARE(roles, (std::set<std::string>{"teller", "officer", "admin"}));
        QVERIFY(program.staff().get("/api/v1/practice").json().at("phone").get<std::string>().find("/phone") !=
                std::string::npos);
    }

    void data_isForItsOwnerAlone() {
        PracticeProgram program;
        const auto folder = QString::fromStdString(program.data());
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
        QVERIFY(!(QFileInfo{folder}.permissions() & others));
        for (const auto& each : QDir{folder}.entryInfoList({QStringLiteral("*.key")})) {
            QVERIFY(!(each.permissions() & others));
        }
    }

    void restart_keepsTheCases_andChangesThePasswords() {
        QTemporaryDir folder;
        const auto data = folder.path().toStdString() + "/p";
        std::string id;
        std::string password;
        {
            PracticeProgram first{data};
            password = first.password("teller");
            id = first.staff(first.signIn("teller")).post("/api/v1/cases", openBody("100482-K")).json().at("id");
            QCOMPARE(first.end(), 0);
        }
        PracticeProgram second{data};
        QVERIFY(second.password("teller") != password);
        QCOMPARE(second.staff(second.signIn("teller")).get("/api/v1/cases/" + id).status, 200);
    }

    void reset_beginsAnew_andTouchesNothingElse() {
        QTemporaryDir folder;
        const auto data = folder.path().toStdString() + "/p";
        {
            PracticeProgram first{data};
            first.staff(first.signIn("teller")).post("/api/v1/cases", openBody("100482-K"));
            QCOMPARE(first.end(), 0);
        }
        QFile own{QString::fromStdString(data + "/notes.txt")};
        QVERIFY(own.open(QIODevice::WriteOnly));
        own.close();
        const auto reset = verdesk::test::verdeskd({QStringLiteral("practice"), QStringLiteral("--data"),
                                                    QString::fromStdString(data), QStringLiteral("--reset")});
        QCOMPARE(reset.code, 0);  // its standard input was closed: it began, and ended
        QVERIFY(own.exists());
        PracticeProgram second{data};
        QVERIFY(second.staff(second.signIn("teller")).get("/api/v1/cases").json().at("cases").empty());
    }

    void folder_ofSomethingElse_isLeftAlone() {
        QTemporaryDir folder;
        QFile own{folder.filePath(QStringLiteral("master.key"))};
        QVERIFY(own.open(QIODevice::WriteOnly));
        own.close();
        const auto ended = verdesk::test::verdeskd(
            {QStringLiteral("practice"), QStringLiteral("--data"), folder.path(), QStringLiteral("--reset")});
        QCOMPARE(ended.code, 1);
        QVERIFY(ended.errors.contains(QStringLiteral("holds something else than practice data")));
        QVERIFY(own.exists());
    }

    void folder_inUse_isRefused() {
        PracticeProgram program;
        const auto ended = verdesk::test::verdeskd(
            {QStringLiteral("practice"), QStringLiteral("--data"), QString::fromStdString(program.data())});
        QCOMPARE(ended.code, 1);
        QVERIFY(ended.errors.contains(QStringLiteral("another practice uses the folder")));
    }

    void sandbox_thatDies_isStartedAgain_atItsPlace() {
        PracticeProgram program;
        const auto token = program.signIn("teller");
        auto teller = program.staff(token);
        const std::string caseId = teller.post("/api/v1/cases", openBody("100482-K")).json().at("id");
        const std::string id =
            teller.post("/api/v1/cases/" + caseId + "/verifications", {{"flow", "passid"}, {"launch", "qr"}})
                .json()
                .at("id");
        const auto sandbox = sandboxOf(program, program.process().processId());
        QVERIFY(sandbox > 0);
        ::kill(static_cast<pid_t>(sandbox), SIGKILL);
        HttpAnswer sessions;
        QTRY_COMPARE_WITH_TIMEOUT((sessions = program.sandbox().get("/control/passid/sessions")).status, 200, 10'000);
        const auto all = sessions.json().at("sessions");
        QCOMPARE(all.size(), std::size_t{1});
        const std::string session = all[0].contains("requestId") ? all[0].at("requestId") : all[0].at("id");
        QCOMPARE(program.sandbox().post("/control/passid/sessions/" + session + "/approve", json::object()).status,
                 200);
        const auto state = [&] {
            return teller.get("/api/v1/verifications/" + id).json().at("state").get<std::string>();
        };
        QTRY_COMPARE_WITH_TIMEOUT(state(), std::string{"completed"}, 10'000);
    }

    void end_takesTheSandboxAlong() {
        for (const bool politely : {true, false}) {
            PracticeProgram program;
            const auto sandbox = sandboxOf(program, program.process().processId());
            QVERIFY(sandbox > 0);
            if (politely) {
                QCOMPARE(program.end(), 0);
            } else {
                program.process().kill();
                program.process().waitForFinished();
            }
            const auto gone = [sandbox] {
                QFile stat{QStringLiteral("/proc/%1/stat").arg(sandbox)};
                return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z ");
            };
            QTRY_VERIFY(gone());
        }
    }

    void sigterm_endsCleanly_alsoWhileADeskWaits() {
        PracticeProgram program;
        const auto token = program.signIn("teller");
        const auto cursor = program.staff(token).get("/api/v1/me").json().at("cursor").dump();
        HttpAnswer polled;
        std::thread desk{[&] { polled = program.staff(token).get("/api/v1/changes?wait=30&after=" + cursor); }};
        QTRY_VERIFY(program.ops().get("/metrics").body.find("\nverdesk_feed_pollers 1\n") != std::string::npos);
        program.process().terminate();
        QVERIFY(program.process().waitForFinished(20'000));
        desk.join();
        QCOMPARE(program.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.process().exitCode(), 0);
        QCOMPARE(polled.status, 200);
    }
};

VERDESK_TEST(PracticeTest)
#include "practice_test.moc"
