// Two processes over one PostgreSQL.

#include "tests/backend/support/office.h"
#include "tests/support/postgres.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::milliseconds;
using std::chrono::seconds;
using test::FakePassid;
using test::goodToken;
using test::Office;
using Fault = FakePassid::Fault;

class ReplicaTest : public QObject {
    Q_OBJECT

private:
    struct Pair : Office {
        Pair() : Office{store::PostgresServer{crypto::Secret{test::Postgres::instance().makeDatabase()}}} {}
    };

private Q_SLOTS:
    void one_is_killed_and_the_other_takes_over() {
        Pair office;
        office.speakToAnother();  // both run before anything is started
        const auto id = office.startQr(office.openCase()).id;
        office.speakToAnother();
        office.killAnother();
        office.passid.approve("req_1");
        office.advance(seconds{50});
        QCOMPARE(office.get(id).state, State::awaiting);
        office.advance(seconds{25});
        QVERIFY(office.reaches(id, State::completed));
        QVERIFY(office.faults().empty());
    }

    void one_that_starts_takes_over_and_the_other_leaves_off() {
        Pair office;
        const auto id = office.startQr(office.openCase()).id;
        office.speakToAnother();
        office.advance(seconds{30});
        const auto before = office.passid.count("poll");
        office.advance(seconds{10});
        QCOMPARE(office.passid.count("poll") - before, std::size_t{4});
        QCOMPARE(office.service->openSessions(), std::size_t{1});
        QCOMPARE(office.get(id).state, State::awaiting);
    }

    void what_one_cancels_the_other_asks_about_no_more() {
        Pair office;
        office.speakToAnother();
        const auto id = office.startQr(office.openCase()).id;
        office.speakToAnother();
        office.cancel(id);
        office.speakToAnother();
        QVERIFY(office.until([&] { return office.service->openSessions() == 0; }));
        office.advance(seconds{20});
        QCOMPARE(office.passid.count("poll"), std::size_t{0});
    }

    // The one that was told could not ask, and is gone.
    void what_one_was_told_the_other_asks_by() {
        Pair office;
        office.speakToAnother();
        const auto id = office.startScripted(office.openCase()).id;
        office.speakToAnother();
        office.scripted.asksFail = 1;
        office.tellScripted({{"id", "e1"}, {"news", "seen"}, {"begins", test::ScriptedProvider::firstKey(id)}});
        QVERIFY(office.until([&] { return office.row(id).details.heard == std::vector<std::string>{"seen"}; }));
        office.speakToAnother();
        office.killAnother();
        office.scripted.heard.clear();
        QVERIFY(office.until([&] {  // the log brings it to the other one, which may just be asking without it
            office.advance(seconds{10});
            return office.scripted.heard == std::vector<std::string>{"seen"};
        }));
        QVERIFY(office.faults().empty());
    }

    void webhook_at_one_ends_what_the_other_looks_after() {
        Pair office;
        office.speakToAnother();
        const auto named = office.startQr(office.openCase("K-1")).id;
        const auto nameless = office.startQr(office.openCase("K-2")).id;
        office.speakToAnother();
        office.passid.approve("req_1");
        QCOMPARE(office.push(Office::completed("e1", FakePassid::good(), "req_1")), 200);
        QVERIFY(office.reaches(named, State::completed));
        office.passid.approve("req_2");
        QCOMPARE(office.push(Office::completed("e2", FakePassid::good())), 200);
        QVERIFY(office.reaches(nameless, State::completed));
        office.speakToAnother();
        QVERIFY(office.until([&] { return office.service->openSessions() == 0; }));
        QVERIFY(office.faults().empty());
    }

    void answers_at_both_at_once_give_one_end() {
        Pair office;
        office.speakToAnother();
        const auto owner = office.openCase();
        std::vector<VerificationId> ids;
        for (int i = 0; i < 10; ++i) {
            ids.push_back(office.startQr(owner).id);
        }
        office.speakToAnother();
        // The polls of the one and the webhooks of the other meet in the store.
        for (int i = 1; i <= 10; ++i) {
            const auto session = "req_" + std::to_string(i);
            office.passid.approve(session);
        }
        office.time.advance(milliseconds{2500});
        for (int i = 1; i <= 10; ++i) {
            office.push(Office::completed("e" + std::to_string(i), FakePassid::good(), "req_" + std::to_string(i)));
        }
        for (const auto& id : ids) {
            QVERIFY(office.reaches(id, State::completed));
            QCOMPARE(office.get(id).verdict, claims::Verdict::pass);
        }
        office.settleDown();
        QCOMPARE(office.caseRow(owner).verdict, claims::Verdict::pass);
        QVERIFY(office.faults().empty());
    }

    void state_is_good_for_one_code_whoever_is_come_back_to() {
        Pair office;
        office.speakToAnother();
        office.web.lay(test::browserTokens, {200, "token"});
        office.web.lay(test::browserDetails, {0, "", {}, test::FakeWeb::How::lost});
        const auto id = office.startBrowser(office.openCase()).id;
        QVERIFY(office.cameBack(test::returnOf(id)));
        QCOMPARE(office.web.count(test::browserTokens), std::size_t{1});
        office.speakToAnother();
        QVERIFY(office.cameBack(test::returnOf(id, "&code=another")));
        office.returned(id, providers::RedirectReturn{test::returnOf(id, "&code=third")});
        office.settleDown();
        QCOMPARE(office.web.count(test::browserTokens), std::size_t{1});
        QCOMPARE(office.unanswered(), std::size_t{1});
        office.web.clear(test::browserDetails);
        office.web.lay(test::browserDetails, {200, R"({"claims": {"full_name": "Ada Example"}})"});
        office.advance(seconds{60}, seconds{2});
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.web.count(test::browserTokens), std::size_t{1});
        QVERIFY(office.faults().empty());
    }

    void token_of_a_killed_one_is_taken_over_by_the_other() {
        Pair office;
        office.speakToAnother();
        office.passid.offerToken(goodToken);
        office.passid.next("verify", Fault::hang);
        const auto id = office.startToken(office.openCase()).id;
        office.token(id);
        office.speakToAnother();
        office.killAnother();
        office.advance(seconds{75});
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.passid.count("verify"), std::size_t{2});
        QCOMPARE(office.passid.sent[0].key, office.passid.sent[1].key);
        QVERIFY(office.passid.usedTwice.empty());
        QVERIFY(office.faults().empty());
    }

    void token_of_a_killed_one_is_asked_for_under_its_key() {
        Pair office;
        office.passid.offerToken(goodToken);
        office.passid.next("verify", Fault::hang);
        const auto id = office.startToken(office.openCase()).id;
        office.token(id);
        office.restart();
        QVERIFY(office.reaches(id, State::completed));
        QVERIFY(office.passid.usedTwice.empty());
        QCOMPARE(office.passid.sent[0].key, office.passid.sent[1].key);
    }
};

VERDESK_TEST(ReplicaTest)
#include "replica_test.moc"
