// What a whole run writes to the log: nothing that belongs to a person, and no secret.
#include "tests/backend/openapi/program.h"
#include "tests/support/registry.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sstream>
#include <thread>

using namespace verdesk::backend::test;
using nlohmann::json;

class LogTest : public QObject {
    Q_OBJECT

    std::string ended_;

    // Its state, and the code of a failure.
    static std::string waitUntilFinal(HttpClient& client, const std::string& id) {
        json now;
        for (int i = 0; i < 600; ++i) {
            now = client.get("/api/v1/verifications/" + id).json();
            if (now.contains("endedAt")) {
                break;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
        const std::string state = now.at("state");
        return state == "failed" ? state + " " + now.at("code").get<std::string>() : state;
    }

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
        const json event{{"event_type", "verification.completed"},
                         {"data", {{"token", "PASSID-7319-0500-AAAA-BBBB"}, {"claims", {{"tier", "A 731905"}}}}}};
        QCOMPARE(program.publicSide().post("/hooks/passid/nobody-731905", event).status, 404);
        const std::string segment = program.passidSecrets().at("segment");
        QCOMPARE(
            program.publicSide()
                .post("/hooks/passid/" + segment, event, {{"X-PASSID-Signature", "sha256=" + std::string(64, '7')}})
                .status,
            401);
        const auto act = [&](const char* launch, const char* typed, const json& faults) {
            const auto set = program.sandbox().send("PUT", "/control/passid/faults", faults.dump());
            QCOMPARE(set.status, 200);
            const std::string id =
                teller.post("/api/v1/cases/" + caseId + "/verifications", {{"flow", "passid"}, {"launch", launch}})
                    .json()
                    .at("id");
            if (typed != nullptr) {
                const auto answer = teller.post("/api/v1/verifications/" + id + "/token", {{"token", typed}});
                QVERIFY(answer.status == 200 || answer.status == 202);
            }
            ended_ = waitUntilFinal(teller, id);
        };
        act("token", "KE8V-3TXY-Z72L", json::object());
        QCOMPARE(ended_, std::string{"completed"});
        act("token", "NG4M-XQRS-T88W", {{"malformed", 1}});
        QCOMPARE(ended_, std::string{"failed VD-F202"});
        act("token", "GH2P-ABCD-56KL", {{"nonsense", 1}});
        QCOMPARE(ended_, std::string{"failed VD-F202"});
        act("qr", nullptr, {{"fail500", 1'000}});
        QCOMPARE(ended_, std::string{"failed VD-F202"});
        program.staff(program.signIn("officer"))
            .post("/api/v1/cases/" + caseId + "/decisions", {{"kind", "escalate"}, {"reason", "a reason of 731905"}});

        QCOMPARE(program.end(), 0);
        const auto log = program.log();
        QVERIFY(!log.empty());
        std::vector<std::string> forbidden{"731905",    token,       "KE8V",   "Z72L",  "NG4M",
                                           "T88W",      "Amara",     "Okafor", "Weber", "Duarte",
                                           "teller of", "passid://", caseId,   "GH2P",  "56KL"};
        for (const auto& account : program.ready().at("accounts")) {
            forbidden.push_back(account.at("password"));
        }
        QDir folder{QString::fromStdString(program.data())};
        for (const auto& name : folder.entryList({QStringLiteral("*.key")})) {
            QFile file{folder.filePath(name)};
            QVERIFY(file.open(QIODevice::ReadOnly));
            forbidden.push_back(file.readAll().trimmed().toStdString());
        }
        const auto secrets = program.passidSecrets();
        for (const auto& [name, secret] : secrets.items()) {
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
