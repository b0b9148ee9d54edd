#include "sandbox/passbase/event.h"

#include "tests/sandbox/json_compare.h"
#include "tests/sandbox/passbase/fixture.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;
using Names = std::vector<std::string>;

class PassbaseEventTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        fixture_ = std::make_unique<PassbaseFixture>();
        fixture_->harness.post("/control/clock", {{"speed", 0}});
    }
    void cleanup() {
        fixture_.reset();
    }

    // Made by Node.js's crypto from the receiver that the vendor published.
    void encryption_isTheVendors() {
        const auto text =
            R"({"event":"VERIFICATION_REVIEWED","key":"22222222-2222-4222-8222-222222222222","status":"approved",)"
            R"("created":1582628711,"updated":1582628999,"processed":1582628999})";
        verdesk::crypto::CbcVector vector{};
        for (std::size_t i = 0; i < vector.size(); ++i) {
            vector[i] = static_cast<std::uint8_t>(i);
        }
        QCOMPARE(passbase::encrypted(text, "0123456789abcdef0123456789abcdef", vector),
                 std::string{"AAECAwQFBgcICQoLDA0OD4J3M6iwm33/4/j96+uHliCeXvU5Qj+DpqpU/xA+YhShur0wV4OKI0Vda/"
                             "RGJL4atez5RWvEok3G4i9hGK9Q7qlhUBk4LCGqf9v17d4beuNgp87uvqdQ3JGRYMMFiUR2dwglEuA6tTIL"
                             "QTLrN2tR0f13wtuajO6Ca6oECz9gnzBzA8XkeM7IHe/BpowYwOIR17gQYCZV7w0lWOpR4tRHO7zIvEQSm2g5"
                             "SLfNu9KIX0vn"});
    }

    void approved_isCompletedAndReviewed_encrypted() {
        const auto key = fixture_->submit("maja");
        QVERIFY(fixture_->harness.receiver().soFar().empty());
        QVERIFY((fixture_->events(1) == Names{"VERIFICATION_COMPLETED"}));
        QVERIFY((fixture_->events(2, std::chrono::milliseconds{200}) ==
                 Names{"VERIFICATION_COMPLETED", "VERIFICATION_REVIEWED"}));
        const auto received = fixture_->harness.receiver().soFar();
        QCOMPARE(received[0].contentType, std::string{"text/plain"});
        const auto event = fixture_->opened(received[0].body);
        const auto identity = fixture_->identity(key);
        COMPARE_JSON(event, (Json{{"event", "VERIFICATION_COMPLETED"},
                                  {"key", key},
                                  {"status", "approved"},
                                  {"created", identity["created"]},
                                  {"updated", identity["updated"]},
                                  {"processed", identity["updated"]}}));
    }

    void pending_isCompletedAlone_untilAPersonDecides() {
        const auto key = fixture_->submit("joao");
        QVERIFY((fixture_->events(1) == Names{"VERIFICATION_COMPLETED"}));
        fixture_->control("POST", "/identities/" + key + "/review", {{"status", "declined"}});
        QVERIFY((fixture_->events(2) == Names{"VERIFICATION_COMPLETED", "VERIFICATION_REVIEWED"}));
        COMPARE_JSON(fixture_->opened(fixture_->harness.receiver().soFar()[1].body)["status"], Json("declined"));
    }

    void listings_areTold_atOnceAndLongAfter() {
        fixture_->submit("henrik");
        fixture_->events(1);
        QVERIFY((fixture_->events(2) == Names{"VERIFICATION_COMPLETED", "WATCHLIST_MONITORING"}));
        fixture_->submit("ines");
        fixture_->harness.advance(std::chrono::seconds{4});
        fixture_->harness.receiver().wait(4);
        QCOMPARE(fixture_->events(5, std::chrono::hours{24 * 31}).back(), std::string{"WATCHLIST_MONITORING"});
    }

    void corrections_areTold() {
        fixture_->submit("lena");
        fixture_->events(2, std::chrono::seconds{4});
        QCOMPARE(fixture_->events(3, std::chrono::minutes{11}).back(), std::string{"DATAPOINT_UPDATED"});
    }

    void plain_andWithOlderNames_onDemand() {
        fixture_->project({{"encrypted", false}, {"olderNames", true}});
        const auto key = fixture_->submit("henrik");
        fixture_->processed("tilda");
        fixture_->harness.advance(std::chrono::seconds{1});
        const auto received = fixture_->harness.receiver().wait(3);
        QCOMPARE(received.size(), std::size_t{3});  // there was no older name for the watchlist's
        QCOMPARE(received[0].contentType, std::string{"application/json"});
        Json first;
        for (const auto& each : received) {
            const auto event = Json::parse(each.body);
            first = event["authenticationKey"] == Json(key) ? event : first;
            QVERIFY(!event.contains("key"));
        }
        COMPARE_JSON(first["event"], Json("AUTHENTICATION_PROCESSED"));
    }

    void onlySelectedEvents_areSent() {
        fixture_->project({{"events", {"VERIFICATION_REVIEWED"}}});
        fixture_->submit("maja");
        QVERIFY((fixture_->events(1, std::chrono::seconds{4}) == Names{"VERIFICATION_REVIEWED"}));
        QCOMPARE(fixture_->project({{"events", {"VERIFICATION_REVIEWD"}}}).status, 400);
    }

    void outOfOrder_twice_never() {
        fixture_->control("PUT", "/faults", {{"reviewedFirst", true}});
        fixture_->submit("maja");
        QVERIFY((fixture_->events(1) == Names{"VERIFICATION_REVIEWED"}));
        QVERIFY((fixture_->events(2) == Names{"VERIFICATION_REVIEWED", "VERIFICATION_COMPLETED"}));
        fixture_->control("PUT", "/faults", {{"reviewedFirst", false}, {"webhook", "twice"}});
        fixture_->submit("joao");
        fixture_->events(4);
        const auto received = fixture_->harness.receiver().soFar();
        QCOMPARE(received.size(), std::size_t{4});
        QCOMPARE(received[2].body, received[3].body);
        fixture_->control("PUT", "/faults", {{"webhook", "never"}});
        fixture_->submit("joao");
        fixture_->harness.advance(std::chrono::seconds{9});
        COMPARE_JSON(fixture_->control("GET", "/deliveries").json()["deliveries"].back()["state"], Json("suppressed"));
    }

    void beforeTheReply_itIsProcessedAlready() {
        fixture_->control("PUT", "/faults", {{"webhook", "before-reply"}});
        const auto key = fixture_->submit("maja");
        QVERIFY(!fixture_->harness.receiver().soFar().empty());
        COMPARE_JSON(fixture_->identity(key)["status"], Json("approved"));
    }

    void badPadding_cannotBeTakenOff() {
        fixture_->control("PUT", "/faults", {{"badPadding", true}});
        fixture_->submit("joao");
        fixture_->harness.advance(std::chrono::seconds{3});
        const auto received = fixture_->harness.receiver().wait(1);
        COMPARE_JSON(fixture_->opened(received.at(0).body), Json());
    }

    void unanswered_comesAgain_theSameBytes() {
        fixture_->harness.receiver().answerWith(500);
        fixture_->submit("joao");
        fixture_->events(1);
        QVERIFY(QTest::qWaitFor(
            [&] { return fixture_->control("GET", "/deliveries").json()["deliveries"][0]["attempts"].size() == 1; }));
        fixture_->harness.receiver().answerWith(200);
        fixture_->events(2, std::chrono::minutes{1});
        const auto received = fixture_->harness.receiver().soFar();
        QCOMPARE(received.size(), std::size_t{2});
        QCOMPARE(received[0].body, received[1].body);
    }

    void forged_isWhateverTheTestSays() {
        const auto send = [this](const Json& body) { return fixture_->control("POST", "/webhook", body); };
        QCOMPARE(send({{"event", "VERIFICATION_REVIEWED"}, {"key", "k"}, {"status", "approved"}}).status, 200);
        send({{"text", "no JSON"}, {"encrypted", true}});
        send({{"secret", "ffffffffffffffffffffffffffffffff"}});
        send({{"encrypted", false}, {"key", "k"}, {"updated", 5}});
        send({{"raw", "%%%"}, {"contentType", "text/plain"}});
        const auto received = fixture_->harness.receiver().wait(5);
        COMPARE_JSON(fixture_->opened(received.at(0).body),
                     (Json{{"event", "VERIFICATION_REVIEWED"}, {"key", "k"}, {"status", "approved"}}));
        QVERIFY(fixture_->opened(received.at(1).body).is_discarded());
        QVERIFY(!fixture_->opened(received.at(2).body).is_object());
        COMPARE_JSON(Json::parse(received.at(3).body)["updated"], Json(5));
        QCOMPARE(received.at(4).body, std::string{"%%%"});
        QCOMPARE(send({{"secret", "short"}}).status, 400);
        QCOMPARE(send({{"url", "http://example.com/"}}).status, 400);
    }

    void replay_isTheSameBytesOnceMore() {
        fixture_->submit("joao");
        fixture_->events(1);
        const auto id = fixture_->control("GET", "/deliveries").json()["deliveries"][0]["eventId"].get<std::string>();
        QCOMPARE(fixture_->control("POST", "/deliveries/" + id + "/replay").status, 200);
        const auto received = fixture_->harness.receiver().wait(2);
        QCOMPARE(received.at(0).body, received.at(1).body);
        QCOMPARE(fixture_->control("POST", "/deliveries/none/replay").status, 404);
    }

private:
    std::unique_ptr<PassbaseFixture> fixture_;
};

VERDESK_TEST(PassbaseEventTest)
#include "passbase/event_test.moc"
