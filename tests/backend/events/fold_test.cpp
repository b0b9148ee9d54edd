#include "backend/events/fold.h"

#include "backend/events/build.h"
#include "backend/events/compare.h"
#include "backend/events/event_types.h"
#include "tests/backend/store/samples.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::test;
using claims::Verdict;
using store::CaseRow;
using store::VerificationRow;

namespace {

const Actor teller{"teller", "3", "city"};
const Actor officer{"officer", "9", "city"};

// A log that is written event by event.
struct Log {
    Fold fold;
    std::int64_t last = 0;
    CaseRow kase = sampleCase();
    VerificationRow row = sampleVerification(kase);

    void add(const Event& event) {
        fold.add(++last, event);
    }
    void open() {
        add(event::ofCaseOpened(kase, teller, at(1), newEventId(at(1))));
    }
    void start() {
        row.state = State::requesting;
        verification(event::verificationStarted);
    }
    void verification(std::string_view type, const std::string& evidence = {}) {
        add(event::ofVerification(type, row, kase.verdict, evidence, teller, at(2), newEventId(at(2))));
    }
    void enter(State state, Verdict verdict = Verdict::none) {
        row.state = state;
        row.verdict = claims::worse(row.verdict, verdict);
        kase.verdict = claims::worse(kase.verdict, verdict);
        verification(event::typeFor(state), "e" + std::to_string(last));
    }
    void decide(DecisionKind kind) {
        kase.decision = kind;
        kase.state = kind == DecisionKind::escalate ? CaseState::open : CaseState::closed;
        add(event::ofCaseDecided(kase, kind, officer, at(3), newEventId(at(3))));
    }
    std::string faults() const {
        std::string all;
        for (const auto& fault : fold.faults()) {
            all += fault + "\n";
        }
        return all;
    }
    const Expected& verificationColumns() const {
        return fold.verifications().at(row.id.value).columns;
    }
    const Expected& caseColumns() const {
        return fold.cases().at(kase.id.value).columns;
    }
};

Log opened() {
    Log log;
    log.open();
    log.start();
    return log;
}

}  // namespace

class FoldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fold_wholeVisit_expectsItsEnd() {
        auto log = opened();
        log.enter(State::awaiting);
        log.enter(State::verifying);
        log.enter(State::completed, Verdict::review);
        log.decide(DecisionKind::escalate);
        log.decide(DecisionKind::approve);
        QCOMPARE(log.faults(), std::string{});
        QCOMPARE(log.verificationColumns().at("state"), std::string{"completed"});
        QCOMPARE(log.verificationColumns().at("verdict"), std::string{"review"});
        QCOMPARE(log.verificationColumns().at("rules_version"), std::string{"3"});
        QCOMPARE(log.verificationColumns().count("decline"), std::size_t{0});
        QCOMPARE(log.fold.verifications().at(log.row.id.value).evidence, std::string{"e4"});
        QCOMPARE(log.caseColumns().at("state"), std::string{"closed"});
        QCOMPARE(log.caseColumns().at("verdict"), std::string{"review"});
        QCOMPARE(log.caseColumns().at("decision"), std::string{"approve"});
        const auto& decisions = log.fold.cases().at(log.kase.id.value).decisions;
        QCOMPARE(decisions.size(), std::size_t{2});
        QCOMPARE(decisions.at(0).kind, std::string{"escalate"});
        QCOMPARE(decisions.at(1).by, std::string{"officer"});
    }
    void fold_declineThenNothing_expectsDecline() {
        auto log = opened();
        log.row.decline = claims::Decline::tokenRevoked;
        log.row.code = "VD-D104";
        log.enter(State::declined, Verdict::fail);
        QCOMPARE(log.verificationColumns().at("decline"), std::string{"token_revoked"});
        QCOMPARE(log.verificationColumns().at("code"), std::string{"VD-D104"});
        QCOMPARE(log.faults(), std::string{});
    }
    void fold_worsenedAfterFinal_isNoFault() {
        auto log = opened();
        log.enter(State::completed, Verdict::pass);
        log.row.verdict = log.kase.verdict = Verdict::blocked;
        log.verification(event::verificationWorsened);
        log.kase.state = CaseState::open;
        log.add(event::ofCaseReopened(log.kase, teller, at(4), newEventId(at(4))));
        QCOMPARE(log.faults(), std::string{});
        QCOMPARE(log.caseColumns().at("verdict"), std::string{"blocked"});
    }
    void fold_staff_areLeftAlone() {
        Log log;
        log.add(event::ofStaff(event::staffSignedIn, teller, at(1), newEventId(at(1))));
        QCOMPARE(log.faults(), std::string{});
    }
    void fold_webhook_expectsWhereItWent() {
        auto log = opened();
        const auto id = newEventId(at(1));
        const auto columns = [&](const char* hook) { return log.fold.hooks().at(hook).columns; };
        log.add(event::ofHookMatched("a", log.row, "evt", teller, at(1), id));
        log.add(event::ofHookMatched("a", log.row, "evt", teller, at(1), id));  // by two replicas at once
        QCOMPARE(columns("a"), (Expected{{"state", "matched"}, {"verification_id", log.row.id.value}}));
        for (const auto* hook : {"b", "c", "d"}) {
            log.add(event::ofHookUnmatched(hook, "main", teller, at(1), id));
            QVERIFY(log.fold.hooks().at(hook).waits);
        }
        QCOMPARE(columns("b"), (Expected{{"state", "unmatched"}, {"verification_id", ""}}));
        log.add(event::ofHookAssigned("b", log.row, officer, at(2), id));
        log.add(event::ofHookPutAway(event::hookDismissed, "c", "main", officer, at(2), id));
        log.add(event::ofHookPutAway(event::hookDropped, "d", "main", systemActor(""), at(2), id));
        QCOMPARE(columns("b"), columns("a"));
        QCOMPARE(columns("c").at("state"), std::string{"dismissed"});
        QCOMPARE(columns("d").at("state"), std::string{"dismissed"});
        QVERIFY(!log.fold.hooks().at("b").waits);
        QCOMPARE(log.faults(), std::string{});
    }
    void fold_webhookDealtWithTwice_isAFault() {
        auto log = opened();
        const auto id = newEventId(at(1));
        log.add(event::ofHookMatched("a", log.row, "", teller, at(1), id));
        log.add(event::ofHookUnmatched("a", "main", teller, at(1), id));
        QVERIFY2(said(log, "webhook a was dealt with before"), log.faults().c_str());
        log.add(event::ofHookAssigned("a", log.row, officer, at(2), id));
        log.add(event::ofHookPutAway(event::hookDropped, "a", "main", teller, at(2), id));
        QVERIFY2(said(log, "webhook a did not wait for anybody"), log.faults().c_str());
    }
    void fold_webhookOfNoVerification_isAFault() {
        Log log;
        log.add(event::ofHookMatched("a", log.row, "", teller, at(1), newEventId(at(1))));
        QVERIFY2(said(log, "was not started before"), log.faults().c_str());
    }

    void fold_finalStateChanged_isAFault() {
        auto log = opened();
        log.enter(State::declined, Verdict::fail);
        log.enter(State::completed);
        QVERIFY2(said(log, "a final state changed from declined to completed"), log.faults().c_str());
    }
    void fold_verdictBetter_isAFault() {
        auto log = opened();
        log.enter(State::completed, Verdict::review);
        log.row.verdict = Verdict::pass;
        log.verification(event::verificationAnswerIgnored);
        QVERIFY2(said(log, "a verdict got better: from review to pass"), log.faults().c_str());
    }
    void fold_approvedWhileBlocked_isAFault() {
        auto log = opened();
        log.enter(State::completed, Verdict::blocked);
        log.decide(DecisionKind::approve);
        QVERIFY2(said(log, "approves a case that was blocked"), log.faults().c_str());
    }
    void fold_blockedAfterApproval_isNoFault() {
        auto log = opened();
        log.enter(State::completed, Verdict::pass);
        log.decide(DecisionKind::approve);
        log.row.verdict = log.kase.verdict = Verdict::blocked;
        log.verification(event::verificationWorsened);
        QCOMPARE(log.faults(), std::string{});
    }
    void fold_rejectedWhileBlocked_isNoFault() {
        auto log = opened();
        log.enter(State::completed, Verdict::blocked);
        log.decide(DecisionKind::reject);
        QCOMPARE(log.faults(), std::string{});
    }
    void fold_caseUnblocked_isAFault() {
        auto log = opened();
        log.enter(State::completed, Verdict::blocked);
        log.kase.verdict = Verdict::review;
        log.verification(event::verificationAnswerIgnored);
        QVERIFY2(said(log, "the case was blocked and is so no more"), log.faults().c_str());
    }
    void fold_verificationWithoutCase_isAFault() {
        Log log;
        log.start();
        QVERIFY2(said(log, "was not opened before"), log.faults().c_str());
    }
    void fold_verificationNotStarted_isAFault() {
        Log log;
        log.open();
        log.enter(State::awaiting);
        QVERIFY2(said(log, "was not started before"), log.faults().c_str());
    }
    void fold_startedOrOpenedTwice_isAFault() {
        auto log = opened();
        log.start();
        log.open();
        QVERIFY2(said(log, "was started before"), log.faults().c_str());
        QVERIFY2(said(log, "was opened before"), log.faults().c_str());
    }
    void fold_eventOfAnotherCase_isAFault() {
        auto log = opened();
        log.kase = sampleCase();
        log.open();
        log.row.caseId = log.kase.id;
        log.enter(State::awaiting);
        QVERIFY2(said(log, "belongs to another case"), log.faults().c_str());
    }
    void fold_typeAgainstState_isAFault() {
        auto log = opened();
        log.row.state = State::awaiting;
        log.verification(event::verificationCompleted);
        QVERIFY2(said(log, "it leaves the verification awaiting"), log.faults().c_str());
    }
    void fold_caseEventWithAnotherVerdict_isAFault() {
        auto log = opened();
        log.kase.verdict = Verdict::pass;
        log.decide(DecisionKind::approve);
        QVERIFY2(said(log, "it says verdict pass, and the case's was none"), log.faults().c_str());
    }
    void fold_decisionThatLeavesTheCaseOpen_isAFault() {
        auto log = opened();
        log.kase.decision = DecisionKind::reject;
        log.add(event::ofCaseDecided(log.kase, DecisionKind::reject, officer, at(3), newEventId(at(3))));
        QVERIFY2(said(log, "does not close the case"), log.faults().c_str());
    }
    void fold_unknownType_isAFault() {
        Log log;
        Event event;
        event.type = "case_opened";
        log.add(event);
        QVERIFY2(said(log, "its type is not known"), log.faults().c_str());
    }

    void compare_columns_namesEachThatDiffers() {
        const auto faults =
            compareColumns("cases", "7", {{"a", "1"}, {"b", "2"}, {"d", "4"}},
                           {{"a", "1"}, {"b", "3"}, {"c", "x"}, {"d", std::nullopt}, {"e", std::nullopt}});
        QCOMPARE(faults.size(), std::size_t{3});
        QCOMPARE(faults.at(0), std::string{"cases 7, column b: expected \"2\", found \"3\""});
        QCOMPARE(faults.at(1), std::string{"cases 7, column c: expected nothing, found \"x\""});
        QCOMPARE(faults.at(2), std::string{"cases 7, column d: expected \"4\", found nothing"});
    }

private:
    static bool said(const Log& log, const std::string& text) {
        return log.faults().find(text) != std::string::npos;
    }

    void erased_case_takesNothingButThatItWasForgotten() {
        Log log;
        log.open();
        log.start();
        log.enter(State::cancelled);
        log.kase.state = CaseState::closed;
        log.add(event::ofCaseClosed(log.kase, officer, at(3), newEventId(at(3))));
        log.verification(event::verificationForgotten);
        QVERIFY(log.faults().find("its case was not erased") != std::string::npos);

        Log well;
        well.open();
        well.start();
        well.enter(State::cancelled);
        well.kase.state = CaseState::closed;
        well.add(event::ofCaseClosed(well.kase, officer, at(3), newEventId(at(3))));
        well.add(event::ofCaseErased(well.kase, {well.row.id}, {}, officer, at(4), newEventId(at(4))));
        well.verification(event::verificationForgotten);
        QCOMPARE(well.faults(), std::string{});
        QVERIFY(well.fold.cases().at(well.kase.id.value).erased);
        QVERIFY(well.fold.verifications().at(well.row.id.value).forgotten);
        well.verification(event::verificationOpenedLate);
        QCOMPARE(well.faults(), std::string{});
        QVERIFY(!well.fold.verifications().at(well.row.id.value).forgotten);
        well.verification(event::verificationForgotten);
        QVERIFY(well.fold.verifications().at(well.row.id.value).forgotten);
        well.verification(event::verificationAnswerIgnored);
        QVERIFY(well.faults().find("it comes after the case was erased") != std::string::npos);
    }

    void session_isNotOpenedLate_beforeItsCaseIsErased() {
        Log log;
        log.open();
        log.start();
        log.enter(State::cancelled);
        log.verification(event::verificationOpenedLate);
        QVERIFY(log.faults().find("its case was not erased") != std::string::npos);
    }

    void forgotten_isOnlyWhatSomebodyWasAskedToForget() {
        Log log;
        log.open();
        log.start();
        log.enter(State::cancelled);
        log.kase.state = CaseState::closed;
        log.add(event::ofCaseClosed(log.kase, officer, at(3), newEventId(at(3))));
        auto erased = event::ofCaseErased(log.kase, {}, {"acme"}, officer, at(4), newEventId(at(4)));
        QVERIFY(erased.data.at("remains_at") == nlohmann::json::array({"acme"}));
        log.add(erased);
        QCOMPARE(log.faults(), std::string{});
        QVERIFY(!log.fold.verifications().at(log.row.id.value).toForget);
        log.verification(event::verificationForgotten);
        QVERIFY(log.faults().find("nobody was asked to delete it") != std::string::npos);
        erased.data["to_forget"] = {"0197-another"};
        Log other;
        other.open();
        other.kase.state = CaseState::closed;
        other.add(event::ofCaseClosed(other.kase, officer, at(3), newEventId(at(3))));
        other.add(erased);
        QVERIFY(other.faults().find("a verification deleted that is not the case's") != std::string::npos);
    }

    void parent_andProviderKey_areTakenOver() {
        Log log;
        log.open();
        log.row.parent = VerificationId{"0197-parent"};
        log.start();
        auto said = event::ofVerification(event::verificationIdentified, log.row, log.kase.verdict, {}, teller, at(2),
                                          newEventId(at(2)));
        said.data["provider_key"] = "00ff";
        log.add(said);
        const auto& known = log.fold.verifications().at(log.row.id.value);
        QCOMPARE(known.columns.at("parent_id"), std::string{"0197-parent"});
        QCOMPARE(known.providerKey, std::string{"00ff"});
        QCOMPARE(log.faults(), std::string{});
    }
};

VERDESK_TEST(FoldTest)
#include "fold_test.moc"
