// Visits by the button: what iframeInitialize brings, what the customer does, and a face that is known.
#include "tests/sandbox/json_compare.h"
#include "tests/sandbox/passbase/fixture.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class PassbaseVisitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<PassbaseFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void initialize_wantsThePublishableKey() {
        QCOMPARE(fixture_->initialize().status, 200);
        QCOMPARE(fixture_->initialize({{"apiKey", "other"}}).status, 401);
        QCOMPARE(fixture_->initialize({{"apiKey", fixture_->ready["secretKey"]}}).status, 401);
        QCOMPARE(fixture_->own("POST", "/visits", "{}").status, 401);
    }

    void prefill_isTakenOver_andMayBeTypedOver() {
        const auto visit = fixture_->initialize({{"prefillAttributes", {{"email", "a@b.example"}, {"country", "de"}}}});
        COMPARE_JSON(visit.json()["email"], Json("a@b.example"));
        COMPARE_JSON(visit.json()["country"], Json("de"));
        const auto id = visit.json()["id"].get<std::string>();
        fixture_->own("POST", "/visits/" + id + "/email", R"({"email":"c@d.example"})");
        const auto key = fixture_->act(id, "submit", "maja").json()["key"].get<std::string>();
        COMPARE_JSON(fixture_->identity(key)["owner"]["email"], Json("c@d.example"));
        COMPARE_JSON(fixture_->identity(fixture_->submit("maja"))["owner"]["email"], Json("maja@passbase.example"));
    }

    void metadata_isDecryptedWithTheProjectsKey() {
        const auto submitted = [&](const std::string& metaData) {
            const auto visit = fixture_->initialize({{"metaData", metaData}}).json()["id"].get<std::string>();
            return fixture_->identity(fixture_->act(visit, "submit", "maja").json()["key"])["metadata"];
        };
        COMPARE_JSON(submitted(fixture_->metadata(R"({"case":"C-17"})")), (Json{{"case", "C-17"}}));
        COMPARE_JSON(submitted(fixture_->metadata("no JSON")), Json());
        COMPARE_JSON(submitted("eyJjYXNlIjoiQy0xNyJ9"), Json());
        COMPARE_JSON(submitted("%%"), Json());
        const auto stranger = verdesk::crypto::newRsaKeyPair(1024).privateKey;
        const auto written = verdesk::crypto::rsaPrivateEncrypt(stranger, verdesk::crypto::viewOf("{}"));
        COMPARE_JSON(submitted(verdesk::crypto::toBase64(*written)), Json());
        QCOMPARE(fixture_->project({{"metadataPublicKey", "no key"}}).status, 400);
    }

    void visit_endsOnce() {
        const auto visit = fixture_->visit();
        const auto cancel = [&] {
            return fixture_->own("POST", "/visits/" + visit + "/fail",
                                 R"({"code":"CANCELLED_BY_USER","step":"CONSENT"})");
        };
        COMPARE_JSON(cancel().json()["status"], Json("failed"));
        QCOMPARE(cancel().status, 409);
        QCOMPARE(fixture_->act(visit, "submit", "maja").status, 409);
        QCOMPARE(fixture_->act("none", "submit", "maja").status, 404);
        const auto told = fixture_->own("GET", "/visits/" + visit).json();
        COMPARE_JSON(told["code"], Json("CANCELLED_BY_USER"));
        COMPARE_JSON(told["step"], Json("CONSENT"));
        QVERIFY(fixture_->control("GET", "/identities").json()["identities"].empty());
        QCOMPARE(fixture_->act(fixture_->visit(), "submit", "nobody").status, 400);
    }

    void callOfAnotherPage_isRefused() {
        QCOMPARE(fixture_->own("POST", "/visits", "{}", {{"Origin", "http://evil.localhost"}}).status, 403);
    }

    void knownFace_isTold_andIsNoNewIdentity() {
        const auto key = fixture_->processed("maja", "maja@home.example");
        const auto before = fixture_->identity(key)["updated"].get<std::int64_t>();
        fixture_->harness.receiver().wait(2);
        fixture_->harness.advance(std::chrono::hours{24 * 100});
        const auto visit = fixture_->visit("maja@home.example");
        COMPARE_JSON(fixture_->own("GET", "/visits/" + visit).json()["known"], Json(true));
        const auto done = fixture_->act(visit, "authenticate", "maja").json();
        COMPARE_JSON(done["status"], Json("submitted"));
        COMPARE_JSON(done["authenticated"], Json(true));
        COMPARE_JSON(done["key"], Json(key));
        fixture_->harness.advance(std::chrono::seconds{1});
        const auto event = fixture_->opened(fixture_->harness.receiver().wait(3).back().body);
        COMPARE_JSON(event["event"], Json("IDENTITY_AUTHENTICATED"));
        COMPARE_JSON(event["key"], Json(key));
        COMPARE_JSON(event["status"], Json("approved"));
        QVERIFY(event["updated"].get<std::int64_t>() > before);
        COMPARE_JSON(fixture_->identity(key)["updated"], event["updated"]);
        QCOMPARE(fixture_->control("GET", "/identities").json()["identities"].size(), std::size_t{1});
    }

    void anothersFace_isRefused() {
        fixture_->processed("maja", "maja@home.example");
        const auto told = fixture_->act(fixture_->visit("maja@home.example"), "authenticate", "lena").json();
        COMPARE_JSON(told["status"], Json("failed"));
        COMPARE_JSON(told["code"], Json("BIOMETRIC_AUTHENTICATION_FAILED"));
    }

    void nobodyIsKnown_whoWasNotApproved_orWhereItIsSwitchedOff() {
        const auto known = [&](const std::string& email) {
            return fixture_->own("GET", "/visits/" + fixture_->visit(email)).json()["known"];
        };
        fixture_->processed("joao", "joao@home.example");
        fixture_->processed("maja", "maja@home.example");
        COMPARE_JSON(known("joao@home.example"), Json(false));
        COMPARE_JSON(known(""), Json(false));
        COMPARE_JSON(known("maja@home.example"), Json(true));
        fixture_->project({{"authentication", false}});
        COMPARE_JSON(known("maja@home.example"), Json(false));
    }

    void control_playsTheCustomer() {
        fixture_->processed("maja", "maja@home.example");
        const auto at = [&](const std::string& visit, const std::string& what, const Json& body = Json::object()) {
            return fixture_->control("POST", "/sessions/" + visit + "/" + what, body);
        };
        COMPARE_JSON(at(fixture_->visit("maja@home.example"), "authenticate").json()["authenticated"], Json(true));
        QCOMPARE(at(fixture_->visit(), "authenticate").status, 409);
        const auto failed = at(fixture_->visit(), "fail", {{"code", "FATAL_ERROR"}, {"step", "COUNTRY"}}).json();
        COMPARE_JSON(failed["code"], Json("FATAL_ERROR"));
        QCOMPARE(at(fixture_->visit(), "fail", {{"code", "OTHER"}}).status, 400);
        const auto sessions = fixture_->control("GET", "/sessions").json()["sessions"];
        COMPARE_JSON(sessions[3]["step"], Json("COUNTRY"));
        COMPARE_JSON(sessions[3]["kind"], Json("button"));
    }

private:
    std::unique_ptr<PassbaseFixture> fixture_;
};

VERDESK_TEST(PassbaseVisitTest)
#include "passbase/visit_test.moc"
