// begin/: in which ways it may be called, what it takes and what it refuses.
#include "sandbox/percent.h"
#include "tests/sandbox/identomat/fixture.h"
#include "tests/sandbox/json_compare.h"
#include "tests/support/registry.h"

#include <QRegularExpression>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class IdentomatBeginTest : public QObject {
    Q_OBJECT

    static bool isToken(const Json& value) {
        static const QRegularExpression form{QStringLiteral("^[a-z0-9]{40}$")};
        return value.is_string() && form.match(QString::fromStdString(value.get<std::string>())).hasMatch();
    }

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<IdentomatFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void token_isAJsonText_atBothAddresses_andNewEachTime() {
        const auto first = fixture_->api("begin/");
        QCOMPARE(first.status, 200);
        QVERIFY2(isToken(first.json()), first.text.c_str());
        const auto body = textOf({{"company_key", fixture_->ready["companyKey"]}});
        const auto second = fixture_->own("POST", "/begin/", body, {{"Authorization", fixture_->signature(body)}});
        QVERIFY2(isToken(second.json()), second.text.c_str());
        QVERIFY(second.text != first.text);
    }

    void token_mayComeInOtherForms() {
        fixture_->control("PUT", "/faults", {{"tokenAsObject", true}});
        QVERIFY(isToken(fixture_->api("begin/").json()["session_token"]));
        fixture_->control("PUT", "/faults", {{"tokenAsObject", false}, {"bareToken", true}});
        QVERIFY(isToken(Json(fixture_->api("begin/").text)));
    }

    void parameters_comeAsQueryFormMultipartOrJson() {
        fixture_->company({{"hmac", false}});
        const auto key = fixture_->ready["companyKey"].get<std::string>();
        const std::string flags = R"({"language":"de","skip_face":true})";
        const auto pairs = "company_key=" + key + "&flags=" + percentEncoded(flags);
        const auto multipart = [](const std::string& name, const std::string& value) {
            return "--xy\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
        };
        const std::vector<Reply> replies{
            fixture_->own("POST", "/external-api/begin/?" + pairs),
            fixture_->own("GET", "/external-api/begin/?" + pairs),
            fixture_->own("POST", "/external-api/begin/", pairs,
                          {{"Content-Type", "application/x-www-form-urlencoded"}}),
            fixture_->own("POST", "/external-api/begin/",
                          multipart("company_key", key) + multipart("flags", flags) + "--xy--\r\n",
                          {{"Content-Type", "multipart/form-data; boundary=xy"}}),
            fixture_->own("POST", "/external-api/begin/",
                          textOf({{"company_key", key}, {"flags", Json::parse(flags)}})),
        };
        for (const auto& reply : replies) {
            QVERIFY2(isToken(reply.json()), reply.text.c_str());
            const auto session = fixture_->session(reply.json());
            COMPARE_JSON(session["flags"], Json::parse(flags));
            COMPARE_JSON(session["steps"].size(), Json(1));
        }
        QCOMPARE(fixture_->own("POST", "/external-api/begin/", "{").status, 400);
    }

    void everyDocumentedFlagAndStep_isTaken() {
        const Json flags{{"skip_face", true},
                         {"skip_document", true},
                         {"return_url", "https://desk.example/done"},
                         {"language", "ka"},
                         {"skip_desktop", false},
                         {"switch_device_url", "https://desk.example/phone"},
                         {"restrict_url_sharing", true},
                         {"optional_continue_on_another_device", true},
                         {"multiple_participants", true},
                         {"requireHdMedia", false},
                         {"skip_agreement", nullptr}};
        const Json question{{"type", "string"}, {"key", "q"}, {"title", "Why?"}};
        const Json steps = Json::array(
            {{{"type", "identity-document"},
              {"flags",
               {{"disable_document_capture", true},
                {"allow_document_upload", true},
                {"document_types", {"id", "passport"}},
                {"document_countries", {"DEU", "GEO"}}}},
              {"title", "Your document"}},
             {{"type", "liveness"}, {"flags", {{"liveness", true}, {"allow_face_upload", true}}}},
             {{"type", "general-document"}, {"flags", {{"general_document_types", {"utility_bill"}}}}},
             {{"type", "face-document"}, {"flags", {{"allow_face_doc_upload", true}, {"require_face_document", true}}}},
             {{"type", "video-call"}, {"resetSteps", true}, {"hideCameraOption", true}, {"nameRequired", true}},
             {{"type", "phone-number"},
              {"flags", {{"require_phone_number_check", true}, {"require_phone_number", false}}}},
             {{"type", "email"}, {"flags", {{"require_email_check", false}, {"require_email", true}}}},
             {{"type", "user-questionnaire"},
              {"key", "own"},
              {"title", {{"en", "Funds"}, {"ka", "თანხები"}}},
              {"description", "Please"},
              {"successButtonTitle", "Send"},
              {"questions", Json::array({question})}},
             {{"type", "operator-questionnaire"}, {"key", "theirs"}, {"questions", Json::array({question})}}});
        const auto reply = fixture_->api("begin/", {{"flags", flags}, {"steps", steps}});
        QVERIFY2(isToken(reply.json()), reply.text.c_str());
        Json keys = Json::array();
        const auto session = fixture_->session(reply.json());
        for (const auto& step : session["steps"]) {
            keys.push_back(step["key"]);
        }
        COMPARE_JSON(keys, (Json{"identity-document", "liveness", "select_general_document", "capture_face_document",
                                 "video-call", "phone_number", "require_email", "own", "theirs"}));
        COMPARE_JSON(session["steps"][4]["flags"],
                     (Json{{"resetSteps", true}, {"hideCameraOption", true}, {"nameRequired", true}}));
    }

    void withoutSteps_thereAreDocumentAndFace() {
        const auto session = fixture_->session(
            fixture_->api("begin/", {{"flags", {{"liveness", true}, {"document_types", {"id"}}}}}).json());
        COMPARE_JSON(
            session["steps"],
            Json::array(
                {{{"type", "identity-document"}, {"key", "identity-document"}, {"flags", {{"document_types", {"id"}}}}},
                 {{"type", "liveness"}, {"key", "liveness"}, {"flags", {{"liveness", true}}}}}));
    }

    void withoutTheSkipFlags_stepsAreThereTwice() {
        const auto session = fixture_->session(
            fixture_->api("begin/", {{"steps", {{{"type", "identity-document"}}, {{"type", "liveness"}}}}}).json());
        QCOMPARE(session["steps"].size(), std::size_t{4});
        COMPARE_JSON(session["steps"][0]["type"], Json("identity-document"));
        COMPARE_JSON(session["steps"][1]["type"], Json("liveness"));
    }

    void mistake_isRefused_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("why");
        const auto row = [](const char* name, QByteArray body, const char* code, const char* why) {
            QTest::newRow(name) << std::move(body) << QByteArray{code} << QByteArray{why};
        };
        const auto step = [&row](const char* name, const char* text, const char* why) {
            row(name, R"({"steps":[)" + QByteArray{text} + "]}", "STEPS_INVALID", why);
        };
        row("unknown flag", R"({"flags":{"langage":"de"}})", "FLAGS_INVALID", "langage");
        row("flag of another type", R"({"flags":{"skip_face":"true"}})", "FLAGS_INVALID", "skip_face");
        row("no address", R"({"flags":{"return_url":"javascript:1"}})", "FLAGS_INVALID", "return_url");
        row("flags are no object", R"({"flags":[1]})", "FLAGS_INVALID", "object");
        row("flags are no JSON", R"({"flags":"flags"})", "FLAGS_INVALID", "object");
        row("steps are no list", R"({"steps":{"type":"liveness"}})", "STEPS_INVALID", "list");
        step("unknown type", R"({"type":"face"})", "face");
        step("a type of configurations", R"({"type":"geolocation"})", "geolocation");
        step("unknown flag of a step", R"({"type":"liveness","flags":{"active":true}})", "active");
        step("flag in the wrong place", R"({"type":"liveness","liveness":true})", "liveness");
        step("country", R"({"type":"identity-document","flags":{"document_countries":["de"]}})", "document_countries");
        step("the same key", R"({"type":"liveness"},{"type":"email","key":"liveness"})", "twice");
        step("no key", R"({"type":"user-questionnaire","questions":[]})", "key");
        step("button of an operator",
             R"({"type":"operator-questionnaire","key":"k","successButtonTitle":"x","questions":[]})",
             "successButtonTitle");
        row("configuration", R"({"config_id":"62412c096c4b39ba845d4bf2"})", "CONFIG_ID_INVALID", "configuration");
        row("parent", R"({"parent_session_id":"x"})", "PARENT_SESSION_INVALID", "participants");
    }
    void mistake_isRefused() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, why);
        const auto reply = fixture_->api("begin/", Json::parse(body.toStdString()));
        QCOMPARE(reply.status, 400);
        COMPARE_JSON(reply.json(), Json(code.toStdString()));
        const auto told = fixture_->control("GET", "/refusals").json()["refusals"].back();
        COMPARE_JSON(told["code"], Json(code.toStdString()));
        QVERIFY2(told["why"].get<std::string>().find(why.toStdString()) != std::string::npos, textOf(told).c_str());
        QVERIFY(fixture_->control("GET", "/sessions").json()["sessions"].empty());
    }

    void configuration_isRun_andItsStepsMayBeRedefined() {
        const auto& configurations = fixture_->ready["configurations"];
        std::string business;
        for (const auto& [id, name] : configurations.items()) {
            business = name == "Business" ? id : business;
        }
        const auto plain = fixture_->session(fixture_->api("begin/", {{"config_id", business}}).json());
        COMPARE_JSON(plain["configId"], Json(business));
        COMPARE_JSON(plain["steps"][1]["key"], Json("company_data"));
        const Json redefined{
            {"type", "user-questionnaire"},
            {"key", "company_data"},
            {"questions",
             Json::array(
                 {{{"type", "string"}, {"key", "company_name"}, {"title", "Name"}, {"answer", "Miller & Sons"}}})}};
        const auto changed = fixture_->session(
            fixture_->api("begin/", {{"config_id", business}, {"steps", Json::array({redefined})}}).json());
        COMPARE_JSON(changed["steps"].size(), Json(plain["steps"].size()));
        COMPARE_JSON(changed["steps"][1]["questions"][0]["answer"], Json("Miller & Sons"));
        COMPARE_JSON(changed["steps"][2], plain["steps"][2]);
        const auto other = fixture_->api("begin/", {{"config_id", business}, {"steps", {{{"type", "email"}}}}});
        COMPARE_JSON(other.json(), Json("STEPS_INVALID"));
    }

    void configuration_mayBeAdded() {
        const auto put = [&](const std::string& id, const Json& body) {
            return fixture_->control("PUT", "/configurations/" + id, body).status;
        };
        const Json steps = Json::array({{{"type", "email"}}});
        QCOMPARE(put("62412c096c4b39ba845d4bf2",
                     {{"name", "Mail"}, {"flags", {{"skip_face", true}, {"skip_document", true}}}, {"steps", steps}}),
                 200);
        const auto token = fixture_->api("begin/", {{"config_id", "62412c096c4b39ba845d4bf2"}}).json();
        COMPARE_JSON(fixture_->session(token)["steps"][0]["key"], Json("require_email"));
        QCOMPARE(put("short", {{"steps", steps}}), 400);
        QCOMPARE(put("62412c096c4b39ba845d4bf3", {{"steps", {{{"type", "no"}}}}}), 400);
    }

    void participants_belongToASessionThatTakesThem() {
        const Json call = Json::array({{{"type", "video-call"}}});
        const auto child = [&](const std::string& parent) {
            return fixture_->api("begin/", {{"parent_session_id", parent}, {"steps", call}}).json();
        };
        const auto alone = fixture_->begin(call);
        COMPARE_JSON(child(alone), Json("PARENT_SESSION_INVALID"));
        const auto parent = fixture_->begin(call, {{"multiple_participants", true}});
        const auto participant = child(parent).get<std::string>();
        COMPARE_JSON(fixture_->session(participant)["parent"], Json(parent));
        COMPARE_JSON(child(participant), Json("PARENT_SESSION_INVALID"));
        fixture_->api("delete/", {{"session_token", parent}});
        COMPARE_JSON(child(parent), Json("PARENT_SESSION_INVALID"));
    }

private:
    std::unique_ptr<IdentomatFixture> fixture_;
};

VERDESK_TEST(IdentomatBeginTest)
#include "identomat/begin_test.moc"
