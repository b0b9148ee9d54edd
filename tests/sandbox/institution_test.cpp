// The calls of an institution, as documented, over real sockets; and each fault that a test can ask for.
#include "harness.h"
#include "json_compare.h"
#include "tests/support/registry.h"

#include <QElapsedTimer>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class InstitutionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        harness_ = std::make_unique<Harness>();
    }
    void cleanup() {
        harness_.reset();
    }

    void request_answersTheDocumentedMembers() {
        const auto reply = harness_->tell(
            "/passid/api/bridge/request",
            {{"institutionName", "Own Name"}, {"permissions", {"full_score"}}, {"ttlSeconds", 3600}, {"unknown", 1}});
        QCOMPARE(reply.status, 201);
        const auto value = reply.json();
        for (const auto* member : {"requestId", "code", "deepLink", "expiresAt"}) {
            QVERIFY2(value[member].is_string(), member);
        }
        COMPARE_JSON(value["deepLink"],
                     Json("passid://verify-request?r=" + value["requestId"].get<std::string>() + "&i=Own%20Name"));
    }

    void request_bothPrefixes_meetTheSameSessions() {
        const auto session = harness_->tell("/passid/api/v1/bridge/request", Json::object()).json();
        QCOMPARE(harness_->status(session), std::string{"pending"});
        QCOMPARE(harness_->ask("/passid/api/v1/bridge/request/" + session["requestId"].get<std::string>()).status, 200);
    }

    void request_badBody_is400AndNamesTheMember_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("names");
        const auto row = [](const char* body, const char* names) {
            QTest::newRow(body) << QByteArray{body} << QByteArray{names};
        };
        row(R"({"ttlSeconds":3601})", "ttlSeconds");
        row(R"({"ttlSeconds":0})", "ttlSeconds");
        row(R"({"ttlSeconds":"600"})", "ttlSeconds");
        row(R"({"permissions":"full_score"})", "permissions");
        row(R"({"permissions":["everything"]})", "permissions");
        row(R"({"institutionName":7})", "institutionName");
        row(R"({"ttlSeconds":)", "JSON");
        row(R"(["full_score"])", "object");
    }
    void request_badBody_is400AndNamesTheMember() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, names);
        const auto reply = harness_->call("POST", "/passid/api/bridge/request", body.toStdString(),
                                          {{"X-Institution-Key", Harness::key}});
        QCOMPARE(reply.status, 400);
        COMPARE_JSON(reply.json()["success"], Json(false));
        QVERIFY(QByteArray::fromStdString(reply.text).contains(names));
    }

    void everyKeyedCall_withoutAGoodKey_is401() {
        for (const auto& [method, path] : {std::pair{"POST", "request"},
                                           {"GET", "request/x"},
                                           {"POST", "verify"},
                                           {"GET", "verify/x"},
                                           {"POST", "outcome"}}) {
            const auto target = std::string{"/passid/api/bridge/"} + path;
            for (const Headers& headers :
                 {Headers{}, Headers{{"X-Institution-Key", "sk_sandbox_other"}}, Headers{{"X-Institution-Key", ""}}}) {
                const auto reply = harness_->call(method, target, "{}", headers);
                QCOMPARE(reply.status, 401);
                COMPARE_JSON(reply.json()["success"], Json(false));
                QVERIFY(reply.json().contains("error"));
            }
        }
        QVERIFY(harness_->get("/control/passid/sessions").json()["sessions"].empty());
    }

    void everyReply_carriesTheVersion() {
        const Headers key{{"X-Institution-Key", Harness::key}};
        QCOMPARE(harness_->ask("/passid/api/bridge/request/none").headers.at("x-passid-api-version"), std::string{"1"});
        QCOMPARE(harness_->verify("none").headers.at("x-passid-api-version"), std::string{"1"});
        QCOMPARE(harness_->get("/passid/api/bridge/request/none").headers.at("x-passid-api-version"), std::string{"1"});
        QCOMPARE(harness_->get("/passid/nowhere").headers.at("x-passid-api-version"), std::string{"1"});
        QCOMPARE(harness_->get("/passid/api/bridge/request/x/public").headers.at("x-passid-api-version"),
                 std::string{"1"});
        const auto wrongMethod = harness_->call("PUT", "/passid/api/bridge/verify", "{}", key);
        QCOMPARE(wrongMethod.status, 405);
        QCOMPARE(wrongMethod.headers.at("x-passid-api-version"), std::string{"1"});
    }

    void status_followsTheSession() {
        const auto session = harness_->open({{"permissions", {"identity_verified"}}});
        const auto id = session["requestId"].get<std::string>();
        auto value = harness_->ask("/passid/api/bridge/request/" + id).json();
        COMPARE_JSON(value["status"], Json("pending"));
        QVERIFY(!value.contains("claims"));
        harness_->post("/control/passid/sessions/" + id + "/approve");
        value = harness_->ask("/passid/api/bridge/request/" + id).json();
        COMPARE_JSON(value["status"], Json("completed"));
        COMPARE_JSON(value["claims"], (Json{{"identity_verified", true}}));
        QVERIFY(value["verifiedAt"].is_string());
        QCOMPARE(harness_->ask("/passid/api/bridge/request/unknown").status, 404);
    }

    void status_expiresWithTheClock() {
        const auto session = harness_->open({{"ttlSeconds", 60}});
        harness_->advance(std::chrono::seconds{61});
        QCOMPARE(harness_->status(session), std::string{"expired"});
        QCOMPARE(harness_->status(harness_->open()), std::string{"pending"});
    }

    void verify_wrapsItsAnswer_andReplaysIt() {
        const auto first = harness_->verify("KE8V-3TXY-Z72L", "a-key");
        QCOMPARE(first.status, 200);
        COMPARE_JSON(first.json()["success"], Json(true));
        COMPARE_JSON(first.json()["data"]["claims"]["fsi_score"], Json(812));
        harness_->advance(std::chrono::hours{1});
        QCOMPARE(harness_->verify("KE8V-3TXY-Z72L", "a-key").text, first.text);
        QCOMPARE(harness_->verify("NG4M-XQRS-T88W", "a-key").status, 409);
        QVERIFY(harness_->verify("KE8V-3TXY-Z72L", "other-key").text != first.text);
    }

    void verify_withoutAToken_is400() {
        COMPARE_JSON(harness_->tell("/passid/api/bridge/verify", Json::object()).status, 400);
        QCOMPARE(harness_->tell("/passid/api/bridge/verify", {{"token", 7}}).status, 400);
    }

    void verify_keepsTheReference() {
        harness_->tell("/passid/api/bridge/verify", {{"token", "KE8V-3TXY-Z72L"}, {"institution_reference", "R-7"}});
        const auto report = harness_->get("/control/passid/verifications").json();
        COMPARE_JSON(report["verifications"][0]["institutionReference"], Json("R-7"));
    }

    void record_isReadBack() {
        QCOMPARE(harness_->ask("/passid/api/v1/bridge/verify/KE8V-3TXY-Z72L").status, 404);
        harness_->verify("KE8V-3TXY-Z72L");
        const auto value = harness_->ask("/passid/api/v1/bridge/verify/KE8V-3TXY-Z72L").json();
        COMPARE_JSON(value["data"]["valid"], Json(true));
        COMPARE_JSON(value["data"]["claims"]["tier"], Json("A"));
    }

    void outcome_once() {
        harness_->verify("NG4M-XQRS-T88W");
        const Json report{
            {"token", "NG4M-XQRS-T88W"}, {"outcome", "no_default"}, {"productType", "loan"}, {"amount", 10}};
        QCOMPARE(harness_->tell("/passid/api/bridge/outcome", report).status, 201);
        QCOMPARE(harness_->tell("/passid/v1/outcome", report).status, 409);
    }

    void webhookAddress_bothSpellings_secretOptional() {
        const auto ready = Json::parse(harness_->sandbox().readyLine());
        const Headers jwt{{"Authorization", "Bearer " + ready["passid"]["institutionJwt"].get<std::string>()}};
        const auto patch = [&](const Json& body, const Headers& headers) {
            return harness_->call("PATCH", "/passid/api/institution/webhook", textOf(body), headers).status;
        };
        const auto url = harness_->receiver().url();
        QCOMPARE(patch({{"webhookUrl", url}}, {}), 401);
        QCOMPARE(patch({{"webhookUrl", url}}, {{"Authorization", harness_->userToken("amina")}}), 401);
        QCOMPARE(patch({{"webhookUrl", "https://example.com/"}}, jwt), 400);
        QCOMPARE(patch({{"webhookSecret", "new"}}, jwt), 400);
        const std::string body = R"({"event":"verification.completed"})";
        QCOMPARE(patch({{"webhookUrl", url}}, jwt), 200);
        harness_->post("/control/passid/test-webhook", {{"body", Json::parse(body)}});
        QCOMPARE(patch({{"webhook_url", url}, {"webhook_secret", "new"}}, jwt), 200);
        harness_->post("/control/passid/test-webhook", {{"body", Json::parse(body)}});
        const auto received = harness_->receiver().wait(2);
        QCOMPARE(received.size(), std::size_t{2});
        using verdesk::crypto::Secret;
        QCOMPARE(received[0].signature, passid::webhookSignature(Secret{std::string{Harness::secret}}, body));
        QCOMPARE(received[1].signature, passid::webhookSignature(Secret{std::string{"new"}}, body));
    }

    void fault_each_data() {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("carriedOut");
        QTest::addColumn<bool>("readable");
        const auto row = [](const char* fault, int status, bool carriedOut, bool readable) {
            QTest::newRow(fault) << QByteArray{fault} << status << carriedOut << readable;
        };
        row("fail500", 500, false, true);
        row("fail429", 429, false, true);
        row("dropBefore", 0, false, false);
        row("drop", 0, true, false);
        row("malformed", 200, true, false);
        row("nonsense", 200, true, true);
    }
    void fault_each() {
        QFETCH(QByteArray, fault);
        QFETCH(int, status);
        QFETCH(bool, carriedOut);
        QFETCH(bool, readable);
        const auto token = harness_->post("/control/passid/tokens").json()["token"].get<std::string>();
        Json faults{{"route", "verify"}, {"retryAfterSeconds", 7}};
        faults[fault.toStdString()] = 1;
        harness_->call("PUT", "/control/passid/faults", textOf(faults));
        const auto spoilt = harness_->verify(token, "key");
        QCOMPARE(spoilt.status, status);
        QCOMPARE(!spoilt.json().is_discarded(), readable);
        if (status == 429) {
            QCOMPARE(spoilt.headers.at("retry-after"), std::string{"7"});
        }
        auto report = harness_->get("/control/passid/verifications").json();
        QCOMPARE(report["consumed"].value(token, 0), carriedOut ? 1 : 0);
        // The repetition under the same key is good, and consumes nothing more.
        COMPARE_JSON(harness_->verify(token, "key").json()["data"]["valid"], Json(true));
        report = harness_->get("/control/passid/verifications").json();
        COMPARE_JSON(report["consumed"][token], Json(1));
        QCOMPARE(report["replays"].size(), std::size_t{carriedOut ? 1u : 0u});
    }

    void fault_ofAnotherRoute_leavesThisOne() {
        harness_->call("PUT", "/control/passid/faults", R"({"route":"request","fail500":1})");
        QCOMPARE(harness_->verify("KE8V-3TXY-Z72L").status, 200);
        COMPARE_JSON(harness_->tell("/passid/api/bridge/request", Json::object()).status, 500);
        COMPARE_JSON(harness_->tell("/passid/api/bridge/request", Json::object()).status, 201);
    }

    void fault_latency_delaysTheAnswer() {
        harness_->call("PUT", "/control/passid/faults", R"({"latencyMs":80})");
        QElapsedTimer elapsed;
        elapsed.start();
        QCOMPARE(harness_->verify("KE8V-3TXY-Z72L").status, 200);
        QVERIFY(elapsed.elapsed() >= 80);
        COMPARE_JSON(harness_->call("DELETE", "/control/passid/faults").json()["routes"], Json::object());
    }

private:
    std::unique_ptr<Harness> harness_;
};

VERDESK_TEST(InstitutionTest)
#include "institution_test.moc"
