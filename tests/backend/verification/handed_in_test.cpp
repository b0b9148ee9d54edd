#include "backend/verification/handed_in.h"

#include "tests/support/registry.h"

#include <QRegularExpression>
#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;

class HandedInTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void key_is_the_same_for_the_same_act_alone() {
        const auto key = crypto::Key::random();
        const StaffId tina{"tina"};
        const auto name = keyOfAct(key, tina, "v1", "k1");
        QCOMPARE(keyOfAct(key, tina, "v1", "k1"), name);
        QVERIFY(keyOfAct(key, tina, "v1", "k2") != name);
        QVERIFY(keyOfAct(key, tina, "v2", "k1") != name);
        QVERIFY(keyOfAct(key, StaffId{"olga"}, "v1", "k1") != name);
        QVERIFY(keyOfAct(crypto::Key::random(), tina, "v1", "k1") != name);
    }

    void key_is_a_uuid() {
        const QRegularExpression uuid{
            QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")};
        const auto name = QString::fromStdString(keyOfAct(crypto::Key::random(), StaffId{"s"}, "v", "k"));
        QVERIFY2(uuid.match(name).hasMatch(), qPrintable(name));
    }

    void what_was_handed_in_reads_back() {
        const auto token = returnFrom(textOf(providers::TokenReturn{crypto::Secret{"PASSID-1 \"\\"}}));
        QCOMPARE(std::string{std::get<providers::TokenReturn>(*token).token.reveal()}, std::string{"PASSID-1 \"\\"});
        const auto message = returnFrom(textOf(providers::MessageReturn{R"({"type":"done"})"}));
        QCOMPARE(std::get<providers::MessageReturn>(*message).message, std::string{R"({"type":"done"})"});
        const auto redirect = returnFrom(textOf(providers::RedirectReturn{"https://x/?code=1"}));
        QCOMPARE(std::get<providers::RedirectReturn>(*redirect).url, std::string{"https://x/?code=1"});
        QVERIFY(std::holds_alternative<providers::ClosedReturn>(*returnFrom(textOf(providers::ClosedReturn{}))));
    }

    void what_is_no_call_of_its_own_reads_as_nothing() {
        QVERIFY(!returnFrom(handedInPart));
        QVERIFY(!returnFrom(startedAct));
        QVERIFY(!returnFrom(""));
        QVERIFY(!returnFrom("[]"));
    }

    void reply_reads_back() {
        const auto reply = replyFrom(toText(HttpReply{409, R"({"a":1})", {{"Content-Type", "application/json"}}}));
        QCOMPARE(reply->status, 409);
        QCOMPARE(reply->body, std::string{R"({"a":1})"});
        QCOMPARE(reply->headers.size(), std::size_t{1});
        QVERIFY(!replyFrom(""));
    }
};

VERDESK_TEST(HandedInTest)
#include "handed_in_test.moc"
