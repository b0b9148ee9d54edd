// The control API plays customers and operators, and a restart finds all again.
#include "tests/sandbox/identomat/fixture.h"
#include "tests/sandbox/json_compare.h"
#include "tests/support/registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class IdentomatControlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<IdentomatFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void session_isEndedInEachWay_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char* path, const char* body, const char* result) {
            QTest::newRow(path) << QByteArray{path} << QByteArray{body} << QByteArray{result};
        };
        row("finish", R"({"person":"jonas"})", "manual_check");
        row("approve", "{}", "approved");
        row("reject", "{}", "rejected");
        row("manual-check", "{}", "manual_check");
        row("disagree", "{}", "disagreed_with_terms");
        row("finish ", R"({"result":"agreed_to_disagree"})", "agreed_to_disagree");
    }
    void session_isEndedInEachWay() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, result);
        const auto token = everything();
        const auto told = act(token, path.trimmed().toStdString(), Json::parse(body.toStdString()));
        QCOMPARE(told.status, 200);
        fixture_->harness.advance(std::chrono::seconds{2});
        COMPARE_JSON(fixture_->result(token)["result"], Json(result.toStdString()));
        COMPARE_JSON(fixture_->session(token)["result"], Json(result.toStdString()));
    }

    void outcome_saysHow() {
        const auto token = everything();
        act(token, "reject",
            {{"person", "irina"},
             {"reason", "document_expired"},
             {"description", "It has expired."},
             {"similarity", 0.5},
             {"live", false},
             {"processingMs", 0},
             {"data", {{"sex", "X"}}},
             {"screening", Json::array({{{"name", "X"}}})},
             {"answers", {{"own", {{"q", "because"}}}}}});
        const auto result = fixture_->result(token);
        COMPARE_JSON(result["reject_reason"],
                     (Json{{"value", "document_expired"}, {"description", "It has expired."}}));
        COMPARE_JSON(result["similarity"], Json(0.5));
        COMPARE_JSON(result["live"], Json(false));
        COMPARE_JSON(result["screeningMatches"][0]["name"], Json("X"));
        COMPARE_JSON(result["questionnaires"][0]["questions"][0]["answer"], Json("because"));
        COMPARE_JSON(result["person"]["sex"], Json("X"));
        QVERIFY(result["person"].contains("phone") && result["person"].contains("email"));
        QCOMPARE(act(everything(), "approve", {{"persn", "x"}}).status, 400);
        QCOMPARE(act(everything(), "approve", {{"person", "nobody"}}).status, 400);
        QCOMPARE(act(everything(), "approve", {{"answers", {{"none", Json::object()}}}}).status, 400);
        QCOMPARE(act("none", "approve").status, 404);
    }

    void usual_isWhatFollowsInTheWidget() {
        QCOMPARE(fixture_->control("PUT", "/usual", {{"result", "rejected"}, {"comment", "No"}}).status, 200);
        const auto result = fixture_->result(fixture_->checked("nino"));
        COMPARE_JSON(result["result"], Json("rejected"));
        COMPARE_JSON(result["reject_reason"]["value"], Json("face_mismatch"));
        COMPARE_JSON(result["result_comment"], Json("No"));
        QCOMPARE(fixture_->control("PUT", "/usual", {{"results", "x"}}).status, 400);
    }

    void decision_mayChangeLater_andIsTold() {
        const auto token = fixture_->checked("jonas");
        fixture_->callbacks(1);
        act(token, "approve");
        COMPARE_JSON(fixture_->result(token)["result"], Json("approved"));
        COMPARE_JSON(fixture_->callbacks(2)[1]["status"], Json("approved"));
        act(token, "screening");
        const auto result = fixture_->result(token);
        COMPARE_JSON(result["result"], Json("approved"));
        COMPARE_JSON(result["screeningMatches"][0]["reviewStatus"], Json("pending"));
        QCOMPARE(fixture_->callbacks(3).size(), std::size_t{3});
        act(token, "screening", {{"matches", Json::array()}});
        QVERIFY(!fixture_->result(token).contains("screeningMatches"));
        QCOMPARE(act(everything(), "screening").status, 409);
    }

    void session_mayExpireAtOnce() {
        const auto token = everything();
        COMPARE_JSON(act(token, "expire").json()["expired"], Json(true));
        QCOMPARE(act(token, "approve").status, 409);
        QCOMPARE(fixture_->act(token, "start").status, 410);
    }

    void openPage_seesThatItIsOver() {
        const auto token = fixture_->start(Json::array({{{"type", "liveness"}}}));
        act(token, "approve");
        COMPARE_JSON(fixture_->view(token)["status"], Json("finished"));
    }

    void sessionsAndSecrets_surviveARestart() {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("state.json")).toStdString();
        std::string going;
        std::string done;
        Json ready;
        {
            IdentomatFixture first{file};
            ready = first.ready;
            done = first.checked("sofia");
            going = first.start(
                Json::array({{{"type", "phone-number"}, {"flags", {{"require_phone_number_check", true}}}}}));
            first.act(going, "codes/phone_number", {{"to", "+4930123"}});
        }
        IdentomatFixture second{file};
        for (const auto* name : {"companyKey", "secretKey", "callbackApiKey"}) {
            COMPARE_JSON(second.ready.at(name), ready.at(name));
        }
        COMPARE_JSON(second.result(done)["reject_reason"]["value"], Json("face_mismatch"));
        const auto code = second.session(going)["codes"]["phone_number"]["code"];
        COMPARE_JSON(second.step(going, "phone_number", {{"to", "+4930123"}, {"code", code}}).json()["status"],
                     Json("finished"));
    }

private:
    // One with a step of each kind that a machine can go through.
    std::string everything() {
        const Json question{{"type", "string"}, {"key", "q"}, {"title", "Why?"}, {"mandatory", true}};
        return fixture_->begin(Json::array(
            {{{"type", "identity-document"}},
             {{"type", "liveness"}},
             {{"type", "general-document"}},
             {{"type", "face-document"}},
             {{"type", "video-call"}},
             {{"type", "phone-number"}, {"flags", {{"require_phone_number_check", true}}}},
             {{"type", "email"}},
             {{"type", "user-questionnaire"}, {"key", "own"}, {"questions", Json::array({question})}},
             {{"type", "operator-questionnaire"}, {"key", "theirs"}, {"questions", Json::array({question})}}}));
    }
    Reply act(const std::string& token, const std::string& what, const Json& body = Json::object()) {
        return fixture_->control("POST", "/sessions/" + token + "/" + what, body);
    }

    std::unique_ptr<IdentomatFixture> fixture_;
};

VERDESK_TEST(IdentomatControlTest)
#include "identomat/control_test.moc"
