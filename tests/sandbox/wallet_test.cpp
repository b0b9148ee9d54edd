// The wallet's calls and those that are open to everybody.
#include "harness.h"
#include "json_compare.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class WalletTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        harness_ = std::make_unique<Harness>();
    }
    void cleanup() {
        harness_.reset();
    }

    void publicView_showsWhoAsksForWhatUntilWhen() {
        const auto session = harness_->open({{"permissions", {"fraud_risk"}}});
        const auto reply = harness_->get(bridge("/request/" + id(session) + "/public"));
        QCOMPARE(reply.status, 200);
        const auto value = reply.json();
        COMPARE_JSON(value["institutionName"], Json("Test & Söhne"));
        COMPARE_JSON(value["permissions"], (Json::array({"fraud_risk"})));
        COMPARE_JSON(value["status"], Json("pending"));
        COMPARE_JSON(value["expiresAt"], session["expiresAt"]);
        QVERIFY(!value.contains("claims"));
    }

    void code_withAndWithoutDash_isTheSameView() {
        const auto session = harness_->open();
        const auto code = session["code"].get<std::string>();
        for (const auto& text : {code, code.substr(0, 4) + code.substr(5)}) {
            const auto reply = harness_->get(bridge("/request/code/" + text));
            QCOMPARE(reply.status, 200);
            COMPARE_JSON(reply.json()["requestId"], session["requestId"]);
        }
        QCOMPARE(harness_->get(bridge("/request/code/AAAA-AAAA")).status, 404);
    }

    void publicView_afterTheEnd_is410() {
        const auto approved = harness_->open();
        const auto declined = harness_->open();
        const auto expired = harness_->open();
        harness_->post("/control/passid/sessions/" + id(approved) + "/approve");
        harness_->post("/control/passid/sessions/" + id(declined) + "/decline");
        harness_->post("/control/passid/sessions/" + id(expired) + "/expire");
        for (const auto& [session, status] :
             {std::pair{approved, "completed"}, {declined, "declined"}, {expired, "expired"}}) {
            const auto reply = harness_->get(bridge("/request/" + id(session) + "/public"));
            QCOMPARE(reply.status, 410);
            COMPARE_JSON(reply.json()["status"], Json(status));
            QCOMPARE(harness_->get(bridge("/request/code/" + session["code"].get<std::string>())).status, 410);
        }
    }

    void shareAndFulfil_completeTheSession() {
        const auto session = harness_->open({{"permissions", {"full_score", "fraud_risk"}}});
        const Headers user{{"Authorization", harness_->userToken("esi")}};
        const auto token = harness_->post(bridge("/share/create"), {{"permissions", {"fraud_risk"}}}, user);
        QCOMPARE(token.status, 201);
        const Json fulfilment{{"token", token.json()["data"]["token"]}};
        const auto target = bridge("/request/" + id(session) + "/fulfill");
        QCOMPARE(harness_->post(target, fulfilment).status, 401);
        COMPARE_JSON(harness_->post(target, Json::object(), user).status, 400);
        QCOMPARE(harness_->post(target, fulfilment, {{"Authorization", harness_->userToken("amina")}}).status, 404);
        COMPARE_JSON(harness_->post(target, fulfilment, user).json()["data"]["status"], Json("completed"));
        QCOMPARE(harness_->post(target, fulfilment, user).status, 409);
        const auto value = harness_->ask(bridge("/request/" + id(session))).json();
        COMPARE_JSON(value["claims"], (Json{{"fraud_risk", "medium"}}));
    }

    void decline_isSeenByTheInstitution() {
        const auto session = harness_->open();
        const auto target = bridge("/request/" + id(session) + "/decline");
        QCOMPARE(harness_->post(target).status, 401);
        QCOMPARE(harness_->post(target, {{"reason", "no"}}, {{"Authorization", harness_->userToken("esi")}}).status,
                 200);
        QCOMPARE(harness_->status(session), std::string{"declined"});
    }

    void revoked_isRefused_andStandsInTheHistory() {
        const Headers user{{"Authorization", harness_->userToken("chidi")}};
        const auto token = harness_->post(bridge("/share/create"), Json::object(), user).json()["data"]["token"];
        QCOMPARE(harness_->post(bridge("/share/revoke"), {{"token", token}}, user).status, 200);
        COMPARE_JSON(harness_->verify(token.get<std::string>()).json()["data"]["denyReason"], Json("TOKEN_REVOKED"));
        const auto history = harness_->get(bridge("/share/user/chidi"), user).json()["data"];
        QCOMPARE(history.size(), std::size_t{1});
        COMPARE_JSON(history[0]["status"], Json("revoked"));
        QCOMPARE(harness_->get(bridge("/share/user/amina"), user).status, 403);
        QCOMPARE(harness_->get(bridge("/share/user/chidi")).status, 401);
    }

    void share_mayBeForOneInstitutionAndForSeveralUses() {
        const Headers user{{"Authorization", harness_->userToken("chidi")}};
        const auto elsewhere = harness_->post(bridge("/share/create"), {{"institution", "inst_other"}}, user).json();
        COMPARE_JSON(harness_->verify(elsewhere["data"]["token"].get<std::string>()).json()["data"]["denyReason"],
                     Json("INSTITUTION_MISMATCH"));
        const auto many = harness_->post(bridge("/share/create"), {{"oneTime", false}, {"expiresInSeconds", 60}}, user);
        const auto token = many.json()["data"]["token"].get<std::string>();
        COMPARE_JSON(harness_->verify(token).json()["data"]["valid"], Json(true));
        COMPARE_JSON(harness_->verify(token).json()["data"]["valid"], Json(true));
        harness_->advance(std::chrono::seconds{60});
        COMPARE_JSON(harness_->verify(token).json()["data"]["denyReason"], Json("TOKEN_EXPIRED"));
    }

private:
    static std::string bridge(const std::string& path) {
        return "/passid/api/v1/bridge" + path;
    }
    static std::string id(const Json& session) {
        return session.at("requestId").get<std::string>();
    }

    std::unique_ptr<Harness> harness_;
};

VERDESK_TEST(WalletTest)
#include "wallet_test.moc"
