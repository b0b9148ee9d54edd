#include "tests/sandbox/authenteq/fixture.h"
#include "tests/sandbox/json_compare.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class AuthenteqExchangeTest : public QObject {
    Q_OBJECT

    static std::string multipart(const Json& fields) {
        std::string body;
        for (const auto& [name, value] : fields.items()) {
            body += "--x-y\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" +
                    value.get<std::string>() + "\r\n";
        }
        return body + "--x-y--\r\n";
    }
    static std::string urlencoded(const Json& fields) {
        std::string body;
        for (const auto& [name, value] : fields.items()) {
            body += (body.empty() ? "" : "&") + name + "=" + value.get<std::string>();
        }
        return body;
    }

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<AuthenteqFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void code_givesAToken_inEveryEncoding_underBothGrantTypes_data() {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("grant");
        for (const auto* encoding : {"multipart", "urlencoded", "json"}) {
            for (const auto* grant : {"authorization_code", "authorizationCode"}) {
                QTest::addRow("%s, %s", encoding, grant) << QByteArray{encoding} << QByteArray{grant};
            }
        }
    }
    void code_givesAToken_inEveryEncoding_underBothGrantTypes() {
        QFETCH(QByteArray, encoding);
        QFETCH(QByteArray, grant);
        auto fields = fixture_->exchangeFields(fixture_->code());
        fields["grantType"] = grant.toStdString();
        const auto body = encoding == "multipart"    ? multipart(fields)
                          : encoding == "urlencoded" ? urlencoded(fields)
                                                     : textOf(fields);
        const std::string type = encoding == "multipart"    ? "multipart/form-data; boundary=x-y"
                                 : encoding == "urlencoded" ? "application/x-www-form-urlencoded"
                                                            : "application/json";
        const auto reply = fixture_->own("POST", "/v2/web-kyc/token", body, {{"Content-Type", type}});
        QCOMPARE(reply.status, 200);
        const auto token = reply.json().at("token").get<std::string>();
        QCOMPARE(std::count(token.begin(), token.end(), '.'), 2);
    }

    void code_worksOnce() {
        const auto fields = fixture_->exchangeFields(fixture_->code());
        QCOMPARE(fixture_->exchange(fields).status, 200);
        const auto second = fixture_->exchange(fields);
        QCOMPARE(second.status, 400);
        COMPARE_JSON(second.json()["errorCode"], Json("INVALID_REQUEST_PARAMETER"));
        QVERIFY(second.json()["errorMessage"].is_string());
    }

    void code_worksForTenMinutes() {
        const auto fields = fixture_->exchangeFields(fixture_->code());
        fixture_->harness.advance(std::chrono::minutes{10});
        QCOMPARE(fixture_->exchange(fields).status, 400);
    }

    void lostAnswer_hasUsedUpTheCode() {
        const auto fields = fixture_->exchangeFields(fixture_->code());
        fixture_->control("PUT", "/faults", {{"route", "token"}, {"drop", 1}});
        QCOMPARE(fixture_->exchange(fields).status, 0);
        QCOMPARE(fixture_->exchange(fields).status, 400);
    }

    void lostRequest_hasNot() {
        const auto fields = fixture_->exchangeFields(fixture_->code());
        fixture_->control("PUT", "/faults", {{"route", "token"}, {"dropBefore", 1}});
        QCOMPARE(fixture_->exchange(fields).status, 0);
        QCOMPARE(fixture_->exchange(fields).status, 200);
    }

    void codeOfSomebodyFaster_isUsedUp() {
        const auto session = AuthenteqFixture::sessionOf(fixture_->authorize());
        fixture_->control("POST", "/sessions/" + session + "/approve");
        QCOMPARE(fixture_->control("POST", "/sessions/" + session + "/use-up-code").status, 200);
        QCOMPARE(fixture_->exchange(fixture_->exchangeFields(fixture_->wayBack(session).at("code"))).status, 400);
    }

    void wrongField_isRefused_andTheCodeStaysGood_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        const auto row = [](const char* field, const char* value, int status) {
            QTest::addRow("%s '%s'", field, value) << QByteArray{field} << QByteArray{value} << status;
        };
        row("clientSecret", "other", 401);
        row("clientId", "other", 401);
        row("code", "other", 400);
        row("redirectUri", "http://127.0.0.1:8461/return/authenteq/", 400);
        row("grantType", "password", 400);
        row("code", "", 400);
        row("clientSecret", "", 400);
    }
    void wrongField_isRefused_andTheCodeStaysGood() {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, value);
        QFETCH(int, status);
        const auto good = fixture_->exchangeFields(fixture_->code());
        auto bad = good;
        bad[field.toStdString()] = value.toStdString();
        QCOMPARE(fixture_->exchange(bad).status, status);
        QCOMPARE(fixture_->exchange(good).status, 200);
    }

    void bodyThatIsNoForm_isRefused_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char* type, const char* body) {
            QTest::newRow(body) << QByteArray{type} << QByteArray{body};
        };
        row("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"code\"\r\n\r\nv");
        row("multipart/form-data; boundary=x", "--x\r\n\r\nv\r\n--x--");
        row("multipart/form-data; boundary=x", "--x\r\nX: y\r\n--x--\r\n\r\n");
        row("multipart/form-data", "--\r\n");
        row("multipart/form-data; boundary=\"x", "--x--");
        row("application/json", "[1]");
        row("application/x-www-form-urlencoded", "a=%ZZ");
        row("text/plain", "code=1");
    }
    void bodyThatIsNoForm_isRefused() {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QCOMPARE(fixture_->own("POST", "/v2/web-kyc/token", body.toStdString(), {{"Content-Type", type.toStdString()}})
                     .status,
                 400);
    }

private:
    std::unique_ptr<AuthenteqFixture> fixture_;
};

VERDESK_TEST(AuthenteqExchangeTest)
#include "exchange_test.moc"
