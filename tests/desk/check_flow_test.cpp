#include "desk/check_flow.h"

#include "desk/backend_client.h"
#include "tests/desk/support/samples.h"
#include "tests/desk/support/scripted_backend.h"
#include "tests/support/registry.h"

#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::desk;
using test::Reply;

namespace {

constexpr auto starts = "/cases/case-1/verifications";
constexpr auto reads = "/verifications/ver-1";
constexpr auto tokens = "/verifications/ver-1/token";
constexpr auto cancels = "/verifications/ver-1/cancel";
constexpr auto returns = "/verifications/ver-1/return";
constexpr auto renewals = "/verifications/ver-1/launch";
constexpr auto decisions = "/cases/case-1/decisions";

Reply answerWith(const Verification& verification, int status = 200) {
    return Reply::ok(toJson(verification), status);
}

Changes moved(State state, claims::Verdict verdict = claims::Verdict::none, const std::string& id = "ver-1") {
    return {9, {{9, "verification.moved", CaseId{"case-1"}, VerificationId{id}, state, verdict}}};
}

}  // namespace

class CheckFlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        backend_ = std::make_unique<test::ScriptedBackend>();
        client_ = std::make_unique<BackendClient>();
        QVERIFY(client_->setAddress(backend_->address()));
        client_->setToken("t");
        checks_ = std::make_unique<OpenChecks>();
        flow_ = std::make_unique<CheckFlow>(*client_, *checks_);
    }
    void cleanup() {
        flow_.reset();
        checks_.reset();
        client_.reset();
        backend_.reset();
    }

    void startNew_opensTheCase_thenStarts_andShowsTheCode() {
        QSignalSpy started{flow_.get(), &CheckFlow::started};
        const auto id = startQr();
        QCOMPARE(started.count(), 1);
        const auto* check = checks_->find(id);
        QVERIFY(check->page == Page::qr);
        QCOMPARE(QString::fromStdString(check->number), QStringLiteral("K7-204"));
        QVERIFY(check->hasLaunch(LaunchKind::token));
        QVERIFY(check->deadline.remainingTime() > 890'000 && check->deadline.remainingTime() <= 900'000);
        QCOMPARE(checks_->rowCount(), 1);
        QVERIFY(backend_->seen("POST", "/cases").front().headers.value("idempotency-key") !=
                backend_->seen("POST", starts).front().headers.value("idempotency-key"));
    }

    void startNew_caseIsOpenAlready_isRefusedWithIt() {
        backend_->next("POST", "/cases",
                       Reply::problem(409, "case-open", {{"openCase", toJson(test::sampleSummary("case-9"))}}));
        QSignalSpy refused{flow_.get(), &CheckFlow::startRefused};
        flow_->startNew(test::sampleOpening(), {}, test::sampleFlows()[0], LaunchKind::qr);
        QCOMPARE(checks_->rowCount(), 1);
        QTRY_COMPARE(refused.count(), 1);
        const auto error = refused.front().at(1).value<CallError>();
        QVERIFY(error.is("case-open"));
        QCOMPARE(error.problem.extra["openCase"]["id"].get<std::string>(), std::string{"case-9"});
        QCOMPARE(checks_->rowCount(), 0);
    }

    void startNew_afterARefusedStart_usesTheCaseThatIsOpenAlready() {
        backend_->next("POST", "/cases", Reply::ok(toJson(test::sampleCase()), 201));
        backend_->next("POST", starts, Reply::problem(503, "account-down"));
        QSignalSpy refused{flow_.get(), &CheckFlow::startRefused};
        flow_->startNew(test::sampleOpening(), {}, test::sampleFlows()[0], LaunchKind::qr);
        QTRY_COMPARE(refused.count(), 1);
        backend_->next("POST", starts, answerWith(test::sampleVerification(State::awaiting, LaunchKind::token), 201));
        const auto id = flow_->startNew(test::sampleOpening(), {}, test::sampleFlows()[1], LaunchKind::token);
        QTRY_VERIFY(checks_->find(id)->page == Page::token);
        QCOMPARE(backend_->seen("POST", "/cases").size(), size_t{1});
    }

    void change_isReadAndShown() {
        const auto id = startQr();
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::completed)));
        flow_->take(moved(State::completed, claims::Verdict::pass));
        QTRY_VERIFY(checks_->find(id)->page == Page::summary);
        QCOMPARE(QString::fromStdString(checks_->find(id)->exit), QStringLiteral("VD-C001"));
        QVERIFY(!checks_->find(id)->verification->claims.empty());
    }

    void change_fasterThanTheStartsAnswer_isNotLost() {
        backend_->next("POST", starts, Reply::hang());
        const auto id = flow_->startIn(test::sampleSummary(), test::sampleFlows()[0], LaunchKind::qr);
        QTRY_COMPARE(backend_->hanging(starts), 1);
        flow_->take(moved(State::awaiting));
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::awaiting)));
        backend_->release(starts, answerWith(test::sampleVerification(State::requesting), 201));
        QTRY_VERIFY(checks_->find(id)->page == Page::qr);
    }

    void changesInARow_areReadTwiceAtMost_andTheLastCounts() {
        const auto id = startQr();
        backend_->next("GET", reads, Reply::hang());
        for (int i = 0; i < 5; ++i) {
            flow_->take(moved(State::verifying));
        }
        QTRY_COMPARE(backend_->hanging(reads), 1);
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::declined)));
        backend_->release(reads, answerWith(test::sampleVerification(State::verifying)));
        QTRY_VERIFY(checks_->find(id)->page == Page::declined);
        QCOMPARE(QString::fromStdString(checks_->find(id)->exit), QStringLiteral("VD-D101"));
        QCOMPARE(backend_->seen("GET", reads).size(), size_t{2});
    }

    void olderAnswer_doesNotUndoANewerOne() {
        const auto id = startQr();
        backend_->next("POST", tokens, answerWith(test::sampleVerification(State::completed)));
        backend_->next("GET", reads, Reply::hang());
        flow_->take(moved(State::awaiting));
        QTRY_COMPARE(backend_->hanging(reads), 1);
        flow_->staff(id, Event::enterToken);
        flow_->submitToken(id, "PASSID-AAAA-BBBB-CCCC-DDDD");
        QTRY_VERIFY(checks_->find(id)->page == Page::summary);
        backend_->release(reads, answerWith(test::sampleVerification(State::awaiting)));
        QTest::qWait(0);
        QTRY_VERIFY(backend_->hanging(reads) == 0);
        QVERIFY(checks_->find(id)->verification->state == State::completed);
        QVERIFY(!checks_->find(id)->verification->claims.empty());
    }

    void token_sentOnce_andTheAnswerShown() {
        const auto id = startQr();
        flow_->staff(id, Event::enterToken);
        QVERIFY(checks_->find(id)->page == Page::token);
        backend_->next("POST", tokens, Reply::drop());
        backend_->next("POST", tokens, answerWith(test::blockedVerification()));
        flow_->submitToken(id, "PASSID-AAAA-BBBB-CCCC-DDDD");
        flow_->submitToken(id, "PASSID-AAAA-BBBB-CCCC-DDDD");
        QVERIFY(checks_->find(id)->page == Page::verifying);
        QTRY_VERIFY(checks_->find(id)->page == Page::blocked);
        QCOMPARE(QString::fromStdString(checks_->find(id)->exit), QStringLiteral("VD-D106"));
        const auto sent = backend_->seen("POST", tokens);
        for (const auto& each : sent) {
            QCOMPARE(each.headers.value("idempotency-key"), sent.front().headers.value("idempotency-key"));
        }
        QCOMPARE(sent.front().document()["token"].get<std::string>(), std::string{"PASSID-AAAA-BBBB-CCCC-DDDD"});
    }

    void token_tooLate_showsHowItEnded() {
        const auto id = startQr();
        flow_->staff(id, Event::enterToken);
        backend_->next("POST", tokens,
                       Reply::problem(409, "verification-over",
                                      {{"verification", toJson(test::sampleVerification(State::completed))}}));
        flow_->submitToken(id, "PASSID-AAAA-BBBB-CCCC-DDDD");
        QTRY_VERIFY(checks_->find(id)->page == Page::summary);
        QVERIFY(!checks_->find(id)->problem);
    }

    void token_refused_goesBackToTheField_withWords() {
        const auto id = startQr();
        flow_->staff(id, Event::enterToken);
        backend_->next("POST", tokens, Reply::problem(400, "member-invalid", {{"member", "token"}}));
        flow_->submitToken(id, "x");
        QTRY_VERIFY(checks_->find(id)->page == Page::token);
        QVERIFY(checks_->find(id)->problem.has_value());
        QCOMPARE(QString::fromStdString(checks_->find(id)->exit), QStringLiteral("VD-A302"));
        flow_->staff(id, Event::backToQr);
        QVERIFY(!checks_->find(id)->problem);
    }

    void token_refused_isKept_untilAnAnswerThatIsNoRefusal() {
        const std::string token = "PASSID-AAAA-BBBB-CCCC-DDDD";
        const auto id = startQr();
        flow_->staff(id, Event::enterToken);
        for (const auto& refusal : {Reply::problem(409, "token-under-way"), Reply::problem(400, "body-invalid")}) {
            backend_->next("POST", tokens, refusal);
            flow_->submitToken(id, token);
            QTRY_VERIFY(checks_->find(id)->page == Page::token);
            QCOMPARE(flow_->keptToken(id), token);
        }
        backend_->next("POST", tokens, answerWith(test::sampleVerification(State::verifying)));
        flow_->submitToken(id, token);
        QTRY_VERIFY(checks_->find(id)->verification->state == State::verifying);
        QVERIFY(flow_->keptToken(id).empty());
    }

    void token_typed_isKept_whileTheCheckWaits() {
        const auto id = startQr();
        flow_->staff(id, Event::enterToken);
        flow_->keepToken(id, "PASSID-AA");
        flow_->staff(id, Event::backToQr);
        QCOMPARE(flow_->keptToken(id), std::string{"PASSID-AA"});
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::completed)));
        flow_->take(moved(State::completed, claims::Verdict::pass));
        QTRY_VERIFY(checks_->find(id)->page == Page::summary);
        QVERIFY(flow_->keptToken(id).empty());
        flow_->keepToken(id, "PASSID-AA");
        QVERIFY(flow_->keptToken(id).empty());
    }

    void cancel_whileStarting_isSentWhenTheBackendAnswered() {
        backend_->next("POST", starts, Reply::hang());
        const auto id = flow_->startIn(test::sampleSummary(), test::sampleFlows()[0], LaunchKind::qr);
        QTRY_COMPARE(backend_->hanging(starts), 1);
        flow_->staff(id, Event::cancel);
        QVERIFY(checks_->find(id)->cancelling);
        backend_->next("POST", cancels, answerWith(test::sampleVerification(State::cancelled)));
        backend_->release(starts, answerWith(test::sampleVerification(State::awaiting), 201));
        QTRY_VERIFY(checks_->find(id)->page == Page::cancelled);
        QCOMPARE(backend_->seen("POST", cancels).size(), size_t{1});
    }

    void tryAgain_startsAnotherVerificationInTheSameCase() {
        const auto id = startQr();
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::expired)));
        flow_->take(moved(State::expired));
        QTRY_VERIFY(checks_->find(id)->page == Page::expired);
        backend_->next("POST", starts,
                       answerWith(test::sampleVerification(State::awaiting, LaunchKind::qr, "ver-2"), 201));
        flow_->staff(id, Event::newCode);
        QTRY_VERIFY(checks_->find(id)->page == Page::qr);
        QCOMPARE(checks_->rowCount(), 1);
        QCOMPARE(QString::fromStdString(checks_->find(id)->verification->id.value), QStringLiteral("ver-2"));
        QVERIFY(checks_->find(id)->exit.empty());
    }

    void blockedChange_isShownBeforeItsDetailsAreRead() {
        const auto id = startQr();
        backend_->next("GET", reads, Reply::hang());
        flow_->take(moved(State::declined, claims::Verdict::blocked));
        QVERIFY(checks_->find(id)->page == Page::blocked);
    }

    void putAway_thatTurnsOutBadly_comesBack() {
        const auto id = startQr();
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::completed)));
        flow_->take(moved(State::completed, claims::Verdict::pass));
        QTRY_VERIFY(checks_->find(id)->page == Page::summary);
        flow_->staff(id, Event::next);
        QCOMPARE(checks_->rowCount(), 0);
        QVERIFY(checks_->find(id)->verification->claims.empty());
        flow_->take(moved(State::completed, claims::Verdict::blocked));
        QCOMPARE(checks_->rowCount(), 1);
        QVERIFY(checks_->find(id)->page == Page::blocked);
    }

    void closeCase_closedAlready_isAsGood() {
        const auto id = startQr();
        backend_->next("GET", reads, answerWith(test::blockedVerification()));
        flow_->take(moved(State::declined, claims::Verdict::blocked));
        backend_->next("POST", decisions, Reply::problem(409, "case-closed"));
        flow_->staff(id, Event::closeCase);
        QVERIFY(checks_->find(id)->closing);
        QTRY_COMPARE(checks_->rowCount(), 0);
        QCOMPARE(QString::fromStdString(backend_->seen("POST", decisions).front().document()["kind"]),
                 QStringLiteral("close"));
    }

    void connection_lostAndBack_isSaid_andReadAgain() {
        const auto id = startQr();
        const auto before = checks_->find(id)->deadline.remainingTime();
        flow_->connectionLost();
        QVERIFY(checks_->find(id)->offline);
        QVERIFY(checks_->find(id)->page == Page::qr);
        QVERIFY(checks_->find(id)->deadline.remainingTime() <= before);
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::completed)));
        flow_->connectionBack();
        QVERIFY(!checks_->find(id)->offline);
        QTRY_VERIFY(checks_->find(id)->page == Page::summary);
    }

    void claims_areHiddenInTime_andShownOnRequest() {
        flow_->setHideClaimsAfter(std::chrono::seconds{1});
        const auto id = startQr();
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::completed)));
        flow_->take(moved(State::completed, claims::Verdict::pass));
        QTRY_VERIFY(checks_->find(id)->page == Page::summary);
        QVERIFY(!checks_->find(id)->claimsHidden);
        QTRY_VERIFY(checks_->find(id)->claimsHidden);
        flow_->showClaims(id);
        QVERIFY(!checks_->find(id)->claimsHidden);
    }

    void takeOver_runningCheckOfAColleague_isShown_once() {
        const auto running = test::sampleVerification(State::awaiting);
        const auto id = flow_->takeOver(test::sampleSummary(), running);
        QVERIFY(checks_->find(id)->page == Page::qr);
        QCOMPARE(flow_->takeOver(test::sampleSummary(), running), id);
        QCOMPARE(checks_->rowCount(), 1);
    }

    void unknownState_isSaid_andIsNoEnd() {
        const auto id = startQr();
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::unknown)));
        flow_->take(moved(State::unknown));
        QTRY_COMPARE(backend_->seen("GET", reads).size(), size_t{1});
        QTRY_VERIFY(checks_->find(id)->unknownState);
        QVERIFY(checks_->find(id)->page == Page::qr);
    }

    void page_messageThenEnd_areSentInOrder_eachWithItsKey() {
        const auto id = startWidget();
        backend_->next("POST", returns, Reply::hang());
        flow_->report(id, PageForwarded{R"({"type":"login","id":7})"});
        flow_->report(id, PageFinished{});
        QVERIFY(checks_->find(id)->page == Page::verifying);
        QTRY_COMPARE(backend_->hanging(returns), 1);
        QCOMPARE(backend_->seen("POST", returns).size(), size_t{1});
        backend_->next("POST", returns, answerWith(test::sampleVerification(State::verifying, LaunchKind::widget)));
        backend_->release(returns, answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        QTRY_COMPARE(backend_->seen("POST", returns).size(), size_t{2});
        const auto sent = backend_->seen("POST", returns);
        QVERIFY(sent[0].document() ==
                (nlohmann::json{{"kind", "message"}, {"message", {{"type", "login"}, {"id", 7}}}}));
        QVERIFY(sent[1].document() == (nlohmann::json{{"kind", "closed"}}));
        QVERIFY(sent[0].headers.value("idempotency-key") != sent[1].headers.value("idempotency-key"));
        QTRY_VERIFY(checks_->find(id)->verification->state == State::verifying);
    }

    void page_returned_lostAnswer_isRepeatedWithTheSameKey() {
        const auto id = startWidget(LaunchKind::redirect);
        backend_->next("POST", returns, Reply::drop());
        backend_->next("POST", returns, answerWith(test::sampleVerification(State::verifying, LaunchKind::redirect)));
        flow_->report(id, PageReturned{"https://desk.bank.example/return/authenteq?code=c&state=s-1"});
        flow_->report(id, PageReturned{"https://desk.bank.example/return/authenteq?code=c&state=s-1"});
        QTRY_VERIFY(checks_->find(id)->verification->state == State::verifying);
        const auto sent = backend_->seen("POST", returns);
        for (const auto& each : sent) {
            QCOMPARE(each.headers.value("idempotency-key"), sent.front().headers.value("idempotency-key"));
        }
        QCOMPARE(sent.front().document()["url"].get<std::string>(),
                 std::string{"https://desk.bank.example/return/authenteq?code=c&state=s-1"});
    }

    void page_wentBack_endsTheCheck() {
        const auto id = startWidget(LaunchKind::redirect);
        backend_->next("POST", returns, answerWith(test::sampleVerification(State::cancelled, LaunchKind::redirect)));
        flow_->report(id, PageWentBack{});
        QTRY_VERIFY(checks_->find(id)->page == Page::cancelled);
    }

    void page_reportRefused_bringsThePageBack_withWords() {
        const auto id = startWidget(LaunchKind::redirect);
        backend_->next("POST", returns, Reply::problem(400, "member-invalid", {{"member", "url"}}));
        flow_->report(id, PageReturned{"https://desk.bank.example/return/authenteq?state=other"});
        QVERIFY(checks_->find(id)->page == Page::verifying);
        QTRY_VERIFY(checks_->find(id)->page == Page::browser);
        QVERIFY(checks_->find(id)->problem.has_value());
        QCOMPARE(QString::fromStdString(checks_->find(id)->exit), QStringLiteral("VD-A306"));
    }

    void page_returnDropped_bringsThePageBack_withItsCode() {
        const auto id = startWidget(LaunchKind::redirect);
        backend_->next("POST", returns, answerWith(test::sampleVerification(State::awaiting, LaunchKind::redirect)));
        flow_->report(id, PageReturned{"https://desk.bank.example/return/authenteq?code=c&state=somebody-elses"});
        QVERIFY(checks_->find(id)->page == Page::verifying);
        QTRY_VERIFY(checks_->find(id)->page == Page::browser);
        QCOMPARE(QString::fromStdString(checks_->find(id)->trouble), QStringLiteral("VD-W109"));
        QCOMPARE(QString::fromStdString(checks_->find(id)->exit), QStringLiteral("VD-W109"));
        flow_->staff(id, Event::reloadPage);
        QVERIFY(checks_->find(id)->trouble.empty());
    }

    void page_returnDropped_seenAsVerifyingBefore_bringsThePageBack() {
        const auto id = startWidget(LaunchKind::redirect);
        backend_->next("POST", returns, Reply::hang());
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::verifying, LaunchKind::redirect)));
        flow_->report(id, PageReturned{"https://desk.bank.example/return/authenteq?code=%00&state=s-1"});
        flow_->take(moved(State::verifying));
        QTRY_VERIFY(checks_->find(id)->verification->state == State::verifying);
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::awaiting, LaunchKind::redirect)));
        flow_->take(moved(State::awaiting));
        QTRY_VERIFY(checks_->find(id)->page == Page::browser);
        QCOMPARE(QString::fromStdString(checks_->find(id)->trouble), QStringLiteral("VD-W109"));
    }

    void page_finished_stillAwaiting_goesOnWaiting() {
        const auto id = startWidget();
        backend_->next("POST", returns, answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        flow_->report(id, PageFinished{});
        QTRY_COMPARE(backend_->seen("POST", returns).size(), size_t{1});
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        flow_->take(moved(State::awaiting));
        QTRY_COMPARE(backend_->seen("GET", reads).size(), size_t{1});
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        flow_->take(moved(State::awaiting));
        QTRY_COMPARE(backend_->seen("GET", reads).size(), size_t{2});  // the answer before was taken
        QVERIFY(checks_->find(id)->page == Page::verifying);
    }

    void answer_overtakenByANewerOne_takesNothingBack() {
        const auto id = startWidget(LaunchKind::redirect);
        backend_->next("GET", reads, Reply::hang());
        flow_->take(moved(State::awaiting));
        QTRY_COMPARE(backend_->hanging(reads), 1);
        backend_->next("POST", returns, answerWith(test::sampleVerification(State::verifying, LaunchKind::redirect)));
        flow_->report(id, PageReturned{"https://desk.bank.example/return/authenteq?code=c&state=s-1"});
        QTRY_VERIFY(checks_->find(id)->verification->state == State::verifying);
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::verifying, LaunchKind::redirect)));
        flow_->take(moved(State::verifying));
        backend_->release(reads, answerWith(test::sampleVerification(State::awaiting, LaunchKind::redirect)));
        QTRY_COMPARE(backend_->seen("GET", reads).size(), size_t{2});  // the late answer was taken
        QVERIFY(checks_->find(id)->page == Page::verifying);
        QVERIFY(checks_->find(id)->trouble.empty());
    }

    void page_renewed_hasTheFreshLaunch_andItsOwnTime() {
        const auto id = startWidget();
        QVERIFY(checks_->find(id)->pageDeadline.isForever());
        flow_->pageTroubled(id, "VD-W103");
        backend_->next("POST", renewals, Reply::hang());
        flow_->staff(id, Event::renewPage);
        flow_->staff(id, Event::renewPage);  // impatient
        QVERIFY(checks_->find(id)->renewing);
        QCOMPARE(QString::fromStdString(checks_->find(id)->trouble), QStringLiteral("VD-W103"));
        QTRY_COMPARE(backend_->hanging(renewals), 1);
        auto fresh = test::sampleVerification(State::awaiting, LaunchKind::widget);
        std::get<WidgetLaunch>(fresh.launches.front().what).page = "https://passport.example/?client_token=fresh";
        fresh.launches.front().expiresAt = fresh.startedAt;
        fresh.launches.front().expiresInMs = 60'000;
        fresh.launches.front().opensOnce = true;
        backend_->release(renewals, answerWith(fresh));
        QTRY_VERIFY(!checks_->find(id)->renewing);
        const auto* check = checks_->find(id);
        QCOMPARE(backend_->seen("POST", renewals).size(), size_t{1});
        QVERIFY(backend_->seen("POST", renewals)[0].document() == nlohmann::json::object());
        QCOMPARE(check->renewals, 1);
        QVERIFY(check->trouble.empty());
        QVERIFY(*check->launch() == fresh.launches.front());
        QVERIFY(check->pageDeadline.remainingTime() <= 60'000 && check->pageDeadline.remainingTime() > 30'000);
        QVERIFY(check->deadline.remainingTime() > 600'000);
    }

    void page_renewalRefused_isTroubleWithItsCode_andMayBeTriedAgain() {
        const auto id = startWidget();
        backend_->next("POST", renewals, Reply::problem(403, "role-missing"));
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        flow_->staff(id, Event::renewPage);
        QTRY_VERIFY(!checks_->find(id)->renewing);
        QCOMPARE(QString::fromStdString(checks_->find(id)->trouble), QStringLiteral("VD-W111"));
        QVERIFY(checks_->find(id)->problem.has_value());
        QCOMPARE(checks_->find(id)->renewals, 0);
        backend_->next("POST", renewals, answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        flow_->staff(id, Event::renewPage);
        QTRY_COMPARE(checks_->find(id)->renewals, 1);
        const auto sent = backend_->seen("POST", renewals);
        QVERIFY(sent[0].headers.value("idempotency-key") != sent[1].headers.value("idempotency-key"));
    }

    void page_renewedTooLate_showsHowItStands() {
        const auto id = startWidget();
        backend_->next("POST", renewals, Reply::problem(409, "not-awaiting"));
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::verifying, LaunchKind::widget)));
        flow_->staff(id, Event::renewPage);
        QTRY_VERIFY(checks_->find(id)->page == Page::verifying);
        QVERIFY(!checks_->find(id)->renewing);
        QVERIFY(checks_->find(id)->trouble.empty());
    }

    void page_endRefused_goesOnWaiting() {
        const auto id = startWidget();
        backend_->next("POST", returns, Reply::problem(409, "token-under-way"));
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        flow_->report(id, PageFinished{});
        QTRY_VERIFY(checks_->find(id)->problem.has_value());
        QVERIFY(checks_->find(id)->page == Page::verifying);
    }

    void page_troubled_keepsTheCheck_untilItIsReloaded() {
        const auto id = startWidget();
        flow_->pageTroubled(id, "VD-W103");
        QVERIFY(checks_->find(id)->page == Page::browser);
        QCOMPARE(QString::fromStdString(checks_->find(id)->trouble), QStringLiteral("VD-W103"));
        QCOMPARE(QString::fromStdString(checks_->find(id)->exit), QStringLiteral("VD-W103"));
        flow_->staff(id, Event::reloadPage);
        QVERIFY(checks_->find(id)->trouble.empty());
        QVERIFY(checks_->find(id)->exit.empty());
        flow_->pageTroubled(id, "VD-W101");
        flow_->report(id, PageFinished{});
        QVERIFY(checks_->find(id)->trouble.empty());
        flow_->pageTroubled(id, "VD-W101");  // late
        QVERIFY(checks_->find(id)->trouble.empty());
    }

    void page_resultWhileItRuns_isShownAtOnce() {
        const auto id = startWidget();
        backend_->next("GET", reads, answerWith(test::sampleVerification(State::completed, LaunchKind::widget)));
        flow_->take(moved(State::completed, claims::Verdict::pass));
        QTRY_VERIFY(checks_->find(id)->page == Page::summary);
        flow_->report(id, PageFinished{});
        QVERIFY(checks_->find(id)->page == Page::summary);
        QVERIFY(backend_->seen("POST", returns).empty());
    }

private:
    int startWidget(LaunchKind launch = LaunchKind::widget) {
        backend_->next("POST", starts, answerWith(test::sampleVerification(State::awaiting, launch), 201));
        const auto id = flow_->startIn(test::sampleSummary(), test::sampleFlows()[2], launch);
        [&] { QTRY_VERIFY(checks_->find(id)->page == Page::browser); }();
        return id;
    }
    int startQr() {
        backend_->next("POST", "/cases", Reply::ok(toJson(test::sampleCase()), 201));
        backend_->next("POST", starts, answerWith(test::sampleVerification(State::awaiting), 201));
        const auto id = flow_->startNew(test::sampleOpening(), {}, test::sampleFlows()[0], LaunchKind::qr);
        [&] { QTRY_VERIFY(checks_->find(id)->page == Page::qr); }();
        return id;
    }

    std::unique_ptr<test::ScriptedBackend> backend_;
    std::unique_ptr<BackendClient> client_;
    std::unique_ptr<OpenChecks> checks_;
    std::unique_ptr<CheckFlow> flow_;
};

VERDESK_TEST(CheckFlowTest)
#include "check_flow_test.moc"
