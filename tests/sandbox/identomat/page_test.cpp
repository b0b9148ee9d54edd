// The widget as a page, and the operator's.
#include "sandbox/assets.h"
#include "tests/sandbox/identomat/fixture.h"
#include "tests/sandbox/json_compare.h"
#include "tests/sandbox/wish.h"
#include "tests/support/registry.h"

#include <QRegularExpression>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class IdentomatPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<IdentomatFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void widget_isForTheDesksFrameAlone_andBringsNothingFromOutside() {
        const auto shown = page(token());
        QCOMPARE(shown.status, 200);
        const auto& policy = shown.headers.at("content-security-policy");
        QVERIFY(policy.find(std::string{"frame-ancestors "} + IdentomatFixture::desk) != std::string::npos);
        QVERIFY(policy.find("unsafe") == std::string::npos);
        for (const auto* id : {"agree", "disagree", "next", "upload", "camera", "camera-state", "to", "code", "form",
                               "join", "leave", "end-call", "camera-off", "language", "other-device", "terms"}) {
            QVERIFY2(shown.text.find("id=\"" + std::string{id} + "\"") != std::string::npos, id);
        }
        for (const auto* name : {"widget.html", "widget.css", "widget.js", "steps.js", "forms.js", "call.js",
                                 "widget_words.js", "operator.html", "operator.js", "problem.html"}) {
            const auto text = QString::fromStdString(std::string{asset(std::string{"identomat/"} + name)});
            QVERIFY2(!text.isEmpty(), name);
            QVERIFY2(!text.contains(QRegularExpression{QStringLiteral("https?://|@import|\\son\\w+=|\\sstyle=")}),
                     name);
        }
        for (const auto* file :
             {"/widget.css", "/widget.js", "/steps.js", "/forms.js", "/call.js", "/widget_words.js", "/operator.js",
              "/words.js", "/page.css", "/visitor.js", "/people", "/pictures/front.jpg", "/pictures/face.jpg"}) {
            QCOMPARE(fixture_->own("GET", file).status, 200);
        }
        fixture_->company({{"deskOrigins", Json::array()}});
        QVERIFY(page(token()).headers.at("content-security-policy").find("frame-ancestors 'none'") !=
                std::string::npos);
        QCOMPARE(fixture_->company({{"deskOrigins", {"https://a; script-src *"}}}).status, 400);
    }

    void end_isToldAsThePlainText() {
        QVERIFY(asset("identomat/widget.js").find("postMessage('DONE', '*')") != std::string_view::npos);
    }

    void language_isTheSessions_orTheOneThatTheCustomerChose() {
        const auto languages = [&](const Json& flags, const std::string& chosen = {}) {
            const auto text = page(token(flags), chosen).text;
            const auto between = [&](const std::string& mark) {
                const auto start = text.find(mark) + mark.size();
                return text.substr(start, text.find('"', start) - start);
            };
            return between("<html lang=\"") + " " + between("data-titles=\"");
        };
        QCOMPARE(languages(Json::object()), std::string{"en en"});
        QCOMPARE(languages({{"language", "de"}}), std::string{"de de"});
        QCOMPARE(languages({{"language", "ka"}}), std::string{"en ka"});
        QCOMPARE(languages({{"language", "ka"}}, "&language=de"), std::string{"de de"});
    }

    void language_isTheBrowsers_whereNoSessionSaysOne() {
        const auto session = token();
        for (const auto& wish : wishes()) {
            for (const auto& page :
                 {"/manage/" + session, std::string{"/?session_token=none"}, std::string{"/terms"}}) {
                QVERIFY2(wish.isMetBy(fixture_->own("GET", page, {}, wish.headers)), page.c_str());
            }
            const auto people = fixture_->own("GET", "/people?language=" + wish.language).json()["people"];
            COMPARE_JSON(people[0]["note"], wish.either("everything is in order", "alles in Ordnung"));
        }
    }

    void noSession_orOneThatIsOver_isAPageThatSaysSo() {
        const auto none = page("<script>");
        QCOMPARE(none.status, 404);
        QVERIFY(none.text.find("<script>\"") == std::string::npos);
        QVERIFY(none.text.find("data-word=\"noSuchSession\"") != std::string::npos);
        QCOMPARE(fixture_->own("GET", "/").status, 404);
        const auto late = token();
        fixture_->harness.advance(std::chrono::minutes{15});
        QVERIFY(page(late).text.find("data-word=\"sessionExpired\"") != std::string::npos);
        QCOMPARE(page(late).status, 410);
    }

    void page_mayFail_asItsFaultsSay() {
        const auto shown = token();
        fixture_->control("PUT", "/faults", {{"route", "widget"}, {"fail500", 1}});
        QCOMPARE(page(shown).status, 500);
        QCOMPARE(page(shown).status, 200);
    }

    void callOfAnotherPage_isRefused() {
        QCOMPARE(
            fixture_->own("POST", "/widget/" + token() + "/start", "{}", {{"Origin", "http://evil.localhost"}}).status,
            403);
    }

    void tricks_areToldToThePage() {
        fixture_->control("PUT", "/page", {{"foreignMessage", true}, {"silent", true}});
        const auto shown = page(token());
        QVERIFY(shown.text.find("data-tricks=\"foreignMessage silent\"") != std::string::npos);
        const auto main = Json::parse(fixture_->harness.sandbox().readyLine())["origin"].get<std::string>();
        QVERIFY(shown.headers.at("content-security-policy").find("frame-src " + main + ";") != std::string::npos);
        QVERIFY(fixture_->harness.get("/control/identomat/stranger").text.find("data-said=\"&quot;DONE&quot;\"") !=
                std::string::npos);
    }

    void operatorsPage_isOnTop() {
        const auto session = token();
        const auto shown = fixture_->own("GET", "/manage/" + session, {}, {{"Accept-Language", "de"}});
        QCOMPARE(shown.status, 200);
        QVERIFY(shown.text.find("<html lang=\"de\">") != std::string::npos);
        QVERIFY(shown.headers.at("content-security-policy").find("frame-ancestors 'none'") != std::string::npos);
        for (const auto* id : {"attend", "end-call", "approve", "reject", "manual", "share", "questionnaires"}) {
            QVERIFY2(shown.text.find("id=\"" + std::string{id} + "\"") != std::string::npos, id);
        }
        const auto told = fixture_->own("GET", "/manage/" + session + "/session").json();
        COMPARE_JSON(told["status"], Json("open"));
        COMPARE_JSON(told["result"], Json("in_progress"));
    }

private:
    std::string token(const Json& flags = Json::object()) {
        return fixture_->begin(Json::array({{{"type", "liveness"}}}), flags);
    }
    Reply page(const std::string& token, const std::string& more = {}) {
        return fixture_->own("GET", "/?session_token=" + token + more);
    }

    std::unique_ptr<IdentomatFixture> fixture_;
};

VERDESK_TEST(IdentomatPageTest)
#include "identomat/page_test.moc"
