// The company's key, and HMAC of requests and replies.
#include "sandbox/identomat/call.h"
#include "tests/sandbox/identomat/fixture.h"
#include "tests/sandbox/json_compare.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class IdentomatSignatureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<IdentomatFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    // Both were computed with Node.js's crypto.
    void signature_isThatOfTheDocumentation() {
        QCOMPARE(identomat::signatureOf(R"({"company_key":"ck_test","session_token":"st_test"})", "sk_test"),
                 std::string{"signature=\"ppI9aMyGOhFVB/RavWjIw+mHwxhGjz4FDc5FXmTLJTg=\""});
        verdesk::http::Request request;
        request.headers = {{"Content-Type", "multipart/form-data; boundary=xy"}};
        const auto part = [](const std::string& more, const std::string& value) {
            return "--xy\r\nContent-Disposition: form-data; name=\"a\"" + more + "\r\n\r\n" + value + "\r\n";
        };
        const std::string expected = "signature=\"8irao5/rq+Hv2rQxvgX9rsXDSQVttErpajaJkwdSCcY=\"";
        request.body = part("", "ck_test") + part("", "st_test") + "--xy--\r\n";
        QCOMPARE(identomat::signatureOf(request, "sk_test"), expected);
        // A file comes last, wherever it stands.
        request.body = part("; filename=\"f\"", "st_test") + part("", "ck_test") + "--xy--\r\n";
        QCOMPARE(identomat::signatureOf(request, "sk_test"), expected);
    }

    void unknownKey_isAText_withWhateverStatus() {
        for (const int status : {200, 403}) {
            fixture_->company({{"keyErrorStatus", status}});
            const auto reply = fixture_->api("begin/", {{"company_key", "ck_other"}});
            QCOMPARE(reply.status, status);
            COMPARE_JSON(reply.json(), Json("COMPANY_KEY_INVALID"));
            QVERIFY(!reply.headers.contains("authorization"));
            const auto without = fixture_->own("POST", "/external-api/begin/", "{}");
            COMPARE_JSON(without.json(), Json("COMPANY_KEY_INVALID"));
        }
        fixture_->control("PUT", "/faults", {{"companyKeyInvalid", true}});
        COMPARE_JSON(fixture_->api("begin/").json(), Json("COMPANY_KEY_INVALID"));
    }

    void request_wantsTheRightSignature() {
        const auto body = textOf({{"company_key", fixture_->ready["companyKey"]}});
        const auto asked = [&](const Headers& headers) {
            return fixture_->own("POST", "/external-api/begin/", body, headers);
        };
        QCOMPARE(asked({{"Authorization", fixture_->signature(body)}}).status, 200);
        for (const auto& wrong : {fixture_->signature(body + " "), std::string{"signature=\"\""}, std::string{}}) {
            const auto reply = asked({{"Authorization", wrong}});
            QCOMPARE(reply.status, 401);
            COMPARE_JSON(reply.json(), Json("SIGNATURE_INVALID"));
            QVERIFY(!reply.headers.contains("authorization"));
        }
        QCOMPARE(asked({}).status, 401);
        // In the address nothing is signed but the empty body.
        const auto query = "/external-api/begin/?company_key=" + fixture_->ready["companyKey"].get<std::string>();
        QCOMPARE(fixture_->own("POST", query, {}, {{"Authorization", fixture_->signature({})}}).status, 200);
        QCOMPARE(fixture_->own("POST", query).status, 401);
    }

    void reply_isSignedOverItsBytes_whereItIsSuccessful() {
        const auto token = fixture_->checked("nino");
        const Json named{{"session_token", token}};
        for (const auto* path : {"begin/", "result/", "result/card-front/", "result/face-video/", "delete/"}) {
            const auto reply = fixture_->api(path, named);
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.headers.at("authorization"), fixture_->signature(reply.text));
        }
        QVERIFY(!fixture_->api("result/", named).headers.contains("authorization"));
    }

    void reply_mayBeSignedBadlyOrNotAtAll() {
        fixture_->control("PUT", "/faults", {{"badSignature", true}});
        const auto bad = fixture_->api("begin/");
        QVERIFY(bad.headers.contains("authorization"));
        QVERIFY(bad.headers.at("authorization") != fixture_->signature(bad.text));
        fixture_->control("PUT", "/faults", {{"badSignature", false}, {"noSignature", true}});
        QVERIFY(!fixture_->api("begin/").headers.contains("authorization"));
    }

    void companyWithoutASecretKey_signsNothing() {
        fixture_->company({{"hmac", false}});
        const auto reply =
            fixture_->own("POST", "/external-api/begin/", textOf({{"company_key", fixture_->ready["companyKey"]}}));
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.headers.contains("authorization"));
    }

    void faults_befallTheirRoute_andWhatIsSpoiltIsSigned() {
        const Json named{{"session_token", fixture_->checked("nino")}};
        fixture_->control(
            "PUT", "/faults",
            {{"route", "result"}, {"drop", 1}, {"fail429", 1}, {"fail500", 1}, {"malformed", 1}, {"nonsense", 1}});
        QCOMPARE(fixture_->api("begin/").status, 200);
        QCOMPARE(fixture_->api("result/", named).status, 0);
        QVERIFY(fixture_->api("result/", named).headers.contains("retry-after"));
        QCOMPARE(fixture_->api("result/", named).status, 500);
        const auto cut = fixture_->api("result/", named);
        QVERIFY(cut.json().is_discarded());
        QCOMPARE(cut.headers.at("authorization"), fixture_->signature(cut.text));
        QVERIFY(fixture_->api("result/", named).json()["result"].is_object());
        COMPARE_JSON(fixture_->api("result/", named).json()["result"], Json("approved"));
    }

private:
    std::unique_ptr<IdentomatFixture> fixture_;
};

VERDESK_TEST(IdentomatSignatureTest)
#include "identomat/signature_test.moc"
