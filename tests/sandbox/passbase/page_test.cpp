// The button's page and the hosted link.
#include "crypto/bytes.h"
#include "sandbox/assets.h"
#include "sandbox/percent.h"
#include "tests/sandbox/json_compare.h"
#include "tests/sandbox/passbase/fixture.h"
#include "tests/sandbox/wish.h"
#include "tests/support/registry.h"

#include <QRegularExpression>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class PassbasePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<PassbaseFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void controller_isForTheDesksFrameAlone_andBringsNothingFromOutside() {
        for (const auto* path : {"/browser/v4/controller.html", "/controller.html"}) {
            const auto page = fixture_->own("GET", path);
            QCOMPARE(page.status, 200);
            const auto& policy = page.headers.at("content-security-policy");
            QVERIFY(policy.find(std::string{"frame-ancestors "} + PassbaseFixture::desk) != std::string::npos);
            QVERIFY(policy.find("unsafe") == std::string::npos);
            QVERIFY(page.text.find("src=\"/controller.js\"") != std::string::npos);
            for (const auto* id :
                 {"verify", "email", "country", "continue", "camera", "send", "anew", "finish", "cancel", "terms"}) {
                QVERIFY2(page.text.find("id=\"" + std::string{id} + "\"") != std::string::npos, id);
            }
        }
        for (const auto* name :
             {"flow.html", "flow.css", "flow.js", "flow_words.js", "controller.js", "link.js", "problem.html"}) {
            const auto text = QString::fromStdString(std::string{asset(std::string{"passbase/"} + name)});
            QVERIFY2(!text.isEmpty(), name);
            QVERIFY2(!text.contains(QRegularExpression{QStringLiteral("https?://|@import|\\son\\w+=|\\sstyle=")}),
                     name);
        }
        for (const auto* file : {"/flow.css", "/flow.js", "/flow_words.js", "/words.js", "/controller.js", "/link.js",
                                 "/page.css", "/visitor.js", "/people", "/pictures/front.jpg", "/pictures/back.jpg"}) {
            QCOMPARE(fixture_->own("GET", file).status, 200);
        }
        fixture_->project({{"deskOrigins", Json::array()}});
        QVERIFY(fixture_->own("GET", "/controller.html")
                    .headers.at("content-security-policy")
                    .find("frame-ancestors 'none'") != std::string::npos);
        QCOMPARE(fixture_->project({{"deskOrigins", {"https://a; script-src *"}}}).status, 400);
    }

    void language_isTheBrowsers() {
        for (const auto& wish : wishes()) {
            for (const auto* page : {"/browser/v4/controller.html", "/terms"}) {
                QVERIFY(wish.isMetBy(fixture_->own("GET", page, {}, wish.headers)));
            }
            const auto people = fixture_->own("GET", "/people", {}, wish.headers).json()["people"];
            COMPARE_JSON(people[0]["note"], wish.either("everything is in order", "alles in Ordnung"));
        }
    }

    void link_takesItsPrefill_withAndWithoutTheSlash() {
        const Json given{{"prefill_attributes", {{"email", "a@b.example"}, {"country", "de"}}},
                         {"metadata", fixture_->metadata(R"({"case":"C-17"})")}};
        for (const std::string end : {"", "/"}) {
            const auto page = link(end, textOf(given));
            QCOMPARE(page.status, 200);
            QVERIFY(page.headers.at("content-security-policy").find("frame-ancestors 'none'") != std::string::npos);
            const auto session = fixture_->control("GET", "/sessions").json()["sessions"].back();
            QVERIFY(page.text.find("data-visit=\"" + session["id"].get<std::string>() + "\"") != std::string::npos);
            COMPARE_JSON(session["kind"], Json("link"));
            COMPARE_JSON(session["email"], Json("a@b.example"));
            COMPARE_JSON(session["country"], Json("de"));
            COMPARE_JSON(session["metadata"], (Json{{"case", "C-17"}}));
        }
        const Json within{{"prefill_attributes", {{"metadata", fixture_->metadata(R"({"case":"C-18"})")}}}};
        link("", textOf(within));
        COMPARE_JSON(fixture_->control("GET", "/sessions").json()["sessions"].back()["metadata"],
                     (Json{{"case", "C-18"}}));
        QCOMPARE(fixture_->own("GET", "/" + fixture_->ready["slug"].get<std::string>()).status, 200);
    }

    void link_thatIsNone_isAPageThatSaysSo() {
        QCOMPARE(fixture_->own("GET", "/other").status, 404);
        QCOMPARE(link("", "[1]").status, 400);
        QCOMPARE(link("", "no JSON").status, 400);
        QCOMPARE(fixture_->own("GET", "/" + fixture_->ready["slug"].get<std::string>() + "?p=%%%25").status, 400);
        QVERIFY(fixture_->control("GET", "/sessions").json()["sessions"].empty());
    }

    void tricks_areToldToThePage() {
        fixture_->control("PUT", "/page", {{"foreignMessage", true}, {"silent", true}});
        const auto page = fixture_->own("GET", "/controller.html");
        QVERIFY(page.text.find("data-tricks=\"foreignMessage silent\"") != std::string::npos);
        const auto main = Json::parse(fixture_->harness.sandbox().readyLine())["origin"].get<std::string>();
        QVERIFY(page.headers.at("content-security-policy").find("frame-src " + main + ";") != std::string::npos);
        QVERIFY(fixture_->harness.get("/control/passbase/stranger")
                    .text.find("&quot;type&quot;:&quot;iframeFinish&quot;") != std::string::npos);
    }

private:
    Reply link(const std::string& end, const std::string& json) {
        const auto p = verdesk::crypto::toBase64(verdesk::crypto::viewOf(json));
        return fixture_->own("GET", "/" + fixture_->ready["slug"].get<std::string>() + end + "?p=" + percentEncoded(p));
    }

    std::unique_ptr<PassbaseFixture> fixture_;
};

VERDESK_TEST(PassbasePageTest)
#include "passbase/page_test.moc"
