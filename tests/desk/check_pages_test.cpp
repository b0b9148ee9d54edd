// What a check does with the provider's page: what it says, how it ends, and asking for it anew.
#include "desk/check_flow.h"

#include "tests/desk/support/check_desk.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::desk;
using namespace verdesk::test;

class CheckPagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        desk_ = std::make_unique<CheckDesk>();
    }
    void cleanup() {
        desk_.reset();
    }

    void page_messageThenEnd_areSentInOrder_eachWithItsKey() {
        const auto id = desk_->startWidget();
        desk_->backend.next("POST", returns, Reply::hang());
        desk_->flow.report(id, PageForwarded{R"({"type":"login","id":7})"});
        desk_->flow.report(id, PageFinished{});
        QVERIFY(desk_->checks.find(id)->page == Page::verifying);
        QTRY_COMPARE(desk_->backend.hanging(returns), 1);
        QCOMPARE(desk_->backend.seen("POST", returns).size(), size_t{1});
        desk_->backend.next("POST", returns,
                            answerWith(test::sampleVerification(State::verifying, LaunchKind::widget)));
        desk_->backend.release(returns, answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        QTRY_COMPARE(desk_->backend.seen("POST", returns).size(), size_t{2});
        const auto sent = desk_->backend.seen("POST", returns);
        QVERIFY(sent[0].document() ==
                (nlohmann::json{{"kind", "message"}, {"message", {{"type", "login"}, {"id", 7}}}}));
        QVERIFY(sent[1].document() == (nlohmann::json{{"kind", "closed"}}));
        QVERIFY(sent[0].headers.value("idempotency-key") != sent[1].headers.value("idempotency-key"));
        QTRY_VERIFY(desk_->checks.find(id)->verification->state == State::verifying);
    }

    void page_returned_lostAnswer_isRepeatedWithTheSameKey() {
        const auto id = desk_->startWidget(LaunchKind::redirect);
        desk_->backend.next("POST", returns, Reply::drop());
        desk_->backend.next("POST", returns,
                            answerWith(test::sampleVerification(State::verifying, LaunchKind::redirect)));
        desk_->flow.report(id, PageReturned{"https://desk.bank.example/return/authenteq?code=c&state=s-1"});
        desk_->flow.report(id, PageReturned{"https://desk.bank.example/return/authenteq?code=c&state=s-1"});
        QTRY_VERIFY(desk_->checks.find(id)->verification->state == State::verifying);
        const auto sent = desk_->backend.seen("POST", returns);
        for (const auto& each : sent) {
            QCOMPARE(each.headers.value("idempotency-key"), sent.front().headers.value("idempotency-key"));
        }
        QCOMPARE(sent.front().document()["url"].get<std::string>(),
                 std::string{"https://desk.bank.example/return/authenteq?code=c&state=s-1"});
    }

    void page_wentBack_endsTheCheck() {
        const auto id = desk_->startWidget(LaunchKind::redirect);
        desk_->backend.next("POST", returns,
                            answerWith(test::sampleVerification(State::cancelled, LaunchKind::redirect)));
        desk_->flow.report(id, PageWentBack{});
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::cancelled);
    }

    void page_reportRefused_bringsThePageBack_withWords() {
        const auto id = desk_->startWidget(LaunchKind::redirect);
        desk_->backend.next("POST", returns, Reply::problem(400, "member-invalid", {{"member", "url"}}));
        desk_->flow.report(id, PageReturned{"https://desk.bank.example/return/authenteq?state=other"});
        QVERIFY(desk_->checks.find(id)->page == Page::verifying);
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::browser);
        QVERIFY(desk_->checks.find(id)->problem.has_value());
        QCOMPARE(QString::fromStdString(desk_->checks.find(id)->exit), QStringLiteral("VD-A306"));
    }

    void page_returnDropped_bringsThePageBack_withItsCode() {
        const auto id = desk_->startWidget(LaunchKind::redirect);
        desk_->backend.next("POST", returns,
                            answerWith(test::sampleVerification(State::awaiting, LaunchKind::redirect)));
        desk_->flow.report(id, PageReturned{"https://desk.bank.example/return/authenteq?code=c&state=somebody-elses"});
        QVERIFY(desk_->checks.find(id)->page == Page::verifying);
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::browser);
        QCOMPARE(QString::fromStdString(desk_->checks.find(id)->trouble), QStringLiteral("VD-W109"));
        QCOMPARE(QString::fromStdString(desk_->checks.find(id)->exit), QStringLiteral("VD-W109"));
        desk_->flow.staff(id, Event::reloadPage);
        QVERIFY(desk_->checks.find(id)->trouble.empty());
    }

    void page_returnDropped_seenAsVerifyingBefore_bringsThePageBack() {
        const auto id = desk_->startWidget(LaunchKind::redirect);
        desk_->backend.next("POST", returns, Reply::hang());
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::verifying, LaunchKind::redirect)));
        desk_->flow.report(id, PageReturned{"https://desk.bank.example/return/authenteq?code=%00&state=s-1"});
        desk_->flow.take(moved(State::verifying));
        QTRY_VERIFY(desk_->checks.find(id)->verification->state == State::verifying);
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::awaiting, LaunchKind::redirect)));
        desk_->flow.take(moved(State::awaiting));
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::browser);
        QCOMPARE(QString::fromStdString(desk_->checks.find(id)->trouble), QStringLiteral("VD-W109"));
    }

    void page_finished_stillAwaiting_goesOnWaiting() {
        const auto id = desk_->startWidget();
        desk_->backend.next("POST", returns, answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        desk_->flow.report(id, PageFinished{});
        QTRY_COMPARE(desk_->backend.seen("POST", returns).size(), size_t{1});
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        desk_->flow.take(moved(State::awaiting));
        QTRY_COMPARE(desk_->backend.seen("GET", reads).size(), size_t{1});
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        desk_->flow.take(moved(State::awaiting));
        QTRY_COMPARE(desk_->backend.seen("GET", reads).size(), size_t{2});  // the answer before was taken
        QVERIFY(desk_->checks.find(id)->page == Page::verifying);
    }

    void answer_overtakenByANewerOne_takesNothingBack() {
        const auto id = desk_->startWidget(LaunchKind::redirect);
        desk_->backend.next("GET", reads, Reply::hang());
        desk_->flow.take(moved(State::awaiting));
        QTRY_COMPARE(desk_->backend.hanging(reads), 1);
        desk_->backend.next("POST", returns,
                            answerWith(test::sampleVerification(State::verifying, LaunchKind::redirect)));
        desk_->flow.report(id, PageReturned{"https://desk.bank.example/return/authenteq?code=c&state=s-1"});
        QTRY_VERIFY(desk_->checks.find(id)->verification->state == State::verifying);
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::verifying, LaunchKind::redirect)));
        desk_->flow.take(moved(State::verifying));
        desk_->backend.release(reads, answerWith(test::sampleVerification(State::awaiting, LaunchKind::redirect)));
        QTRY_COMPARE(desk_->backend.seen("GET", reads).size(), size_t{2});  // the late answer was taken
        QVERIFY(desk_->checks.find(id)->page == Page::verifying);
        QVERIFY(desk_->checks.find(id)->trouble.empty());
    }

    void page_renewed_hasTheFreshLaunch_andItsOwnTime() {
        const auto id = desk_->startWidget();
        QVERIFY(desk_->checks.find(id)->pageDeadline.isForever());
        desk_->flow.pageTroubled(id, "VD-W103");
        desk_->backend.next("POST", renewals, Reply::hang());
        desk_->flow.staff(id, Event::renewPage);
        desk_->flow.staff(id, Event::renewPage);  // impatient
        QVERIFY(desk_->checks.find(id)->renewing);
        QCOMPARE(QString::fromStdString(desk_->checks.find(id)->trouble), QStringLiteral("VD-W103"));
        QTRY_COMPARE(desk_->backend.hanging(renewals), 1);
        auto fresh = test::sampleVerification(State::awaiting, LaunchKind::widget);
        std::get<WidgetLaunch>(fresh.launches.front().what).page = "https://passport.example/?client_token=fresh";
        fresh.launches.front().expiresAt = fresh.startedAt;
        fresh.launches.front().expiresInMs = 60'000;
        fresh.launches.front().opensOnce = true;
        desk_->backend.release(renewals, answerWith(fresh));
        QTRY_VERIFY(!desk_->checks.find(id)->renewing);
        const auto* check = desk_->checks.find(id);
        QCOMPARE(desk_->backend.seen("POST", renewals).size(), size_t{1});
        QVERIFY(desk_->backend.seen("POST", renewals)[0].document() == nlohmann::json::object());
        QCOMPARE(check->renewals, 1);
        QVERIFY(check->trouble.empty());
        QVERIFY(*check->launch() == fresh.launches.front());
        QVERIFY(check->pageDeadline.remainingTime() <= 60'000 && check->pageDeadline.remainingTime() > 30'000);
        QVERIFY(check->deadline.remainingTime() > 600'000);
    }

    void page_renewalRefused_isTroubleWithItsCode_andMayBeTriedAgain() {
        const auto id = desk_->startWidget();
        desk_->backend.next("POST", renewals, Reply::problem(403, "role-missing"));
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        desk_->flow.staff(id, Event::renewPage);
        QTRY_VERIFY(!desk_->checks.find(id)->renewing);
        QCOMPARE(QString::fromStdString(desk_->checks.find(id)->trouble), QStringLiteral("VD-W111"));
        QVERIFY(desk_->checks.find(id)->problem.has_value());
        QCOMPARE(desk_->checks.find(id)->renewals, 0);
        desk_->backend.next("POST", renewals,
                            answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        desk_->flow.staff(id, Event::renewPage);
        QTRY_COMPARE(desk_->checks.find(id)->renewals, 1);
        const auto sent = desk_->backend.seen("POST", renewals);
        QVERIFY(sent[0].headers.value("idempotency-key") != sent[1].headers.value("idempotency-key"));
    }

    void page_renewedTooLate_showsHowItStands() {
        const auto id = desk_->startWidget();
        desk_->backend.next("POST", renewals, Reply::problem(409, "not-awaiting"));
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::verifying, LaunchKind::widget)));
        desk_->flow.staff(id, Event::renewPage);
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::verifying);
        QVERIFY(!desk_->checks.find(id)->renewing);
        QVERIFY(desk_->checks.find(id)->trouble.empty());
    }

    void page_endRefused_goesOnWaiting() {
        const auto id = desk_->startWidget();
        desk_->backend.next("POST", returns, Reply::problem(409, "token-under-way"));
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::awaiting, LaunchKind::widget)));
        desk_->flow.report(id, PageFinished{});
        QTRY_VERIFY(desk_->checks.find(id)->problem.has_value());
        QVERIFY(desk_->checks.find(id)->page == Page::verifying);
    }

    void page_troubled_keepsTheCheck_untilItIsReloaded() {
        const auto id = desk_->startWidget();
        desk_->flow.pageTroubled(id, "VD-W103");
        QVERIFY(desk_->checks.find(id)->page == Page::browser);
        QCOMPARE(QString::fromStdString(desk_->checks.find(id)->trouble), QStringLiteral("VD-W103"));
        QCOMPARE(QString::fromStdString(desk_->checks.find(id)->exit), QStringLiteral("VD-W103"));
        desk_->flow.staff(id, Event::reloadPage);
        QVERIFY(desk_->checks.find(id)->trouble.empty());
        QVERIFY(desk_->checks.find(id)->exit.empty());
        desk_->flow.pageTroubled(id, "VD-W101");
        desk_->flow.report(id, PageFinished{});
        QVERIFY(desk_->checks.find(id)->trouble.empty());
        desk_->flow.pageTroubled(id, "VD-W101");  // late
        QVERIFY(desk_->checks.find(id)->trouble.empty());
    }

    void page_resultWhileItRuns_isShownAtOnce() {
        const auto id = desk_->startWidget();
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::completed, LaunchKind::widget)));
        desk_->flow.take(moved(State::completed, claims::Verdict::pass));
        QTRY_VERIFY(desk_->checks.find(id)->page == Page::summary);
        desk_->flow.report(id, PageFinished{});
        QVERIFY(desk_->checks.find(id)->page == Page::summary);
        QVERIFY(desk_->backend.seen("POST", returns).empty());
    }

private:
    std::unique_ptr<CheckDesk> desk_;
};

VERDESK_TEST(CheckPagesTest)
#include "check_pages_test.moc"
