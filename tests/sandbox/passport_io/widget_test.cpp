#include "sandbox/assets.h"
#include "tests/sandbox/json_compare.h"
#include "tests/sandbox/passport_io/fixture.h"
#include "tests/sandbox/wish.h"
#include "tests/support/registry.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class PassportWidgetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<PassportFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void page_isForTheDesksFrameAlone_andBringsNothingFromOutside() {
        const auto page = fixture_->widget(fixture_->token(), "v-1");
        QCOMPARE(page.status, 200);
        const auto& policy = page.headers.at("content-security-policy");
        QVERIFY(policy.find(std::string{"frame-ancestors "} + PassportFixture::desk) != std::string::npos);
        QVERIFY(policy.find("unsafe") == std::string::npos);
        QVERIFY(page.headers.find("x-frame-options") == page.headers.end());
        for (const auto* id : {"send", "decline", "camera", "camera-state", "terms"}) {
            QVERIFY2(page.text.find("id=\"" + std::string{id} + "\"") != std::string::npos, id);
        }
        for (const auto* name : {"passport_io/widget.html", "passport_io/widget.css", "passport_io/widget.js",
                                 "passport_io/problem.html", "pages/tricks.js"}) {
            const auto text = QString::fromStdString(std::string{asset(name)});
            QVERIFY2(!text.isEmpty(), name);
            QVERIFY2(!text.contains(QRegularExpression{QStringLiteral("https?://|@import|\\son\\w+=|\\sstyle=")}),
                     name);
        }
        for (const auto* file : {"/widget.css", "/widget.js", "/tricks.js", "/terms", "/widget/people"}) {
            QCOMPARE(fixture_->own("GET", file).status, 200);
        }
        QVERIFY(asset("passport_io/widget.js").find("postMessage({messageType: 'triggerCloseWidget'}, '*')") !=
                std::string_view::npos);
    }

    void language_isTheBrowsers() {
        for (const auto& wish : wishes()) {
            QVERIFY(wish.isMetBy(fixture_->widget(fixture_->token(), "v-1", wish.headers)));
            QVERIFY(wish.isMetBy(fixture_->own("GET", "/terms", {}, wish.headers)));
            const auto people = fixture_->own("GET", "/widget/people", {}, wish.headers).json()["people"];
            COMPARE_JSON(people[0]["note"], wish.either("everything is approved", "alles wird anerkannt"));
        }
    }

    void page_withoutADesk_isForNoFrame() {
        fixture_->put("/addresses", {{"deskOrigins", Json::array()}});
        QVERIFY(
            fixture_->widget(fixture_->token()).headers.at("content-security-policy").find("frame-ancestors 'none'") !=
            std::string::npos);
        QCOMPARE(fixture_->put("/addresses", {{"deskOrigins", {"https://a; script-src *"}}}).status, 400);
    }

    void unknownClientOrToken_isAPageThatSaysSo() {
        QCOMPARE(fixture_->own("GET", "/widget-endusers/?clientId=other&client_token=" + fixture_->token()).status,
                 403);
        const auto page = fixture_->widget("<script>");
        QCOMPARE(page.status, 403);
        QVERIFY(page.text.find("<script>") == std::string::npos);
    }

    void token_isOfOneReference_forFifteenMinutes_andUsedUpBySending() {
        fixture_->put("/faults", {{"tokenOpensOnce", false}});
        const auto token = fixture_->token();
        QCOMPARE(fixture_->widget(token, "v-1").status, 200);
        QCOMPARE(fixture_->widget(token, "v-1").status, 200);  // a reload
        QCOMPARE(fixture_->widget(token, "v-2").status, 410);
        fixture_->harness.advance(std::chrono::minutes{15});
        QCOMPARE(fixture_->widget(token, "v-1").status, 410);

        const auto session = fixture_->open("v-3");
        QCOMPARE(fixture_->send(session).status, 200);
        QCOMPARE(fixture_->send(session).status, 409);
        const auto used = fixture_->control("GET", "/sessions").json()["sessions"].back();
        COMPARE_JSON(used["status"], Json("sent"));
        QCOMPARE(fixture_->widget(used["token"], "v-3").status, 410);
    }

    void token_opensOnePageAlone() {
        const auto token = fixture_->token();
        QCOMPARE(fixture_->widget(token, "v-1").status, 200);
        QCOMPARE(fixture_->widget(token, "v-1").status, 410);
    }

    void decline_endsIt_andTellsNobody() {
        const auto session = fixture_->open("v-1");
        QCOMPARE(fixture_->own("POST", "/widget/sessions/" + session + "/decline").status, 200);
        COMPARE_JSON(fixture_->own("GET", "/widget/sessions/" + session).json(), (Json{{"status", "declined"}}));
        QCOMPARE(fixture_->send(session).status, 409);
        QVERIFY(fixture_->control("GET", "/deliveries").json()["deliveries"].empty());
    }

    void callOfAnotherPage_isRefused() {
        const auto session = fixture_->open("v-1");
        QCOMPARE(
            fixture_->own("POST", "/widget/sessions/" + session + "/send", "{}", {{"Origin", "http://evil.localhost"}})
                .status,
            403);
    }

    void tricks_areToldToThePage_andItReports() {
        fixture_->put("/page", {{"foreignMessage", true}, {"silent", true}});
        const auto page = fixture_->widget(fixture_->token());
        QVERIFY(page.text.find("data-tricks=\"foreignMessage silent\"") != std::string::npos);
        const auto main = Json::parse(fixture_->harness.sandbox().readyLine())["origin"].get<std::string>();
        QVERIFY(page.headers.at("content-security-policy").find("frame-src " + main + ";") != std::string::npos);
        const auto stranger = fixture_->harness.get("/control/passport_io/stranger");
        QCOMPARE(stranger.status, 200);
        QVERIFY(stranger.text.find("/control/passport_io/stranger.js") != std::string::npos);
        QVERIFY(stranger.text.find("data-said=\"{&quot;messageType&quot;:&quot;triggerCloseWidget&quot;}\"") !=
                std::string::npos);
        QCOMPARE(fixture_->harness.get("/control/passport_io/stranger.js").status, 200);
        QCOMPARE(fixture_->own("POST", "/tricks/report", R"({"what":"camera","result":"granted"})").status, 204);
        const auto told = fixture_->control("GET", "/page").json();
        COMPARE_JSON(told["reports"][0], (Json{{"what", "camera"}, {"result", "granted"}}));
        QCOMPARE(fixture_->put("/page", {{"crash", true}}).status, 400);
        COMPARE_JSON(fixture_->control("DELETE", "/page").json()["silent"], Json(false));
    }

    void page_mayBeLateOrFail_asItsFaultsSay() {
        const auto token = fixture_->token();
        fixture_->put("/faults", {{"route", "widget"}, {"fail500", 1}});
        QCOMPARE(fixture_->widget(token).status, 500);
        QCOMPARE(fixture_->widget(token).status, 200);
    }

    void sessions_surviveARestart() {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("state.json")).toStdString();
        std::string session;
        Json ready;
        {
            PassportFixture first{file};
            session = first.open("v-1");
            ready = first.ready;
        }
        PassportFixture second{file};
        COMPARE_JSON(second.ready.at("clientSecret"), ready.at("clientSecret"));
        QCOMPARE(second.send(session).status, 200);
        COMPARE_JSON(second.pingback()["data"]["referenceId"], Json("v-1"));
    }

private:
    std::unique_ptr<PassportFixture> fixture_;
};

VERDESK_TEST(PassportWidgetTest)
#include "widget_test.moc"
