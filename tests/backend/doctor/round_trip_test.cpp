#include "backend/doctor/round_trip.h"
#include "providers/registry.h"
#include "tests/backend/doctor/surgery.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::doctor;
using egress::test::reply;
using test::Surgery;

namespace {

std::vector<Finding> tripOf(Surgery& surgery) {
    return egress::test::run(roundTrip(surgery.config, surgery.account(), surgery.toUs, surgery.clock));
}

providers::Pushed readBy(const Surgery& surgery, const HttpRequest& request) {
    const auto& account = surgery.config.accounts.at("main");
    return providers::find(account.provider)
        ->receive(surgery.config.context(account, surgery.clock.now()), {request.headers, request.body});
}

// The account at another provider, whose webhooks carry that secret.
void useProvider(Surgery& surgery, const char* provider, const char* name, const std::string& secret) {
    auto& account = surgery.account();
    account.provider = provider;
    account.account.secrets.clear();
    account.account.secrets[name].emplace_back(std::string{secret});
}

}  // namespace

class RoundTripTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goodAndForged_areSentToThePublicAddress() {
        Surgery surgery;
        surgery.toUs.then(reply(200, "OK")).then(reply(401));
        const auto findings = tripOf(surgery);
        QCOMPARE(findings.size(), std::size_t{2});
        QCOMPARE(findings[0].level, Level::good);
        QCOMPARE(findings[1].check, std::string{"forged-webhook"});
        QCOMPARE(findings[1].level, Level::good);
        const auto& sent = surgery.toUs.sent;
        QCOMPARE(sent.at(0).method, std::string{"POST"});
        QCOMPARE(sent.at(0).url, std::string{"https://hooks.bank.example/hooks/passid/"} + Surgery::segment);
        // The first says nothing to the backend, and the second is refused by it.
        QVERIFY(std::holds_alternative<providers::Ignored>(readBy(surgery, sent.at(0)).what));
        QVERIFY(readBy(surgery, sent.at(0)).authenticated);
        QVERIFY(std::holds_alternative<providers::Rejected>(readBy(surgery, sent.at(1)).what));
    }

    // Identomat's secret is one member of the body: whatever its length, it has to be the part that is wrong.
    void identomat_refusesTheForged_whateverTheKeysLength() {
        for (std::size_t length = 8; length <= 64; ++length) {
            Surgery surgery;
            useProvider(surgery, "identomat", "callback_api_key", std::string(length, 'k'));
            surgery.toUs.then(reply(200, "OK")).then(reply(401));
            QCOMPARE(tripOf(surgery).size(), std::size_t{2});
            const auto& sent = surgery.toUs.sent;
            QVERIFY(readBy(surgery, sent.at(0)).authenticated);
            QVERIFY2(std::holds_alternative<providers::Rejected>(readBy(surgery, sent.at(1)).what),
                     std::to_string(length).c_str());
        }
    }

    void passbase_refusesTheForged() {
        Surgery surgery;
        useProvider(surgery, "passbase", "webhook_secret", "0123456789abcdef0123456789abcdef");
        surgery.toUs.then(reply(200, "OK")).then(reply(401));
        QCOMPARE(tripOf(surgery).size(), std::size_t{2});
        const auto& sent = surgery.toUs.sent;
        QVERIFY(readBy(surgery, sent.at(0)).authenticated);
        QVERIFY(std::holds_alternative<providers::Rejected>(readBy(surgery, sent.at(1)).what));
    }

    void forged_thatIsTaken_isWrong() {
        Surgery surgery;
        surgery.toUs.then(reply(200)).then(reply(200));
        const auto findings = tripOf(surgery);
        QCOMPARE(findings.at(1).level, Level::wrong);
        QVERIFY(findings.at(1).remedy.find("do not go live") != std::string::npos);
    }

    void answers_areTold_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("level");
        const auto row = [](int status, Level level) {
            QTest::addRow("%d", status) << status << static_cast<int>(level);
        };
        row(401, Level::wrong);
        row(403, Level::skipped);
        row(404, Level::wrong);
        row(429, Level::warning);
        row(502, Level::wrong);
        row(301, Level::wrong);
    }
    void answers_areTold() {
        QFETCH(int, status);
        QFETCH(int, level);
        Surgery surgery;
        surgery.toUs.then(reply(status));
        const auto findings = tripOf(surgery);
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(static_cast<int>(findings.front().level), level);
        QVERIFY(!findings.front().remedy.empty());
        QVERIFY(findings.front().what.find(Surgery::segment) == std::string::npos);
    }

    void silence_isToldAsWhatItIs() {
        Surgery surgery;
        surgery.toUs.then(egress::test::timeout());
        QVERIFY(tripOf(surgery).front().what.find("10 seconds") != std::string::npos);
        surgery.toUs.then(egress::test::noConnection());
        QCOMPARE(tripOf(surgery).front().level, Level::wrong);
        QCOMPARE(surgery.toUs.deadlines.front(), std::chrono::milliseconds{10'000});
    }

    void accountsWithoutWebhooks_areSkipped() {
        Surgery surgery;
        surgery.account().account.secrets.erase("webhook_secret");
        QCOMPARE(tripOf(surgery).front().level, Level::skipped);
        surgery.account().hookSegment.clear();
        QCOMPARE(tripOf(surgery).front().level, Level::skipped);
        QVERIFY(surgery.toUs.sent.empty());
    }
};

VERDESK_TEST(RoundTripTest)
#include "round_trip_test.moc"
