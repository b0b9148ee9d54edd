#include "crypto/bytes.h"
#include "tests/sandbox/authenteq/fixture.h"
#include "tests/sandbox/json_compare.h"
#include "tests/support/registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class AuthenteqDetailsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<AuthenteqFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void details_areAsDocumented_withPictures_asOftenAsAsked() {
        const auto token = fixture_->token({{"person", "nils"}});
        const auto value = fixture_->details(token).json();
        COMPARE_JSON(value["details"], (Json{{"documentNumber", "8136431812"},
                                             {"issuingCountry", "SWE"},
                                             {"documentType", "NID"},
                                             {"givenNames", "NILS"},
                                             {"surname", "LINDQVIST"},
                                             {"dateOfBirth", "1994-09-03"},
                                             {"nationality", "SWE"},
                                             {"dateOfIssue", "2023-05-14"},
                                             {"dateOfExpiry", "2033-05-13"},
                                             {"sex", "M"}}));
        for (const auto* side : {"front", "back"}) {
            const auto bytes = verdesk::crypto::fromBase64(value["croppedDocs"][side].get<std::string>());
            QVERIFY(bytes && verdesk::crypto::textOf(*bytes).starts_with("\xFF\xD8\xFF"));
        }
        QCOMPARE(fixture_->details(token).status, 200);
    }

    void passport_hasNoBack_unlessToldTo_andMembersCanBeReplaced() {
        QVERIFY(!fixture_->details(fixture_->token()).json()["croppedDocs"].contains("back"));
        const auto value = fixture_->details(fixture_->token({{"back", true}, {"details", {{"sex", "X"}}}})).json();
        QVERIFY(value["croppedDocs"].contains("back"));
        COMPARE_JSON(value["details"]["sex"], Json("X"));
    }

    void token_livesForFifteenMinutes() {
        const auto token = fixture_->token();
        fixture_->harness.post("/control/clock", {{"speed", 0}});
        fixture_->harness.advance(std::chrono::minutes{14});
        QCOMPARE(fixture_->details(token).status, 200);
        fixture_->harness.advance(std::chrono::minutes{1});
        const auto late = fixture_->details(token);
        QCOMPARE(late.status, 401);
        QVERIFY(late.json()["errorCode"].is_string());
    }

    void dataThatWasDeleted_isGone() {
        const auto token = fixture_->token();
        const auto session = fixture_->control("GET", "/sessions").json()["sessions"][0]["id"].get<std::string>();
        QCOMPARE(fixture_->control("POST", "/sessions/" + session + "/forget").status, 200);
        QCOMPARE(fixture_->details(token).status, 410);
        QCOMPARE(fixture_->control("POST", "/sessions/none/forget").status, 404);
    }

    void otherToken_isRefused() {
        QCOMPARE(fixture_->details("other").status, 401);
        QCOMPARE(fixture_->details("").status, 401);
        QCOMPARE(fixture_->own("GET", "/v2/web-kyc/details").status, 401);
    }

    void faults_befallTheData() {
        const auto token = fixture_->token();
        fixture_->control("PUT", "/faults",
                          {{"route", "details"}, {"drop", 1}, {"fail429", 1}, {"fail500", 1}, {"malformed", 1}});
        QCOMPARE(fixture_->details(token).status, 0);
        const auto busy = fixture_->details(token);
        QCOMPARE(busy.status, 429);
        QVERIFY(busy.json()["errorCode"].is_string());
        QCOMPARE(fixture_->details(token).status, 500);
        QVERIFY(fixture_->details(token).json().is_discarded());
        QCOMPARE(fixture_->details(token).status, 200);
    }

    void tokensAndCodes_surviveARestart() {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("state.json")).toStdString();
        std::string code;
        std::string token;
        {
            AuthenteqFixture first{file};
            code = first.code();
            token = first.token();
        }
        AuthenteqFixture second{file};
        QCOMPARE(second.details(token).status, 200);
        QCOMPARE(second.exchange(second.exchangeFields(code)).status, 200);
    }

private:
    std::unique_ptr<AuthenteqFixture> fixture_;
};

VERDESK_TEST(AuthenteqDetailsTest)
#include "details_test.moc"
