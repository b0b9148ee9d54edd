#include "sandbox/phone/phone.h"
#include "harness.h"
#include "json_compare.h"
#include "sandbox/assets.h"
#include "sandbox/language.h"
#include "tests/support/registry.h"

#include <QRegularExpression>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class PhoneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        harness_ = std::make_unique<Harness>();
    }
    void cleanupTestCase() {
        harness_.reset();
    }

    void page_bringsAStrictPolicyAndNothingFromOutside() {
        const auto page = harness_->get("/phone");
        QCOMPARE(page.status, 200);
        QCOMPARE(page.headers.at("content-type"), std::string{"text/html; charset=utf-8"});
        const auto& policy = page.headers.at("content-security-policy");
        for (const auto* part :
             {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'none'"}) {
            QVERIFY2(policy.find(part) != std::string::npos, part);
        }
        QCOMPARE(policy.find("unsafe"), std::string::npos);
        for (const auto* name : {"phone/phone.html", "phone/phone.css", "phone/phone.js", "phone/words.js"}) {
            auto text = QString::fromStdString(std::string{asset(name)});
            QVERIFY2(!text.isEmpty(), name);
            text.remove(QStringLiteral("http://www.w3.org/2000/svg"));
            QVERIFY2(!text.contains(QRegularExpression{QStringLiteral("https?://|@import|\\son\\w+=|style=")}), name);
        }
    }

    void files_areServedWithTheirTypes() {
        QCOMPARE(harness_->get("/phone/phone.css").headers.at("content-type"), std::string{"text/css; charset=utf-8"});
        const auto script = harness_->get("/phone/phone.js");
        QCOMPARE(script.headers.at("content-type"), std::string{"text/javascript; charset=utf-8"});
        QCOMPARE(script.text, std::string{asset("phone/phone.js")});
        QCOMPARE(harness_->get("/phone/words.js").status, 200);
        QCOMPARE(harness_->get("/phone/other.js").status, 404);
    }

    void language_followsTheBrowser_data() {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("language");
        const auto row = [](const char* header, const char* language) {
            QTest::newRow(header) << QByteArray{header} << QByteArray{language};
        };
        row("", "en");
        row("de", "de");
        row("de-CH,de;q=0.9,en;q=0.8", "de");
        row("en-GB,en;q=0.9,de;q=0.8", "en");
        row("fr,de;q=0.3,en;q=0.2", "de");
        row("fr;q=1,en;q=0.5", "en");
        row("de;q=0", "en");
        row("den", "en");
        row("fr , de ; q=0.5", "de");
        row("*;q=0.5", "en");
        row(";;,,q=", "en");
    }
    void language_followsTheBrowser() {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, language);
        QCOMPARE(QByteArray::fromStdString(std::string{languageOf(header.toStdString())}), language);
        const auto page = harness_->get("/phone", {{"Accept-Language", header.toStdString()}});
        QVERIFY(page.text.find("<html lang=\"" + language.toStdString() + "\">") != std::string::npos);
    }

    void words_areTheSameInBothLanguages() {
        const auto text = QString::fromStdString(std::string{asset("phone/words.js")});
        const auto split = text.indexOf(QStringLiteral("\n  de: {"));
        QVERIFY(split > 0);
        const auto names = [](const QString& part) {
            QStringList found;
            auto match =
                QRegularExpression{QStringLiteral("^ {4,6}(\\w+):"), QRegularExpression::MultilineOption}.globalMatch(
                    part);
            while (match.hasNext()) {
                found << match.next().captured(1);
            }
            return found;
        };
        const auto english = names(text.left(split));
        QVERIFY(english.size() > 40);
        QCOMPARE(names(text.mid(split)), english);
        // What the page and the script ask for is there.
        const auto html = QString::fromStdString(std::string{asset("phone/phone.html")});
        auto match = QRegularExpression{QStringLiteral("data-word=\"(\\w+)\"")}.globalMatch(html);
        while (match.hasNext()) {
            QVERIFY(english.contains(match.next().captured(1)));
        }
        const auto script = QString::fromStdString(std::string{asset("phone/phone.js")});
        match = QRegularExpression{QStringLiteral("\\bwords\\.(\\w+)")}.globalMatch(script);
        while (match.hasNext()) {
            const auto name = match.next().captured(1);
            QVERIFY2(english.contains(name), qPrintable(name));
        }
    }

    void people_areTheThreeAndTheSanctioned() {
        const auto list = harness_->get("/phone/api/people").json()["people"];
        QCOMPARE(list.size(), std::size_t{4});
        COMPARE_JSON(list[0]["sandboxToken"], Json("KE8V-3TXY-Z72L"));
        COMPARE_JSON(list[2]["identityVerified"], Json(false));
        COMPARE_JSON(list[3]["sanctioned"], Json(true));
    }

    void request_isFoundByCodeAndByLink() {
        const auto session = harness_->open({{"permissions", {"fraud_risk"}}, {"institutionName", "A Bank"}});
        for (const auto& id : {session["code"].get<std::string>(), session["requestId"].get<std::string>()}) {
            const auto value = harness_->get("/phone/api/requests/" + id).json();
            COMPARE_JSON(value["institutionName"], Json("A Bank"));
            COMPARE_JSON(value["requestId"], session["requestId"]);
            QVERIFY(value["expiresInMs"].get<int>() > 500'000);
        }
        QCOMPARE(harness_->get("/phone/api/requests/AAAA-AAAA").status, 404);
        QCOMPARE(harness_->get("/phone/api/requests/..%2F..%2Fcontrol").status, 404);
    }

    void share_completesWithWhatThePersonGives() {
        const auto session = harness_->open({{"permissions", {"full_score", "identity_verified", "fraud_risk"}}});
        const auto at = "/phone/api/requests/" + session["requestId"].get<std::string>();
        QCOMPARE(harness_->post(at + "/share", {{"person", "nobody"}, {"permissions", {"fraud_risk"}}}).status, 400);
        COMPARE_JSON(harness_->post(at + "/share", {{"person", "esi"}, {"permissions", Json::array()}}).status, 400);
        const auto reply =
            harness_->post(at + "/share", {{"person", "esi"}, {"permissions", {"identity_verified", "fraud_risk"}}});
        COMPARE_JSON(reply.json()["data"]["status"], Json("completed"));
        COMPARE_JSON(
            harness_->ask("/passid/api/bridge/request/" + session["requestId"].get<std::string>()).json()["claims"],
            (Json{{"identity_verified", false}, {"fraud_risk", "medium"}}));
        QCOMPARE(harness_->get(at).status, 410);
        QCOMPARE(harness_->post(at + "/share", {{"person", "esi"}, {"permissions", {"fraud_risk"}}}).status, 409);
    }

    void decline_declines() {
        const auto session = harness_->open();
        const auto at = "/phone/api/requests/" + session["requestId"].get<std::string>();
        QCOMPARE(harness_->post(at + "/decline").status, 200);
        QCOMPARE(harness_->status(session), std::string{"declined"});
    }

    void sanctionedPerson_isSeenAsOne() {
        const auto session = harness_->open({{"permissions", {"sanctions_clear"}}});
        const auto at = "/phone/api/requests/" + session["requestId"].get<std::string>();
        harness_->post(at + "/share", {{"person", "viktor"}, {"permissions", {"sanctions_clear"}}});
        COMPARE_JSON(
            harness_->ask("/passid/api/bridge/request/" + session["requestId"].get<std::string>()).json()["claims"],
            (Json{{"sanctions_clear", false}}));
        const auto token = harness_->post("/phone/api/tokens", {{"person", "viktor"}, {"permissions", {"fraud_risk"}}});
        COMPARE_JSON(harness_->verify(token.json()["data"]["token"].get<std::string>()).json()["data"]["denyReason"],
                     Json("HARD_DENY_SANCTIONS_MATCH"));
    }

    void token_canBeReadOutAndVerified() {
        const auto reply = harness_->post("/phone/api/tokens", {{"person", "chidi"}, {"permissions", {"full_score"}}});
        QCOMPARE(reply.status, 201);
        COMPARE_JSON(reply.json()["data"]["expiresInMs"], Json(900'000));
        const auto data = harness_->verify(reply.json()["data"]["token"].get<std::string>()).json()["data"];
        COMPARE_JSON(data["claims"]["fsi_score"], Json(743));
        QVERIFY(!data["claims"].contains("fraud_risk"));
    }

private:
    std::unique_ptr<Harness> harness_;
};

VERDESK_TEST(PhoneTest)
#include "phone_test.moc"
