#include "backend/hooks/push.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;

class PushTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void digest_is_of_the_event_id_where_there_is_one() {
        providers::Pushed pushed;
        pushed.eventId = "evt_1";
        QCOMPARE(digestOf("a", pushed, "one"), digestOf("a", pushed, "two"));
        QVERIFY(digestOf("a", pushed, "one") != digestOf("b", pushed, "one"));
    }

    void digest_is_of_the_body_otherwise() {
        const providers::Pushed pushed;
        QCOMPARE(digestOf("a", pushed, "one"), digestOf("a", pushed, "one"));
        QVERIFY(digestOf("a", pushed, "one") != digestOf("a", pushed, "two"));
        providers::Pushed named;
        named.eventId = "one";
        QVERIFY(digestOf("a", pushed, "one") != digestOf("a", named, "one"));
    }

    void row_reads_as_the_request_did() {
        http::Request request;
        request.headers = {{"Host", "desk.bank.example"},
                           {"X-PASSID-Signature", "sha256=00"},
                           {"user-agent", "PASSID"},
                           {"Content-Type", "application/json"}};
        request.body = std::string{"a\0b", 3};
        const auto push = pushFrom(std::move(request));
        store::HookRow row;
        row.body = push.body;
        row.headers = headersText(push);

        const auto again = pushFrom(row);

        QCOMPARE(again.body, push.body);
        QVERIFY(again.header("x-passid-signature") == "sha256=00");
        QVERIFY(again.header("content-type") == "application/json");
        QVERIFY(!again.header("host"));
        QVERIFY(!again.header("User-Agent"));
    }

    void row_with_unreadable_headers_has_none() {
        store::HookRow row;
        row.headers = "{";
        QVERIFY(pushFrom(row).headers.empty());
    }
};

VERDESK_TEST(PushTest)
#include "push_test.moc"
