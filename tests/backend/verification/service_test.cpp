#include "backend/verification/service.h"

#include "backend/store/tables/verifications.h"
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
using Types = std::vector<std::string>;

class VerificationServiceTest : public QObject {
    Q_OBJECT

    static void takesNothing(Office& office, const VerificationId& token, const VerificationId& widget,
                             const char* code) {
        const auto url = test::returnOf(widget);
        QCOMPARE(office.problemOf([&] { office.token(token); }), std::string{code});
        QCOMPARE(office.problemOf([&] { office.returned(widget, providers::RedirectReturn{url}); }), std::string{code});
        QCOMPARE(office.problemOf([&] { office.returned(widget, providers::MessageReturn{"{}"}, "r2"); }),
                 std::string{code});
        QVERIFY(office.cameBack(url));  // the customer's page says what it always says
        QCOMPARE(office.get(token).state, State::awaiting);
        QCOMPARE(office.get(widget).state, State::awaiting);
        QVERIFY(office.web.sent.empty());
        QCOMPARE(office.unanswered(), std::size_t{0});
    }

private Q_SLOTS:
    void started_is_awaiting_with_its_code() {
        Office office;
        const auto seen = office.startQr(office.openCase());
        QCOMPARE(seen.state, State::awaiting);
        QCOMPARE(seen.launches.size(), std::size_t{2});
        const auto* code = std::get_if<QrLaunch>(&seen.launches.front().what);
        QVERIFY(code != nullptr);
        QCOMPARE(code->expiresInMs, std::int64_t{600'000});
        QCOMPARE(seen.environment, Environment::sandbox);
        QCOMPARE(seen.provider, std::string{"PASSID"});
        QCOMPARE(office.events(seen.id), (Types{"verification.started", "verification.awaiting"}));
        QCOMPARE(office.rawAnswers(seen.id), Types{"begin"});
        QVERIFY(office.faults().empty());
    }

    void same_start_again_begins_nothing_new() {
        Office office;
        const auto id = office.openCase();
        const auto start = [&](const char* key) {
            return office.run(office.service->start(office.who, id, {"passid", LaunchKind::qr}, key)).id;
        };
        const auto first = start("k1");
        QCOMPARE(start("k1"), first);
        office.restart();
        QCOMPARE(start("k1"), first);
        QVERIFY(start("k2") != first);
        QCOMPARE(office.passid.count("begin"), std::size_t{2});
        QVERIFY(office.faults().empty());
    }

    void slow_begin_is_answered_as_requesting_and_goes_on() {
        Office office;
        office.passid.next("begin", Fault::hang);
        const auto seen = office.startQr(office.openCase());
        QCOMPARE(seen.state, State::requesting);
        office.passid.release();
        QVERIFY(office.reaches(seen.id, State::awaiting));
    }

    void start_is_refused_where_it_may_not_be() {
        Office office;
        const auto id = office.openCase();
        const auto start = [&](const CaseId& which, StartVerification what) {
            return office.problemOf([&] { office.run(office.service->start(office.who, which, what, "k")); });
        };
        QCOMPARE(start(id, {"no such", LaunchKind::qr}), std::string{"flow-unknown"});
        QCOMPARE(start(id, {"passid", LaunchKind::widget}), std::string{"launch-not-offered"});
        QCOMPARE(start(CaseId{"x"}, {"passid", LaunchKind::qr}), std::string{"not-found"});
        office.who.branch = "harbour";
        QCOMPARE(start(id, {"passid", LaunchKind::qr}), std::string{"not-found"});
        office.who.branch = "city";
        office.closeCase(id);
        QCOMPARE(start(id, {"passid", LaunchKind::qr}), std::string{"case-closed"});
        QVERIFY(office.passid.sent.empty());
    }

    void blocked_case_takes_no_more() {
        Office office;
        const auto id = office.openCase();
        const auto seen = office.startQr(id);
        office.passid.approve("req_1", FakePassid::sanctioned());
        office.advance(milliseconds{2500});
        QVERIFY(office.reaches(seen.id, State::completed));
        QCOMPARE(office.problemOf([&] { office.startQr(id); }), std::string{"case-blocked"});
        QCOMPARE(office.caseRow(id).verdict, claims::Verdict::blocked);
    }

    // What was handed in before, and what a provider tells, still lands: for its alarms.
    void blocked_case_takes_no_token_and_no_return_but_what_comes_by_itself() {
        Office office;
        office.passid.offerToken(goodToken);
        office.web.lay(test::browserTokens, {200, "token"});
        const auto id = office.openCase();
        const auto other = office.startToken(id);
        const auto widget = office.startBrowser(id);
        const auto late = office.startQr(id);
        office.startQr(id);
        office.passid.approve("req_2", FakePassid::sanctioned());
        office.advance(milliseconds{2500});
        QVERIFY(office.until([&] { return office.caseRow(id).verdict == claims::Verdict::blocked; }));
        takesNothing(office, other.id, widget.id, "case-blocked");
        QVERIFY(office.passid.sent.back().what != "verify");
        QCOMPARE(office.cancel(other.id).state, State::cancelled);
        office.passid.approve("req_1");
        office.advance(milliseconds{2500});
        QVERIFY(office.reaches(late.id, State::completed));
        QCOMPARE(office.caseRow(id).verdict, claims::Verdict::blocked);
        QVERIFY(office.faults().empty());
    }

    void closed_case_takes_no_token_and_no_return() {
        Office office;
        office.passid.offerToken(goodToken);
        office.web.lay(test::browserTokens, {200, "token"});
        const auto id = office.openCase();
        const auto other = office.startToken(id);
        const auto widget = office.startBrowser(id);
        const auto done = office.startToken(id);
        office.passid.offerToken("PASSID-2");
        QCOMPARE(office.token(done.id, "PASSID-2", "k0").state, State::completed);
        office.closeCase(id);
        takesNothing(office, other.id, widget.id, "case-closed");
        // The act that was done before is the same act.
        QCOMPARE(office.token(done.id, "PASSID-2", "k0").state, State::completed);
        QCOMPARE(office.cancel(other.id).state, State::cancelled);
        QCOMPARE(office.passid.count("verify"), std::size_t{1});
        QVERIFY(office.faults().empty());
    }

    void another_branch_sees_nothing() {
        Office office;
        const auto seen = office.startQr(office.openCase());
        office.who.branch = "harbour";
        QCOMPARE(office.problemOf([&] { office.get(seen.id); }), std::string{"not-found"});
        QCOMPARE(office.problemOf([&] { office.cancel(seen.id); }), std::string{"not-found"});
        QCOMPARE(office.problemOf([&] { office.token(seen.id); }), std::string{"not-found"});
    }

    void approved_is_found_by_the_next_poll() {
        Office office;
        const auto seen = office.startQr(office.openCase());
        office.advance(milliseconds{2500});
        QCOMPARE(office.passid.count("poll"), std::size_t{1});
        office.passid.approve("req_1");
        office.advance(milliseconds{2499});
        QCOMPARE(office.get(seen.id).state, State::awaiting);
        office.advance(milliseconds{1});
        QVERIFY(office.reaches(seen.id, State::completed));
        const auto done = office.get(seen.id);
        QCOMPARE(done.verdict, claims::Verdict::pass);
        QVERIFY(done.proof && done.proof->channel == claims::Channel::poll);
        QVERIFY(done.launches.empty());
        const auto row = office.row(seen.id);
        QCOMPARE(row.tier, std::string{"A"});
        QCOMPARE(row.score, std::optional<double>{812});
        QCOMPARE(office.rawAnswers(seen.id), (Types{"begin", "poll"}));
        office.advance(seconds{60});
        QCOMPARE(office.passid.count("poll"), std::size_t{2});
        QVERIFY(office.faults().empty());
    }

    void pending_polls_write_nothing() {
        Office office;
        const auto seen = office.startQr(office.openCase());
        office.advance(seconds{30});
        QVERIFY(office.passid.count("poll") >= 11);
        QCOMPARE(office.events(seen.id).size(), std::size_t{2});
        QCOMPARE(office.rawAnswers(seen.id).size(), std::size_t{1});
    }

    void declined_says_why() {
        Office office;
        const auto seen = office.startQr(office.openCase());
        office.passid.decline("req_1");
        office.advance(milliseconds{2500});
        QVERIFY(office.reaches(seen.id, State::declined));
        QVERIFY(office.get(seen.id).decline == claims::Decline::customerDeclined);
        QCOMPARE(office.get(seen.id).code, std::string{"VD-D101"});
    }

    void token_is_verified_once_under_one_key() {
        Office office;
        office.passid.offerToken(goodToken);
        const auto seen = office.startToken(office.openCase());
        QCOMPARE(seen.state, State::awaiting);
        QVERIFY(office.passid.sent.empty());

        const auto done = office.token(seen.id, " passid-ab3x-7yqm-k9pq-3mnx ", "k1");

        QCOMPARE(done.state, State::completed);
        QCOMPARE(done.verdict, claims::Verdict::pass);
        QVERIFY(done.proof->channel == claims::Channel::verify);
        QCOMPARE(office.passid.count("verify"), std::size_t{1});
        QVERIFY(!office.passid.sent.back().key.empty());
        QCOMPARE(office.unanswered(), std::size_t{0});
        QCOMPARE(office.events(seen.id), (Types{"verification.started", "verification.awaiting",
                                                "verification.verifying", "verification.completed"}));
        QVERIFY(office.faults().empty());
    }

    void same_act_again_is_answered_and_not_done_again() {
        Office office;
        office.passid.offerToken(goodToken);
        const auto seen = office.startToken(office.openCase());
        office.token(seen.id, goodToken, "k1");
        QCOMPARE(office.token(seen.id, goodToken, "k1").state, State::completed);
        QCOMPARE(office.passid.count("verify"), std::size_t{1});
        QCOMPARE(office.problemOf([&] { office.token(seen.id, goodToken, "k2"); }), std::string{"verification-over"});
    }

    void second_token_waits_for_the_first() {
        Office office;
        office.passid.next("verify", Fault::hang);
        const auto seen = office.startToken(office.openCase());
        QCOMPARE(office.token(seen.id, goodToken, "k1").state, State::verifying);
        QCOMPARE(office.problemOf([&] { office.token(seen.id, "PASSID-2", "k2"); }), std::string{"token-under-way"});
        QCOMPARE(office.token(seen.id, goodToken, "k1").state, State::verifying);
        office.passid.release();
        QVERIFY(office.reaches(seen.id, State::declined));
        QCOMPARE(office.passid.count("verify"), std::size_t{1});
    }

    void empty_token_is_refused() {
        Office office;
        const auto seen = office.startToken(office.openCase());
        QCOMPARE(office.problemOf([&] { office.token(seen.id, "  "); }), std::string{"member-invalid"});
        QCOMPARE(office.get(seen.id).state, State::awaiting);
    }

    void refused_token_is_final() {
        Office office;
        const auto seen = office.startToken(office.openCase());
        const auto done = office.token(seen.id);
        QCOMPARE(done.state, State::declined);
        QVERIFY(done.decline == claims::Decline::tokenNotFound);
        QCOMPARE(done.providerCode, std::string{"TOKEN_NOT_FOUND"});
    }

    void hard_deny_blocks_the_case() {
        Office office;
        office.passid.denyToken(goodToken, "HARD_DENY_SANCTIONS_MATCH");
        const auto id = office.openCase();
        const auto seen = office.startToken(id);
        const auto done = office.token(seen.id);
        QCOMPARE(done.state, State::declined);
        QCOMPARE(done.verdict, claims::Verdict::blocked);
        QCOMPARE(office.caseRow(id).verdict, claims::Verdict::blocked);
    }

    void lost_answer_is_asked_for_under_the_same_key() {
        Office office;
        office.passid.offerToken(goodToken);
        office.passid.next("verify", Fault::answerLost);
        const auto seen = office.startToken(office.openCase());
        office.token(seen.id);
        office.advance(seconds{5});
        QVERIFY(office.reaches(seen.id, State::completed));
        QCOMPARE(office.passid.count("verify"), std::size_t{2});
        QCOMPARE(office.passid.sent[0].key, office.passid.sent[1].key);
        QVERIFY(office.passid.usedTwice.empty());
    }

    void code_and_token_together_take_the_first_answer() {
        Office office;
        office.passid.offerToken(goodToken);
        office.passid.next("verify", Fault::hang);
        const auto seen = office.startQr(office.openCase());
        QCOMPARE(office.token(seen.id).state, State::verifying);
        office.passid.decline("req_1");
        office.advance(milliseconds{2500});
        QVERIFY(office.reaches(seen.id, State::declined));
        office.passid.release();
        QVERIFY(office.until([&] { return office.events(seen.id).back() == "verification.answer_ignored"; }));
        QCOMPARE(office.get(seen.id).state, State::declined);
        QVERIFY(office.get(seen.id).claims.empty());
        QCOMPARE(office.unanswered(), std::size_t{0});
        QVERIFY(office.faults().empty());
    }

    void code_that_runs_out_does_not_end_a_token_that_is_checked() {
        Office office;
        office.passid.offerToken(goodToken);
        office.passid.next("verify", Fault::hang);
        office.passid.ttl = seconds{5};
        const auto seen = office.startQr(office.openCase());
        office.token(seen.id);
        office.advance(seconds{50});
        QCOMPARE(office.get(seen.id).state, State::verifying);
        office.passid.release();
        QVERIFY(office.reaches(seen.id, State::completed));
    }

    void cancelled_is_final_and_asked_about_no_more() {
        Office office;
        const auto seen = office.startQr(office.openCase());
        QCOMPARE(office.cancel(seen.id).state, State::cancelled);
        office.advance(seconds{30});
        QCOMPARE(office.passid.count("poll"), std::size_t{0});
        QCOMPARE(office.problemOf([&] { office.cancel(seen.id); }), std::string{"verification-over"});
        QCOMPARE(office.problemOf([&] { office.token(seen.id); }), std::string{"verification-over"});
    }

    void cancelled_while_the_answer_is_under_way_keeps_its_alarms_alone() {
        Office office;
        const auto id = office.openCase();
        const auto seen = office.startQr(id);
        office.passid.next("poll", Fault::hang);
        office.passid.approve("req_1", FakePassid::sanctioned());
        office.advance(milliseconds{2500});
        office.cancel(seen.id);
        office.passid.release();
        QVERIFY(office.until([&] { return office.caseRow(id).verdict == claims::Verdict::blocked; }));
        const auto done = office.get(seen.id);
        QCOMPARE(done.state, State::cancelled);
        QVERIFY(done.claims.empty());
        QVERIFY(office.faults().empty());
    }

    void cancelled_while_it_begins_stays_cancelled() {
        Office office;
        office.passid.next("begin", Fault::hang);
        const auto seen = office.startQr(office.openCase());
        office.cancel(seen.id);
        office.passid.release();
        QVERIFY(office.until([&] { return !office.row(seen.id).providerKey.empty(); }));
        QCOMPARE(office.get(seen.id).state, State::cancelled);
        office.advance(seconds{10});
        QCOMPARE(office.passid.count("poll"), std::size_t{0});
        QVERIFY(office.faults().empty());
    }

    void broken_provider_fails_the_verification_and_not_the_case_data() {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("sendings");
        QTest::addColumn<bool>("raw");
        QTest::newRow("500") << int(Fault::serverError) << "VD-F202" << 2 << true;
        QTest::newRow("nonsense") << int(Fault::nonsense) << "VD-F202" << 1 << true;
        QTest::newRow("no answer") << int(Fault::noAnswer) << "VD-F201" << 2 << false;
        QTest::newRow("our key") << int(Fault::unauthorised) << "VD-F203" << 1 << true;
    }
    void broken_provider_fails_the_verification_and_not_the_case() {
        QFETCH(int, fault);
        QFETCH(QString, code);
        QFETCH(int, sendings);
        QFETCH(bool, raw);
        Office office;
        office.passid.next("begin", static_cast<Fault>(fault), sendings);
        const auto id = office.openCase();
        const auto seen = office.startQr(id);
        office.advance(seconds{10});
        QVERIFY(office.reaches(seen.id, State::failed));
        QCOMPARE(QString::fromStdString(office.get(seen.id).code), code);
        QCOMPARE(office.rawAnswers(seen.id), raw ? Types{"failure"} : Types{});
        QCOMPARE(office.startQr(id).state, State::awaiting);
        QVERIFY(office.faults().empty());
    }

    void provider_that_is_left_alone_is_said_to_be_down_until_it_is_tried_again() {
        Office office;
        office.passid.next("begin", Fault::noAnswer, 5);
        const auto id = office.openCase();
        for (int failure = 0; failure < 3; ++failure) {
            const auto seen = office.startQr(id);
            office.advance(seconds{2});
            QVERIFY(office.reaches(seen.id, State::failed));
        }
        const auto asked = office.passid.count("begin");
        QCOMPARE(office.problemOf([&] { office.startQr(id); }), std::string{"account-down"});
        QCOMPARE(office.passid.count("begin"), asked);
        office.advance(seconds{11});
        QCOMPARE(office.startQr(id).state, State::awaiting);
        QVERIFY(office.faults().empty());
    }

    void poll_that_fails_is_repeated_and_one_that_is_refused_is_not() {
        Office office;
        const auto first = office.startQr(office.openCase());
        office.passid.next("poll", Fault::serverError, 4);
        office.passid.approve("req_1");
        office.advance(seconds{30});
        QVERIFY(office.reaches(first.id, State::completed));

        const auto second = office.startQr(office.openCase("K-1002"));
        office.passid.next("poll", Fault::unauthorised);
        office.advance(seconds{3});
        QVERIFY(office.reaches(second.id, State::failed));
        QCOMPARE(office.get(second.id).code, std::string{"VD-F203"});
        QCOMPARE(office.rawAnswers(second.id), (Types{"begin", "failure"}));
    }

    void closed_case_stays_closed_for_good_news_and_reopens_for_bad() {
        Office office;
        const auto good = office.openCase();
        const auto bad = office.openCase("K-1002");
        office.startQr(good);
        const auto seen = office.startQr(bad);
        office.closeCase(good);
        office.closeCase(bad);
        office.passid.approve("req_1");
        office.passid.approve("req_2", FakePassid::sanctioned());
        office.advance(milliseconds{2500});
        QVERIFY(office.until([&] { return office.caseRow(bad).state == CaseState::open; }));
        QVERIFY(office.until([&] { return office.caseRow(good).verdict == claims::Verdict::pass; }));
        QCOMPARE(office.caseRow(good).state, CaseState::closed);
        QCOMPARE(office.eventsOf(bad), (Types{"case.opened", "case.closed", "case.reopened"}));
        QVERIFY(office.get(seen.id).verdict == claims::Verdict::blocked);
        QVERIFY(office.faults().empty());
    }

    void case_is_as_bad_as_its_worst() {
        Office office;
        const auto id = office.openCase();
        office.startQr(id);
        const auto second = office.startQr(id);
        office.passid.decline("req_1", "HARD_DENY_SANCTIONS_MATCH");
        office.advance(milliseconds{2500});
        QVERIFY(office.until([&] { return office.caseRow(id).verdict == claims::Verdict::blocked; }));
        office.passid.approve("req_2");
        office.advance(milliseconds{2500});
        QVERIFY(office.reaches(second.id, State::completed));
        QCOMPARE(office.caseRow(id).verdict, claims::Verdict::blocked);
    }

    void widget_that_closed_makes_us_ask_at_once() {
        Office office;
        const auto seen = office.startQr(office.openCase());
        office.passid.approve("req_1");
        office.run(office.service->returned(office.who, seen.id, providers::ClosedReturn{}, "k"));
        QVERIFY(office.reaches(seen.id, State::completed));
    }

    void message_is_settled_like_a_token() {
        Office office;
        const auto seen = office.startQr(office.openCase());
        office.passid.approve("req_1");
        office.run(office.service->returned(office.who, seen.id, providers::MessageReturn{"{}"}, "k"));
        QVERIFY(office.reaches(seen.id, State::completed));
        QCOMPARE(office.unanswered(), std::size_t{0});
    }
};

VERDESK_TEST(VerificationServiceTest)
#include "service_test.moc"
