// What Identomat tells by itself.
#include "tests/sandbox/identomat/fixture.h"
#include "tests/sandbox/json_compare.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class IdentomatCallbackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<IdentomatFixture>();
        fixture_->harness.post("/control/clock", {{"speed", 0}});
    }
    void cleanup() {
        fixture_.reset();
    }

    void status_isToldWithTheKey_whenItIsDecided() {
        const auto token = finished("sofia");
        QVERIFY(fixture_->harness.receiver().soFar().empty());
        COMPARE_JSON(fixture_->callbacks(1)[0], (Json{{"callbackApiKey", fixture_->ready["callbackApiKey"]},
                                                      {"type", "session-status-update"},
                                                      {"sessionId", token},
                                                      {"status", "rejected"}}));
        QCOMPARE(fixture_->harness.receiver().soFar()[0].contentType, std::string{"application/json"});
    }

    void status_isToldToNobody_whereTheCompanyDoesNotWantIt() {
        fixture_->company({{"statusCallbacks", false}});
        finished("nino");
        fixture_->harness.advance(std::chrono::seconds{5});
        QVERIFY(fixture_->control("GET", "/deliveries").json()["deliveries"].empty());
    }

    void code_isHandedToTheClient_bySmsAndEmail() {
        fixture_->company({{"ownSms", true}, {"ownEmail", true}});
        const auto phone = fixture_->start(
            Json::array({{{"type", "phone-number"}, {"flags", {{"require_phone_number_check", true}}}}}));
        fixture_->act(phone, "codes/phone_number", {{"to", "+4930123"}});
        const auto sms = fixture_->callbacks(1)[0];
        COMPARE_JSON(sms["type"], Json("one-time-password-request"));
        COMPARE_JSON(sms["sessionId"], Json(phone));
        COMPARE_JSON(sms["phoneNumber"], Json("+4930123"));
        COMPARE_JSON(sms["text"], Json("Your code is " +
                                       fixture_->session(phone)["codes"]["phone_number"]["code"].get<std::string>()));
        COMPARE_JSON(sms["callbackApiKey"], fixture_->ready["callbackApiKey"]);

        const auto email =
            fixture_->start(Json::array({{{"type", "email"}, {"flags", {{"require_email_check", true}}}}}));
        fixture_->act(email, "codes/require_email", {{"to", "a@b.example"}});
        const auto mail = fixture_->callbacks(2)[1];
        COMPARE_JSON(mail["type"], Json("email-one-time-password-request"));
        COMPARE_JSON(mail["email"], Json("a@b.example"));
    }

    // As a company begins, and in practice, where nobody could send it.
    void code_isNotTheClients_whereIdentomatSendsIt() {
        const auto phone = fixture_->start(
            Json::array({{{"type", "phone-number"}, {"flags", {{"require_phone_number_check", true}}}}}));
        QCOMPARE(fixture_->act(phone, "codes/phone_number", {{"to", "+4930123"}}).status, 200);
        QVERIFY(fixture_->control("GET", "/deliveries").json()["deliveries"].empty());
        QVERIFY(fixture_->session(phone)["codes"].contains("phone_number"));
    }

    void link_isShared_bySmsAndEmail() {
        fixture_->company({{"ownSms", true}, {"ownEmail", true}});
        const auto token = fixture_->begin(Json::array({{{"type", "liveness"}}}));
        const auto share = [&](const Json& body) {
            return fixture_->control("POST", "/sessions/" + token + "/share", body).status;
        };
        QCOMPARE(share({{"phoneNumber", "+4930123"}, {"text", "Hello Ada"}}), 200);
        const auto sms = fixture_->callbacks(1)[0];
        COMPARE_JSON(sms["type"], Json("share-session-link-via-sms"));
        COMPARE_JSON(sms["text"], Json("Hello Ada"));
        COMPARE_JSON(sms["phoneNumber"], Json("+4930123"));
        COMPARE_JSON(sms["sessionLink"], fixture_->view(token)["link"]);
        QCOMPARE(fixture_->own("POST", "/manage/" + token + "/share", R"({"email":"a@b.example"})").status, 200);
        const auto mail = fixture_->callbacks(2)[1];
        COMPARE_JSON(mail["type"], Json("share-session-link-via-email"));
        COMPARE_JSON(mail["email"], Json("a@b.example"));
        QCOMPARE(share(Json::object()), 400);
        QCOMPARE(share({{"email", "a@b.example"}, {"phoneNumber", "1"}}), 400);
    }

    void twice_never_late() {
        fixture_->control("PUT", "/faults", {{"webhook", "twice"}});
        finished("nino");
        const auto two = fixture_->callbacks(2);
        QCOMPARE(two.size(), std::size_t{2});
        COMPARE_JSON(two[0], two[1]);
        fixture_->control("PUT", "/faults", {{"webhook", "never"}});
        finished("nino");
        fixture_->harness.advance(std::chrono::seconds{9});
        COMPARE_JSON(fixture_->control("GET", "/deliveries").json()["deliveries"].back()["state"], Json("suppressed"));
        fixture_->control("PUT", "/faults", {{"webhook", "normal"}});
        fixture_->company({{"callbackDelayMs", 60'000}});
        const auto token = finished("nino");
        fixture_->harness.advance(std::chrono::seconds{30});
        COMPARE_JSON(fixture_->result(token)["result"], Json("approved"));
        COMPARE_JSON(fixture_->control("GET", "/deliveries").json()["deliveries"].back()["state"], Json("pending"));
        QCOMPARE(fixture_->callbacks(3, std::chrono::seconds{40}).size(), std::size_t{3});
    }

    void beforeTheReply_itIsDecidedAlready() {
        fixture_->control("PUT", "/faults", {{"webhook", "before-reply"}});
        const auto token = finished("nino");
        QCOMPARE(fixture_->harness.receiver().soFar().size(), std::size_t{1});
        COMPARE_JSON(fixture_->result(token)["result"], Json("approved"));
    }

    void key_mayBeAnother() {
        fixture_->control("PUT", "/faults", {{"wrongCallbackKey", true}});
        finished("nino");
        QVERIFY(fixture_->callbacks(1)[0]["callbackApiKey"] != fixture_->ready["callbackApiKey"]);
    }

    void unanswered_comesAgain_theSameBytes() {
        fixture_->harness.receiver().answerWith(500);
        finished("nino");
        fixture_->callbacks(1);
        QVERIFY(QTest::qWaitFor(
            [&] { return fixture_->control("GET", "/deliveries").json()["deliveries"][0]["attempts"].size() == 1; }));
        fixture_->harness.receiver().answerWith(200);
        fixture_->callbacks(2, std::chrono::minutes{1});
        const auto received = fixture_->harness.receiver().soFar();
        QCOMPARE(received.size(), std::size_t{2});
        QCOMPARE(received[0].body, received[1].body);
    }

    void forged_andReplayed_onDemand() {
        const auto send = [&](const Json& body) { return fixture_->control("POST", "/callback", body); };
        QCOMPARE(send({{"sessionId", "x"}, {"type", "news"}, {"more", {{"extra", 1}}}}).status, 200);
        COMPARE_JSON(fixture_->callbacks(1)[0], (Json{{"callbackApiKey", fixture_->ready["callbackApiKey"]},
                                                      {"type", "news"},
                                                      {"sessionId", "x"},
                                                      {"extra", 1}}));
        send({{"withoutKey", true}});
        QVERIFY(!fixture_->callbacks(2)[1].contains("callbackApiKey"));
        send({{"callbackApiKey", ""}});
        COMPARE_JSON(fixture_->callbacks(3)[2]["callbackApiKey"], Json(""));
        const auto raw = send({{"raw", "{\"type\":"}, {"contentType", "text/plain"}}).json();
        QCOMPARE(fixture_->harness.receiver().wait(4)[3].body, std::string{"{\"type\":"});
        const auto replayed =
            fixture_->control("POST", "/deliveries/" + raw["eventId"].get<std::string>() + "/replay").json();
        COMPARE_JSON(replayed["body"], raw["body"]);
        QCOMPARE(fixture_->harness.receiver().wait(5).size(), std::size_t{5});
        QCOMPARE(send({{"url", "http://example.com"}}).status, 400);
        QCOMPARE(fixture_->control("POST", "/deliveries/none/replay").status, 404);
    }

private:
    std::string finished(const std::string& person) {
        const auto token = fixture_->start(Json::array({{{"type", "liveness"}}}), person);
        fixture_->step(token, "liveness", {{"how", "capture"}});
        return token;
    }

    std::unique_ptr<IdentomatFixture> fixture_;
};

VERDESK_TEST(IdentomatCallbackTest)
#include "identomat/callback_test.moc"
