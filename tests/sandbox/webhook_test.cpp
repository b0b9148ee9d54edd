#include "harness.h"
#include "json_compare.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;
using verdesk::crypto::Secret;

class WebhookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        harness_ = std::make_unique<Harness>();
    }
    void cleanup() {
        harness_.reset();
    }

    // Computed with another implementation.
    void signature_ofAKnownBody() {
        QCOMPARE(
            passid::webhookSignature(
                Secret{std::string{Harness::secret}},
                R"({"event":"verification.completed","timestamp":"2026-03-17T14:02:11.000Z","data":{"token":"PASSID-AB3X-7YQM-K9PQ-3MNX"}})"),
            std::string{"sha256=76598f4ba5cda044c54d62cab0183988c6c2dd3e18d6d1eba3085d7fe121add2"});
    }

    void approved_isPushed_signedAndWithoutTheSession() {
        const auto session = harness_->open({{"permissions", {"identity_verified"}}});
        approve(session);
        const auto received = harness_->receiver().wait(1);
        QCOMPARE(received.size(), std::size_t{1});
        QCOMPARE(received[0].contentType, std::string{"application/json"});
        QCOMPARE(received[0].signature,
                 passid::webhookSignature(Secret{std::string{Harness::secret}}, received[0].body));
        const auto event = Json::parse(received[0].body);
        COMPARE_JSON(event["event_type"], Json("verification.completed"));
        QVERIFY(event["event_id"].is_string());
        QVERIFY(event["created_at"].is_string());
        COMPARE_JSON(event["data"]["claims"], (Json{{"identity_verified", true}}));
        QVERIFY(event["data"]["token"].is_string());
        QVERIFY(event["data"]["proofType"].is_string());
        QCOMPARE(received[0].body.find(session["requestId"].get<std::string>()), std::string::npos);
    }

    void namesSession_whenToldTo() {
        faults({{"namesSession", true}});
        const auto session = harness_->open();
        approve(session);
        const auto received = harness_->receiver().wait(1);
        COMPARE_JSON(Json::parse(received.at(0).body)["data"]["requestId"], session["requestId"]);
    }

    void refusedVerify_isPushed_andAReplayIsNot() {
        const auto token = harness_->post("/control/passid/tokens", {{"kind", "revoked"}}).json()["token"];
        harness_->verify(token.get<std::string>(), "key");
        harness_->verify(token.get<std::string>(), "key");
        harness_->verify("KE8V-3TXY-Z72L");
        const auto received = harness_->receiver().wait(2);
        QCOMPARE(received.size(), std::size_t{2});
        const auto refused = Json::parse(received[0].body);
        COMPARE_JSON(refused["event_type"], Json("verification.failed"));
        COMPARE_JSON(refused["data"], (Json{{"deny_reason", "TOKEN_REVOKED"}, {"token", token}}));
        COMPARE_JSON(Json::parse(received[1].body)["event_type"], Json("verification.completed"));
    }

    void outcome_isPushed() {
        harness_->verify("KE8V-3TXY-Z72L");
        harness_->tell("/passid/api/bridge/outcome", {{"token", "KE8V-3TXY-Z72L"}, {"outcome", "repaid"}});
        const auto received = harness_->receiver().wait(2);
        const auto event = Json::parse(received.at(1).body);
        COMPARE_JSON(event["event_type"], Json("outcome.reported"));
        COMPARE_JSON(event["data"], (Json{{"token", "KE8V-3TXY-Z72L"}, {"outcome", "repaid"}, {"fsi_score", 812}}));
    }

    void declineAndExpiry_pushNothing() {
        const auto declined = harness_->open();
        const auto expired = harness_->open();
        harness_->post("/control/passid/sessions/" + declined["code"].get<std::string>() + "/decline");
        harness_->post("/control/passid/sessions/" + expired["code"].get<std::string>() + "/expire");
        QVERIFY(deliveries().empty());
    }

    void twice_sendsTheSameBytes() {
        faults({{"webhook", "twice"}});
        approve(harness_->open());
        const auto received = harness_->receiver().wait(2);
        QCOMPARE(received.size(), std::size_t{2});
        QCOMPARE(received[0].body, received[1].body);
        QCOMPARE(received[0].signature, received[1].signature);
    }

    void never_isRememberedAndNotSent() {
        faults({{"webhook", "never"}});
        approve(harness_->open());
        faults({{"webhook", "normal"}});
        approve(harness_->open());
        QCOMPARE(harness_->receiver().wait(1).size(), std::size_t{1});
        const auto list = deliveries();
        QCOMPARE(list.size(), std::size_t{2});
        COMPARE_JSON(list[0]["state"], Json("suppressed"));
    }

    void beforeReply_arrivesBeforeTheAnswerOfTheCall_data() {
        QTest::addColumn<bool>("verify");
        QTest::newRow("verify") << true;
        QTest::newRow("approve") << false;
    }
    void beforeReply_arrivesBeforeTheAnswerOfTheCall() {
        QFETCH(bool, verify);
        faults({{"webhook", "before-reply"}});
        const auto session = harness_->open();
        if (verify) {
            harness_->verify("KE8V-3TXY-Z72L");
        } else {
            approve(session);
        }
        QCOMPARE(harness_->receiver().soFar().size(), std::size_t{1});
        COMPARE_JSON(deliveries()[0]["state"], Json("delivered"));
    }

    void refused_isRetriedOnTheDocumentedSchedule() {
        harness_->receiver().answerWith(503);
        harness_->post("/control/clock", {{"speed", 0}});
        approve(harness_->open());
        const std::vector<std::chrono::seconds> waits{std::chrono::seconds{30}, std::chrono::minutes{5},
                                                      std::chrono::minutes{30}, std::chrono::hours{2}};
        QCOMPARE(harness_->receiver().wait(1).size(), std::size_t{1});
        for (std::size_t i = 0; i < waits.size(); ++i) {
            QVERIFY(waitFor("pending", i + 1));
            harness_->advance(waits[i] - std::chrono::milliseconds{1});
            QCOMPARE(harness_->receiver().soFar().size(), i + 1);
            harness_->advance(std::chrono::milliseconds{1});
            QCOMPARE(harness_->receiver().wait(i + 2).size(), i + 2);
        }
        QVERIFY(waitFor("failed", 5));
        harness_->advance(std::chrono::hours{24});
        const auto received = harness_->receiver().soFar();
        QCOMPARE(received.size(), std::size_t{5});
        for (const auto& one : received) {
            QCOMPARE(one.body, received[0].body);
            QCOMPARE(one.signature, received[0].signature);
        }
    }

    void refused_withTheClockSpedUp_endsInMoments() {
        harness_->receiver().answerWith(500);
        harness_->post("/control/clock", {{"speed", 100'000}});
        harness_->verify("KE8V-3TXY-Z72L");  // a session would expire before anybody could approve it
        QCOMPARE(harness_->receiver().wait(5).size(), std::size_t{5});
        QVERIFY(waitFor("failed", 5));
    }

    void refusedOnce_thenTaken_isDelivered() {
        harness_->receiver().answerWith(404);
        approve(harness_->open());
        harness_->receiver().wait(1);
        QVERIFY(waitFor("pending", 1));
        harness_->receiver().answerWith(204);
        harness_->advance(std::chrono::seconds{30});
        harness_->receiver().wait(2);
        QVERIFY(waitFor("delivered", 2));
        const auto attempts = deliveries()[0]["attempts"];
        COMPARE_JSON(attempts[0]["status"], Json(404));
        COMPARE_JSON(attempts[1]["status"], Json(204));
    }

    void nobodyThere_isRetried() {
        const auto ready = Json::parse(harness_->sandbox().readyLine());
        harness_->call("PATCH", "/passid/api/institution/webhook", R"({"webhookUrl":"http://127.0.0.1:1/"})",
                       {{"Authorization", "Bearer " + ready["passid"]["institutionJwt"].get<std::string>()}});
        approve(harness_->open());
        QVERIFY(waitFor("pending", 1));
        COMPARE_JSON(deliveries()[0]["attempts"][0]["status"], Json(0));
        QVERIFY(deliveries()[0]["attempts"][0]["error"].is_string());
    }

    void testWebhook_plainBadAndMissing() {
        harness_->receiver().answerWith(401);
        const auto sign = [&](const std::string& body) {
            return passid::webhookSignature(Secret{std::string{Harness::secret}}, body);
        };
        const auto plain = harness_->post("/control/passid/test-webhook").json();
        COMPARE_JSON(plain["attempts"][0]["status"], Json(401));
        COMPARE_JSON(plain["state"], Json("failed"));  // one attempt, never again
        harness_->post("/control/passid/test-webhook", {{"badSignature", true}});
        harness_->post("/control/passid/test-webhook", {{"missingSignature", true}});
        harness_->post("/control/passid/test-webhook", {{"body", {{"own", 1}}}});
        const auto received = harness_->receiver().wait(4);
        QCOMPARE(received.size(), std::size_t{4});
        QCOMPARE(received[0].signature, sign(received[0].body));
        QVERIFY(received[1].signature != sign(received[1].body));
        QCOMPARE(received[1].signature.size(), received[0].signature.size());
        QVERIFY(received[2].signature.empty());
        QCOMPARE(received[3].body, std::string{R"({"own":1})"});
        QCOMPARE(harness_->post("/control/passid/test-webhook", {{"badSignatur", true}}).status, 400);
    }

private:
    void approve(const Json& session) {
        harness_->post("/control/passid/sessions/" + session["requestId"].get<std::string>() + "/approve");
    }
    void faults(const Json& body) {
        harness_->call("PUT", "/control/passid/faults", textOf(body));
    }
    Json deliveries() {
        return harness_->get("/control/passid/deliveries").json()["deliveries"];
    }
    // The first delivery is in that state after so many attempts, within ten seconds.
    bool waitFor(const std::string& state, std::size_t attempts) {
        return QTest::qWaitFor(
            [&] {
                const auto list = deliveries();
                return !list.empty() && list[0]["state"] == Json(state) && list[0]["attempts"].size() == attempts;
            },
            10'000);
    }

    std::unique_ptr<Harness> harness_;
};

VERDESK_TEST(WebhookTest)
#include "webhook_test.moc"
