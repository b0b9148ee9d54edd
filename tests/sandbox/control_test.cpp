#include "harness.h"
#include "json_compare.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class ControlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        harness_ = std::make_unique<Harness>();
    }
    void cleanup() {
        harness_.reset();
    }

    void approve_byCode_withOverridesAndWithheld() {
        const auto session = harness_->open({{"permissions", {"identity_verified", "sanctions_clear", "fraud_risk"}}});
        const auto reply = harness_->post(
            "/control/passid/sessions/" + session["code"].get<std::string>() + "/approve",
            {{"claims", {{"sanctions_clear", false}}}, {"withhold", {"fraud_risk"}}, {"person", "chidi"}});
        QCOMPARE(reply.status, 200);
        COMPARE_JSON(reply.json()["status"], Json("completed"));
        COMPARE_JSON(reply.json()["claims"], (Json{{"identity_verified", true}, {"sanctions_clear", false}}));
    }

    void session_thatIsOver_isAConflict_unknown_isNotFound() {
        const auto session = harness_->open();
        const auto at = "/control/passid/sessions/" + session["requestId"].get<std::string>();
        QCOMPARE(harness_->post(at + "/decline").status, 200);
        QCOMPARE(harness_->post(at + "/approve").status, 409);
        QCOMPARE(harness_->post(at + "/expire").status, 409);
        QCOMPARE(harness_->post("/control/passid/sessions/none/approve").status, 404);
        COMPARE_JSON(harness_->post(at + "/approve", {{"witthold", Json::array()}}).status, 400);
    }

    void sessions_areListedOldestFirst() {
        const auto first = harness_->open();
        const auto second = harness_->open({{"ttlSeconds", 1}});
        harness_->advance(std::chrono::seconds{2});
        const auto list = harness_->get("/control/passid/sessions").json()["sessions"];
        QCOMPARE(list.size(), std::size_t{2});
        COMPARE_JSON(list[0]["requestId"], first["requestId"]);
        COMPARE_JSON(list[0]["deepLink"], first["deepLink"]);
        COMPARE_JSON(list[1]["status"], Json("expired"));
        COMPARE_JSON(list[1]["endedAt"], second["expiresAt"]);
    }

    void token_ofEachKind_isDeniedForItsReason_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* kind, const char* reason) {
            QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromLatin1(reason);
        };
        row("one-time", "");
        row("expired", "TOKEN_EXPIRED");
        row("revoked", "TOKEN_REVOKED");
        row("used", "TOKEN_ALREADY_USED");
        row("other-institution", "INSTITUTION_MISMATCH");
        row("sanctions", "HARD_DENY_SANCTIONS_MATCH");
    }
    void token_ofEachKind_isDeniedForItsReason() {
        QFETCH(QString, kind);
        QFETCH(QString, reason);
        const auto made = harness_->post("/control/passid/tokens", {{"kind", kind.toStdString()}});
        QCOMPARE(made.status, 201);
        const auto data = harness_->verify(made.json()["token"].get<std::string>()).json()["data"];
        COMPARE_JSON(data["valid"], Json(reason.isEmpty()));
        QCOMPARE(data.value("denyReason", std::string{}), reason.toStdString());
    }

    void token_withClaimsAndPermissions() {
        const auto made = harness_->post(
            "/control/passid/tokens",
            {{"person", "esi"}, {"permissions", {"full_score", "fraud_risk"}}, {"claims", {{"fraud_risk", "high"}}}});
        const auto data = harness_->verify(made.json()["token"].get<std::string>()).json()["data"];
        COMPARE_JSON(data["claims"]["fraud_risk"], Json("high"));
        COMPARE_JSON(data["claims"]["fsi_score"], Json(671));
        QVERIFY(!data["claims"].contains("identity_verified"));
        QCOMPARE(harness_->post("/control/passid/tokens", {{"kind", "golden"}}).status, 400);
        QCOMPARE(harness_->post("/control/passid/tokens", {{"permissions", {"mood"}}}).status, 400);
        QCOMPARE(harness_->post("/control/passid/tokens", {{"person", "nobody"}}).status, 404);
    }

    void clock_speedsUpAndMovesForward() {
        const auto before = harness_->get("/control/clock").json();
        COMPARE_JSON(before["speed"], Json(1.0));
        const auto after = harness_->post("/control/clock", {{"speed", 0}, {"advanceMs", 3'600'000}}).json();
        COMPARE_JSON(after["speed"], Json(0.0));
        QVERIFY(after["now"] > before["now"]);
        COMPARE_JSON(harness_->get("/control/clock").json()["now"], after["now"]);
        QCOMPARE(harness_->post("/control/clock", {{"speed", -1}}).status, 400);
        QCOMPARE(harness_->post("/control/clock", {{"advanceMs", -1}}).status, 400);
        QCOMPARE(harness_->post("/control/clock", {{"sped", 2}}).status, 400);
    }

    void verifyMode_isReadAndSet() {
        COMPARE_JSON(harness_->get("/control/passid/verify-mode").json(), (Json{{"shape", "A"}, {"denyStatus", 200}}));
        harness_->post("/control/passid/verify-mode", {{"shape", "B"}, {"denyStatus", 422}});
        COMPARE_JSON(harness_->verify("KE8V-3TXY-Z72L").json()["credential_valid"], Json(true));
        const auto refused = harness_->verify("none");
        QCOMPARE(refused.status, 422);
        COMPARE_JSON(refused.json()["credential_valid"], Json(false));
        QCOMPARE(harness_->post("/control/passid/verify-mode", {{"shape", "C"}}).status, 400);
    }

    void readyLine_saysWhereEverythingIs() {
        const auto line = harness_->sandbox().readyLine();
        QCOMPARE(line.find('\n'), std::string::npos);
        const auto ready = Json::parse(line);
        const auto origin = harness_->sandbox().origin();
        COMPARE_JSON(ready["ready"], Json(true));
        COMPARE_JSON(ready["origin"], Json(origin));
        COMPARE_JSON(ready["phone"], Json(origin + "/phone"));
        COMPARE_JSON(ready["control"], Json(origin + "/control"));
        COMPARE_JSON(ready["passid"]["base"], Json(origin + "/passid"));
        QVERIFY2(!ready["passid"].contains("key"), "a key that was given is not told again");
        QCOMPARE(line.find(Harness::secret), std::string::npos);
    }

private:
    std::unique_ptr<Harness> harness_;
};

VERDESK_TEST(ControlTest)
#include "control_test.moc"
