// A check in the provider's own page through the whole desk, with views that do what the test tells them to.

#include "tests/support/registry.h"
#include "tests/ui/shell/desk_driver.h"
#include "tests/ui/support/gallery.h"
#include "tests/ui/verify/support/fake_widgets.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>

using namespace verdesk;
using namespace verdesk::ui;

class BrowserCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
        bank_ = std::make_unique<test::FakeBank>();
        bank_->me().publicOrigin = "https://desk.bank.example";
        widgets_ = {};
        DeskOptions options;
        options.widgets = &widgets_;
        driver_ = std::make_unique<test::DeskDriver>(*bank_, std::move(options));
        QVERIFY(driver_->ready());
        QVERIFY(driver_->signIn("teller"));
    }
    void cleanup() {
        driver_.reset();
        bank_.reset();
    }

    void widget_finished_waits_andShowsTheResult() {
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_4));
        QVERIFY(driver_->waitFor("widgetView"));
        QCOMPARE(widgets_.last()->request.hostOrigin, QUrl{QStringLiteral("https://desk.bank.example")});
        QCOMPARE(widgets_.last()->request.language, QStringLiteral("en"));
        Q_EMIT widgets_.last()->finished();
        QVERIFY(driver_->waitFor("stateLine"));
        QTRY_COMPARE(widgets_.alive(), 0);
        QTRY_COMPARE(bank_->wire().seen("POST", "/verifications/ver-1/return").size(), size_t{1});
        QVERIFY(bank_->customerEnds(State::completed));
        QVERIFY(driver_->waitFor("claimTable"));
    }

    void policysOldestEngine_goesToTheView_andThePhoneIsTheWayOn() {
        bank_->me().minimumEngine = "102.0.5005";
        driver_->desk().session().reload();
        QSignalSpy reloaded{&driver_->desk().session(), &desk::DeskSession::reloaded};
        QVERIFY(reloaded.wait());
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_4));
        QVERIFY(driver_->waitFor("widgetView"));
        QCOMPARE(widgets_.last()->request.oldestEngine, (QVersionNumber{102, 0, 5005}));
        Q_EMIT widgets_.last()->troubled(WidgetTrouble::engineTooOld);
        QVERIFY(driver_->waitFor("noticeCode"));
        QVERIFY(driver_->textOf("noticeCode").contains(QLatin1String("VD-W106")));
        QVERIFY(driver_->textOf("noticeWhat").contains(QLatin1String("102.0.5005")));
    }

    void redirect_wentBack_isCancelled() {
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_5));
        QVERIFY(driver_->waitFor("providerButton"));
        driver_->press(Qt::Key_Return);
        QVERIFY(driver_->waitFor("widgetView"));
        Q_EMIT widgets_.last()->wentBack();
        QVERIFY(driver_->waitFor("outcomeHeading"));
        QCOMPARE(driver_->textOf("outcomeHeading"), QStringLiteral("Check cancelled"));
    }

    void crash_thenReload_goesOn() {
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_4));
        QVERIFY(driver_->waitFor("widgetView"));
        Q_EMIT widgets_.last()->troubled(WidgetTrouble::crashed);
        QVERIFY(driver_->waitFor("noticeReload"));
        QVERIFY(driver_->textOf("noticeCode").contains(QLatin1String("VD-W103")));
        driver_->find<QAbstractButton>("noticeReload")->click();
        QVERIFY(driver_->waitFor("widgetView"));
        QCOMPARE(widgets_.last()->reloads, 1);
    }

    void withoutAView_theFallbackGoesOnInTheSameCase() {
        widgets_.trouble = QStringLiteral("The embedded browser is not installed on this computer.");
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_4));
        QVERIFY(driver_->waitFor("noticeFallback"));
        QCOMPARE(driver_->textOf("noticeWhat"), widgets_.trouble);
        driver_->find<QAbstractButton>("noticeFallback")->click();
        QVERIFY(driver_->waitFor("tokenLine"));
        QCOMPARE(bank_->cases().size(), size_t{1});
        const auto* value = bank_->caseOf("C-2231-884");
        QTRY_VERIFY(value->verifications[0].state == State::cancelled);
        QCOMPARE(value->verifications[1].flow, std::string{"passid-token"});
    }

    void accountDown_theFallbackStartsWithWhatWasTyped() {
        bank_->wire().next("POST", "/cases/case-1/verifications", test::Reply::problem(503, "account-down"));
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_4));
        QVERIFY(driver_->waitFor("useFallback"));
        driver_->find<QAbstractButton>("useFallback")->click();
        QVERIFY(driver_->waitFor("tokenLine"));
        QCOMPARE(bank_->cases().size(), size_t{1});
    }

    void triedAgain_accountDown_comesBackToItsCase() {
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_4));
        QVERIFY(driver_->waitFor("widgetView"));
        QVERIFY(bank_->customerEnds(State::failed));
        QVERIFY(driver_->waitFor("tryAgain"));
        bank_->wire().next("POST", "/cases/case-1/verifications", test::Reply::problem(503, "account-down"));
        driver_->find<QAbstractButton>("tryAgain")->click();
        QVERIFY(driver_->waitFor("openCaseCard"));
        QVERIFY(!driver_->sees("referenceField"));
        QVERIFY(driver_->waitFor("useFallback"));
        driver_->find<QAbstractButton>("useFallback")->click();
        QVERIFY(driver_->waitFor("tokenLine"));
        QCOMPARE(bank_->cases().size(), size_t{1});
    }

    void twoChecks_eachKeepsItsPage() {
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_4));
        QVERIFY(driver_->waitFor("widgetView"));
        QVERIFY(driver_->startCheck("C-1180-374", Qt::Key_4));
        QTRY_COMPARE(widgets_.hosts.size(), size_t{2});
        QCOMPARE(widgets_.alive(), 2);
        driver_->find<QAbstractButton>("runningCheck.1")->click();
        QTRY_VERIFY(widgets_.hosts[0]->view()->isVisible());
        QCOMPARE(widgets_.hosts[0]->starts, 1);
        Q_EMIT widgets_.hosts[1]->finished();  // behind
        QTRY_COMPARE(widgets_.alive(), 1);
        QVERIFY(widgets_.hosts[0]->view()->isVisible());
    }

    void signingOut_closesEveryPage() {
        QVERIFY(driver_->startCheck("C-2231-884", Qt::Key_4));
        QVERIFY(driver_->waitFor("widgetView"));
        driver_->desk().session().signOut();
        QTRY_COMPARE(widgets_.alive(), 0);
    }

private:
    test::FakeWidgets widgets_;
    std::unique_ptr<test::FakeBank> bank_;
    std::unique_ptr<test::DeskDriver> driver_;
};

VERDESK_TEST(BrowserCheckTest)
#include "browser_check_test.moc"
