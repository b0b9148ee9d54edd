#include "tests/sandbox/json_compare.h"
#include "tests/sandbox/passport_io/fixture.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class PassportPingbackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<PassportFixture>();
    }
    void cleanup() {
        fixture_.reset();
    }

    void sent_isToldAWhileLater_asDocumented() {
        fixture_->harness.post("/control/clock", {{"speed", 0}});
        fixture_->send(fixture_->open("v-1"));
        QVERIFY(fixture_->harness.receiver().soFar().empty());
        const auto body = fixture_->pingback();
        const auto& data = body["data"];
        COMPARE_JSON(data["status"], Json("approved"));
        COMPARE_JSON(data["referenceId"], Json("v-1"));
        COMPARE_JSON(data["resources"][0], (Json{{"resource", "profile#firstname"},
                                                 {"value", "Ada"},
                                                 {"status", "approved"},
                                                 {"properties", {{"user_uuid", 501}}}}));
        const auto& document = data["resources"][2];
        COMPARE_JSON(document["resource"], Json("profile#document"));
        COMPARE_JSON(document["value"]["type"], Json("user_identity_verification"));
        COMPARE_JSON(document["value"]["deletedAt"], Json());
        COMPARE_JSON(document["value"]["url"], Json(fixture_->ready["base"].get<std::string>() + "/files/front.jpg"));
        COMPARE_JSON(document["properties"]["is_deleted"], Json(0));
        const auto received = fixture_->harness.receiver().soFar().at(0);
        QCOMPARE(received.contentType, std::string{"application/json"});
        QVERIFY(received.signature.empty());
    }

    void people_areLookedAtDifferently_data() {
        QTest::addColumn<QByteArray>("person");
        QTest::addColumn<QByteArray>("whole");
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<int>("deleted");
        QTest::newRow("ada") << QByteArray{"ada"} << QByteArray{"approved"} << QByteArray{"approved"} << 0;
        QTest::newRow("luis") << QByteArray{"luis"} << QByteArray{"approved"} << QByteArray{"pending"} << 0;
        QTest::newRow("hana") << QByteArray{"hana"} << QByteArray{"approved"} << QByteArray{"approved"} << 1;
        QTest::newRow("marek") << QByteArray{"marek"} << QByteArray{"declined"} << QByteArray{"declined"} << 0;
    }
    void people_areLookedAtDifferently() {
        QFETCH(QByteArray, person);
        QFETCH(QByteArray, whole);
        QFETCH(QByteArray, document);
        QFETCH(int, deleted);
        fixture_->send(fixture_->open("v-1"), person.toStdString());
        const auto data = fixture_->pingback()["data"];
        COMPARE_JSON(data["status"], Json(whole.toStdString()));
        COMPARE_JSON(data["resources"][2]["status"], Json(document.toStdString()));
        COMPARE_JSON(data["resources"][2]["properties"]["is_deleted"], Json(deleted));
        QCOMPARE(data["resources"][2]["value"]["deletedAt"].is_string(), deleted == 1);
    }

    void completion_saysHow() {
        const auto session = fixture_->open("v-1");
        const Json how{{"person", "luis"},
                       {"status", "rejected"},
                       {"statuses", {{"profile#lastname", "pending"}}},
                       {"documentUrl", "http://169.254.169.254/latest"},
                       {"withdrawn", true},
                       {"afterMs", 0}};
        QCOMPARE(fixture_->control("POST", "/sessions/v-1/complete", how).status, 200);  // by its reference
        COMPARE_JSON(fixture_->own("GET", "/widget/sessions/" + session).json()["status"], Json("sent"));
        const auto data = fixture_->pingback()["data"];
        COMPARE_JSON(data["status"], Json("rejected"));
        COMPARE_JSON(data["resources"][0]["value"], Json("Luis"));
        COMPARE_JSON(data["resources"][1]["status"], Json("pending"));
        COMPARE_JSON(data["resources"][2]["value"]["url"], Json("http://169.254.169.254/latest"));
        COMPARE_JSON(data["resources"][2]["properties"]["is_deleted"], Json(1));
        QCOMPARE(fixture_->control("POST", "/sessions/none/complete").status, 404);
        QCOMPARE(fixture_->control("POST", "/sessions/v-1/complete", {{"persn", "ada"}}).status, 400);
    }

    void reference_standsWhereItIsToldTo_orNowhere_data() {
        QTest::addColumn<QByteArray>("naming");
        QTest::addColumn<QByteArray>("pointer");
        QTest::newRow("data") << QByteArray{"data.referenceId"} << QByteArray{"/data/referenceId"};
        QTest::newRow("snake") << QByteArray{"data.reference_id"} << QByteArray{"/data/reference_id"};
        QTest::newRow("top") << QByteArray{"referenceId"} << QByteArray{"/referenceId"};
        QTest::newRow("properties") << QByteArray{"properties.referenceId"}
                                    << QByteArray{"/data/resources/0/properties/referenceId"};
        QTest::newRow("none") << QByteArray{"none"} << QByteArray{};
    }
    void reference_standsWhereItIsToldTo_orNowhere() {
        QFETCH(QByteArray, naming);
        QFETCH(QByteArray, pointer);
        fixture_->put("/usual", {{"reference", naming.toStdString()}});
        fixture_->send(fixture_->open("v-1"));
        const auto body = fixture_->pingback();
        if (pointer.isEmpty()) {
            QVERIFY(textOf(body).find("v-1") == std::string::npos);
        } else {
            COMPARE_JSON(body.at(Json::json_pointer{pointer.toStdString()}), Json("v-1"));
        }
    }

    void never_thenLater() {
        fixture_->put("/faults", {{"webhook", "never"}});
        fixture_->send(fixture_->open("v-1"));
        COMPARE_JSON(fixture_->control("GET", "/deliveries").json()["deliveries"][0]["state"], Json("suppressed"));
        fixture_->put("/faults", {{"webhook", "normal"}});
        fixture_->control("POST", "/sessions/v-1/complete");
        COMPARE_JSON(fixture_->pingback()["data"]["referenceId"], Json("v-1"));
        QCOMPARE(fixture_->harness.receiver().soFar().size(), std::size_t{1});
    }

    void twice_andBeforeReply() {
        fixture_->put("/faults", {{"webhook", "twice"}});
        fixture_->send(fixture_->open("v-1"));
        fixture_->pingback(1);
        const auto both = fixture_->harness.receiver().soFar();
        QCOMPARE(both.at(0).body, both.at(1).body);
        fixture_->put("/faults", {{"webhook", "before-reply"}});
        fixture_->send(fixture_->open("v-2"));
        QCOMPARE(fixture_->harness.receiver().soFar().size(), std::size_t{3});
    }

    void refused_comesAgain_withTheSameBytes() {
        fixture_->harness.receiver().answerWith(503);
        fixture_->send(fixture_->open("v-1"));
        const auto first = textOf(fixture_->pingback());
        QVERIFY(QTest::qWaitFor(
            [&] { return fixture_->control("GET", "/deliveries").json()["deliveries"][0]["attempts"].size() == 1; }));
        fixture_->harness.receiver().answerWith(200);
        fixture_->harness.advance(std::chrono::minutes{1});
        QCOMPARE(textOf(fixture_->pingback(1)), first);
    }

    void replay_hasTheSameBytes() {
        fixture_->send(fixture_->open("v-1"));
        fixture_->pingback();
        const auto event =
            fixture_->control("GET", "/deliveries").json()["deliveries"][0]["eventId"].get<std::string>();
        QCOMPARE(fixture_->control("POST", "/deliveries/" + event + "/replay").status, 200);
        const auto all = fixture_->harness.receiver().wait(2);
        QCOMPARE(all.at(0).body, all.at(1).body);
        QCOMPARE(fixture_->control("POST", "/deliveries/none/replay").status, 404);
    }

    void forged_isWhateverTheTestSays() {
        fixture_->control("POST", "/pingback", {{"referenceId", "v-9"}, {"person", "marek"}, {"status", "approved"}});
        fixture_->control("POST", "/pingback", {{"text", "{\"data\":{\"status\":\"approved\",}}"}});
        const auto all = fixture_->harness.receiver().wait(2);
        const auto forged = Json::parse(all.at(0).body);
        COMPARE_JSON(forged["data"]["status"], Json("approved"));
        COMPARE_JSON(forged["data"]["referenceId"], Json("v-9"));
        QCOMPARE(all.at(1).body, std::string{"{\"data\":{\"status\":\"approved\",}}"});
        QCOMPARE(fixture_->control("POST", "/pingback", {{"url", "http://example.com/"}}).status, 400);
    }

private:
    std::unique_ptr<PassportFixture> fixture_;
};

VERDESK_TEST(PassportPingbackTest)
#include "pingback_test.moc"
