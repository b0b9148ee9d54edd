#include "backend/store/statement.h"
#include "backend/store/tables/hooks.h"
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using backend::store::HookState;
using std::chrono::milliseconds;
using std::chrono::seconds;
using test::FakePassid;
using test::goodToken;
using test::Office;
using Fault = FakePassid::Fault;
using Outcomes = std::vector<HookOutcome>;

namespace {

// What the inbox still holds of what was sent, the shortest first.
std::vector<std::string> bodies(Office& office) {
    auto all = office.read([](backend::store::Reading& r) {
        std::vector<std::string> bodies;
        for (auto& row : backend::store::select(r, "id", "from hooks")) {
            std::string id;
            row.into(id);
            bodies.push_back(backend::store::tables::findHook(r, id)->body);
        }
        return bodies;
    });
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

class InboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forged_is_refused_and_changes_nothing() {
        Office office;
        const auto id = office.startQr(office.openCase()).id;
        const auto event = Office::completed("e1", FakePassid::sanctioned(), "req_1");
        QCOMPARE(office.push(event, "whsec_wrong"), 401);
        QCOMPARE(office.push(event, ""), 401);
        QCOMPARE(office.pushBody(event.dump(), ""), 401);
        office.settleDown();
        QCOMPARE(office.received, (Outcomes{HookOutcome::rejected, HookOutcome::rejected, HookOutcome::rejected}));
        QCOMPARE(office.get(id).verdict, claims::Verdict::none);
        for (const auto state : {HookState::received, HookState::matched, HookState::unmatched, HookState::done}) {
            QCOMPARE(office.hooks(state), std::int64_t{0});
        }
    }

    void unknown_segment_is_not_found() {
        Office office;
        QCOMPARE(office.pushBody("{}", "sha256=00", "guess"), 404);
        QCOMPARE(office.received, Outcomes{HookOutcome::unknownAccount});
    }

    void one_that_names_the_session_completes_it_and_a_poll_confirms() {
        Office office;
        const auto id = office.startQr(office.openCase()).id;
        office.passid.approve("req_1");
        QCOMPARE(office.push(Office::completed("e1", FakePassid::good(), "req_1")), 200);
        QVERIFY(office.reaches(id, State::completed));
        QVERIFY(office.until([&] { return office.get(id).proof->confirmedAt.has_value(); }));
        const auto proof = *office.get(id).proof;
        QVERIFY(proof.channel == claims::Channel::webhook);
        QVERIFY(proof.isSigned);
        QCOMPARE(office.passid.count("poll"), std::size_t{1});
        QCOMPARE(office.hooks(HookState::matched), std::int64_t{1});
        QCOMPARE(office.events(id).back(), std::string{"verification.confirmed"});
        office.advance(seconds{60});
        QCOMPARE(office.passid.count("poll"), std::size_t{1});
        QVERIFY(office.faults().empty());
    }

    void secret_of_before_still_works() {
        Office office;
        const auto id = office.startQr(office.openCase()).id;
        office.passid.approve("req_1");
        QCOMPARE(office.push(Office::completed("e1", FakePassid::good(), "req_1"), "whsec_old"), 200);
        QVERIFY(office.reaches(id, State::completed));
    }

    void replayed_is_answered_and_changes_nothing() {
        Office office;
        const auto id = office.startQr(office.openCase()).id;
        office.passid.approve("req_1");
        const auto event = Office::completed("e1", FakePassid::good(), "req_1");
        office.push(event);
        QVERIFY(office.until([&] { return office.events(id).back() == "verification.confirmed"; }));
        const auto before = office.events(id);
        QCOMPARE(office.push(event), 200);
        auto other = event;
        other["data"]["claims"] = FakePassid::sanctioned();  // the same event id: whatever it says now
        QCOMPARE(office.push(other), 200);
        office.settleDown();
        QCOMPARE(office.events(id), before);
        QCOMPARE(office.received, (Outcomes{HookOutcome::accepted, HookOutcome::replayed, HookOutcome::replayed}));
    }

    void without_an_event_id_the_body_tells_a_replay() {
        Office office;
        auto event = Office::completed("e1", FakePassid::good(), "req_9");
        event.erase("event_id");
        office.push(event);
        office.push(event);
        event["data"]["proofType"] = "other";
        office.push(event);
        QCOMPARE(office.received, (Outcomes{HookOutcome::accepted, HookOutcome::replayed, HookOutcome::accepted}));
    }

    void one_that_names_nothing_asks_about_all_that_are_open() {
        Office office;
        const auto first = office.startQr(office.openCase("K-1")).id;
        const auto second = office.startQr(office.openCase("K-2")).id;
        office.passid.approve("req_2");
        QCOMPARE(office.push(Office::completed("e1", FakePassid::good(), {}, "PASSID-OF-THE-WALLET")), 200);
        QVERIFY(office.reaches(second, State::completed));
        QCOMPARE(office.passid.count("poll"), std::size_t{2});
        QCOMPARE(office.get(first).state, State::awaiting);
        QVERIFY(office.until([&] { return office.hooks(HookState::done) == 1; }));
        QVERIFY(office.get(second).proof->channel == claims::Channel::poll);
    }

    void at_most_fifty_are_asked_about_least_recently_asked_first() {
        Office office;
        for (int i = 0; i < 55; ++i) {
            office.startQr(office.openCase("K-" + std::to_string(i)));
        }
        office.advance(milliseconds{2500});
        QCOMPARE(office.passid.count("poll"), std::size_t{55});
        office.push(Office::completed("e1", FakePassid::good()));
        QVERIFY(office.until([&] { return office.passid.count("poll") == 105; }));
        office.settleDown();
        QCOMPARE(office.passid.count("poll"), std::size_t{105});
    }

    void one_for_nobody_is_kept_as_unmatched() {
        Office office;
        QCOMPARE(office.push(Office::completed("e1", FakePassid::good(), "req_of_others")), 200);
        QVERIFY(office.until([&] { return office.hooks(HookState::unmatched) == 1; }));
        QCOMPARE(office.push(Office::completed("e2", FakePassid::good())), 200);
        QVERIFY(office.until([&] { return office.hooks(HookState::unmatched) == 2; }));
        QVERIFY(office.faults().empty());
    }

    void token_that_we_know_names_the_verification() {
        Office office;
        office.passid.offerToken(goodToken);
        office.passid.next("verify", Fault::hang);
        const auto id = office.startToken(office.openCase()).id;
        office.token(id);
        // The webhook is quicker than the answer to the call that caused it.
        office.push(Office::completed("e1", FakePassid::good(), {}, goodToken));
        QVERIFY(office.reaches(id, State::completed));
        QVERIFY(office.get(id).proof->channel == claims::Channel::webhook);
        office.passid.release();
        QVERIFY(office.until([&] { return office.get(id).proof->confirmedAt.has_value(); }));
        QCOMPARE(office.unanswered(), std::size_t{0});
        QVERIFY(office.faults().empty());
    }

    void partial_claims_make_us_ask_and_decide_nothing() {
        Office office;
        const auto id = office.startQr(office.openCase()).id;
        office.passid.approve("req_1");
        office.push(Office::completed("e1", {{"identity_verified", true}, {"tier", "A"}}, "req_1"));
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.get(id).verdict, claims::Verdict::pass);
        QVERIFY(office.get(id).proof->channel == claims::Channel::poll);
    }

    void what_was_worked_off_keeps_nothing_but_how_to_know_it_again() {
        Office office;
        const auto id = office.startQr(office.openCase()).id;
        office.passid.approve("req_1");
        const auto partial = Office::completed("e1", {{"tier", "A"}}, "req_1");
        const auto wakeUp = Office::completed("e2", FakePassid::good());
        const auto nobodys = Office::completed("e3", FakePassid::good(), "req_of_others");
        office.push(wakeUp);
        QVERIFY(office.until([&] { return office.hooks(HookState::done) == 1; }));
        for (const auto& event : {partial, nobodys}) {
            office.push(event);
        }
        QVERIFY(office.until([&] { return office.hooks(HookState::unmatched) == 1; }));
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.hooks(HookState::matched), std::int64_t{1});
        QCOMPARE(bodies(office), (std::vector<std::string>{"", "", nobodys.dump()}));
        for (const auto& event : {partial, wakeUp, nobodys}) {
            office.push(event);
        }
        QCOMPARE((Outcomes{office.received.end() - 3, office.received.end()}), Outcomes(3, HookOutcome::replayed));
        QVERIFY(office.faults().empty());
    }

    void sanctions_in_partial_claims_are_taken_at_once() {
        Office office;
        const auto owner = office.openCase();
        const auto id = office.startQr(owner).id;
        office.passid.next("poll", Fault::serverError, 50);
        office.push(Office::completed("e1", {{"sanctions_clear", false}}, "req_1"));
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.caseRow(owner).verdict, claims::Verdict::blocked);
    }

    void one_before_the_answer_that_names_its_session_waits_for_it() {
        Office office;
        office.passid.next("begin", Fault::hang);
        const auto id = office.startQr(office.openCase()).id;
        office.push(Office::completed("e1", FakePassid::good(), "req_1"));
        office.settleDown();
        QCOMPARE(office.hooks(HookState::received), std::int64_t{1});
        QCOMPARE(office.get(id).state, State::requesting);
        office.passid.release();
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.hooks(HookState::matched), std::int64_t{1});
    }

    void one_that_waited_in_vain_is_unmatched() {
        Office office;
        office.passid.next("begin", Fault::hang);
        office.startQr(office.openCase());
        office.push(Office::completed("e1", FakePassid::good(), "req_of_others"));
        office.advance(seconds{20});
        QCOMPARE(office.hooks(HookState::received), std::int64_t{1});
        office.passid.release();
        QVERIFY(office.until([&] { return office.hooks(HookState::unmatched) == 1; }));
    }

    void late_sanctions_block_and_reopen() {
        Office office;
        const auto owner = office.openCase();
        const auto id = office.startQr(owner).id;
        office.passid.approve("req_1");
        office.advance(milliseconds{2500});
        QVERIFY(office.reaches(id, State::completed));
        office.closeCase(owner);
        office.push({{"event_id", "e2"},
                     {"event_type", "verification.failed"},
                     {"data", {{"requestId", "req_1"}, {"deny_reason", "HARD_DENY_SANCTIONS_MATCH"}}}});
        QVERIFY(office.until([&] { return office.caseRow(owner).verdict == claims::Verdict::blocked; }));
        QCOMPARE(office.caseRow(owner).state, CaseState::open);
        QCOMPARE(office.get(id).state, State::completed);
        QCOMPARE(office.get(id).claims.size(), std::size_t{6});
        QVERIFY(office.faults().empty());
    }

    void out_of_order_the_first_final_answer_stands() {
        Office office;
        const auto id = office.startQr(office.openCase()).id;
        office.passid.approve("req_1");
        office.push(Office::completed("e1", FakePassid::good(), "req_1"));
        QVERIFY(office.reaches(id, State::completed));
        office.push({{"event_id", "e0"},
                     {"event_type", "verification.failed"},
                     {"data", {{"requestId", "req_1"}, {"deny_reason", "TOKEN_EXPIRED"}}}});
        QVERIFY(office.until([&] { return office.hooks(HookState::matched) == 2; }));
        QCOMPARE(office.get(id).state, State::completed);
        QCOMPARE(office.get(id).verdict, claims::Verdict::pass);
        QVERIFY(office.faults().empty());
    }

    void cancelled_one_keeps_alarms_and_no_claims() {
        Office office;
        const auto owner = office.openCase();
        const auto id = office.startQr(owner).id;
        office.cancel(id);
        office.passid.approve("req_1", FakePassid::sanctioned());
        office.push(Office::completed("e1", FakePassid::sanctioned(), "req_1"));
        QVERIFY(office.until([&] { return office.caseRow(owner).verdict == claims::Verdict::blocked; }));
        QVERIFY(office.get(id).claims.empty());
        QCOMPARE(office.get(id).state, State::cancelled);
    }

    void outcome_events_are_read_and_done() {
        Office office;
        office.push({{"event_id", "e1"}, {"event_type", "outcome.reported"}, {"data", {{"outcome", "repaid"}}}});
        QVERIFY(office.until([&] { return office.hooks(HookState::done) == 1; }));
    }

    void hundreds_are_worked_off() {
        Office office;
        std::vector<VerificationId> ids;
        for (int i = 0; i < 20; ++i) {
            ids.push_back(office.startQr(office.openCase("K-" + std::to_string(i))).id);
            office.passid.approve(office.passid.order.back());
        }
        for (int i = 0; i < 300; ++i) {
            const auto session = office.passid.order[static_cast<std::size_t>(i) % 20];
            QCOMPARE(office.push(Office::completed("e" + std::to_string(i), FakePassid::good(), session)), 200);
        }
        QVERIFY(office.until([&] { return office.hooks(HookState::matched) == 300; }));
        for (const auto& id : ids) {
            QCOMPARE(office.get(id).state, State::completed);
        }
        QVERIFY(office.faults().empty());
    }
};

VERDESK_TEST(InboxTest)
#include "inbox_test.moc"
