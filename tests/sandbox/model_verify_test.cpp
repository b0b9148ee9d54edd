#include "json_compare.h"
#include "model_fixture.h"
#include "tests/support/registry.h"

#include <QRegularExpression>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::passid;
using namespace std::chrono_literals;
using test::ModelFixture;

class ModelVerifyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<ModelFixture>();
    }

    void sandboxToken_hasTheDocumentedClaims_data() {
        QTest::addColumn<QString>("token");
        QTest::addColumn<int>("score");
        QTest::addColumn<QString>("tier");
        QTest::addColumn<bool>("identity");
        QTest::addColumn<QString>("risk");
        const auto row = [](const char* token, int score, const char* tier, bool identity, const char* risk) {
            QTest::newRow(token) << QString::fromLatin1(token) << score << QString::fromLatin1(tier) << identity
                                 << QString::fromLatin1(risk);
        };
        row("KE8V-3TXY-Z72L", 812, "A", true, "low");
        row("NG4M-XQRS-T88W", 743, "B", true, "low");
        row("GH2P-ABCD-56KL", 671, "C", false, "medium");
    }
    void sandboxToken_hasTheDocumentedClaims() {
        QFETCH(QString, token);
        QFETCH(int, score);
        QFETCH(QString, tier);
        QFETCH(bool, identity);
        QFETCH(QString, risk);
        const auto data = ModelFixture::data(fixture_->verify(token.toStdString()));
        const auto& claims = data["claims"];
        COMPARE_JSON(data["valid"], Json(true));
        COMPARE_JSON(claims["fsi_score"], Json(score));
        COMPARE_JSON(claims["tier"], Json(tier.toStdString()));
        COMPARE_JSON(claims["income_verified"], Json(true));
        COMPARE_JSON(claims["identity_verified"], Json(identity));
        COMPARE_JSON(claims["sanctions_clear"], Json(true));
        COMPARE_JSON(claims["fraud_risk"], Json(risk.toStdString()));
        QCOMPARE(claims.size(), std::size_t{13});
        // Reusable, and the same each time.
        fixture_->now += 48h;
        const auto again = ModelFixture::data(fixture_->verify(" " + token.toLower().toStdString() + "\n"));
        COMPARE_JSON(again["claims"], claims);
    }

    void denyReason_ofEachKind_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* kind, const char* reason) {
            QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromLatin1(reason);
        };
        row("expired", "TOKEN_EXPIRED");
        row("revoked", "TOKEN_REVOKED");
        row("used", "TOKEN_ALREADY_USED");
        row("other-institution", "INSTITUTION_MISMATCH");
        row("sanctions", "HARD_DENY_SANCTIONS_MATCH");
    }
    void denyReason_ofEachKind() {
        QFETCH(QString, kind);
        QFETCH(QString, reason);
        const auto token = fixture_->token(kind.toStdString());
        const auto verified = fixture_->verify(token);
        QCOMPARE(verified.reply.status, 200);
        COMPARE_JSON(ModelFixture::data(verified)["valid"], Json(false));
        COMPARE_JSON(ModelFixture::data(verified)["denyReason"], Json(reason.toStdString()));
        QVERIFY(!ModelFixture::data(verified).contains("claims"));
        QCOMPARE(verified.events.size(), std::size_t{1});
        QCOMPARE(verified.events[0].type, std::string{"verification.failed"});
        COMPARE_JSON(verified.events[0].data["deny_reason"], Json(reason.toStdString()));
    }

    void unknownToken_isNotFound() {
        COMPARE_JSON(ModelFixture::data(fixture_->verify("PASSID-AAAA-BBBB-CCCC-DDDD"))["denyReason"],
                     Json("TOKEN_NOT_FOUND"));
    }

    void oneTimeToken_hasTheDocumentedShapeAndWorksOnce() {
        const auto token = fixture_->token();
        QVERIFY(
            QString::fromStdString(token).contains(QRegularExpression{QStringLiteral("^PASSID(-[A-Z0-9]{4}){4}$")}));
        const auto first = fixture_->verify(token);
        COMPARE_JSON(ModelFixture::data(first)["valid"], Json(true));
        QCOMPARE(first.events[0].type, std::string{"verification.completed"});
        COMPARE_JSON(ModelFixture::data(fixture_->verify(token))["denyReason"], Json("TOKEN_ALREADY_USED"));
    }

    void oneTimeToken_expiresByTheClock() {
        const auto token = fixture_->token();
        fixture_->now += 15min;
        COMPARE_JSON(ModelFixture::data(fixture_->verify(token))["denyReason"], Json("TOKEN_EXPIRED"));
    }

    void sanctionsMatch_isToldBeforeAnythingThatAFreshTokenWouldCure() {
        const auto token = fixture_->token("sanctions");
        fixture_->now += 24h;
        for (int i = 0; i < 2; ++i) {
            COMPARE_JSON(ModelFixture::data(fixture_->verify(token))["denyReason"], Json("HARD_DENY_SANCTIONS_MATCH"));
        }
    }

    void permissionsOfTheToken_limitTheClaims() {
        const auto token = fixture_->token("one-time", {.user = "esi", .permissions = {"fraud_risk"}});
        COMPARE_JSON(ModelFixture::data(fixture_->verify(token))["claims"], (Json{{"fraud_risk", "medium"}}));
    }

    void sameKey_replaysTheFirstAnswerAndConsumesOnce() {
        const auto token = fixture_->token();
        const auto first = fixture_->verify(token, "key-1");
        fixture_->now += 1h;
        const auto second = fixture_->verify(token, "key-1");
        QCOMPARE(second.reply.body, first.reply.body);
        QCOMPARE(second.reply.status, first.reply.status);
        QVERIFY(second.events.empty());
        const auto report = fixture_->model.verifications();
        COMPARE_JSON(report["consumed"], (Json{{token, 1}}));
        QCOMPARE(report["verifications"].size(), std::size_t{1});
        COMPARE_JSON(report["verifications"][0]["replays"], Json(1));
        COMPARE_JSON(report["verifications"][0]["idempotencyKey"], Json("key-1"));
        QCOMPARE(report["replays"].size(), std::size_t{1});
    }

    void sameKey_replaysARefusalToo() {
        const auto token = fixture_->token("expired");
        QCOMPARE(fixture_->verify(token, "key-1").reply.body, fixture_->verify(token, "key-1").reply.body);
        COMPARE_JSON(fixture_->model.verifications()["consumed"], Json::object());
    }

    void sameKey_otherBody_isAConflict() {
        const auto token = fixture_->token();
        fixture_->verify(token, "key-1");
        const auto other = fixture_->verify("KE8V-3TXY-Z72L", "key-1");
        QCOMPARE(other.reply.status, 409);
        QVERIFY(other.events.empty());
        const auto report = fixture_->model.verifications();
        QCOMPARE(report["conflicts"].size(), std::size_t{1});
        QVERIFY(!report["consumed"].contains("KE8V-3TXY-Z72L"));
    }

    void flatShape_hasTheDocumentedMembers() {
        fixture_->model.verifyMode().set(Body{R"({"shape":"B"})"});
        const auto value = Json::parse(fixture_->verify("GH2P-ABCD-56KL").reply.body);
        COMPARE_JSON(value["credential_valid"], Json(true));
        COMPARE_JSON(value["credential_status"], Json("active"));
        COMPARE_JSON(value["claims"]["sanctions_screening_clear"], Json(true));
        COMPARE_JSON(value["claims"]["identity_verified"], Json(false));
        COMPARE_JSON(value["claims"]["identity_and_fraud_checks_passed"], Json(false));
        COMPARE_JSON(value["claims"]["data_window_days"], Json(180));
        QVERIFY(!value["claims"].contains("fsi_score"));
        for (const auto* member :
             {"verification_id", "verified_at", "token", "issuer", "signature", "revocation_status",
              "raw_transactions_included", "policy_version", "model_version"}) {
            QVERIFY2(value.contains(member), member);
        }
        const auto refused = Json::parse(fixture_->verify(fixture_->token("revoked")).reply.body);
        COMPARE_JSON(refused["credential_valid"], Json(false));
        COMPARE_JSON(refused["credential_status"], Json("invalid"));
        COMPARE_JSON(refused["reason_code"], Json("revoked"));
    }

    void denyStatus_putsTheReasonOnTop() {
        fixture_->model.verifyMode().set(Body{R"({"denyStatus":403})"});
        const auto refused = fixture_->verify(fixture_->token("used"));
        QCOMPARE(refused.reply.status, 403);
        COMPARE_JSON(Json::parse(refused.reply.body)["denyReason"], Json("TOKEN_ALREADY_USED"));
        QCOMPARE(fixture_->verify("KE8V-3TXY-Z72L").reply.status, 200);
        QVERIFY_THROWS_EXCEPTION(BadBody, fixture_->model.verifyMode().set(Body{R"({"denyStatus":302})"}));
    }

    void outcome_onceAToken_withTheScoreOfTheDecision() {
        const auto token = fixture_->token();
        QCOMPARE(fixture_->model.reportOutcome({"inst", token, "repaid"}).error().status, 404);
        fixture_->verify(token);
        QCOMPARE(fixture_->model.reportOutcome({"inst", token, "vanished"}).error().status, 400);
        const auto event = fixture_->model.reportOutcome({"inst", token, "repaid", "loan", 2500.0});
        QCOMPARE(event->type, std::string{"outcome.reported"});
        COMPARE_JSON(event->data, (Json{{"token", token},
                                        {"outcome", "repaid"},
                                        {"productType", "loan"},
                                        {"amount", 2500.0},
                                        {"fsi_score", 812}}));
        QCOMPARE(fixture_->model.reportOutcome({"inst", token, "defaulted"}).error().status, 409);
    }

    void revoke_ownTokenOnly() {
        const auto token = fixture_->token();
        QCOMPARE(fixture_->model.revoke("esi", token).error().status, 404);
        QVERIFY(fixture_->model.revoke("amina", token));
        COMPARE_JSON(ModelFixture::data(fixture_->verify(token))["denyReason"], Json("TOKEN_REVOKED"));
        QCOMPARE(fixture_->model.revoke("amina", "KE8V-3TXY-Z72L").error().status, 404);
        QCOMPARE(fixture_->model.history("amina").size(), std::size_t{1});
        QVERIFY(fixture_->model.history("esi").empty());
    }

    void record_isTheLatestOfTheToken() {
        QCOMPARE(fixture_->model.record("inst", "KE8V-3TXY-Z72L").error().status, 404);
        fixture_->verify("KE8V-3TXY-Z72L");
        fixture_->now += 1s;
        fixture_->verify("KE8V-3TXY-Z72L");
        QCOMPARE(fixture_->model.record("inst", "ke8v-3txy-z72l")->at, fixture_->now);
    }

    void restored_goesOnWhereItWas() {
        const auto session = fixture_->open();
        const auto done = fixture_->open();
        fixture_->model.approve(done.id, {}, fixture_->now);
        const auto token = fixture_->token();
        const auto first = fixture_->verify(token, "key-1");
        test::ModelFixture later;
        later.model.restore(Json::parse(textOf(fixture_->model.toJson())));
        COMPARE_JSON(later.model.toJson(), fixture_->model.toJson());
        QCOMPARE(later.model.publicView(session.code, later.now)->id, session.id);
        QCOMPARE(later.verify(token, "key-1").reply.body, first.reply.body);
        COMPARE_JSON(ModelFixture::data(later.verify(token))["denyReason"], Json("TOKEN_ALREADY_USED"));
    }

private:
    std::unique_ptr<ModelFixture> fixture_;
};

VERDESK_TEST(ModelVerifyTest)
#include "model_verify_test.moc"
