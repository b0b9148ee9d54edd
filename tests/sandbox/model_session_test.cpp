#include "json_compare.h"
#include "model_fixture.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::passid;
using namespace std::chrono_literals;

class ModelSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<test::ModelFixture>();
    }

    void request_plain_asksForAllAndLastsTenMinutes() {
        const auto session = fixture_->open();
        QCOMPARE(session.status, SessionStatus::pending);
        QCOMPARE(session.permissions, allPermissions());
        QCOMPARE(session.expiresAt - fixture_->now, 10min);
        QCOMPARE(session.code.size(), std::size_t{9});
        QCOMPARE(session.code[4], '-');
        QVERIFY(session.deepLink().starts_with("passid://verify-request?r=" + session.id + "&i=Bank"));
    }

    void deepLink_encodesTheName() {
        auto session = fixture_->open();
        session.institutionName = "A & B=Ü";
        QVERIFY(session.deepLink().ends_with("&i=A%20%26%20B%3D%C3%9C"));
    }

    void request_unknownPermission_isRefused() {
        const auto session =
            fixture_->model.request({"inst", "Bank", {"identity_verified", "mood"}, 600s}, fixture_->now);
        QCOMPARE(session.error().status, 400);
        QVERIFY(session.error().error.find("mood") != std::string::npos);
    }

    void find_byIdOrByCodeInAnyWriting() {
        const auto session = fixture_->open();
        auto code = session.code;
        for (const auto& text : {session.id, code, code.substr(0, 4) + code.substr(5)}) {
            QCOMPARE(fixture_->model.publicView(text, fixture_->now)->id, session.id);
        }
        std::transform(code.begin(), code.end(), code.begin(),
                       [](char c) { return static_cast<char>(std::tolower(c)); });
        QCOMPARE(fixture_->model.publicView(code, fixture_->now)->id, session.id);
        QCOMPARE(fixture_->model.publicView("ZZZZ-ZZZZ", fixture_->now).error().status, 404);
    }

    void session_ofAnotherInstitution_isNotFound() {
        const auto session = fixture_->open();
        QCOMPARE(fixture_->model.session("other", session.id, fixture_->now).error().status, 404);
        QCOMPARE(fixture_->model.session("inst", session.code, fixture_->now).error().status, 404);
    }

    void deadline_expiresAndIsGone() {
        const auto session = fixture_->open({}, 60s);
        fixture_->now += 59'999ms;
        QVERIFY(fixture_->model.publicView(session.id, fixture_->now));
        fixture_->now += 1ms;
        QCOMPARE(fixture_->model.session("inst", session.id, fixture_->now)->status, SessionStatus::expired);
        const auto gone = fixture_->model.publicView(session.id, fixture_->now);
        QCOMPARE(gone.error().status, 410);
        COMPARE_JSON(gone.error().more["status"], Json("expired"));
        const auto approved = fixture_->model.approve(session.id, {}, fixture_->now);
        QCOMPARE(approved.error().status, 410);
        QCOMPARE(fixture_->model.decline(session.id, fixture_->now).error().status, 410);
    }

    void fulfil_givesTheClaimsThatWereAskedAndGranted() {
        const auto session = fixture_->open({"full_score", "identity_verified"});
        const auto token =
            fixture_->model.share({.user = "chidi", .permissions = {"identity_verified", "fraud_risk"}}, fixture_->now);
        fixture_->now += 5s;
        const auto ended = fixture_->model.fulfil(session.id, "chidi", token->text, fixture_->now);
        QVERIFY(ended);
        QCOMPARE(ended->session.status, SessionStatus::completed);
        COMPARE_JSON(ended->session.claims, (Json{{"identity_verified", true}}));
        QCOMPARE(*ended->session.endedAt, fixture_->now);
        QCOMPARE(ended->events.size(), std::size_t{1});
        QCOMPARE(ended->events[0].type, std::string{"verification.completed"});
        QCOMPARE(ended->events[0].session, std::optional{session.id});
        COMPARE_JSON(ended->events[0].data["token"], Json(token->text));
        COMPARE_JSON(ended->events[0].data["claims"], ended->session.claims);
        QVERIFY(!ended->events[0].data.contains("requestId"));
    }

    void fulfil_secondTime_changesNothing() {
        const auto session = fixture_->open();
        QVERIFY(fixture_->model.approve(session.id, {}, fixture_->now));
        const auto again = fixture_->model.approve(session.id, {}, fixture_->now);
        QCOMPARE(again.error().status, 409);
        COMPARE_JSON(again.error().more["status"], Json("completed"));
        QCOMPARE(fixture_->model.decline(session.id, fixture_->now).error().status, 409);
    }

    void fulfil_usesUpTheToken() {
        const auto first = fixture_->open();
        const auto second = fixture_->open();
        const auto token = fixture_->token();
        QVERIFY(fixture_->model.fulfil(first.id, "amina", token, fixture_->now));
        const auto again = fixture_->model.fulfil(second.id, "amina", token, fixture_->now);
        COMPARE_JSON(again.error().more["denyReason"], Json("TOKEN_ALREADY_USED"));
        QCOMPARE(fixture_->model.session("inst", second.id, fixture_->now)->status, SessionStatus::pending);
        COMPARE_JSON(test::ModelFixture::data(fixture_->verify(token))["denyReason"], Json("TOKEN_ALREADY_USED"));
    }

    void fulfil_withSomebodyElsesToken_isNotFound() {
        const auto session = fixture_->open();
        QCOMPARE(fixture_->model.fulfil(session.id, "esi", fixture_->token(), fixture_->now).error().status, 404);
    }

    void decline_isDeclinedWithoutAnEvent() {
        const auto session = fixture_->open();
        QCOMPARE(fixture_->model.decline(session.code, fixture_->now)->status, SessionStatus::declined);
        COMPARE_JSON(fixture_->model.publicView(session.id, fixture_->now).error().more["status"], Json("declined"));
    }

    void sanctionedPerson_whereAsked_isAClaim() {
        const auto session = fixture_->open({"sanctions_clear"});
        const auto ended = fixture_->model.approve(session.id, {.person = "viktor"}, fixture_->now);
        QCOMPARE(ended->session.status, SessionStatus::completed);
        COMPARE_JSON(ended->session.claims, (Json{{"sanctions_clear", false}}));
    }

    void sanctionedPerson_whereNotAskedOrWithheld_isDenied() {
        const auto notAsked = fixture_->open({"identity_verified"});
        const auto withheld = fixture_->open();
        for (const auto& [id, approval] :
             {std::pair{notAsked.id, Approval{.person = "viktor"}},
              std::pair{withheld.id, Approval{.person = "viktor", .withhold = {"sanctions_clear"}}}}) {
            const auto ended = fixture_->model.approve(id, approval, fixture_->now);
            QCOMPARE(ended->session.status, SessionStatus::declined);
            QCOMPARE(*ended->session.denied, DenyReason::hardDenySanctionsMatch);
            QCOMPARE(ended->events[0].type, std::string{"verification.failed"});
            COMPARE_JSON(ended->events[0].data["deny_reason"], Json("HARD_DENY_SANCTIONS_MATCH"));
        }
    }

    void approve_withholdsAndOverrides() {
        const auto session = fixture_->open({"identity_verified", "fraud_risk", "sanctions_clear"});
        Approval approval{.withhold = {"sanctions_clear"}, .overrides = {{"fraud_risk", "high"}, {"mood", "good"}}};
        const auto ended = fixture_->model.approve(session.id, approval, fixture_->now);
        COMPARE_JSON(ended->session.claims,
                     (Json{{"identity_verified", true}, {"fraud_risk", "high"}, {"mood", "good"}}));
        approval.withhold = {"mood"};
        QCOMPARE(fixture_->model.approve(fixture_->open().id, approval, fixture_->now).error().status, 400);
        QCOMPARE(fixture_->model.approve(fixture_->open().id, {.person = "nobody"}, fixture_->now).error().status, 400);
    }

    void expire_endsAtOnce() {
        const auto session = fixture_->open();
        QCOMPARE(fixture_->model.expire(session.code, fixture_->now)->status, SessionStatus::expired);
        QCOMPARE(fixture_->model.expire(session.code, fixture_->now).error().status, 410);
    }

    void everyPermission_showsItsClaimsAndNoOthers_data() {
        QTest::addColumn<QString>("permission");
        for (const auto& permission : permissions()) {
            QTest::newRow(permission.name.c_str()) << QString::fromStdString(permission.name);
        }
    }
    void everyPermission_showsItsClaimsAndNoOthers() {
        QFETCH(QString, permission);
        const auto session = fixture_->open({permission.toStdString()});
        const auto claims = fixture_->model.approve(session.id, {}, fixture_->now)->session.claims;
        const auto& all = permissions();
        const auto expected = std::find_if(all.begin(), all.end(),
                                           [&](const Permission& one) { return one.name == permission.toStdString(); });
        QCOMPARE(claims.size(), expected->claims.size());
        for (const auto& name : expected->claims) {
            QVERIFY2(claims.contains(name), name.c_str());
        }
    }

private:
    std::unique_ptr<test::ModelFixture> fixture_;
};

VERDESK_TEST(ModelSessionTest)
#include "model_session_test.moc"
