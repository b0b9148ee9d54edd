#include "ui/cases/case_page.h"

#include "tests/desk/support/samples.h"
#include "tests/support/registry.h"
#include "ui/style/theme.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;

namespace {

Case caseWith(const Verification& verification) {
    auto value = test::sampleCase();
    value.verifications = {verification};
    value.summary.verdict = verification.verdict;
    value.summary.lastState = verification.state;
    return value;
}

}  // namespace

class CasePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
    }
    void init() {
        page_ = std::make_unique<CasePage>();
        page_->resize(1150, 700);
        page_->show();
        QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
    }
    void cleanup() {
        page_.reset();
    }

    void actions_followTheRole_data() {
        QTest::addColumn<int>("role");
        QTest::addColumn<QStringList>("offered");
        QTest::newRow("teller") << static_cast<int>(Role::teller)
                                << QStringList{QStringLiteral("case.newCheck"), QStringLiteral("case.close")};
        const QStringList all{QStringLiteral("case.newCheck"), QStringLiteral("case.close"),
                              QStringLiteral("case.escalate"), QStringLiteral("case.reject"),
                              QStringLiteral("case.approve")};
        QTest::newRow("officer") << static_cast<int>(Role::officer) << all;
        QTest::newRow("admin") << static_cast<int>(Role::admin) << all;
        QTest::newRow("unknown") << static_cast<int>(Role::unknown)
                                 << QStringList{QStringLiteral("case.newCheck"), QStringLiteral("case.close")};
    }
    void actions_followTheRole() {
        QFETCH(int, role);
        QFETCH(QStringList, offered);
        page_->setRole(static_cast<Role>(role));
        page_->setCase(caseWith(test::sampleVerification(State::completed)), {});
        QCOMPARE(actions(), offered);
    }

    void blocked_nobodyCanApprove_andItIsSaid_data() {
        QTest::addColumn<int>("role");
        for (const auto& [role, word] : wordsOf(Role{})) {
            QTest::newRow(word.data()) << static_cast<int>(role);
        }
    }
    void blocked_nobodyCanApprove_andItIsSaid() {
        QFETCH(int, role);
        page_->setRole(static_cast<Role>(role));
        page_->setCase(caseWith(test::blockedVerification()), {});
        QVERIFY(!actions().contains(QLatin1String("case.approve")));
        QVERIFY(!actions().contains(QLatin1String("case.newCheck")));
        QVERIFY(widget("case.stop")->isVisible());
    }

    void blocked_whileAboutToApprove_takesTheDecisionAway() {
        page_->setRole(Role::officer);
        page_->setCase(caseWith(test::sampleVerification(State::completed)), {});
        button("case.approve")->click();
        QVERIFY(widget("decision")->isVisible());
        auto worse = test::sampleVerification(State::completed);
        worse.verdict = claims::Verdict::blocked;
        page_->setCase(caseWith(worse), {});
        QVERIFY(!widget("decision")->isVisible());
        QVERIFY(widget("case.stop")->isVisible());
    }

    void closedCase_offersNothing() {
        page_->setRole(Role::officer);
        auto value = caseWith(test::sampleVerification(State::completed));
        value.summary.state = CaseState::closed;
        page_->setCase(value, {});
        QVERIFY(actions().isEmpty());
    }

    void decision_needsAReason() {
        page_->setRole(Role::officer);
        page_->setCase(caseWith(test::sampleVerification(State::completed)), {});
        QSignalSpy decide{page_.get(), &CasePage::decideAsked};
        button("case.reject")->click();
        auto* reason = page_->findChild<QPlainTextEdit*>(QStringLiteral("decision.reason"));
        QTRY_VERIFY(reason->hasFocus());
        QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(decide.count(), 0);
        QVERIFY(widget("decision.reasonError")->isVisible());
        QTest::keyClicks(reason, QStringLiteral("Address does not match"));
        QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(decide.count(), 1);
        QVERIFY(decide.front().at(0).value<DecisionKind>() == DecisionKind::reject);
        QCOMPARE(decide.front().at(1).toString(), QStringLiteral("Address does not match"));
    }

    void close_needsNoReason_andEscapeGoesBack() {
        page_->setRole(Role::teller);
        page_->setCase(caseWith(test::sampleVerification(State::completed)), {});
        QSignalSpy decide{page_.get(), &CasePage::decideAsked};
        QSignalSpy back{page_.get(), &CasePage::backAsked};
        button("case.close")->click();
        QVERIFY(!button("case.close")->isVisible());
        QTest::keyClick(button("decision.confirm"), Qt::Key_Escape);
        QVERIFY(!widget("decision")->isVisible());
        QCOMPARE(back.count(), 0);
        button("case.close")->click();
        QTest::keyClick(button("decision.confirm"), Qt::Key_Return);
        QCOMPARE(decide.count(), 1);
        QTest::keyClick(button("case.back"), Qt::Key_Escape);
        QCOMPARE(back.count(), 1);
    }

    void refusal_isSaidInWords_andTheReasonStays() {
        page_->setRole(Role::officer);
        page_->setCase(caseWith(test::sampleVerification(State::completed)), {});
        button("case.approve")->click();
        auto* reason = page_->findChild<QPlainTextEdit*>(QStringLiteral("decision.reason"));
        QTest::keyClicks(reason, QStringLiteral("Fine"));
        desk::CallError error;
        error.kind = desk::CallError::Kind::refused;
        error.problem.code = "case-blocked";
        page_->showRefused(error);
        QVERIFY(widget("decision.problem")->isVisible());
        QVERIFY(
            page_->findChild<QLabel*>(QStringLiteral("decision.problem"))->text().contains(QLatin1String("Nobody")));
        QCOMPARE(reason->toPlainText(), QStringLiteral("Fine"));
    }

    void claims_ofTheNewestCheck_areOpen_andCoveredInTime() {
        page_->setHideClaimsAfter(std::chrono::seconds{1});
        page_->setCase(caseWith(test::sampleVerification(State::completed)), {});
        QVERIFY(widget("case.claims")->isVisible());
        QVERIFY(!widget("case.hidden")->isVisible());
        QTRY_VERIFY(widget("case.hidden")->isVisible());
        button("case.showValues")->click();
        QVERIFY(!widget("case.hidden")->isVisible());
    }

    void runningCheck_canBeOpened() {
        page_->setCase(caseWith(test::sampleVerification(State::awaiting)), {});
        QSignalSpy asked{page_.get(), &CasePage::checkAsked};
        QVERIFY(!button("case.checkMore")->isVisible());
        button("case.checkOpen")->click();
        QCOMPARE(asked.count(), 1);
    }

    void readAgain_keepsWhatWasTyped() {
        page_->setRole(Role::officer);
        auto value = caseWith(test::sampleVerification(State::completed));
        page_->setCase(value, {});
        button("case.escalate")->click();
        auto* reason = page_->findChild<QPlainTextEdit*>(QStringLiteral("decision.reason"));
        QTest::keyClicks(reason, QStringLiteral("Ask legal"));
        value.verifications.push_back(test::sampleVerification(State::awaiting, LaunchKind::qr, "ver-2"));
        page_->setCase(value, desk::CallError{});
        QCOMPARE(reason->toPlainText(), QStringLiteral("Ask legal"));
        QVERIFY(widget("decision")->isVisible());
        QVERIFY(widget("case.stale")->isVisible());
    }

    void anotherCase_forgetsWhatWasTyped() {
        page_->setRole(Role::officer);
        page_->setCase(caseWith(test::sampleVerification(State::completed)), {});
        button("case.reject")->click();
        auto* reason = page_->findChild<QPlainTextEdit*>(QStringLiteral("decision.reason"));
        QTest::keyClicks(reason, QStringLiteral("of the first"));
        page_->setCase(test::sampleCase("case-2", "C-1111-111"), {});
        QVERIFY(reason->toPlainText().isEmpty());
        QVERIFY(!widget("decision")->isVisible());
    }

    void earlierBlocked_isShown_andLeadsThere() {
        auto value = caseWith(test::sampleVerification(State::completed));
        value.earlierBlocked = {test::sampleSummary("case-0")};
        page_->setCase(value, {});
        QVERIFY(widget("case.earlierBlocked")->isVisible());
        QSignalSpy asked{page_.get(), &CasePage::otherCaseAsked};
        button("case.earlier")->click();
        QCOMPARE(asked.count(), 1);
    }

private:
    QWidget* widget(const char* name) const {
        return page_->findChild<QWidget*>(QLatin1String{name});
    }
    QPushButton* button(const char* name) const {
        return page_->findChild<QPushButton*>(QLatin1String{name});
    }
    QStringList actions() const {
        QStringList names;
        for (const auto* name : {"case.newCheck", "case.close", "case.escalate", "case.reject", "case.approve"}) {
            if (button(name)->isVisible()) {
                names << QLatin1String{name};
            }
        }
        return names;
    }

    std::unique_ptr<Theme> theme_;
    std::unique_ptr<CasePage> page_;
};

VERDESK_TEST(CasePageTest)
#include "case_page_test.moc"
