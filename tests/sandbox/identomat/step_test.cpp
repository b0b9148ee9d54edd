// What a customer does in the widget, step by step.
#include "tests/sandbox/identomat/fixture.h"
#include "tests/sandbox/json_compare.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class IdentomatStepTest : public QObject {
    Q_OBJECT

    static Json one(const std::string& type, const Json& flags = Json::object()) {
        return Json::array({{{"type", type}, {"flags", flags}}});
    }

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<IdentomatFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void steps_areDoneInTheirOrder_andTheLastOneEndsTheSession() {
        const auto token = fixture_->start(Json::array({{{"type", "identity-document"}}, {{"type", "liveness"}}}));
        COMPARE_JSON(fixture_->view(token)["next"], Json("identity-document"));
        const auto early = fixture_->step(token, "liveness", {{"how", "capture"}});
        QCOMPARE(early.status, 409);
        COMPARE_JSON(early.json()["why"], Json("notNow"));
        const auto between = fixture_->step(token, "identity-document", {{"how", "capture"}}).json();
        COMPARE_JSON(between["next"], Json("liveness"));
        COMPARE_JSON(between["steps"][0]["done"], Json(true));
        COMPARE_JSON(between["status"], Json("started"));
        COMPARE_JSON(fixture_->step(token, "liveness", {{"how", "capture"}}).json()["status"], Json("finished"));
        QCOMPARE(fixture_->step(token, "liveness", {{"how", "capture"}}).status, 409);
    }

    void nothingIsDone_beforeItWasStarted() {
        const auto token = fixture_->begin(one("liveness"));
        QCOMPARE(fixture_->step(token, "liveness", {{"how", "capture"}}).status, 409);
        QCOMPARE(fixture_->act(token, "start", {{"person", "nobody"}}).status, 400);
        QCOMPARE(fixture_->act("none", "start").status, 404);
    }

    void captureAndUpload_areAsTheFlagsSay_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("flags");
        QTest::addColumn<QByteArray>("capture");
        QTest::addColumn<QByteArray>("upload");
        const auto row = [](const char* type, const char* flags, const char* capture, const char* upload) {
            QTest::newRow(flags) << QByteArray{type} << QByteArray{flags} << QByteArray{capture} << QByteArray{upload};
        };
        row("identity-document", R"({"allow_document_upload":false})", "", "onlyCapture");
        row("identity-document", R"({"allow_document_upload":true})", "", "");
        row("identity-document", R"({"disable_document_capture":true})", "onlyUpload", "");
        row("liveness", R"({"allow_face_upload":true})", "", "");
        row("liveness", R"({"allow_face_upload":true,"liveness":true})", "", "onlyCapture");
        row("face-document", R"({"require_face_document":true})", "", "onlyCapture");
        row("face-document", R"({"allow_face_doc_upload":true})", "", "");
    }
    void captureAndUpload_areAsTheFlagsSay() {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, flags);
        QFETCH(QByteArray, capture);
        QFETCH(QByteArray, upload);
        for (const auto& [how, why] : {std::pair{"capture", capture}, std::pair{"upload", upload}}) {
            const auto token = fixture_->start(one(type.toStdString(), Json::parse(flags.toStdString())));
            const auto key = fixture_->view(token)["next"].get<std::string>();
            const auto reply = fixture_->step(token, key, {{"how", how}});
            QCOMPARE(reply.status, why.isEmpty() ? 200 : 422);
            COMPARE_JSON(reply.json().value("why", ""), Json(why.toStdString()));
        }
    }

    void document_hasToBeOfAnAcceptedKindAndCountry() {
        const auto why = [&](const std::string& person, const Json& flags) {
            const auto token = fixture_->start(one("identity-document", flags), person);
            return fixture_->step(token, "identity-document", {{"how", "capture"}}).json().value("why", "");
        };
        QCOMPARE(why("nino", {{"document_types", {"passport"}}}), std::string{"typeNotAccepted"});
        QCOMPARE(why("emil", {{"document_types", {"passport"}}}), std::string{});
        QCOMPARE(why("nino", {{"document_countries", {"DEU", "ITA"}}}), std::string{"countryNotAccepted"});
        QCOMPARE(why("emil", {{"document_countries", {"DEU", "ITA"}}}), std::string{});
        QCOMPARE(why("nino", {{"document_types", Json::array()}}), std::string{});
    }

    void generalDocument_isOneOfTheAllowed() {
        const auto token = fixture_->start(one("general-document", {{"general_document_types", {"utility_bill"}}}));
        const auto send = [&](const char* type) {
            return fixture_->step(token, "select_general_document", {{"documentType", type}});
        };
        COMPARE_JSON(send("bank_statement").json()["why"], Json("typeNotAccepted"));
        QCOMPARE(send("utility_bill").status, 200);
    }

    void phoneAndEmail_areCheckedByCode_collected_orLeftOut() {
        const auto phone = fixture_->start(one("phone-number", {{"require_phone_number_check", true}}));
        const auto send = [&](const Json& body) { return fixture_->step(phone, "phone_number", body); };
        COMPARE_JSON(send({{"to", "+4930123"}, {"code", ""}}).json()["why"], Json("wrongCode"));
        const auto sent = fixture_->act(phone, "codes/phone_number", {{"to", "+4930123"}}).json();
        COMPARE_JSON(sent["sentTo"], Json("+4930123"));
        const auto code = fixture_->session(phone)["codes"]["phone_number"]["code"];
        COMPARE_JSON(sent["hint"], code);
        COMPARE_JSON(send({{"to", "+4930124"}, {"code", code}}).json()["why"], Json("wrongCode"));
        COMPARE_JSON(send({{"to", "+4930123"}, {"code", code}}).json()["status"], Json("finished"));
        QCOMPARE(fixture_->act(phone, "codes/phone_number", {{"to", "+4930123"}}).status, 409);

        const auto email = fixture_->start(one("email", {{"require_email", true}}));
        COMPARE_JSON(fixture_->step(email, "require_email", {{"to", ""}}).json()["why"], Json("emailMissing"));
        QCOMPARE(fixture_->step(email, "require_email", {{"to", "a@b.example"}}).status, 200);

        const auto neither = fixture_->start(one("email"));
        QCOMPARE(fixture_->step(neither, "require_email").status, 200);
    }

    void code_isToldOnThePage_onlyWhereTheCompanyWantsIt() {
        fixture_->company({{"showCodes", false}});
        const auto token = fixture_->start(one("email", {{"require_email_check", true}}));
        const auto sent = fixture_->act(token, "codes/require_email", {{"to", "a@b.example"}}).json();
        COMPARE_JSON(sent["sentTo"], Json("a@b.example"));
        COMPARE_JSON(sent["hint"], Json(""));
        COMPARE_JSON(fixture_->act(token, "codes/require_email", {{"to", ""}}).json()["why"], Json("emailMissing"));
    }

    void disagreeing_endsIt_andKeepsNothing() {
        const auto token = fixture_->begin(one("liveness"));
        COMPARE_JSON(fixture_->act(token, "disagree").json()["status"], Json("disagreed"));
        COMPARE_JSON(fixture_->result(token)["result"], Json("disagreed_with_terms"));
        QCOMPARE(fixture_->act(token, "start").status, 409);
        COMPARE_JSON(fixture_->callbacks(1)[0]["status"], Json("disagreed_with_terms"));
    }

    void session_hasToBeStartedInFifteenMinutes_andMayThenGoOn() {
        const auto late = fixture_->begin(one("liveness"));
        const auto started = fixture_->start(one("liveness"));
        fixture_->harness.advance(std::chrono::minutes{15});
        QCOMPARE(fixture_->act(late, "start").status, 410);
        COMPARE_JSON(fixture_->session(late)["expired"], Json(true));
        COMPARE_JSON(fixture_->result(late)["result"], Json("in_progress"));
        QCOMPARE(fixture_->step(started, "liveness", {{"how", "capture"}}).status, 200);
    }

    void sharingForbidden_bindsItToOneBrowser_andThereIsNoLink() {
        const auto open = fixture_->start(one("liveness"));
        QCOMPARE(fixture_->act(open, "steps/liveness", {{"how", "capture"}}, "another").status, 200);
        COMPARE_JSON(fixture_->view(open)["link"],
                     Json(fixture_->ready["base"].get<std::string>() + "/?session_token=" + open));
        const auto bound = fixture_->start(one("liveness"), "nino", {{"restrict_url_sharing", true}});
        const auto refused = fixture_->act(bound, "steps/liveness", {{"how", "capture"}}, "another");
        QCOMPARE(refused.status, 403);
        COMPARE_JSON(refused.json()["why"], Json("anotherBrowser"));
        COMPARE_JSON(fixture_->view(bound)["link"], Json(""));
        QCOMPARE(fixture_->step(bound, "liveness", {{"how", "capture"}}).status, 200);
        const auto own =
            fixture_->start(one("liveness"), "nino",
                            {{"restrict_url_sharing", true}, {"switch_device_url", "https://desk.example/phone"}});
        COMPARE_JSON(fixture_->view(own)["link"], Json("https://desk.example/phone"));
    }

    void skipDesktop_isForPhonesAlone() {
        const auto token = fixture_->begin(one("liveness"), {{"skip_desktop", true}});
        const auto phonesOnly = [&](const std::string& userAgent) {
            return fixture_->own("GET", "/widget/" + token, {}, {{"User-Agent", userAgent}}).json()["phonesOnly"];
        };
        COMPARE_JSON(phonesOnly("Mozilla/5.0 (X11; Linux x86_64)"), Json(true));
        COMPARE_JSON(phonesOnly("Mozilla/5.0 (iPhone) Mobile/15E148"), Json(false));
    }

private:
    std::unique_ptr<IdentomatFixture> fixture_;
};

VERDESK_TEST(IdentomatStepTest)
#include "identomat/step_test.moc"
