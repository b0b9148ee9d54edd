// The true main window against a backend in miniature, by keyboard alone.

#include "desk/check_flow.h"
#include "desk/open_checks.h"
#include "tests/support/registry.h"
#include "tests/ui/shell/desk_driver.h"
#include "tests/ui/support/gallery.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>

using namespace verdesk;

class DeskApplicationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        bank_ = std::make_unique<test::FakeBank>();
        now_ = 0;
        ui::DeskOptions options;
        options.idleClock = [this] { return now_; };
        driver_ = std::make_unique<test::DeskDriver>(*bank_, options);
        QVERIFY(driver_->ready());
    }
    void cleanup() {
        if (QTest::currentTestFailed()) {
            verdesk::test::savePicture(driver_->window(),
                                       QStringLiteral("failed-") + QLatin1String{QTest::currentTestFunction()});
        }
        driver_.reset();
        bank_.reset();
    }

    void wholeJob_fromSignInToClosedCase_byKeyboardAlone() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_1));
        QVERIFY(driver_->waitFor("qrPicture"));
        QCOMPARE(driver_->textOf("sessionCode"), QStringLiteral("AB12-CD34"));
        QVERIFY(bank_->customerEnds(State::completed));
        QVERIFY(driver_->waitFor("claimTable"));
        QVERIFY(driver_->sees("finishButton"));
        driver_->press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(driver_->waitFor("cases.table"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("case.close"));
        QVERIFY(!driver_->sees("case.approve"));
        QVERIFY(driver_->tabTo("case.close"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("decision.confirm"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("case.done"));
        QVERIFY(bank_->caseOf("C-2231-884")->summary.state == CaseState::closed);
        driver_->press(Qt::Key_Escape);
        QVERIFY(driver_->waitFor("cases.table"));
        QTRY_COMPARE(driver_->find<QTableView>("cases.table")->model()->index(0, 5).data().toString(),
                     QStringLiteral("Closed"));
    }

    void signIn_wrongPassword_isSaidInWords() {
        QVERIFY(driver_->waitFor("signIn.name"));
        driver_->type("teller");
        driver_->press(Qt::Key_Tab);
        driver_->type("wrong");
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("signIn.problem"));
        QVERIFY(driver_->textOf("signIn.problem").contains(QLatin1String("not right")));
        QVERIFY(driver_->find<QLineEdit>("signIn.password")->text().isEmpty());
        driver_->type("practice");
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("referenceField"));
    }

    void signIn_capsLock_isHinted() {
        QVERIFY(driver_->waitFor("signIn.password"));
        auto* password = driver_->find<QLineEdit>("signIn.password");
        password->setFocus();
        QTest::sendKeyEvent(QTest::Click, password, Qt::Key_A, QStringLiteral("A"), Qt::NoModifier);
        QVERIFY(driver_->sees("signIn.capsLock"));
        QTest::sendKeyEvent(QTest::Click, password, Qt::Key_A, QStringLiteral("A"), Qt::ShiftModifier);
        QVERIFY(!driver_->sees("signIn.capsLock"));
    }

    void signIn_throttled_countsDownAndWaits() {
        bank_->wire().next("POST", "/sessions",
                           test::Reply::problem(429, "sign-in-throttled", {{"retryAfterMs", 700}}));
        QVERIFY(driver_->waitFor("signIn.name"));
        driver_->type("teller");
        driver_->press(Qt::Key_Tab);
        driver_->type("practice");
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("signIn.problem"));
        QVERIFY(!driver_->find("signIn.submit")->isEnabled());
        QTRY_VERIFY(driver_->find("signIn.submit")->isEnabled());
    }

    void token_blocked_fillsThePage_andTheCaseOffersNoApproval() {
        QVERIFY(driver_->signIn("officer"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_2));
        QVERIFY(driver_->waitFor("tokenLine"));
        driver_->type("PASSIDBLCK000000000000");
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("blockedHeading"));
        QVERIFY(!driver_->sees("tryAgain"));
        driver_->press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(driver_->waitFor("cases.table"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("case.stop"));
        QVERIFY(!driver_->sees("case.approve"));
        QVERIFY(driver_->sees("case.reject"));
    }

    void officer_approves_withAReason() {
        QVERIFY(driver_->signIn("officer"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_1));
        QVERIFY(driver_->waitFor("qrPicture"));
        QVERIFY(bank_->customerEnds(State::completed));
        QVERIFY(driver_->waitFor("claimTable"));
        driver_->press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(driver_->waitFor("cases.table"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("case.approve"));
        QVERIFY(driver_->tabTo("case.approve"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("decision.reason"));
        driver_->type("All proven");
        driver_->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(driver_->waitFor("case.done"));
        const auto* decided = bank_->caseOf("C-2231-884");
        QVERIFY(decided->summary.decision == DecisionKind::approve);
        QCOMPARE(QString::fromStdString(decided->decisions.back().reason), QStringLiteral("All proven"));
    }

    void approval_refusedByTheBackend_isSaidInWords() {
        QVERIFY(driver_->signIn("officer"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_1));
        QVERIFY(driver_->waitFor("qrPicture"));
        QVERIFY(bank_->customerEnds(State::completed));
        QVERIFY(driver_->waitFor("claimTable"));
        driver_->press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(driver_->waitFor("cases.table"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("case.approve"));
        QVERIFY(driver_->tabTo("case.approve"));
        driver_->press(Qt::Key_Return);
        driver_->type("All proven");
        bank_->wire().next("POST", "/cases/case-1/decisions", test::Reply::problem(409, "case-blocked"));
        driver_->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(driver_->waitFor("decision.problem"));
        QVERIFY(driver_->textOf("decision.problem").contains(QLatin1String("Nobody can approve")));
    }

    void caseList_followsTheFeed() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_1));
        QVERIFY(driver_->waitFor("qrPicture"));
        driver_->press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(driver_->waitFor("cases.table"));
        QVERIFY(bank_->customerEnds(State::completed));
        QTRY_COMPARE(driver_->find<QTableView>("cases.table")->model()->index(0, 6).data().toString(),
                     QStringLiteral("Pass"));
    }

    void backendGone_isSaid_typedTextStays_andTheQrSessionGoesOn() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_1));
        QVERIFY(driver_->waitFor("qrPicture"));
        driver_->press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(driver_->tabTo("referenceField"));
        driver_->type("C-9999-1");
        bank_->wire().kill();
        QVERIFY(driver_->waitFor("work.offline", 2000));
        QCOMPARE(driver_->textOf("top.connection"), QStringLiteral("Not connected"));
        driver_->type("11");
        QCOMPARE(driver_->find<QLineEdit>("referenceField")->text(), QStringLiteral("C-9999-111"));
        QVERIFY(bank_->customerEnds(State::completed));  // while nobody could hear it
        bank_->wire().start();
        QVERIFY(driver_->waitUntilGone("work.offline", 10'000));
        QCOMPARE(driver_->find<QLineEdit>("referenceField")->text(), QStringLiteral("C-9999-111"));
        QTRY_VERIFY(driver_->desk().checks().at(0)->page == desk::Page::summary);
    }

    void tokenSent_whileTheBackendIsAway_arrivesOnce() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_2));
        QVERIFY(driver_->waitFor("tokenLine"));
        bank_->wire().kill();
        QVERIFY(driver_->waitFor("work.offline", 2000));
        driver_->type("PASSIDGOOD000000000000");
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitUntilGone("tokenLine"));
        bank_->wire().start();
        QVERIFY(driver_->waitFor("claimTable", 10'000));
        QCOMPARE(bank_->verifications(), 1);
    }

    void tokenRefused_isStillInTheField() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_2));
        QVERIFY(driver_->waitFor("tokenLine"));
        bank_->wire().next("POST", "/verifications/ver-1/token", test::Reply::problem(409, "token-under-way"));
        driver_->type("PASSIDGOOD000000000000");
        const auto typed = driver_->textOf("tokenLine");
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("problemBanner"));
        QVERIFY(driver_->sees("tokenLine"));
        QCOMPARE(driver_->textOf("tokenLine"), typed);
        // A look at the cases, and back.
        driver_->press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(driver_->waitFor("cases.table"));
        driver_->press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(driver_->waitFor("tokenLine"));
        QCOMPARE(driver_->textOf("tokenLine"), typed);
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("claimTable"));
    }

    void sessionEnded_whileATokenIsTyped_losesNothing() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_2));
        QVERIFY(driver_->waitFor("tokenLine"));
        driver_->type("PASSIDGOOD");
        const auto typed = driver_->textOf("tokenLine");
        QTRY_COMPARE(bank_->wire().hanging("/changes"), 1);  // between two questions nobody would hear it
        bank_->wire().release("/changes", test::Reply::problem(401, "session-ended"));
        QVERIFY(driver_->waitFor("lock.password"));
        driver_->type("practice");
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("tokenLine"));
        QCOMPARE(driver_->textOf("tokenLine"), typed);
    }

    void lock_coversEverything_andUnlocksToWhereItWas() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_1));
        QVERIFY(driver_->waitFor("qrPicture"));
        driver_->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(driver_->waitFor("lock.password"));
        QVERIFY(!driver_->sees("qrPicture"));
        QVERIFY(driver_->textOf("lock.running").contains(QLatin1Char('1')));
        driver_->press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(!driver_->sees("cases.table"));
        QVERIFY(bank_->customerEnds(State::completed));
        driver_->type("practice");
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("claimTable"));
        QTRY_COMPARE(bank_->wire().seen("DELETE", "/sessions/current").size(), size_t{1});
    }

    void idle_locks_andTheFeedIsNoActivity() {
        QVERIFY(driver_->signIn("teller"));
        now_ = 599'999;
        driver_->desk().session().checkIdle();
        QVERIFY(!driver_->sees("lock.password"));
        now_ = 600'000;
        driver_->desk().session().checkIdle();
        QVERIFY(driver_->waitFor("lock.password"));
        QVERIFY(driver_->textOf("lock.why").contains(QLatin1String("nobody")));
    }

    void sessionEnded_asksForThePassword_andGoesOn() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->tabTo("referenceField"));
        driver_->type("C-2231-88");
        bank_->wire().release("/changes", test::Reply::problem(401, "session-ended"));
        QVERIFY(driver_->waitFor("lock.password"));
        driver_->type("practice");
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("referenceField"));
        QCOMPARE(driver_->find<QLineEdit>("referenceField")->text(), QStringLiteral("C-2231-88"));
        QTRY_COMPARE(bank_->wire().hanging("/changes"), 1);
    }

    void signOut_leavesNothing() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->tabTo("referenceField"));
        driver_->type("C-2231-88");
        Q_EMIT driver_->window().signOutAsked();
        QVERIFY(driver_->waitFor("signIn.name"));
        QVERIFY(driver_->find<QLineEdit>("signIn.name")->text().isEmpty());
        QVERIFY(!driver_->sees("top.person"));
        QVERIFY(driver_->signIn("officer"));
        QVERIFY(driver_->find<QLineEdit>("referenceField")->text().isEmpty());
    }

    void openCase_isOfferedInsteadOfASecond() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_1));
        QVERIFY(driver_->waitFor("qrPicture"));
        QVERIFY(bank_->customerEnds(State::declined));
        QVERIFY(driver_->waitFor("outcomeHeading"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_1));
        QVERIFY(driver_->waitFor("continueCase"));
        driver_->press(Qt::Key_C, Qt::AltModifier);
        QVERIFY(driver_->waitFor("openCaseCard"));
        driver_->press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(driver_->waitFor("qrPicture"));
        QCOMPARE(bank_->cases().size(), size_t{1});
        QCOMPARE(bank_->verifications(), 2);
    }

    void startRefused_keepsWhatWasTyped() {
        QVERIFY(driver_->signIn("teller"));
        bank_->wire().next("POST", "/cases", test::Reply::problem(400, "member-invalid", {{"member", "purpose"}}));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_1));
        QVERIFY(driver_->waitFor("problemBanner"));
        QCOMPARE(driver_->find<QLineEdit>("referenceField")->text(), QStringLiteral("C-2231-884"));
    }

    void cancel_asks_thenCancels() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_1));
        QVERIFY(driver_->waitFor("cancelButton"));
        driver_->press(Qt::Key_Escape);
        QVERIFY(driver_->waitFor("cancelYes"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("outcomeHeading"));
        QVERIFY(bank_->caseOf("C-2231-884")->verifications.back().state == State::cancelled);
    }

    void severalChecks_runAtOnce() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_1));
        QVERIFY(driver_->waitFor("qrPicture"));
        QVERIFY(driver_->startCheck("C-1111-111", Qt::Key_1));
        QTRY_COMPARE(driver_->desk().checks().rowCount(), 2);
        QTRY_VERIFY(driver_->desk().checks().at(1)->page == desk::Page::qr);
        QVERIFY(bank_->customerEnds(State::completed));
        QTRY_VERIFY(driver_->desk().checks().at(0)->page == desk::Page::summary);
        QVERIFY(driver_->sees("qrPicture"));
    }

    void worseVerdict_afterThePage_wasLeft_comesBack() {
        QVERIFY(driver_->signIn("teller"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_1));
        QVERIFY(driver_->waitFor("qrPicture"));
        QVERIFY(bank_->customerEnds(State::completed));
        QVERIFY(driver_->waitFor("claimTable"));
        const auto id = driver_->desk().checks().at(0)->id;
        driver_->desk().flow().staff(id, desk::Event::next);
        QVERIFY(driver_->waitFor("referenceField"));
        QCOMPARE(driver_->desk().checks().rowCount(), 0);
        bank_->worsen(VerificationId{"ver-1"}, claims::Verdict::blocked);
        QTRY_COMPARE(driver_->desk().checks().rowCount(), 1);
        QVERIFY(driver_->desk().checks().at(0)->page == desk::Page::blocked);
    }

    void help_opensByF1() {
        QVERIFY(driver_->signIn("teller"));
        driver_->press(Qt::Key_F1);
        QVERIFY(driver_->waitFor("help"));
        driver_->press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(driver_->waitFor("referenceField"));
    }

private:
    std::int64_t now_ = 0;
    std::unique_ptr<test::FakeBank> bank_;
    std::unique_ptr<test::DeskDriver> driver_;
};

VERDESK_TEST(DeskApplicationTest)
#include "desk_application_test.moc"
