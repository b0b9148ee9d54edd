// A sanctions match, end to end with the true programs: nobody approves the case, by no way that there is.
#include "tests/backend/openapi/program.h"
#include "tests/support/registry.h"

#include <QTest>

#include <thread>

using namespace verdesk::backend::test;
using nlohmann::json;

class BlockedTest : public QObject {
    Q_OBJECT

    PracticeProgram program_;
    std::map<std::string, std::string> tokens_;

    HttpClient as(const std::string& name) {
        auto& token = tokens_[name];
        if (token.empty()) {
            token = program_.signIn(name);
        }
        return program_.staff(token);
    }

    std::string open(const std::string& reference) {
        const json body{{"reference", reference},
                        {"purpose", "loan_application"},
                        {"consent", {{"version", "practice-1"}, {"language", "en"}}},
                        {"attestation", {{"version", "practice-1"}}}};
        return as("teller").post("/api/v1/cases", body).json().at("id");
    }

    json start(const std::string& caseId, const char* launch = "qr") {
        auto started = as("teller")
                           .post("/api/v1/cases/" + caseId + "/verifications", {{"flow", "passid"}, {"launch", launch}})
                           .json();
        const auto path = "/api/v1/verifications/" + started.at("id").get<std::string>();
        (void)QTest::qWaitFor([&] { return (started = as("teller").get(path).json()).at("state") != "requesting"; },
                              10'000);
        return started;
    }

    // The customer answers on the phone.
    void share(const json& verification, const char* person) {
        for (const auto& launch : verification.at("launches")) {
            if (launch.at("kind") == "qr") {
                const auto answer = program_.sandbox().post(
                    "/control/passid/sessions/" + launch.at("code").get<std::string>() + "/approve",
                    {{"person", person}});
                QCOMPARE(answer.status, 200);
            }
        }
    }

    json waitForVerdict(const std::string& caseId, const std::string& verdict) {
        json now;
        (void)QTest::qWaitFor(
            [&] { return (now = as("teller").get("/api/v1/cases/" + caseId).json()).at("verdict") == verdict; },
            10'000);
        return now;
    }

    HttpAnswer approve(const std::string& caseId, const std::string& name) {
        return as(name).post("/api/v1/cases/" + caseId + "/decisions", {{"kind", "approve"}, {"reason", "judged"}});
    }

private Q_SLOTS:
    void match_closesEveryWay() {
        const auto id = open("400001-A");
        const auto other = start(id, "token");
        share(start(id), "viktor");
        QCOMPARE(waitForVerdict(id, "blocked").at("verdict").get<std::string>(), std::string{"blocked"});
        QCOMPARE(approve(id, "teller").code(), std::string{"role-missing"});
        QCOMPARE(approve(id, "officer").code(), std::string{"case-blocked"});
        QCOMPARE(approve(id, "admin").code(), std::string{"case-blocked"});
        // No further check that might end better, and none that is still open.
        const auto again =
            as("teller").post("/api/v1/cases/" + id + "/verifications", {{"flow", "passid"}, {"launch", "qr"}});
        QCOMPARE(again.code(), std::string{"case-blocked"});
        const auto running = "/api/v1/verifications/" + other.at("id").get<std::string>();
        const auto typed = as("teller").post(running + "/token", {{"token", "KE8V-3TXY-Z72L"}});
        QCOMPARE(typed.status, 409);
        QCOMPARE(typed.code(), std::string{"case-blocked"});
        QCOMPARE(as("teller").post(running + "/return", {{"kind", "message"}, {"message", "{}"}}).code(),
                 std::string{"case-blocked"});
        QCOMPARE(as("teller").get(running).json().at("state").get<std::string>(), std::string{"awaiting"});
        QCOMPARE(program_.sandbox().get("/control/passid/verifications").json().at("verifications").size(),
                 std::size_t{0});
        QCOMPARE(as("teller").post(running + "/cancel", json::object()).status, 200);
        QCOMPARE(approve(id, "officer").code(), std::string{"case-blocked"});
        QCOMPARE(as("officer")
                     .post("/api/v1/cases/" + id + "/decisions", {{"kind", "escalate"}, {"reason", "compliance"}})
                     .status,
                 201);
        QCOMPARE(approve(id, "admin").code(), std::string{"case-blocked"});
        QCOMPARE(as("teller").post("/api/v1/cases/" + id + "/decisions", {{"kind", "close"}}).status, 201);
        QCOMPARE(approve(id, "officer").code(), std::string{"case-blocked"});
        const auto next = as("teller").get("/api/v1/cases/" + open("400001-A")).json();
        QCOMPARE(next.at("earlierBlocked")[0].at("id").get<std::string>(), id);
        const auto now = as("officer").get("/api/v1/cases/" + id).json();
        QCOMPARE(now.at("verdict").get<std::string>(), std::string{"blocked"});
        QVERIFY(!now.contains("decision") || now.at("decision") != "approve");
    }

    void match_thatComesAfterTheApproval_opensTheCaseAgain() {
        const auto id = open("400002-A");
        share(start(id), "amina");
        waitForVerdict(id, "pass");
        const auto late = start(id);
        QCOMPARE(approve(id, "officer").status, 201);
        share(late, "viktor");
        const auto now = waitForVerdict(id, "blocked");
        QCOMPARE(now.at("state").get<std::string>(), std::string{"open"});
        QCOMPARE(approve(id, "officer").code(), std::string{"case-blocked"});
    }

    void match_racingApprovals_neverEndsApproved() {
        for (int round = 0; round < 8; ++round) {
            const auto id = open("40010" + std::to_string(round) + "-R");
            share(start(id), "amina");
            waitForVerdict(id, "pass");
            const auto late = start(id);
            as("officer");
            as("admin");
            std::vector<std::thread> officers;
            for (const auto* name : {"officer", "admin"}) {
                officers.emplace_back([this, id, name, token = tokens_.at(name)] {
                    auto client = program_.staff(token);
                    for (int i = 0; i < 20; ++i) {
                        client.post("/api/v1/cases/" + id + "/decisions", {{"kind", "approve"}, {"reason", "judged"}});
                    }
                });
            }
            share(late, "viktor");
            for (auto& officer : officers) {
                officer.join();
            }
            const auto now = waitForVerdict(id, "blocked");
            QCOMPARE(now.at("verdict").get<std::string>(), std::string{"blocked"});
            QCOMPARE(now.at("state").get<std::string>(), std::string{"open"});
            QCOMPARE(approve(id, "admin").code(), std::string{"case-blocked"});
        }
    }
};

VERDESK_TEST(BlockedTest)
#include "blocked_test.moc"
