#include "tests/sandbox/json_compare.h"
#include "tests/sandbox/passport_io/fixture.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class PassportLoginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void script_definesWhatIsDocumented() {
        PassportFixture fixture;
        const auto script = fixture.own("GET", "/js/passport-qr-login.js");
        QCOMPARE(script.headers.at("content-type"), std::string{"text/javascript; charset=utf-8"});
        for (const auto* part :
             {"passportIo", "renderButton", "baseUrl", "clientId", "clientSecret", "container", "tokenCallback"}) {
            QVERIFY2(script.text.find(part) != std::string::npos, part);
        }
    }

    void login_givesATokenToItsOwnClientAlone() {
        PassportFixture fixture;
        const auto login = [&](const std::string& id, const std::string& secret) {
            return fixture.own("POST", "/qr-login/token", "client_id=" + id + "&client_secret=" + secret,
                               {{"Origin", "http://127.0.0.1:8461"}});
        };
        const auto& ready = fixture.ready;
        const auto given = login(ready["loginClientId"], ready["loginClientSecret"]);
        QCOMPARE(given.status, 200);
        QCOMPARE(given.headers.at("access-control-allow-origin"), std::string{"*"});
        COMPARE_JSON(fixture.control("GET", "/access-tokens").json()["accessTokens"],
                     Json::array({given.json()["access_token"]}));
        QCOMPARE(login(ready["clientId"], ready["clientSecret"]).status, 401);
        QCOMPARE(login(ready["loginClientId"], "").status, 401);
    }
};

VERDESK_TEST(PassportLoginTest)
#include "login_test.moc"
