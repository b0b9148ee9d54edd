// By what a provider knows an attempt and a customer, learned only while it is asked; and who is known from then on.
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include <QTest>

#include <algorithm>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::seconds;
using test::Office;
using test::ScriptedProvider;

namespace {

// A check of that reference which the provider accepted.
VerificationId accepted(Office& office, const CaseId& owner, std::vector<claims::Claim> more = {}) {
    const auto id = office.startScripted(owner).id;
    office.scripted.script[ScriptedProvider::firstKey(id)] = {
        ScriptedProvider::accepted("identity-1", "person-1", std::move(more))};
    office.advance(seconds{10});
    office.reaches(id, State::completed);
    return id;
}

bool has(const std::vector<std::string>& events, const std::string& type) {
    return std::find(events.begin(), events.end(), type) != events.end();
}

}  // namespace

class IdentifiedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void key_is_learned_from_an_answer_that_ends_nothing() {
        Office office;
        const auto id = office.startScripted(office.openCase()).id;
        office.scripted.script[ScriptedProvider::firstKey(id)] = {
            ScriptedProvider::still(State::awaiting, "identity-1")};
        office.advance(seconds{10});
        QVERIFY(office.until([&] { return office.row(id).providerKey == "identity-1"; }));
        QVERIFY(has(office.events(id), "verification.identified"));
        QCOMPARE(office.get(id).state, State::awaiting);
        office.advance(seconds{15});
        QCOMPARE(office.scripted.asked.back(), std::string{"identity-1"});
        const auto before = office.scripted.asked.size();
        office.restart();
        QVERIFY(office.until([&] { return office.scripted.asked.size() > before; }));
        QCOMPARE(office.scripted.asked.back(), std::string{"identity-1"});
        QVERIFY(office.faults().empty());
    }

    void questions_grow_rarer_and_a_webhook_makes_them_frequent_again() {
        Office office;
        const auto id = office.startScripted(office.openCase()).id;
        const auto& asked = office.scripted.asked;
        office.advance(seconds{10});
        QCOMPARE(asked.size(), std::size_t{1});
        office.advance(seconds{14});
        QCOMPARE(asked.size(), std::size_t{1});
        office.advance(seconds{1});
        QCOMPARE(asked.size(), std::size_t{2});
        office.advance(seconds{22});
        QCOMPARE(asked.size(), std::size_t{2});
        office.advance(seconds{1});
        QCOMPARE(asked.size(), std::size_t{3});
        office.tellScripted({{"id", "e1"}, {"wake", ScriptedProvider::firstKey(id)}});
        QVERIFY(office.until([&] { return asked.size() == 4; }));
        office.advance(seconds{15});
        QCOMPARE(asked.size(), std::size_t{5});
    }

    void flow_for_known_customers_takes_those_whom_a_check_accepted() {
        Office office;
        office.scripted.knownAlone = true;
        const auto first = office.openCase("K-7");
        QCOMPARE(office.problemOf([&] { office.startScripted(first); }), std::string{"customer-not-known"});
        office.scripted.knownAlone = false;
        accepted(office, first);
        office.scripted.knownAlone = true;
        office.startScripted(office.openCase("K-7"));
        QCOMPARE(office.scripted.begun.back().person, std::string{"person-1"});
        QCOMPARE(office.problemOf([&] { office.startScripted(office.openCase("K-8")); }),
                 std::string{"customer-not-known"});
        QVERIFY(office.faults().empty());
    }

    void customer_of_whom_worse_is_found_is_known_no_more() {
        Office office;
        const auto id = accepted(office, office.openCase("K-7"));
        office.scripted.script["identity-1"] = {ScriptedProvider::accepted(
            "identity-1", "person-1",
            {{std::string{claims::name::watchlistMatch}, claims::Flag{true}, claims::Status::proven, {}, nullptr}})};
        office.tellScripted({{"id", "e1"}, {"wake", "identity-1"}});
        QVERIFY(office.until([&] { return office.get(id).verdict == claims::Verdict::review; }));
        office.scripted.knownAlone = true;
        QCOMPARE(office.problemOf([&] { office.startScripted(office.openCase("K-7")); }),
                 std::string{"customer-not-known"});
        QVERIFY(office.faults().empty());
    }

    void desk_is_told_of_to_the_provider() {
        Office office;
        office.who.userAgent = "Verdesk/1.0 (Linux)";
        office.startScripted(office.openCase());
        QCOMPARE(office.scripted.begun.back().userAgent, std::string{"Verdesk/1.0 (Linux)"});
        QCOMPARE(office.scripted.begun.back().language, std::string{"de"});
    }
};

VERDESK_TEST(IdentifiedTest)
#include "identified_test.moc"
