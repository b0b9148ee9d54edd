// What becomes of those who submit: thresholds, a person, watchlists, corrections.
#include "tests/sandbox/json_compare.h"
#include "tests/sandbox/passbase/fixture.h"
#include "tests/support/registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class PassbaseOutcomeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<PassbaseFixture>();
        fixture_->harness.post("/control/clock", {{"speed", 0}});
    }
    void cleanup() {
        fixture_.reset();
    }

    void people_areEachForOneOutcome_data() {
        QTest::addColumn<QByteArray>("person");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<bool>("clean");
        QTest::newRow("maja") << QByteArray{"maja"} << QByteArray{"approved"} << true;
        QTest::newRow("joao") << QByteArray{"joao"} << QByteArray{"pending"} << true;
        QTest::newRow("tilda") << QByteArray{"tilda"} << QByteArray{"declined"} << true;
        QTest::newRow("henrik") << QByteArray{"henrik"} << QByteArray{"pending"} << false;
        QTest::newRow("ines") << QByteArray{"ines"} << QByteArray{"approved"} << true;
        QTest::newRow("lena") << QByteArray{"lena"} << QByteArray{"approved"} << true;
        QTest::newRow("piet") << QByteArray{"piet"} << QByteArray{"approved"} << true;
    }
    void people_areEachForOneOutcome() {
        QFETCH(QByteArray, person);
        QFETCH(QByteArray, status);
        QFETCH(bool, clean);
        const auto value = fixture_->identity(fixture_->processed(person.toStdString()));
        COMPARE_JSON(value["status"], Json(status.toStdString()));
        COMPARE_JSON(value["watchlist"]["clean"], Json(clean));
        QCOMPARE(value["watchlist"]["listings"].empty(), clean);
    }

    void processing_takesItsTime() {
        fixture_->project({{"processingMs", 90'000}});
        const auto key = fixture_->submit("maja");
        fixture_->harness.advance(std::chrono::milliseconds{89'999});
        COMPARE_JSON(fixture_->identity(key)["status"], Json("processing"));
        fixture_->harness.advance(std::chrono::milliseconds{1});
        COMPARE_JSON(fixture_->identity(key)["status"], Json("approved"));
    }

    void thresholds_decide() {
        fixture_->project({{"approveFrom", 0.95}, {"declineBelow", 0.9}});
        COMPARE_JSON(fixture_->identity(fixture_->processed("maja"))["status"], Json("pending"));
        COMPARE_JSON(fixture_->identity(fixture_->processed("piet"))["status"], Json("declined"));
        const Json edge{{"score", 0.95}};
        fixture_->control("PUT", "/usual", edge);
        COMPARE_JSON(fixture_->identity(fixture_->processed("piet"))["status"], Json("approved"));
    }

    void submission_canBeMadeToGoOtherwise() {
        const auto visit = fixture_->visit();
        const Json how{{"person", "maja"}, {"score", 0.5},      {"status", "suspended"},
                       {"listed", true},   {"processingMs", 0}, {"datapoints", {{"nationality", "NOR"}}}};
        const auto key = fixture_->control("POST", "/sessions/" + visit + "/submit", how).json().at("key");
        const auto value = fixture_->identity(key);
        COMPARE_JSON(value["status"], Json("suspended"));
        COMPARE_JSON(value["score"], Json(0.5));
        COMPARE_JSON(value["watchlist"]["clean"], Json(false));
        COMPARE_JSON(value["resources"][1]["datapoints"]["nationality"], Json("NOR"));
        COMPARE_JSON(value["resources"][1]["datapoints"]["sex"], Json("F"));
        QCOMPARE(fixture_->control("POST", "/sessions/" + visit + "/submit", how).status, 409);
        QCOMPARE(fixture_->control("POST", "/sessions/none/submit").status, 404);
        QCOMPARE(fixture_->control("POST", "/sessions/" + fixture_->visit() + "/submit", {{"skore", 1}}).status, 400);
    }

    void person_decidesWhatThresholdsLeaveOpen() {
        const auto key = fixture_->submit("joao");
        QCOMPARE(fixture_->control("POST", "/identities/" + key + "/review", {{"status", "approved"}}).status, 409);
        fixture_->harness.advance(std::chrono::seconds{60});
        const auto before = fixture_->identity(key)["updated"].get<std::int64_t>();
        QCOMPARE(fixture_->control("POST", "/identities/" + key + "/review", {{"status", "declined"}}).status, 200);
        COMPARE_JSON(fixture_->identity(key)["status"], Json("declined"));
        QVERIFY(fixture_->identity(key)["updated"].get<std::int64_t>() > before);
        QCOMPARE(fixture_->control("POST", "/identities/" + key + "/review", {{"status", "fine"}}).status, 400);
        QCOMPARE(fixture_->control("POST", "/identities/none/review").status, 404);
    }

    void watchlist_canBeHitLongAfter_andTheStatusStays() {
        const auto key = fixture_->processed("ines");
        fixture_->harness.advance(std::chrono::hours{24 * 29});
        COMPARE_JSON(fixture_->identity(key)["watchlist"]["clean"], Json(true));
        fixture_->harness.advance(std::chrono::hours{24});
        const auto value = fixture_->identity(key);
        COMPARE_JSON(value["watchlist"]["clean"], Json(false));
        COMPARE_JSON(value["status"], Json("approved"));
        for (const auto* member : {"url", "name", "aml_types", "listing_started_utc"}) {
            QVERIFY2(value["watchlist"]["listings"].begin()->contains(member), member);
        }
        fixture_->control("POST", "/identities/" + key + "/watchlist", {{"listed", false}, {"status", "pending"}});
        COMPARE_JSON(fixture_->identity(key)["watchlist"]["clean"], Json(true));
        COMPARE_JSON(fixture_->identity(key)["status"], Json("pending"));
    }

    void datapoints_canBeCorrected() {
        const auto key = fixture_->processed("lena");
        const auto born = [&] { return fixture_->identity(key)["resources"][1]["datapoints"]["date_of_birth"]; };
        COMPARE_JSON(born(), Json("1988-02-03"));
        fixture_->harness.advance(std::chrono::minutes{10});
        COMPARE_JSON(born(), Json("1988-02-13"));
        fixture_->control("POST", "/identities/" + key + "/datapoints", {{"datapoints", {{"date_of_birth", "x"}}}});
        COMPARE_JSON(born(), Json("x"));
    }

    void everything_survivesARestart_whatLiesAheadToo() {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("state.json")).toStdString();
        std::string key;
        std::string visit;
        Json ready;
        {
            PassbaseFixture first{file};
            first.harness.post("/control/clock", {{"speed", 0}});
            key = first.submit("ines");
            visit = first.visit();
            ready = first.ready;
        }
        PassbaseFixture second{file};
        COMPARE_JSON(second.ready.at("secretKey"), ready.at("secretKey"));
        COMPARE_JSON(second.ready.at("webhookSecret"), ready.at("webhookSecret"));
        second.harness.advance(std::chrono::seconds{3});
        COMPARE_JSON(second.identity(key)["status"], Json("approved"));
        second.harness.advance(std::chrono::hours{24 * 31});
        COMPARE_JSON(second.identity(key)["watchlist"]["clean"], Json(false));
        QCOMPARE(second.act(visit, "submit", "maja").status, 200);
    }

private:
    std::unique_ptr<PassbaseFixture> fixture_;
};

VERDESK_TEST(PassbaseOutcomeTest)
#include "passbase/outcome_test.moc"
