#include "tests/sandbox/json_compare.h"
#include "tests/sandbox/passport_io/fixture.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class PassportApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<PassportFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void token_isNewEachTime() {
        const auto first = fixture_->token();
        QVERIFY(first.size() >= 22);
        QVERIFY(fixture_->token() != first);
    }

    void token_needsTheSecretAndTheForm() {
        const std::string secret = fixture_->ready.at("clientSecret");
        QCOMPARE(fixture_->askToken("other").status, 401);
        QCOMPARE(fixture_->askToken("").status, 401);
        QCOMPARE(fixture_->askToken(secret, "").status, 400);
        QCOMPARE(fixture_->askToken(secret, "verify_request_type=other").status, 400);
        QCOMPARE(
            fixture_->askToken(secret, R"({"verify_request_type":"user_verification"})", "application/json").status,
            400);
        QCOMPARE(fixture_->askToken(secret).status, 200);
    }

    void faults_befallTheToken() {
        fixture_->put("/faults", {{"route", "token"}, {"drop", 1}, {"fail429", 1}, {"nonsense", 1}});
        const std::string secret = fixture_->ready.at("clientSecret");
        QCOMPARE(fixture_->askToken(secret).status, 0);
        const auto busy = fixture_->askToken(secret);
        QCOMPARE(busy.status, 429);
        QCOMPARE(busy.headers.at("retry-after"), std::string{"1"});
        QVERIFY(!fixture_->askToken(secret).json().at("token").is_string());
        QCOMPARE(fixture_->control("GET", "/sessions").json().at("sessions").size(), std::size_t{2});
    }

    void otherHosts_haveNothingOfIt() {
        QCOMPARE(fixture_->harness.get("/widget-endusers/").status, 404);
        QCOMPARE(fixture_->own("GET", "/passid/api/bridge/request/x").status, 404);
        QCOMPARE(fixture_->own("GET", "/control/passport_io/sessions").status, 404);
    }

private:
    std::unique_ptr<PassportFixture> fixture_;
};

VERDESK_TEST(PassportApiTest)
#include "api_test.moc"
