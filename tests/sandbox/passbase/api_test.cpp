#include "tests/sandbox/json_compare.h"
#include "tests/sandbox/passbase/fixture.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class PassbaseApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<PassbaseFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void everyCall_wantsTheSecretKey() {
        const auto key = fixture_->submit("maja");
        for (const auto& path : {std::string{"/identities"}, "/identities/" + key, "/identity/" + key + "/resources",
                                 std::string{"/settings"}}) {
            const auto target = "/verification/v2" + path;
            QCOMPARE(asked(target, fixture_->ready["secretKey"]).status, 200);
            QCOMPARE(fixture_->own("GET", target).status, 401);
            QCOMPARE(asked(target, "").status, 401);
            const auto wrong = asked(target, fixture_->ready["publishableKey"]);
            QCOMPARE(wrong.status, 401);
            QVERIFY(wrong.json()["message"].is_string());
        }
    }

    void identity_isAsDocumented() {
        const auto key = fixture_->processed("maja", "maja@home.example");
        const auto value = fixture_->identity(key);
        COMPARE_JSON(value["id"], Json(key));
        COMPARE_JSON(value["status"], Json("approved"));
        COMPARE_JSON(value["owner"],
                     (Json{{"email", "maja@home.example"}, {"first_name", "Maja Zofia"}, {"last_name", "Kowalczyk"}}));
        COMPARE_JSON(value["score"], Json(0.94));
        COMPARE_JSON(value["resources"][0], (Json{{"type", "FACE_VIDEO"}, {"datapoints", Json::object()}}));
        COMPARE_JSON(value["resources"][1]["type"], Json("PASSPORT"));
        COMPARE_JSON(value["resources"][1]["datapoints"]["date_of_birth"], Json("1991-05-17"));
        COMPARE_JSON(value["metadata"], Json());
        COMPARE_JSON(value["watchlist"]["clean"], Json(true));
        COMPARE_JSON(value["network"], (Json{{"ip_address", "127.0.0.1"}}));
        QVERIFY(value["created"].is_number_integer());
        QVERIFY(value["updated"].get<std::int64_t>() - value["created"].get<std::int64_t>() >= 2);
    }

    void identity_thatIsBeingProcessed_tellsNothingYet() {
        fixture_->harness.post("/control/clock", {{"speed", 0}});
        const auto key = fixture_->submit("maja");
        const auto value = fixture_->identity(key);
        COMPARE_JSON(value["status"], Json("processing"));
        COMPARE_JSON(value["owner"]["first_name"], Json());
        COMPARE_JSON(value["resources"][1]["datapoints"], Json::object());
        COMPARE_JSON(value["watchlist"], Json());
        COMPARE_JSON(fixture_->api("/identity/" + key + "/resources").json()["data"][0]["status"], Json("processing"));
    }

    void unknownOrNoUuid_isSaidSo() {
        QCOMPARE(fixture_->api("/identities/11111111-1111-4111-8111-111111111111").status, 404);
        QCOMPARE(fixture_->api("/identities/4071").status, 400);
        QCOMPARE(fixture_->api("/identity/4071/resources").status, 400);
        const auto key = fixture_->submit("maja");
        QCOMPARE(fixture_->api("/identity/" + key + "/resources/none").status, 404);
        QCOMPARE(fixture_->api("/nothing").status, 404);
        QVERIFY(fixture_->api("/nothing").json()["message"].is_string());
    }

    void list_goesFromPageToPage_newestFirst_andNobodyIsMissedOrTwice() {
        const auto keys = fixture_->control("POST", "/identities", {{"count", 7}}).json()["keys"];
        std::vector<std::string> seen;
        std::string cursor;
        do {
            // As a client of the vendor's does: with an empty cursor at first.
            const auto page = fixture_->api("/identities?limit=3&cursor=" + cursor).json();
            QVERIFY(page["data"].size() <= 3);
            for (const auto& identity : page["data"]) {
                seen.push_back(identity["id"]);
            }
            const auto& next = page["cursor"]["next"];
            QVERIFY(next.is_null() || next.is_string());
            cursor = next.is_string() ? next.get<std::string>() : std::string{};
            if (seen.size() == 3) {
                fixture_->submit("maja");  // one that comes meanwhile changes nothing about the pages to come
            }
        } while (!cursor.empty());
        std::vector<std::string> expected = keys;
        std::reverse(expected.begin(), expected.end());
        QVERIFY(seen == expected);
        for (const auto* bad : {"?cursor=none", "?cursor=aWQ6", "?limit=0", "?limit=x", "?limit=3x"}) {
            QCOMPARE(fixture_->api(std::string{"/identities"} + bad).status, 400);
        }
    }

    void resources_areReadFromTheSingularAddress_oneByOneToo() {
        const auto key = fixture_->processed("joao");
        const auto base = "/identity/" + key + "/resources";
        const auto all = fixture_->api(base).json();
        COMPARE_JSON(all["cursor"]["next"], Json());
        QCOMPARE(all["data"].size(), std::size_t{2});
        const auto first = fixture_->api(base + "?limit=1").json();
        const auto second =
            fixture_->api(base + "?limit=1&cursor=" + first["cursor"]["next"].get<std::string>()).json();
        COMPARE_JSON(first["data"][0], all["data"][0]);
        COMPARE_JSON(second["data"][0], all["data"][1]);
        COMPARE_JSON(second["cursor"]["next"], Json());
        COMPARE_JSON(fixture_->api(base + "/" + all["data"][1]["id"].get<std::string>()).json(), all["data"][1]);
        const auto& document = all["data"][1];
        COMPARE_JSON(document["type"], Json("NATIONAL_ID_CARD"));
        COMPARE_JSON(document["resource_files"][0]["page"], Json(1));
        COMPARE_JSON(document["resource_files"][1]["page"], Json(2));
        COMPARE_JSON(document["resource_files"][1]["type"], Json("document_image"));
        QCOMPARE(fixture_->api("/identities/" + key + "/resources").status, 404);
    }

    void version1_isTheSame_andKnowsItsFirstSpellings() {
        const auto key = fixture_->processed("maja");
        COMPARE_JSON(fixture_->api("/identities/" + key, "v1").json(), fixture_->identity(key));
        const auto plural = fixture_->api("/identities/" + key + "/resources", "v1").json();
        COMPARE_JSON(fixture_->api("/identity/" + key + "/resources", "v1").json(), plural);
        const auto resource = plural["data"][0]["id"].get<std::string>();
        COMPARE_JSON(fixture_->api("/identities/" + key + "/resource/" + resource, "v1").json(), plural["data"][0]);
    }

    void settings_areThoseOfTheProject() {
        const auto settings = fixture_->api("/settings").json();
        COMPARE_JSON(settings["slug"], fixture_->ready["slug"]);
        COMPARE_JSON(settings["environment"], Json("sandbox"));
        COMPARE_JSON(settings["organization"], Json("A & B"));
        COMPARE_JSON(settings["verification_steps"][0], (Json{{"step", "email"}, {"resource_types", {"EMAIL"}}}));
    }

    void faults_befallTheirRoute() {
        const auto key = fixture_->submit("maja");
        fixture_->control("PUT", "/faults",
                          {{"route", "identity"}, {"drop", 1}, {"fail429", 1}, {"malformed", 1}, {"nonsense", 1}});
        QCOMPARE(fixture_->api("/identities").status, 200);
        QCOMPARE(fixture_->api("/identities/" + key).status, 0);
        const auto busy = fixture_->api("/identities/" + key);
        QCOMPARE(busy.status, 429);
        QVERIFY(busy.headers.contains("retry-after"));
        QVERIFY(fixture_->api("/identities/" + key).json().is_discarded());
        QVERIFY(fixture_->api("/identities/" + key).json()["id"].is_array());
        COMPARE_JSON(fixture_->identity(key)["id"], Json(key));
    }

private:
    Reply asked(const std::string& target, const std::string& key) {
        return fixture_->own("GET", target, {}, {{"X-API-KEY", key}});
    }

    std::unique_ptr<PassbaseFixture> fixture_;
};

VERDESK_TEST(PassbaseApiTest)
#include "passbase/api_test.moc"
