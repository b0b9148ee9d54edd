// What a whole run writes to the log: nothing that belongs to a person, and no secret.
#include "tests/backend/openapi/program.h"
#include "tests/support/registry.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sstream>

using namespace verdesk::backend::test;
using nlohmann::json;

class LogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void log_ofAWholeRun_holdsNothingOfAnybody() {
        PracticeProgram program;
        const auto token = program.signIn("teller");
        auto teller = program.staff(token);
        const json openBody{{"reference", "731905-Q"},
                            {"purpose", "loan_application"},
                            {"consent", {{"version", "practice-1"}, {"language", "en"}}},
                            {"attestation", {{"version", "practice-1"}}}};
        const std::string caseId = teller.post("/api/v1/cases", openBody).json().at("id");
        // Everything that may be worth a line: refusals, broken input, a forged webhook, a provider that misbehaves.
        teller.post("/api/v1/cases", {{"reference", "731905-Q; drop"}});
        teller.send("POST", "/api/v1/cases", "{\"reference\": \"731905-Q\"", {{"Idempotency-Key", "k"}});
        teller.get("/api/v1/cases?reference=731905-Q");
        program.staff("forged-session-token-731905").get("/api/v1/me");
        program.staff().post("/api/v1/sessions", {{"method", "password"},
                                                  {"name", "teller"},
                                                  {"password", "a-wrong-password-731905"},
                                                  {"desk", {{"version", VERDESK_VERSION}}}});
        program.publicSide().post("/hooks/passid/nobody-731905", {{"token", "PASSID-7319-0500-AAAA-BBBB"}});
        const auto start = [&](const char* launch) {
            return teller.post("/api/v1/cases/" + caseId + "/verifications", {{"flow", "passid"}, {"launch", launch}})
                .json();
        };
        const std::string withToken = start("token").at("id");
        teller.post("/api/v1/verifications/" + withToken + "/token", {{"token", "KE8V-3TXY-Z72L"}});
        program.sandbox().send("PUT", "/control/passid/faults", R"({"status": 500})");
        start("qr");
        const std::string again = start("token").at("id");
        teller.post("/api/v1/verifications/" + again + "/token", {{"token", "NG4M-XQRS-T88W"}});
        program.staff(program.signIn("officer"))
            .post("/api/v1/cases/" + caseId + "/decisions", {{"kind", "escalate"}, {"reason", "a reason of 731905"}});

        QCOMPARE(program.end(), 0);
        const auto log = program.log();
        QVERIFY(!log.empty());
        std::vector<std::string> forbidden{"731905", token,   "KE8V",   "Z72L",      "NG4M",      "T88W", "Amara",
                                           "Okafor", "Weber", "Duarte", "teller of", "passid://", caseId};
        for (const auto& account : program.ready().at("accounts")) {
            forbidden.push_back(account.at("password"));
        }
        QDir folder{QString::fromStdString(program.data())};
        for (const auto& name : folder.entryList({QStringLiteral("*.key")})) {
            QFile file{folder.filePath(name)};
            QVERIFY(file.open(QIODevice::ReadOnly));
            forbidden.push_back(file.readAll().trimmed().toStdString());
        }
        QFile sandbox{folder.filePath(QStringLiteral("sandbox.json"))};
        QVERIFY(sandbox.open(QIODevice::ReadOnly));
        const auto state = json::parse(sandbox.readAll().toStdString());
        for (const auto& [name, secret] : state.at("passid").at("secrets").items()) {
            forbidden.push_back(secret);
        }
        QVERIFY(forbidden.size() >= 20);
        for (const auto& each : forbidden) {
            QVERIFY2(log.find(each) == std::string::npos, (each + "\n" + log).c_str());
        }
        // Every line is a JSON object of its own.
        std::istringstream lines{log};
        for (std::string line; std::getline(lines, line);) {
            const auto parsed = json::parse(line, nullptr, false);
            QVERIFY2(
                parsed.is_object() && parsed.contains("at") && parsed.contains("level") && parsed.contains("message"),
                line.c_str());
        }
    }
};

VERDESK_TEST(LogTest)
#include "log_test.moc"
