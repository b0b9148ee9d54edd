#include "crypto/bytes.h"
#include "tests/sandbox/authenteq/fixture.h"
#include "tests/sandbox/json_compare.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class AuthenteqWebIdvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<AuthenteqFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void wholeWay_givesTheResultOnce() {
        const auto url =
            ask("/web-idv/verification-url?redirectUrl=" + redirect).json().at("verificationUrl").get<std::string>();
        const auto base = fixture_->ready.at("base").get<std::string>();
        QVERIFY(url.starts_with(base + "/verify?token="));
        const auto session = AuthenteqFixture::sessionOf(fixture_->own("GET", url.substr(base.size())));
        fixture_->control("POST", "/sessions/" + session + "/approve", {{"person", "vera"}});
        const auto back = fixture_->wayBack(session);
        QCOMPARE(back.at("own"), std::string{"1"});
        const auto result = "/web-idv/verification-result?redirectUrl=" + redirect + "&code=" + back.at("code");
        const auto value = ask(result).json();
        COMPARE_JSON(value["status"], Json("PASSED"));
        COMPARE_JSON(value["platform"], Json("WEB"));
        COMPARE_JSON(value["documentData"]["surname"], Json("HORVAT"));
        COMPARE_JSON(value["livenessFaceImage"]["contentType"], Json("image/jpeg"));
        QCOMPARE(ask(result).status, 400);
        QCOMPARE(fixture_->own("GET", url.substr(base.size())).status, 404);
    }

    void wrongClientOrAddress_isRefused() {
        const auto target = "/web-idv/verification-url?redirectUrl=" + redirect;
        COMPARE_JSON(fixture_->own("GET", target).json()["errorCode"], Json("API_KEYS_MISSING"));
        COMPARE_JSON(ask(target, "other").json()["errorCode"], Json("API_KEYS_INVALID"));
        QCOMPARE(ask("/web-idv/verification-url").status, 400);
        QCOMPARE(ask("/web-idv/verification-url?redirectUrl=http%3A%2F%2Fevil.example%2F").status, 400);
        QCOMPARE(ask("/web-idv/verification-result?redirectUrl=" + redirect + "&code=x").status, 400);
        fixture_->control("PUT", "/addresses", {{"redirectUri", ""}});
        COMPARE_JSON(ask(target).json()["errorCode"], Json("NO_REDIRECT_URLS"));
    }

private:
    Reply ask(const std::string& target, const std::string& secret = {}) {
        const auto& ready = fixture_->ready;
        const auto pair = ready.at("clientId").get<std::string>() + ":" +
                          (secret.empty() ? ready.at("clientSecret").get<std::string>() : secret);
        return fixture_->own("GET", target, {},
                             {{"Authorization", "Basic " + verdesk::crypto::toBase64(verdesk::crypto::viewOf(pair))}});
    }

    const std::string redirect = "http%3A%2F%2F127.0.0.1%3A8461%2Freturn%2Fauthenteq%3Fown%3D1";
    std::unique_ptr<AuthenteqFixture> fixture_;
};

VERDESK_TEST(AuthenteqWebIdvTest)
#include "web_idv_test.moc"
