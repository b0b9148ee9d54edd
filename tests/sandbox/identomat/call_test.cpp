// Video calls: with an operator who is a machine or a person, alone and in a group.
#include "tests/sandbox/identomat/fixture.h"
#include "tests/sandbox/json_compare.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class IdentomatCallTest : public QObject {
    Q_OBJECT

    static Json call(const Json& flags = Json::object()) {
        return Json::array({{{"type", "identity-document"}}, {{"type", "video-call"}, {"flags", flags}}});
    }

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<IdentomatFixture>();
        fixture_->harness.post("/control/clock", {{"speed", 0}});
    }
    void cleanup() {
        fixture_.reset();
    }

    void automaticOperator_comesAfterAWhile_andIsDoneWhenTheCustomerIs() {
        const auto token = ready(call());
        COMPARE_JSON(fixture_->step(token, "video-call").json()["why"], Json("callGoesOn"));
        COMPARE_JSON(fixture_->view(token)["call"]["joined"], Json(false));
        const auto joined = fixture_->act(token, "call/join", {{"name", "Nino"}}).json();
        COMPARE_JSON(joined["call"]["operatorHere"], Json(false));
        COMPARE_JSON(joined["call"]["participants"], Json::array({"Nino"}));
        QCOMPARE(fixture_->act(token, "call/end").status, 409);
        fixture_->harness.advance(std::chrono::milliseconds{1'500});
        COMPARE_JSON(fixture_->view(token)["call"]["mayEnd"], Json(true));
        COMPARE_JSON(fixture_->act(token, "call/end").json()["status"], Json("finished"));
        fixture_->harness.advance(std::chrono::seconds{2});
        COMPARE_JSON(fixture_->result(token)["result"], Json("approved"));
    }

    void call_isThereForItsStepAlone() {
        const auto token = fixture_->start(Json::array({{{"type", "liveness"}}}));
        QCOMPARE(fixture_->act(token, "call/join").status, 409);
        QCOMPARE(fixture_->act(fixture_->begin(call()), "call/join").status, 409);
    }

    void name_isAskedForWhereItIsRequired() {
        const auto token = ready(call({{"nameRequired", true}}));
        COMPARE_JSON(fixture_->act(token, "call/join").json()["why"], Json("nameMissing"));
        QCOMPARE(fixture_->act(token, "call/join", {{"name", "Nino"}}).status, 200);
        const auto without = ready(call());
        const auto joined = fixture_->act(without, "call/join").json();
        COMPARE_JSON(joined["call"]["participants"], Json::array({"Nino Kapanadze"}));
    }

    void hangingUp_isNoEnd_andMayBeginAnew() {
        for (const bool reset : {false, true}) {
            const auto token = ready(call({{"resetSteps", reset}}));
            fixture_->act(token, "call/join");
            COMPARE_JSON(fixture_->act(token, "call/leave").json()["call"]["joined"], Json(false));
            COMPARE_JSON(fixture_->view(token)["steps"][0]["done"], Json(true));
            const auto again = fixture_->act(token, "call/join").json();
            COMPARE_JSON(again["call"]["joined"], Json(true));
            COMPARE_JSON(again["next"], Json(reset ? "identity-document" : "video-call"));
        }
    }

    void personWhoOperates_takesTheCall_endsIt_andDecides() {
        fixture_->company({{"automaticOperator", false}});
        const auto token = ready(call());
        fixture_->act(token, "call/join");
        fixture_->harness.advance(std::chrono::minutes{1});
        COMPARE_JSON(fixture_->view(token)["call"]["operatorHere"], Json(false));
        QCOMPARE(fixture_->act(token, "call/end").status, 409);
        COMPARE_JSON(manage(token, "attend").json()["joined"], Json(true));
        COMPARE_JSON(fixture_->view(token)["call"]["operatorHere"], Json(true));
        COMPARE_JSON(fixture_->view(token)["call"]["mayEnd"], Json(false));
        QCOMPARE(manage(token, "decide", {{"result", "approved"}}).status, 409);
        COMPARE_JSON(manage(token, "end").json()["status"], Json("finished"));
        fixture_->harness.advance(std::chrono::minutes{10});
        COMPARE_JSON(fixture_->result(token)["result"], Json("in_progress"));
        QVERIFY(fixture_->harness.receiver().soFar().empty());
        manage(token, "decide", {{"result", "rejected"}, {"reason", "other"}, {"comment", "Not alone"}});
        const auto result = fixture_->result(token);
        COMPARE_JSON(result["result"], Json("rejected"));
        COMPARE_JSON(result["reject_reason"]["value"], Json("other"));
        COMPARE_JSON(result["result_comment"], Json("Not alone"));
        COMPARE_JSON(fixture_->callbacks(1)[0]["status"], Json("rejected"));
        QCOMPARE(manage("none", "end").status, 404);
    }

    void groupCall_hasEverybody_andEachHasAResultOfTheirOwn() {
        fixture_->company({{"automaticOperator", false}});
        const auto first = ready(call(), {{"multiple_participants", true}});
        const auto second = fixture_
                                ->api("begin/", {{"parent_session_id", first},
                                                 {"flags", {{"skip_document", true}, {"skip_face", true}}},
                                                 {"steps", Json::array({{{"type", "video-call"}}})}})
                                .json()
                                .get<std::string>();
        fixture_->act(second, "start", {{"person", "sofia"}});
        fixture_->act(first, "call/join", {{"name", "Nino"}});
        fixture_->act(second, "call/join", {{"name", "Sofia"}});
        for (const auto& token : {first, second}) {
            COMPARE_JSON(fixture_->view(token)["call"]["participants"], (Json{"Nino", "Sofia"}));
        }
        manage(second, "attend");
        COMPARE_JSON(fixture_->view(first)["call"]["operatorHere"], Json(true));
        manage(first, "end");
        COMPARE_JSON(fixture_->view(second)["status"], Json("finished"));
        manage(first, "decide", {{"result", "approved"}});
        COMPARE_JSON(fixture_->result(first)["result"], Json("approved"));
        COMPARE_JSON(fixture_->result(second)["result"], Json("in_progress"));
        manage(second, "decide");
        COMPARE_JSON(fixture_->result(second)["result"], Json("rejected"));
    }

private:
    // The document is done, and the call is next.
    std::string ready(const Json& steps, const Json& flags = Json::object()) {
        const auto token = fixture_->start(steps, "nino", flags);
        fixture_->step(token, "identity-document", {{"how", "capture"}});
        return token;
    }
    Reply manage(const std::string& token, const std::string& what, const Json& body = Json::object()) {
        return fixture_->own("POST", "/manage/" + token + "/" + what, textOf(body));
    }

    std::unique_ptr<IdentomatFixture> fixture_;
};

VERDESK_TEST(IdentomatCallTest)
#include "identomat/call_test.moc"
