#include "exchange/http_message.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;

class HttpMessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void header_isFoundInAnyCase_firstOneCounts() {
        const HttpReply reply{200, "", {{"Retry-After", "3"}, {"retry-after", "9"}, {"X-Empty", ""}}};
        QCOMPARE(reply.header("RETRY-AFTER").value_or("none"), std::string_view{"3"});
        QCOMPARE(reply.header("x-empty").value_or("none"), std::string_view{""});
        QVERIFY(!reply.header("Retry"));
        QVERIFY(!reply.header("Retry-After "));
        QVERIFY(!reply.header("Retry_After"));
    }

    void get_mayBeRepeated_postMayNot() {
        QVERIFY(get("https://p/").repeatable);
        QVERIFY(!post("https://p/").repeatable);
        QCOMPARE(get("https://p/").method, std::string{"GET"});
        QCOMPARE(post("https://p/").method, std::string{"POST"});
    }

    void once_marksItForTheJournal() {
        const auto request = post("https://p/").sending("{}", "application/json").with("A", "b").once("k1");
        QVERIFY(!request.repeatable);
        QVERIFY(!request.replayable);
        QCOMPARE(request.idempotencyKey, std::string{"k1"});
        QCOMPARE(request.body, std::string{"{}"});
        QCOMPARE(request.headers, (std::vector<Header>{{"Content-Type", "application/json"}, {"A", "b"}}));
        QVERIFY(post("https://p/").once("k1").safeToReplay().replayable);
    }
};

VERDESK_TEST(HttpMessageTest)
#include "http_message_test.moc"
