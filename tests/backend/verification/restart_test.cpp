#include "tests/backend/support/office.h"
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

// The service is killed in every state and started again on the same store.
class RestartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requesting_is_begun_again() {
        Office office;
        office.passid.next("begin", Fault::hang);
        const auto id = office.startQr(office.openCase()).id;
        office.restart();
        QVERIFY(office.reaches(id, State::awaiting));
        office.passid.release();
        office.settleDown();
        QCOMPARE(office.row(id).providerKey, std::string{"req_1"});
        QVERIFY(office.faults().empty());
    }

    void awaiting_goes_on() {
        Office office;
        const auto id = office.startQr(office.openCase()).id;
        office.restart();
        office.settleDown();
        QCOMPARE(office.service->openSessions(), std::size_t{1});
        office.passid.approve("req_1");
        office.advance(milliseconds{2500});
        QVERIFY(office.reaches(id, State::completed));
        QVERIFY(office.faults().empty());
    }

    void session_that_ended_meanwhile_is_found_as_it_ended() {
        Office office;
        office.passid.ttl = seconds{60};
        const auto approved = office.startQr(office.openCase("K-1")).id;
        const auto declined = office.startQr(office.openCase("K-2")).id;
        const auto forgotten = office.startQr(office.openCase("K-3")).id;
        office.kill();
        office.passid.approve("req_1");
        office.passid.decline("req_2");
        office.time.skip(seconds{3600});
        office.start();
        office.advance(milliseconds{1});
        QVERIFY(office.reaches(approved, State::completed));
        QVERIFY(office.reaches(declined, State::declined));
        QVERIFY(office.reaches(forgotten, State::expired));
        QVERIFY(office.faults().empty());
    }

    void restart_long_after_the_deadline_still_asks_before_it_expires() {
        Office office;
        office.passid.ttl = seconds{60};
        const auto id = office.startQr(office.openCase()).id;
        office.kill();
        office.passid.approve("req_1");
        office.time.skip(seconds{3600});
        office.passid.next("poll", Fault::serverError, 4);
        office.start();
        office.advance(seconds{20});
        QVERIFY(office.reaches(id, State::completed));
    }

    void token_whose_answer_was_lost_is_asked_for_under_the_same_key() {
        Office office;
        office.passid.offerToken(goodToken);
        office.passid.next("verify", Fault::hang);
        const auto id = office.startToken(office.openCase()).id;
        QCOMPARE(office.token(id).state, State::verifying);
        QCOMPARE(office.unanswered(), std::size_t{1});
        office.restart();
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.passid.count("verify"), std::size_t{2});
        QCOMPARE(office.passid.sent[0].key, office.passid.sent[1].key);
        QVERIFY(office.passid.usedTwice.empty());
        QCOMPARE(office.unanswered(), std::size_t{0});
        QVERIFY(office.faults().empty());
    }

    void token_that_was_used_up_before_the_kill_is_not_refused() {
        Office office;
        office.passid.offerToken(goodToken);
        office.passid.next("verify", Fault::answerLost);
        const auto id = office.startToken(office.openCase()).id;
        office.token(id);
        office.restart();
        QVERIFY(office.reaches(id, State::completed));
        QVERIFY(office.passid.usedTwice.empty());
    }

    void answer_that_comes_after_a_failure_is_applied_as_a_late_one() {
        Office office;
        office.passid.offerToken(goodToken, FakePassid::sanctioned());
        office.passid.next("verify", Fault::answerLost, 2);
        const auto owner = office.openCase();
        const auto id = office.startToken(owner).id;
        office.token(id);
        office.advance(seconds{30});
        QVERIFY(office.reaches(id, State::failed));
        QCOMPARE(office.unanswered(), std::size_t{1});
        office.restart();
        QVERIFY(office.until([&] { return office.caseRow(owner).verdict == claims::Verdict::blocked; }));
        QCOMPARE(office.get(id).state, State::failed);
        QCOMPARE(office.unanswered(), std::size_t{0});
    }

    void same_act_after_the_restart_is_the_same_act() {
        Office office;
        office.passid.offerToken(goodToken);
        office.passid.next("verify", Fault::hang);
        const auto id = office.startToken(office.openCase()).id;
        office.token(id, goodToken, "k1");
        office.kill();
        office.passid.next("verify", Fault::hang);
        office.start();
        QCOMPARE(office.token(id, goodToken, "k1").state, State::verifying);
        office.passid.release();
        QVERIFY(office.reaches(id, State::completed));
        QVERIFY(office.passid.usedTwice.empty());
    }

    void answer_older_than_a_day_is_not_asked_for_any_more() {
        Office office;
        office.passid.next("verify", Fault::hang);
        const auto id = office.startToken(office.openCase()).id;
        office.token(id);
        office.kill();
        office.time.skip(std::chrono::hours{25});
        office.start();
        office.settleDown();
        QCOMPARE(office.passid.count("verify"), std::size_t{1});
        QCOMPARE(office.unanswered(), std::size_t{0});
        QVERIFY(office.reaches(id, State::failed));
    }

    void final_ones_stay_as_they_are() {
        Office office;
        office.passid.offerToken(goodToken);
        const auto completed = office.startToken(office.openCase("K-1")).id;
        office.token(completed);
        const auto cancelled = office.startQr(office.openCase("K-2")).id;
        office.cancel(cancelled);
        const auto sent = office.passid.sent.size();
        office.restart();
        office.advance(seconds{60});
        QCOMPARE(office.passid.sent.size(), sent);
        QCOMPARE(office.get(completed).state, State::completed);
        QCOMPARE(office.get(cancelled).state, State::cancelled);
    }

    void flow_that_was_taken_away_fails_what_ran_under_it() {
        Office office;
        const auto id = office.startQr(office.openCase()).id;
        office.kill();
        const auto flows = std::exchange(office.config.flows, {});
        office.start();
        QVERIFY(office.reaches(id, State::failed));
        QCOMPARE(office.get(id).code, std::string{"VD-F204"});
    }

    void waiting_webhook_is_worked_off() {
        Office office;
        const auto id = office.startQr(office.openCase()).id;
        office.passid.next("poll", Fault::serverError, 50);
        // Committed, and the process dies before anybody looks at it.
        office.receiver = std::make_unique<HookReceiver>(
            office.config, *office.store, office.time, [](const std::string&, const providers::Pushed&) {},
            [](const std::string&, HookOutcome) {});
        QCOMPARE(office.push(Office::completed("e1", FakePassid::good(), "req_1")), 200);
        QCOMPARE(office.get(id).state, State::awaiting);
        office.restart();
        QVERIFY(office.reaches(id, State::completed));
        QVERIFY(office.get(id).proof->channel == claims::Channel::webhook);
    }

    void clean_end_keeps_when_it_was_asked_about() {
        Office office;
        const auto id = office.startQr(office.openCase()).id;
        office.advance(milliseconds{2500});
        office.run(office.service->stop());
        QCOMPARE(office.row(id).polledAt, std::optional{office.time.now()});
        office.restart();
        office.settleDown();
        QCOMPARE(office.service->openSessions(), std::size_t{1});
    }
};

VERDESK_TEST(RestartTest)
#include "restart_test.moc"
