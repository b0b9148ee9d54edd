#include "ui/cases/case_page.h"

#include "tests/desk/support/samples.h"
#include "tests/support/registry.h"
#include "ui/style/theme.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

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

    void openAgainAfterADecision_isSaid_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("open");
        QTest::addColumn<bool>("said");
        const auto row = [](const char* name, DecisionKind kind, bool open, bool said) {
            QTest::newRow(name) << static_cast<int>(kind) << open << said;
        };
        row("approved, open again", DecisionKind::approve, true, true);
        row("rejected, open again", DecisionKind::reject, true, true);
        row("closed by a teller, open again", DecisionKind::close, true, true);
        row("escalated: that leaves it open", DecisionKind::escalate, true, false);
        row("approved and closed", DecisionKind::approve, false, false);
    }
    void openAgainAfterADecision_isSaid() {
        QFETCH(int, kind);
        QFETCH(bool, open);
        QFETCH(bool, said);
        auto value = caseWith(test::sampleVerification(State::completed));
        value.summary.state = open ? CaseState::open : CaseState::closed;
        value.summary.verdict = claims::Verdict::review;
        value.decisions = {{static_cast<DecisionKind>(kind), "fine", value.summary.openedAt, "Olga Officer"}};
        page_->setCase(caseWith(test::sampleVerification(State::completed)), {});
        page_->showDecided(static_cast<DecisionKind>(kind));
        page_->setCase(value, {});
        QCOMPARE(widget("case.newFinding")->isVisible(), said);
        QCOMPARE(widget("case.done")->isVisible(), !said);
        if (said) {
            const auto words = widget("case.newFinding")->findChild<QLabel*>()->text();
            QVERIFY2(words.contains(QStringLiteral("Olga Officer")) && words.contains(QStringLiteral("Review")),
                     qPrintable(words));
        }
    }

    void addedPeople_standBelowTheirCheck_inTheirOrder() {
        auto host = test::sampleVerification(State::awaiting, LaunchKind::widget, "ver-1");
        auto first = test::sampleVerification(State::completed, LaunchKind::widget, "ver-2");
        auto later = test::sampleVerification(State::declined, LaunchKind::qr, "ver-3");
        auto second = test::sampleVerification(State::awaiting, LaunchKind::widget, "ver-4");
        first.parent = second.parent = host.id;
        auto value = test::sampleCase();
        value.verifications = {host, first, later, second};
        page_->setCase(value, {});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
        auto cards = page_->findChildren<QWidget*>(QStringLiteral("case.check"));
        const auto topOf = [this](const QWidget* each) { return each->mapTo(page_.get(), QPoint{}).y(); };
        std::sort(cards.begin(), cards.end(), [&](auto* a, auto* b) { return topOf(a) < topOf(b); });
        QStringList names;
        for (const auto* each : cards) {
            names << each->accessibleName();
        }
        const auto call = QStringLiteral("Passport.io: ID and liveness");
        QCOMPARE(names,
                 (QStringList{QStringLiteral("PASSID by QR code"), call, QStringLiteral("Participant 1 · ") + call,
                              QStringLiteral("Participant 2 · ") + call}));
        QVERIFY(cards[2]->mapTo(page_.get(), QPoint{}).x() > cards[1]->mapTo(page_.get(), QPoint{}).x());
    }

    void erase_isOfferedToWhoeverDecides_onceTheCaseIsClosed_data() {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("closed");
        QTest::addColumn<bool>("offered");
        QTest::newRow("teller") << static_cast<int>(Role::teller) << true << false;
        QTest::newRow("officer") << static_cast<int>(Role::officer) << true << true;
        QTest::newRow("admin") << static_cast<int>(Role::admin) << true << true;
        QTest::newRow("officer, open case") << static_cast<int>(Role::officer) << false << false;
    }
    void erase_isOfferedToWhoeverDecides_onceTheCaseIsClosed() {
        QFETCH(int, role);
        QFETCH(bool, closed);
        QFETCH(bool, offered);
        page_->setRole(static_cast<Role>(role));
        auto value = caseWith(test::sampleVerification(State::completed));
        value.summary.state = closed ? CaseState::closed : CaseState::open;
        page_->setCase(value, {});
        QCOMPARE(button("case.erase")->isVisible(), offered);
    }

    void erase_needsAReason_andThatItWasUnderstood() {
        showClosed();
        QSignalSpy erase{page_.get(), &CasePage::eraseAsked};
        button("case.erase")->click();
        QVERIFY(!button("case.erase")->isVisible());
        auto* reason = page_->findChild<QPlainTextEdit*>(QStringLiteral("erase.reason"));
        QTRY_VERIFY(reason->hasFocus());
        button("erase.confirm")->click();
        QVERIFY(widget("erase.reasonError")->isVisible());
        QTest::keyClicks(reason, QStringLiteral("The customer asked for it"));
        button("erase.confirm")->click();
        QCOMPARE(erase.count(), 0);
        QVERIFY(widget("erase.understood")->hasFocus());
        QTest::keyClick(widget("erase.understood"), Qt::Key_Space);
        button("erase.confirm")->click();
        QCOMPARE(erase.count(), 1);
        QCOMPARE(erase.front().front().toString(), QStringLiteral("The customer asked for it"));
    }

    void erased_saysByWhomAndWhy_andOffersNothing() {
        auto left = showClosed();
        button("case.erase")->click();
        left.summary.reference.clear();
        left.summary.erasedAt = left.summary.updatedAt;
        left.verifications[0].claims.clear();
        left.erasure = Erasure{"The customer asked for it", left.summary.updatedAt, "Olga Officer"};
        page_->setCase(left, {});
        page_->showErased();
        QVERIFY(!widget("erase")->isVisible());
        QVERIFY(!button("case.erase")->isVisible());
        const auto words = widget("case.erased")->findChild<QLabel*>()->text();
        QVERIFY2(words.contains(QStringLiteral("Olga Officer")) && words.contains(QStringLiteral("asked for it")),
                 qPrintable(words));
        QCOMPARE(page_->findChild<QLabel*>(QStringLiteral("pageTitle"))->text(), QStringLiteral("K7-204"));
    }

    void erase_escapeKeepsTheCase() {
        showClosed();
        QSignalSpy back{page_.get(), &CasePage::backAsked};
        button("case.erase")->click();
        QTest::keyClick(page_->findChild<QPlainTextEdit*>(QStringLiteral("erase.reason")), Qt::Key_Escape);
        QVERIFY(!widget("erase")->isVisible());
        QVERIFY(button("case.erase")->isVisible());
        QCOMPARE(back.count(), 0);
    }

    void erase_refused_isSaidInWords_andTheReasonStays() {
        showClosed();
        button("case.erase")->click();
        auto* reason = page_->findChild<QPlainTextEdit*>(QStringLiteral("erase.reason"));
        QTest::keyClicks(reason, QStringLiteral("asked"));
        desk::CallError error;
        error.kind = desk::CallError::Kind::refused;
        error.problem.code = "role-missing";
        page_->showEraseRefused(error);
        QVERIFY(widget("erase.problem")->isVisible());
        QCOMPARE(reason->toPlainText(), QStringLiteral("asked"));
    }

    void erase_whileSomethingIsFoundOut_isTakenAway() {
        const auto closed = showClosed();
        button("case.erase")->click();
        auto open = closed;
        open.summary.state = CaseState::open;
        open.summary.verdict = claims::Verdict::review;
        page_->setCase(open, {});
        QVERIFY(!widget("erase")->isVisible());
        QVERIFY(!button("case.erase")->isVisible());
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
    Case showClosed() {
        page_->setRole(Role::officer);
        auto value = caseWith(test::sampleVerification(State::completed));
        value.summary.state = CaseState::closed;
        page_->setCase(value, {});
        return value;
    }
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
