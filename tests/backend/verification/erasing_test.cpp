// Erasing a case, and what its providers are asked to delete.
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include "backend/events/event.h"
#include "backend/store/statement.h"
#include "backend/store/tables/erasures.h"
#include "backend/store/tables/verifications.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::seconds;
using store::HookState;
using test::Office;
using test::ScriptedProvider;

namespace {

// A closed case with a check that was completed under "identity-1".
struct Visit {
    explicit Visit(Office& office) : owner{office.openCase("K-7")}, id{office.startScripted(owner).id} {
        office.scripted.script[ScriptedProvider::firstKey(id)] = {ScriptedProvider::accepted("identity-1", "person-1")};
        office.advance(seconds{10});
        office.reaches(id, State::completed);
        office.closeCase(owner);
    }
    CaseId owner;
    VerificationId id;
};

std::int64_t waiting(Office& office) {
    return office.read([](store::Reading& r) { return store::tables::countForgets(r); });
}

// The accounts where the log says that something of an erased case remains.
nlohmann::json remainsAt(Office& office, const CaseId& id) {
    auto rows = office.read([id](store::Reading& r) {
        return store::select(r, "canonical", "from events where case_id = :id and type = 'case.erased'", id);
    });
    std::string text;
    rows.at(0).into(text);
    return eventFrom(text).data.at("remains_at");
}

}  // namespace

class ErasingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void erased_case_is_empty_and_forgotten_by_its_provider() {
        Office office;
        const Visit visit{office};
        office.erase(visit.owner);
        QVERIFY(office.until([&] { return waiting(office) == 0; }));
        QCOMPARE(office.scripted.forgotten, std::vector<std::string>{"identity-1"});
        const auto left = office.get(visit.id);
        QCOMPARE(left.state, State::completed);
        QVERIFY(left.claims.empty());
        QVERIFY(office.caseRow(visit.owner).erasedAt);
        QCOMPARE(office.caseRow(visit.owner).reference, std::string{});
        QCOMPARE(office.eventsOf(visit.owner).back(), std::string{"case.erased"});
        QCOMPARE(office.events(visit.id).back(), std::string{"verification.forgotten"});
        QVERIFY(office.faults().empty());
    }

    void provider_that_does_not_answer_is_asked_again_over_a_restart() {
        Office office;
        const Visit visit{office};
        office.scripted.forgetFails = 2;
        office.erase(visit.owner);
        QVERIFY(office.until([&] { return office.scripted.forgetFails == 1; }));
        office.settleDown();
        QCOMPARE(waiting(office), std::int64_t{1});
        QVERIFY(office.faults().empty());
        office.restart();
        QVERIFY(office.until([&] { return office.scripted.forgetFails == 0; }));
        office.settleDown();
        QVERIFY(office.scripted.forgotten.empty());
        office.advance(seconds{11}, seconds{1});
        QVERIFY(office.until([&] { return waiting(office) == 0; }));
        QCOMPARE(office.scripted.forgotten, std::vector<std::string>{"identity-1"});
        QVERIFY(office.faults().empty());
    }

    void sessions_that_a_fresh_page_replaced_are_forgotten_too() {
        Office office;
        const Visit visit{office};
        office.write([&](store::Transaction& t) {
            auto row = *store::tables::findVerification(t, visit.id);
            row.details.formerKeys = {"identity-0"};
            store::tables::update(t, row);
        });
        office.erase(visit.owner);
        QVERIFY(office.until([&] { return waiting(office) == 0; }));
        QCOMPARE(office.scripted.forgotten, (std::vector<std::string>{"identity-0", "identity-1"}));
    }

    void session_that_is_not_deleted_keeps_no_other_one_there() {
        Office office;
        const Visit visit{office};
        office.write([&](store::Transaction& t) {
            auto row = *store::tables::findVerification(t, visit.id);
            row.details.formerKeys = {"identity-0"};
            store::tables::update(t, row);
        });
        office.scripted.forgetFails = 1;
        office.erase(visit.owner);
        QVERIFY(office.until([&] { return !office.scripted.forgotten.empty(); }));
        office.settleDown();
        QCOMPARE(office.scripted.forgotten, std::vector<std::string>{"identity-1"});
        QCOMPARE(waiting(office), std::int64_t{1});
        office.advance(seconds{11}, seconds{1});
        QVERIFY(office.until([&] { return waiting(office) == 0; }));
        QCOMPARE(office.scripted.forgotten.at(1), std::string{"identity-0"});
        QVERIFY(office.faults().empty());
    }

    void what_a_token_proved_remains_with_its_provider_and_that_is_said() {
        Office office;
        office.passid.offerToken(test::goodToken);
        const auto owner = office.openCase();
        const auto id = office.startToken(owner).id;
        office.token(id);
        QVERIFY(office.reaches(id, State::completed));
        office.closeCase(owner);
        office.erase(owner);
        office.settleDown();
        QCOMPARE(office.row(id).providerKey, std::string{});
        QVERIFY(remainsAt(office, owner) == nlohmann::json::array({office.row(id).account}));
        QVERIFY(office.faults().empty());
    }

    void nobody_is_asked_who_cannot_delete() {
        Office office;
        office.scripted.forgets = false;
        const Visit visit{office};
        office.erase(visit.owner);
        office.settleDown();
        QCOMPARE(waiting(office), std::int64_t{0});
        QVERIFY(office.scripted.forgotten.empty());
        QCOMPARE(office.events(visit.id).back(), std::string{"verification.completed"});
        QVERIFY(office.faults().empty());
    }

    void only_a_closed_case_is_erased_and_only_once() {
        Office office;
        const auto owner = office.openCase();
        const auto refused = [&](const CaseId& id, const std::string& reason) {
            return office.problemOf([&] { office.erase(id, reason); });
        };
        QCOMPARE(refused(owner, "asked for"), std::string{"case-not-closed"});
        QCOMPARE(refused(CaseId{"no such"}, "asked for"), std::string{"not-found"});
        office.closeCase(owner);
        office.who.branch = "harbour";
        QCOMPARE(refused(owner, "asked for"), std::string{"not-found"});
        office.who.branch = "city";
        QCOMPARE(refused(owner, "asked for"), std::string{});
        QCOMPARE(refused(owner, "asked for"), std::string{});  // the same act again
        QCOMPARE(refused(owner, "another reason"), std::string{"case-erased"});
        QCOMPARE(office.eventsOf(owner).back(), std::string{"case.erased"});
        QVERIFY(office.faults().empty());
    }

    void check_that_still_runs_is_cancelled() {
        Office office;
        const auto owner = office.openCase();
        const auto id = office.startScripted(owner).id;
        office.closeCase(owner);
        office.erase(owner);
        QVERIFY(office.until([&] { return waiting(office) == 0; }));
        QCOMPARE(office.get(id).state, State::cancelled);
        QCOMPARE(office.service->openSessions(), std::size_t{0});
        QCOMPARE(office.scripted.forgotten, std::vector<std::string>{ScriptedProvider::firstKey(id)});
        QVERIFY(office.faults().empty());
    }

    void session_that_opens_when_all_is_erased_is_forgotten_too() {
        Office office;
        const auto owner = office.openCase();
        office.scripted.begins = "https://scripted.example/begin";
        office.web.meanwhile = [&] { return office.closesAndErases(owner); };
        const auto id = office.startScripted(owner).id;
        QVERIFY(office.until([&] { return !office.scripted.forgotten.empty() && waiting(office) == 0; }));
        QCOMPARE(office.scripted.forgotten, std::vector<std::string>{ScriptedProvider::firstKey(id)});
        QCOMPARE(office.row(id).providerKey, std::string{});
        const auto events = office.events(id);
        QCOMPARE(events.at(events.size() - 2), std::string{"verification.opened_late"});
        QCOMPARE(events.back(), std::string{"verification.forgotten"});
        QVERIFY(office.faults().empty());
    }

    void fresh_page_that_comes_when_all_is_erased_is_forgotten_too() {
        Office office;
        const auto owner = office.openCase();
        const auto id = office.startScripted(owner).id;
        office.scripted.begins = "https://scripted.example/begin";
        office.web.meanwhile = [&] { return office.closesAndErases(owner); };
        office.scripted.opensAs = "another";
        office.run(office.service->renew(office.who, id, "n1"));
        QVERIFY(office.until([&] { return office.scripted.forgotten.size() == 2 && waiting(office) == 0; }));
        QCOMPARE(office.scripted.forgotten, (std::vector<std::string>{ScriptedProvider::firstKey(id), "another"}));
        QCOMPARE(office.events(id).back(), std::string{"verification.forgotten"});
        QVERIFY(office.faults().empty());
    }

    void what_comes_later_changes_nothing() {
        Office office;
        const Visit visit{office};
        office.erase(visit.owner);
        QVERIFY(office.until([&] { return waiting(office) == 0; }));
        const auto events = office.events(visit.id);
        office.tellScripted({{"id", "e1"}, {"wake", "identity-1"}});
        QVERIFY(office.until([&] { return office.hooks(HookState::unmatched) == 1; }));
        QCOMPARE(office.events(visit.id), events);
        office.scripted.knownAlone = true;
        QCOMPARE(office.problemOf([&] { office.startScripted(office.openCase("K-7")); }),
                 std::string{"customer-not-known"});
        QVERIFY(office.faults().empty());
    }
};

VERDESK_TEST(ErasingTest)
#include "erasing_test.moc"
