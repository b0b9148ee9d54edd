// Texts that a provider wants told to a customer: sent at once, kept nowhere.
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include "backend/store/statement.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using store::HookState;
using test::Office;

namespace {

using Outcomes = std::vector<HookOutcome>;

nlohmann::json message(const std::string& id) {
    nlohmann::json body{{"relay", {{"channel", "sms"}, {"to", "+000"}, {"text", "Your code is 0000"}}}};
    if (!id.empty()) {
        body["id"] = id;
    }
    return body;
}

std::int64_t rows(Office& office) {
    return office.read([](store::Reading& r) { return store::selectNumber(r, "count(*)", "from hooks"); });
}

}  // namespace

class RelayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_is_handed_to_the_sender_and_kept_nowhere() {
        Office office;
        QCOMPARE(office.tellScripted(message({})), 200);
        QCOMPARE(office.relayed.size(), std::size_t{1});
        QCOMPARE(office.relayed.front().channel, std::string{"sms"});
        QCOMPARE(office.relayed.front().to, std::string{"+000"});
        QCOMPARE(office.relayed.front().text, std::string{"Your code is 0000"});
        QCOMPARE(rows(office), std::int64_t{0});
        QCOMPARE(office.received, Outcomes{HookOutcome::relayed});
        // Without an id nobody can tell it from another one: a customer may ask for the code again.
        QCOMPARE(office.tellScripted(message({})), 200);
        QCOMPARE(office.relayed.size(), std::size_t{2});
    }

    void text_that_the_sender_does_not_take_comes_again() {
        Office office;
        office.sends = Sent::failed;
        QCOMPARE(office.tellScripted(message("e1")), 503);
        QCOMPARE(rows(office), std::int64_t{0});
        office.sends = Sent::taken;
        QCOMPARE(office.tellScripted(message("e1")), 200);
        QCOMPARE(office.received, (Outcomes{HookOutcome::unsent, HookOutcome::relayed}));
        QCOMPARE(office.relayed.size(), std::size_t{2});
    }

    void event_that_was_sent_is_not_sent_twice() {
        Office office;
        office.tellScripted(message("e1"));
        QCOMPARE(office.tellScripted(message("e1")), 200);
        QCOMPARE(office.relayed.size(), std::size_t{1});
        QCOMPARE(office.received, (Outcomes{HookOutcome::relayed, HookOutcome::replayed}));
        QCOMPARE(office.hooks(HookState::done), std::int64_t{1});
        QVERIFY(office.faults().empty());
    }

    void text_that_cannot_be_read_is_kept_nowhere_and_comes_again_data() {
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("for nobody") << QByteArray{} << QByteArray{"Your code is 0000"};
        QTest::newRow("without words") << QByteArray{"+000"} << QByteArray{};
    }
    void text_that_cannot_be_read_is_kept_nowhere_and_comes_again() {
        QFETCH(const QByteArray, to);
        QFETCH(const QByteArray, text);
        Office office;
        auto body = message("e1");
        body["relay"]["to"] = to.toStdString();
        body["relay"]["text"] = text.toStdString();
        QCOMPARE(office.tellScripted(body), 503);
        QVERIFY(office.relayed.empty());
        QCOMPARE(rows(office), std::int64_t{0});
        QCOMPARE(office.received, Outcomes{HookOutcome::unsent});
    }

    void unsigned_text_is_not_sent() {
        Office office;
        auto body = message("e1");
        body["signed"] = false;
        QCOMPARE(office.tellScripted(body), 401);
        QVERIFY(office.relayed.empty());
    }
};

VERDESK_TEST(RelayTest)
#include "relay_test.moc"
