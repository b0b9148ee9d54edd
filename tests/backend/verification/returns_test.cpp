// Browsers that come back to an address that names nobody: it says that a customer is done, and not whose it was. A
// provider that can be asked is asked at once, as where its page was closed.
#include "tests/backend/support/office.h"
#include "tests/support/postgres.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::seconds;
using test::Office;
using test::ScriptedProvider;

namespace {

constexpr const char* address = "https://desk.bank.example/return/scripted";

providers::Return redirect() {
    return providers::RedirectReturn{address};
}

// A check that the provider would answer well, if it were asked.
VerificationId startedAndSent(Office& office, const std::string& reference = "K-1001") {
    const auto id = office.startScripted(office.openCase(reference)).id;
    office.scripted.script[ScriptedProvider::firstKey(id)] = {
        ScriptedProvider::accepted("identity-" + id.value, "person-" + id.value)};
    return id;
}

}  // namespace

class ReturnsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void desk_that_came_back_has_its_check_asked_about_at_once() {
        Office office;
        const auto id = startedAndSent(office);
        QVERIFY(office.scripted.asked.empty());
        office.returned(id, redirect());
        QVERIFY(office.reaches(id, State::completed));  // without the clock having moved
        QCOMPARE(office.scripted.asked.size(), std::size_t{1});
        QCOMPARE(office.unanswered(), std::size_t{0});
        QVERIFY(office.faults().empty());
    }

    void customer_who_is_not_done_is_waited_for() {
        Office office;
        const auto id = office.startScripted(office.openCase()).id;
        office.returned(id, redirect());
        office.settleDown();
        QCOMPARE(office.scripted.asked.size(), std::size_t{1});
        QCOMPARE(office.get(id).state, State::verifying);
        QVERIFY(office.until([&] {
            office.advance(seconds{10});
            return office.scripted.asked.size() > 1;
        }));
        QVERIFY(office.faults().empty());
    }

    void address_that_is_not_ours_is_no_return() {
        Office office;
        const auto id = startedAndSent(office);
        int tried = 0;
        for (const auto* url :
             {"https://elsewhere.example/return/scripted", "https://desk.bank.example/return/scripted/x",
              "https://desk.bank.example/return/browser"}) {
            office.returned(id, providers::RedirectReturn{url}, "r" + std::to_string(++tried));
        }
        office.settleDown();
        QCOMPARE(office.get(id).state, State::awaiting);
        QVERIFY(office.scripted.asked.empty());
        office.returned(id, providers::RedirectReturn{std::string{address} + "?done=1"});
        QVERIFY(office.reaches(id, State::completed));
        QVERIFY(office.faults().empty());
    }

    void ended_check_stays_as_it_is() {
        Office office;
        const auto id = startedAndSent(office);
        office.cancel(id);
        QCOMPARE(office.returned(id, redirect()).state, State::cancelled);
        office.settleDown();
        QVERIFY(office.scripted.asked.empty());
        QVERIFY(office.faults().empty());
    }

    void check_that_another_replica_looks_after_is_asked_about_too() {
        Office office{store::PostgresServer{crypto::Secret{test::Postgres::instance().makeDatabase()}}};
        office.speakToAnother();  // both run before anything is started
        for (const auto& returned : {redirect(), providers::Return{providers::ClosedReturn{}}}) {
            const auto id = startedAndSent(office);
            office.speakToAnother();
            office.returned(id, returned);
            QVERIFY(office.reaches(id, State::completed));
        }
        QVERIFY(office.faults().empty());
    }

    void browser_of_nobody_wakes_those_that_wait() {
        Office office;
        const auto first = startedAndSent(office, "K-1");
        const auto second = office.startScripted(office.openCase("K-2")).id;
        QVERIFY(office.cameBack(address, false, "scripted"));
        QVERIFY(office.reaches(first, State::completed));
        QCOMPARE(office.scripted.asked.size(), std::size_t{2});
        QCOMPARE(office.get(second).state, State::awaiting);
        QVERIFY(office.faults().empty());
    }

    void browser_of_nobody_belongs_to_nothing_where_nobody_waits() {
        Office office;
        QVERIFY(!office.cameBack(address, false, "scripted"));
        office.cancel(startedAndSent(office));
        office.advance(seconds{10});
        QVERIFY(!office.cameBack(address, false, "scripted"));
        QVERIFY(office.scripted.asked.empty());
    }

    // Anybody can call that address as often as they like.
    void browsers_of_nobody_do_not_have_a_provider_asked_more_often_than_is_usual() {
        Office office;
        office.startScripted(office.openCase());
        for (int i = 0; i < 20; ++i) {
            QVERIFY(office.cameBack(address, false, "scripted"));
        }
        QCOMPARE(office.scripted.asked.size(), std::size_t{1});
        office.advance(seconds{9});
        QVERIFY(office.cameBack(address, false, "scripted"));
        QCOMPARE(office.scripted.asked.size(), std::size_t{1});
        office.advance(seconds{1});
        const auto before = office.scripted.asked.size();
        QVERIFY(office.cameBack(address, false, "scripted"));
        QCOMPARE(office.scripted.asked.size(), before + 1);
    }

    void way_back_that_names_nobody_cancels_nobody() {
        Office office;
        const auto id = startedAndSent(office);
        QVERIFY(!office.cameBack(std::string{address} + "/back", true, "scripted"));
        QCOMPARE(office.get(id).state, State::awaiting);
        QVERIFY(office.scripted.asked.empty());
    }
};

VERDESK_TEST(ReturnsTest)
#include "returns_test.moc"
