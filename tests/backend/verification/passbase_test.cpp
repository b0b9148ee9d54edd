// Passbase's own adapter in the service: what only both together show.
#include "crypto/cbc.h"
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include <QTest>

#include <algorithm>

using namespace verdesk;
using namespace verdesk::backend;
using nlohmann::json;
using std::chrono::minutes;
using std::chrono::seconds;
using test::Office;

namespace {

constexpr const char* ada = "22222222-2222-4222-8222-222222222222";
constexpr const char* eve = "33333333-3333-4333-8333-333333333333";
constexpr const char* secret = "0123456789abcdef0123456789abcdef";

std::string addressOf(const std::string& identity) {
    return "https://api.passbase.com/verification/v2/identities/" + identity;
}

std::int64_t secondsNow(const Office& office) {
    return std::chrono::floor<seconds>(office.time.now()).time_since_epoch().count();
}

// An office with an account at Passbase and two flows: a check, and one for customers who are known.
struct PassbaseOffice {
    Office office;

    PassbaseOffice() {
        AccountConfig account;
        account.provider = "passbase";
        account.account.id = "passbase_main";
        account.account.environment = Environment::sandbox;
        account.account.options = {{"publishable_key", "pk_invented"}};
        account.account.secrets["secret_key"].emplace_back("sk_invented");
        account.account.secrets["webhook_secret"].emplace_back(secret);
        account.hookSegment = "pb";
        office.config.accounts["passbase_main"] = account;
        addFlow("passbase", {"surname"}, json::object());
        addFlow("passbase_again", {"liveness_verified"}, {{"reauthentication", true}});
        office.restart();
    }

    void addFlow(const char* id, std::vector<std::string> asks, json options) {
        FlowConfig flow;
        flow.account = "passbase_main";
        flow.flow.id = id;
        flow.flow.launches = {LaunchKind::widget};
        flow.flow.asks = std::move(asks);
        flow.flow.options = std::move(options);
        flow.digest = "d1";
        office.config.flows.push_back(std::move(flow));
    }

    VerificationId start(const char* flow, const CaseId& owner) {
        StartVerification what;
        what.flow = flow;
        what.launch = LaunchKind::widget;
        const auto id = office.run(office.service->start(office.who, owner, what, flow + owner.value)).id;
        return office.reaches(id, State::awaiting) ? id : VerificationId{};
    }

    // From now on this is what Passbase says of the identity.
    void lay(std::int64_t updated, int status = 200) {
        if (identity_.is_null()) {
            const json passport{{"type", "PASSPORT"}, {"datapoints", {{"last_name", "Okoro"}}}};
            identity_ = {{"id", ada},
                         {"status", "approved"},
                         {"created", secondsNow(office)},
                         {"resources", json::array({passport})},
                         {"watchlist", {{"clean", true}}}};
        }
        identity_["updated"] = updated;
        office.web.clear(addressOf(ada));
        office.web.lay(addressOf(ada), {status, identity_.dump()});
    }

    void pageEnds(const VerificationId& id) {
        const json message{{"type", "iframeSubmitted"}, {"data", json::array({ada})}};
        office.returned(id, providers::MessageReturn{message.dump()});
    }

    void push(const std::string& type, const std::string& identity, std::int64_t updated) {
        const auto event = json{{"event", type}, {"key", identity}, {"updated", updated}}.dump();
        http::Request request;
        request.method = "POST";
        request.parameters = {{"provider", "passbase"}, {"segment", "pb"}};
        request.body =
            crypto::toBase64(crypto::encryptCbc(*crypto::Key::from(crypto::viewOf(secret)), {}, crypto::viewOf(event)));
        QCOMPARE(office.run(office.receiver->receive(std::move(request))).status, 200);
        office.settleDown();
    }

    // A customer whom a check made known, and a check that awaits a sign of life of theirs.
    VerificationId awaitAda() {
        lay(secondsNow(office));
        const auto known = start("passbase", office.openCase("K-7"));
        pageEnds(known);
        const bool isKnown =
            office.reaches(known, State::completed) && office.get(known).verdict == claims::Verdict::pass;
        office.time.skip(minutes{1});
        return isKnown ? start("passbase_again", office.openCase("K-7")) : VerificationId{};
    }

private:
    json identity_;
};

claims::Claim livenessOf(const Verification& verification) {
    const auto* claim = claims::find(verification.claims, claims::name::liveness);
    return claim == nullptr ? claims::Claim{} : *claim;
}

}  // namespace

class PassbaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void known_customer_is_through_when_passbase_says_so() {
        PassbaseOffice bank;
        auto& office = bank.office;
        const auto id = bank.awaitAda();
        QVERIFY(!id.empty());
        bank.lay(secondsNow(office));
        bank.push("IDENTITY_AUTHENTICATED", ada, secondsNow(office));
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.get(id).verdict, claims::Verdict::pass);
        QVERIFY(livenessOf(office.get(id)).status == claims::Status::proven);
        QVERIFY(office.faults().empty());
    }

    void what_passbase_said_outlives_the_process() {
        PassbaseOffice bank;
        auto& office = bank.office;
        const auto id = bank.awaitAda();
        bank.lay(secondsNow(office), 503);
        bank.push("IDENTITY_AUTHENTICATED", ada, secondsNow(office));
        QVERIFY(office.until([&] { return office.row(id).details.heard.size() == 1; }));
        office.kill();
        bank.lay(secondsNow(office));
        office.start();
        office.advance(minutes{1}, seconds{5});
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.get(id).verdict, claims::Verdict::pass);
        QVERIFY(office.faults().empty());
    }

    // A screening that stays clean moves the time of the last change as well, and tells it by an event of its own.
    void change_without_the_event_is_for_review() {
        PassbaseOffice bank;
        auto& office = bank.office;
        const auto id = bank.awaitAda();
        bank.lay(secondsNow(office));
        bank.push("DATAPOINT_UPDATED", ada, secondsNow(office));
        office.advance(seconds{90}, seconds{5});
        QCOMPARE(office.get(id).state, State::awaiting);
        office.advance(minutes{1}, seconds{5});
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.get(id).verdict, claims::Verdict::review);
        QVERIFY(livenessOf(office.get(id)).status == claims::Status::unknown);
        QVERIFY(office.faults().empty());
    }

    void event_of_another_customer_or_of_before_ends_nothing() {
        PassbaseOffice bank;
        auto& office = bank.office;
        const auto before = secondsNow(office);
        const auto id = bank.awaitAda();
        bank.push("IDENTITY_AUTHENTICATED", eve, secondsNow(office));
        bank.push("IDENTITY_AUTHENTICATED", ada, before);
        office.advance(minutes{3}, seconds{5});
        QCOMPARE(office.get(id).state, State::awaiting);
        QVERIFY(office.faults().empty());
    }

    // No metadata and no address: but for the page nobody would ever know whose it was.
    void end_of_the_page_while_passbase_is_in_trouble_is_not_lost() {
        PassbaseOffice bank;
        auto& office = bank.office;
        bank.lay(secondsNow(office), 503);
        const auto id = bank.start("passbase", office.openCase());
        bank.pageEnds(id);
        office.advance(seconds{10}, seconds{1});
        QVERIFY(office.until([&] { return office.row(id).providerKey.ends_with(ada); }));
        QCOMPARE(office.get(id).state, State::verifying);
        bank.lay(secondsNow(office));
        office.advance(minutes{1}, seconds{5});
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.row(id).providerKey, std::string{ada});
        QVERIFY(office.faults().empty());
    }
};

VERDESK_TEST(PassbaseTest)
#include "passbase_test.moc"
