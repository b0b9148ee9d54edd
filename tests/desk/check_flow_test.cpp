#include "desk/check_flow.h"

#include "tests/desk/support/check_desk.h"
#include "tests/support/registry.h"

#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::desk;
using namespace verdesk::test;

class CheckFlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        desk_ = std::make_unique<CheckDesk>();
    }
    void cleanup() {
        desk_.reset();
    }

    void startNew_opensTheCase_thenStarts_andShowsTheCode() {
        QSignalSpy started{&desk_->flow, &CheckFlow::started};
        const auto id = desk_->startQr();
        QCOMPARE(started.count(), 1);
        const auto* check = desk_->checks.find(id);
        QVERIFY(check->page == Page::qr);
        QCOMPARE(QString::fromStdString(check->number), QStringLiteral("K7-204"));
        QVERIFY(check->hasLaunch(LaunchKind::token));
        QVERIFY(check->deadline.remainingTime() > 890'000 && check->deadline.remainingTime() <= 900'000);
        QCOMPARE(desk_->checks.rowCount(), 1);
        QVERIFY(desk_->backend.seen("POST", "/cases").front().headers.value("idempotency-key") !=
                desk_->backend.seen("POST", starts).front().headers.value("idempotency-key"));
    }

    void startNew_caseIsOpenAlready_isRefusedWithIt() {
        desk_->backend.next("POST", "/cases",
                            Reply::problem(409, "case-open", {{"openCase", toJson(test::sampleSummary("case-9"))}}));
        QSignalSpy refused{&desk_->flow, &CheckFlow::startRefused};
        desk_->flow.startNew(test::sampleOpening(), {}, test::sampleFlows()[0], LaunchKind::qr);
        QCOMPARE(desk_->checks.rowCount(), 1);
        QTRY_COMPARE(refused.count(), 1);
        const auto error = refused.front().at(1).value<CallError>();
        QVERIFY(error.is("case-open"));
        QCOMPARE(error.problem.extra["openCase"]["id"].get<std::string>(), std::string{"case-9"});
        QCOMPARE(desk_->checks.rowCount(), 0);
    }

    void startNew_afterARefusedStart_usesTheCaseThatIsOpenAlready() {
        desk_->backend.next("POST", "/cases", Reply::ok(toJson(test::sampleCase()), 201));
        desk_->backend.next("POST", starts, Reply::problem(503, "account-down"));
        QSignalSpy refused{&desk_->flow, &CheckFlow::startRefused};
        desk_->flow.startNew(test::sampleOpening(), {}, test::sampleFlows()[0], LaunchKind::qr);
        QTRY_COMPARE(refused.count(), 1);
        desk_->backend.next("POST", starts,
                            answerWith(test::sampleVerification(State::awaiting, LaunchKind::token), 201));
        const auto id = desk_->flow.startNew(test::sampleOpening(), {}, test::sampleFlows()[1], LaunchKind::token);
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::token);
        QCOMPARE(desk_->backend.seen("POST", "/cases").size(), size_t{1});
    }

    void change_isReadAndShown() {
        const auto id = desk_->startQr();
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::completed)));
        desk_->flow.take(moved(State::completed, claims::Verdict::pass));
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::summary);
        QCOMPARE(QString::fromStdString(desk_->checks.find(id)->exit), QStringLiteral("VD-C001"));
        QVERIFY(!desk_->checks.find(id)->verification->claims.empty());
    }

    void change_fasterThanTheStartsAnswer_isNotLost() {
        desk_->backend.next("POST", starts, Reply::hang());
        const auto id = desk_->flow.startIn(test::sampleSummary(), test::sampleFlows()[0], LaunchKind::qr);
        QTRY_COMPARE(desk_->backend.hanging(starts), 1);
        desk_->flow.take(moved(State::awaiting));
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::awaiting)));
        desk_->backend.release(starts, answerWith(test::sampleVerification(State::requesting), 201));
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::qr);
    }

    void changesInARow_areReadTwiceAtMost_andTheLastCounts() {
        const auto id = desk_->startQr();
        desk_->backend.next("GET", reads, Reply::hang());
        for (int i = 0; i < 5; ++i) {
            desk_->flow.take(moved(State::verifying));
        }
        QTRY_COMPARE(desk_->backend.hanging(reads), 1);
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::declined)));
        desk_->backend.release(reads, answerWith(test::sampleVerification(State::verifying)));
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::declined);
        QCOMPARE(QString::fromStdString(desk_->checks.find(id)->exit), QStringLiteral("VD-D101"));
        QCOMPARE(desk_->backend.seen("GET", reads).size(), size_t{2});
    }

    void olderAnswer_doesNotUndoANewerOne() {
        const auto id = desk_->startQr();
        desk_->backend.next("POST", tokens, answerWith(test::sampleVerification(State::completed)));
        desk_->backend.next("GET", reads, Reply::hang());
        desk_->flow.take(moved(State::awaiting));
        QTRY_COMPARE(desk_->backend.hanging(reads), 1);
        desk_->flow.staff(id, Event::enterToken);
        desk_->flow.submitToken(id, "PASSID-AAAA-BBBB-CCCC-DDDD");
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::summary);
        desk_->backend.release(reads, answerWith(test::sampleVerification(State::awaiting)));
        QTest::qWait(0);
        QTRY_VERIFY(desk_->backend.hanging(reads) == 0);
        QVERIFY(desk_->checks.find(id)->verification->state == State::completed);
        QVERIFY(!desk_->checks.find(id)->verification->claims.empty());
    }

    void token_sentOnce_andTheAnswerShown() {
        const auto id = desk_->startQr();
        desk_->flow.staff(id, Event::enterToken);
        QVERIFY(desk_->checks.find(id)->page == Page::token);
        desk_->backend.next("POST", tokens, Reply::drop());
        desk_->backend.next("POST", tokens, answerWith(test::blockedVerification()));
        desk_->flow.submitToken(id, "PASSID-AAAA-BBBB-CCCC-DDDD");
        desk_->flow.submitToken(id, "PASSID-AAAA-BBBB-CCCC-DDDD");
        QVERIFY(desk_->checks.find(id)->page == Page::verifying);
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::blocked);
        QCOMPARE(QString::fromStdString(desk_->checks.find(id)->exit), QStringLiteral("VD-D106"));
        const auto sent = desk_->backend.seen("POST", tokens);
        for (const auto& each : sent) {
            QCOMPARE(each.headers.value("idempotency-key"), sent.front().headers.value("idempotency-key"));
        }
        QCOMPARE(sent.front().document()["token"].get<std::string>(), std::string{"PASSID-AAAA-BBBB-CCCC-DDDD"});
    }

    void token_tooLate_showsHowItEnded() {
        const auto id = desk_->startQr();
        desk_->flow.staff(id, Event::enterToken);
        desk_->backend.next("POST", tokens,
                            Reply::problem(409, "verification-over",
                                           {{"verification", toJson(test::sampleVerification(State::completed))}}));
        desk_->flow.submitToken(id, "PASSID-AAAA-BBBB-CCCC-DDDD");
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::summary);
        QVERIFY(!desk_->checks.find(id)->problem);
    }

    void token_refused_goesBackToTheField_withWords() {
        const auto id = desk_->startQr();
        desk_->flow.staff(id, Event::enterToken);
        desk_->backend.next("POST", tokens, Reply::problem(400, "member-invalid", {{"member", "token"}}));
        desk_->flow.submitToken(id, "x");
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::token);
        QVERIFY(desk_->checks.find(id)->problem.has_value());
        QCOMPARE(QString::fromStdString(desk_->checks.find(id)->exit), QStringLiteral("VD-A302"));
        desk_->flow.staff(id, Event::backToQr);
        QVERIFY(!desk_->checks.find(id)->problem);
    }

    void token_refused_isKept_untilAnAnswerThatIsNoRefusal() {
        const std::string token = "PASSID-AAAA-BBBB-CCCC-DDDD";
        const auto id = desk_->startQr();
        desk_->flow.staff(id, Event::enterToken);
        for (const auto& refusal : {Reply::problem(409, "token-under-way"), Reply::problem(400, "body-invalid")}) {
            desk_->backend.next("POST", tokens, refusal);
            desk_->flow.submitToken(id, token);
            QTRY_VERIFY(desk_->checks.find(id)->page == Page::token);
            QCOMPARE(desk_->flow.keptToken(id), token);
        }
        desk_->backend.next("POST", tokens, answerWith(test::sampleVerification(State::verifying)));
        desk_->flow.submitToken(id, token);
        QTRY_VERIFY(desk_->checks.find(id)->verification->state == State::verifying);
        QVERIFY(desk_->flow.keptToken(id).empty());
    }

    void token_typed_isKept_whileTheCheckWaits() {
        const auto id = desk_->startQr();
        desk_->flow.staff(id, Event::enterToken);
        desk_->flow.keepToken(id, "PASSID-AA");
        desk_->flow.staff(id, Event::backToQr);
        QCOMPARE(desk_->flow.keptToken(id), std::string{"PASSID-AA"});
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::completed)));
        desk_->flow.take(moved(State::completed, claims::Verdict::pass));
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::summary);
        QVERIFY(desk_->flow.keptToken(id).empty());
        desk_->flow.keepToken(id, "PASSID-AA");
        QVERIFY(desk_->flow.keptToken(id).empty());
    }

    void cancel_whileStarting_isSentWhenTheBackendAnswered() {
        desk_->backend.next("POST", starts, Reply::hang());
        const auto id = desk_->flow.startIn(test::sampleSummary(), test::sampleFlows()[0], LaunchKind::qr);
        QTRY_COMPARE(desk_->backend.hanging(starts), 1);
        desk_->flow.staff(id, Event::cancel);
        QVERIFY(desk_->checks.find(id)->cancelling);
        desk_->backend.next("POST", cancels, answerWith(test::sampleVerification(State::cancelled)));
        desk_->backend.release(starts, answerWith(test::sampleVerification(State::awaiting), 201));
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::cancelled);
        QCOMPARE(desk_->backend.seen("POST", cancels).size(), size_t{1});
    }

    void tryAgain_startsAnotherVerificationInTheSameCase() {
        const auto id = desk_->startQr();
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::expired)));
        desk_->flow.take(moved(State::expired));
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::expired);
        desk_->backend.next("POST", starts,
                            answerWith(test::sampleVerification(State::awaiting, LaunchKind::qr, "ver-2"), 201));
        desk_->flow.staff(id, Event::newCode);
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::qr);
        QCOMPARE(desk_->checks.rowCount(), 1);
        QCOMPARE(QString::fromStdString(desk_->checks.find(id)->verification->id.value), QStringLiteral("ver-2"));
        QVERIFY(desk_->checks.find(id)->exit.empty());
    }

    void blockedChange_isShownBeforeItsDetailsAreRead() {
        const auto id = desk_->startQr();
        desk_->backend.next("GET", reads, Reply::hang());
        desk_->flow.take(moved(State::declined, claims::Verdict::blocked));
        QVERIFY(desk_->checks.find(id)->page == Page::blocked);
    }

    void putAway_thatTurnsOutBadly_comesBack() {
        const auto id = desk_->startQr();
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::completed)));
        desk_->flow.take(moved(State::completed, claims::Verdict::pass));
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::summary);
        desk_->flow.staff(id, Event::next);
        QCOMPARE(desk_->checks.rowCount(), 0);
        QVERIFY(desk_->checks.find(id)->verification->claims.empty());
        desk_->flow.take(moved(State::completed, claims::Verdict::blocked));
        QCOMPARE(desk_->checks.rowCount(), 1);
        QVERIFY(desk_->checks.find(id)->page == Page::blocked);
    }

    void closeCase_closedAlready_isAsGood() {
        const auto id = desk_->startQr();
        desk_->backend.next("GET", reads, answerWith(test::blockedVerification()));
        desk_->flow.take(moved(State::declined, claims::Verdict::blocked));
        desk_->backend.next("POST", decisions, Reply::problem(409, "case-closed"));
        desk_->flow.staff(id, Event::closeCase);
        QVERIFY(desk_->checks.find(id)->closing);
        QTRY_COMPARE(desk_->checks.rowCount(), 0);
        QCOMPARE(QString::fromStdString(desk_->backend.seen("POST", decisions).front().document()["kind"]),
                 QStringLiteral("close"));
    }

    void connection_lostAndBack_isSaid_andReadAgain() {
        const auto id = desk_->startQr();
        const auto before = desk_->checks.find(id)->deadline.remainingTime();
        desk_->flow.connectionLost();
        QVERIFY(desk_->checks.find(id)->offline);
        QVERIFY(desk_->checks.find(id)->page == Page::qr);
        QVERIFY(desk_->checks.find(id)->deadline.remainingTime() <= before);
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::completed)));
        desk_->flow.connectionBack();
        QVERIFY(!desk_->checks.find(id)->offline);
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::summary);
    }

    void claims_areHiddenInTime_andShownOnRequest() {
        desk_->flow.setHideClaimsAfter(std::chrono::seconds{1});
        const auto id = desk_->startQr();
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::completed)));
        desk_->flow.take(moved(State::completed, claims::Verdict::pass));
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::summary);
        QVERIFY(!desk_->checks.find(id)->claimsHidden);
        QTRY_VERIFY(desk_->checks.find(id)->claimsHidden);
        desk_->flow.showClaims(id);
        QVERIFY(!desk_->checks.find(id)->claimsHidden);
    }

    void takeOver_runningCheckOfAColleague_isShown_once() {
        const auto running = test::sampleVerification(State::awaiting);
        const auto id = desk_->flow.takeOver(test::sampleSummary(), running);
        QVERIFY(desk_->checks.find(id)->page == Page::qr);
        QCOMPARE(desk_->flow.takeOver(test::sampleSummary(), running), id);
        QCOMPARE(desk_->checks.rowCount(), 1);
    }

    void unknownState_isSaid_andIsNoEnd() {
        const auto id = desk_->startQr();
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::unknown)));
        desk_->flow.take(moved(State::unknown));
        QTRY_COMPARE(desk_->backend.seen("GET", reads).size(), size_t{1});
        QTRY_VERIFY(desk_->checks.find(id)->unknownState);
        QVERIFY(desk_->checks.find(id)->page == Page::qr);
    }

private:
    std::unique_ptr<CheckDesk> desk_;
};

VERDESK_TEST(CheckFlowTest)
#include "check_flow_test.moc"
