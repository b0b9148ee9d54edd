#include "sandbox/assets.h"
#include "tests/sandbox/authenteq/fixture.h"
#include "tests/sandbox/json_compare.h"
#include "tests/sandbox/wish.h"
#include "tests/support/registry.h"

#include <QRegularExpression>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class AuthenteqAuthorizeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<AuthenteqFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void page_isOnTop_withItsButtons_underBothPaths() {
        for (const auto* path : {"/authorize", "/oauth"}) {
            const auto page = fixture_->authorize("&state=s-1&back_url=http%3A%2F%2F127.0.0.1%3A8461%2Fback", path);
            QCOMPARE(page.status, 200);
            QVERIFY(page.headers.at("content-security-policy").find("frame-ancestors 'none'") != std::string::npos);
            for (const auto* id : {"approve", "decline", "back", "camera", "camera-state", "terms"}) {
                QVERIFY2(page.text.find("id=\"" + std::string{id} + "\"") != std::string::npos, id);
            }
            QVERIFY(page.text.find("href=\"http://127.0.0.1:8461/back\"") != std::string::npos);
            QVERIFY(page.text.find("A &amp; B") != std::string::npos);
        }
        for (const auto* name : {"authenteq/identity.html", "authenteq/identity.css", "authenteq/identity.js"}) {
            const auto text = QString::fromStdString(std::string{asset(name)});
            QVERIFY2(!text.isEmpty() &&
                         !text.contains(QRegularExpression{QStringLiteral("https?://|@import|\\son\\w+=|\\sstyle=")}),
                     name);
        }
        for (const auto* file :
             {"/identity.css", "/identity.js", "/tricks.js", "/pictures/front.jpg", "/identity/people"}) {
            QCOMPARE(fixture_->own("GET", file).status, 200);
        }
    }

    void language_isTheBrowsers() {
        for (const auto& wish : wishes()) {
            QVERIFY(wish.isMetBy(fixture_->authorize("&state=s-1", "/authorize", wish.headers)));
            QVERIFY(wish.isMetBy(fixture_->own("GET", "/terms", {}, wish.headers)));
            const auto people = fixture_->own("GET", "/identity/people", {}, wish.headers).json()["people"];
            COMPARE_JSON(people[0]["note"], wish.either("a passport, in order", "ein Reisepass, in Ordnung"));
        }
    }

    void back_isAlsoTheOldName_andNeverAScript() {
        QVERIFY(fixture_->authorize("&back=https%3A%2F%2Fa.example%2F").text.find("href=\"https://a.example/\"") !=
                std::string::npos);
        QVERIFY(fixture_->authorize("&back_url=javascript%3Aalert(1)").text.find("javascript") == std::string::npos);
    }

    void wrongParameters_areAPage_andLeadNowhere_data() {
        QTest::addColumn<QByteArray>("query");
        const auto row = [](const char* name, const char* query) { QTest::newRow(name) << QByteArray{query}; };
        const auto* const uri = "http://127.0.0.1:8461/return/authenteq";
        row("no type", (std::string{"client_id=com.verdesk.practice&redirect_uri="} + uri).c_str());
        row("type", (std::string{"response_type=token&client_id=com.verdesk.practice&redirect_uri="} + uri).c_str());
        row("client", (std::string{"response_type=code&client_id=other&redirect_uri="} + uri).c_str());
        row("uri",
            (std::string{"response_type=code&client_id=com.verdesk.practice&redirect_uri="} + uri + "/").c_str());
        row("scope",
            (std::string{"response_type=code&client_id=com.verdesk.practice&scope=all&redirect_uri="} + uri).c_str());
    }
    void wrongParameters_areAPage_andLeadNowhere() {
        QFETCH(QByteArray, query);
        const auto page = fixture_->own("GET", "/authorize?" + query.toStdString());
        QCOMPARE(page.status, 400);
        QVERIFY(page.headers.find("location") == page.headers.end());
        QVERIFY(fixture_->control("GET", "/sessions").json()["sessions"].empty());
    }

    void approved_goesBackWithCodeAndState() {
        const auto session = AuthenteqFixture::sessionOf(fixture_->authorize("&state=a%2Fb%20c%26d"));
        QCOMPARE(fixture_->own("GET", "/identity/" + session + "/finish").status, 404);
        QCOMPARE(fixture_->own("POST", "/identity/" + session + "/approve", R"({"person":"nils"})").status, 200);
        const auto finish = fixture_->own("GET", "/identity/" + session + "/finish");
        QCOMPARE(finish.status, 302);
        QVERIFY(finish.headers.at("location").starts_with(std::string{AuthenteqFixture::redirectUri} + "?code="));
        const auto back = fixture_->wayBack(session);
        QCOMPARE(back.at("state"), std::string{"a/b c&d"});
        QVERIFY(back.at("code").size() >= 22);
        QCOMPARE(fixture_->own("POST", "/identity/" + session + "/approve", "{}").status, 409);
    }

    void declined_goesBackWithoutACode() {
        const auto session = AuthenteqFixture::sessionOf(fixture_->authorize());
        QCOMPARE(fixture_->own("POST", "/identity/" + session + "/decline").status, 200);
        const auto back = fixture_->wayBack(session);
        QVERIFY(!back.contains("code"));
        QCOMPARE(back.at("error"), std::string{"access_denied"});
        QCOMPARE(back.at("state"), std::string{"s-1"});
    }

    void state_isWrongOrMissing_whereItIsToldTo() {
        const auto session = AuthenteqFixture::sessionOf(fixture_->authorize());
        fixture_->control("POST", "/sessions/" + session + "/approve");
        fixture_->control("PUT", "/faults", {{"wrongState", true}});
        QVERIFY(fixture_->wayBack(session).at("state") != "s-1");
        fixture_->control("PUT", "/faults", {{"wrongState", false}, {"noState", true}});
        QVERIFY(!fixture_->wayBack(session).contains("state"));
        fixture_->control("DELETE", "/faults");
        QCOMPARE(fixture_->wayBack(session).at("state"), std::string{"s-1"});
    }

    void controlApproves_andThePageSeesIt() {
        const auto session = AuthenteqFixture::sessionOf(fixture_->authorize());
        COMPARE_JSON(fixture_->own("GET", "/identity/" + session).json(), (Json{{"status", "open"}}));
        const auto told = fixture_->control("POST", "/sessions/" + session + "/approve", {{"person", "vera"}}).json();
        QVERIFY(told["redirect"].get<std::string>().starts_with(AuthenteqFixture::redirectUri));
        COMPARE_JSON(fixture_->own("GET", "/identity/" + session).json(), (Json{{"status", "approved"}}));
        QCOMPARE(fixture_->control("POST", "/sessions/none/approve").status, 404);
        QCOMPARE(fixture_->control("POST", "/sessions/" + session + "/approve", {{"person", "nobody"}}).status, 400);
    }

    void tricks_areToldToThePage() {
        fixture_->control("PUT", "/page", {{"foreignMessage", true}});
        const auto page = fixture_->authorize();
        QVERIFY(page.text.find("data-tricks=\"foreignMessage\"") != std::string::npos);
        const auto main = Json::parse(fixture_->harness.sandbox().readyLine())["origin"].get<std::string>();
        QVERIFY(page.headers.at("content-security-policy").find("frame-src " + main + ";") != std::string::npos);
        QVERIFY(
            fixture_->harness.get("/control/authenteq/stranger").text.find("&quot;code&quot;:&quot;foreign&quot;") !=
            std::string::npos);
    }

    void fault_befallsThePage() {
        fixture_->control("PUT", "/faults", {{"route", "authorize"}, {"drop", 1}, {"fail500", 1}});
        QCOMPARE(fixture_->authorize().status, 0);
        QCOMPARE(fixture_->authorize().status, 500);
        QCOMPARE(fixture_->authorize().status, 200);
    }

private:
    std::unique_ptr<AuthenteqFixture> fixture_;
};

VERDESK_TEST(AuthenteqAuthorizeTest)
#include "authorize_test.moc"
