#include "ui/verify/widget_page.h"

#include "tests/support/registry.h"
#include "tests/ui/support/read_qr.h"
#include "tests/ui/verify/support/widget_desk.h"
#include "ui/parts/words.h"
#include "ui/style/contrast.h"

#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace verdesk;
using namespace verdesk::ui;

class WidgetPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        Q_INIT_RESOURCE(verdesk_translations);
    }
    void init() {
        desk_.open();
    }
    void cleanup() {
        desk_.close();
    }

    void widget_opensAtOnce_asTheLaunchSays() {
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser));
        auto* host = desk_.widgets.last();
        QVERIFY(host != nullptr);
        QCOMPARE(host->starts, 1);
        QCOMPARE(host->request.hostOrigin, QUrl{QStringLiteral("https://desk.bank.example")});
        QCOMPARE(host->request.providerName, QStringLiteral("Passport.io"));
        QVERIFY(std::holds_alternative<WidgetLaunch>(host->request.launch.what));
        QVERIFY(host->view()->isVisible());
        QVERIFY(!host->view()->accessibleName().isEmpty());
    }

    void where_isShownWithItsLock() {
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser));
        Q_EMIT desk_.widgets.last()->whereChanged(QStringLiteral("https://my.passport.io"), true);
        QCOMPARE(desk_.label("widgetOrigin")->text(), QStringLiteral("https://my.passport.io"));
        QVERIFY(desk_.label("widgetSecure")->isVisible());
        QCOMPARE(desk_.label("widgetSecure")->text(), QStringLiteral("Secure"));
        Q_EMIT desk_.widgets.last()->whereChanged(QStringLiteral("http://passport-io.localhost:4000"), true);
        QCOMPARE(desk_.label("widgetSecure")->text(), QStringLiteral("On this computer"));
        Q_EMIT desk_.widgets.last()->whereChanged(QStringLiteral("http://other.example"), false);
        QCOMPARE(desk_.label("widgetSecure")->text(), QStringLiteral("Not secure"));
        QVERIFY(!desk_.label("widgetCamera")->isVisible());
        Q_EMIT desk_.widgets.last()->cameraChanged(DeviceState::allowed);
        QCOMPARE(desk_.label("widgetCamera")->text(), QStringLiteral("Camera allowed"));
        QVERIFY(desk_.label("widgetTime")->text().contains(QStringLiteral("13:")));
    }

    void participants_areAddedWhereTheCheckTakesThem_eachWithAPageOfTheirOwn() {
        const auto host = test::hostCheck(1);
        const auto person = test::participantCheck(2);
        desk_.area->showCheck(host);
        desk_.area->setRunning({&host});
        auto* add = desk_.area->findChild<QAbstractButton*>(QStringLiteral("addParticipant"));
        QVERIFY(add->isVisible());
        QSignalSpy asked{desk_.area.get(), &VerifyArea::participantAsked};
        add->click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toInt(), 1);
        desk_.area->showCheck(person);
        desk_.area->setRunning({&host, &person});
        QCOMPARE(desk_.widgets.alive(), 2);
        QVERIFY(!add->isVisible());
        QCOMPARE(desk_.label("pageTitle")->text(), QStringLiteral("Video call · Participant 1"));
        const auto* chip = desk_.area->findChild<QAbstractButton*>(QStringLiteral("runningCheck.2"));
        QVERIFY(chip->isVisible());
        QVERIFY(chip->accessibleName().startsWith(QStringLiteral("Participant 1, C-2231-884")));
        desk_.area->showCheck(host);
        QCOMPARE(desk_.label("pageTitle")->text(), QStringLiteral("Video call"));
        QCOMPARE(desk_.widgets.alive(), 2);
    }

    void participants_whereNobodyCanBeAdded_areNotOffered() {
        auto* add = desk_.area->findChild<QAbstractButton*>(QStringLiteral("addParticipant"));
        const auto alone = test::sampleCheck(desk::Page::browser);
        auto leaving = test::hostCheck(1);
        leaving.cancelling = true;
        auto over = test::hostCheck(1);
        over.page = desk::Page::cancelled;
        for (const auto& check : {alone, leaving, over}) {
            desk_.area->showCheck(check);
            desk_.area->setRunning({&check});
            QVERIFY(!add->isVisible());
        }
    }

    void microphone_isShownInWords() {
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser));
        QVERIFY(!desk_.label("widgetMicrophone")->isVisible());
        Q_EMIT desk_.widgets.last()->microphoneChanged(DeviceState::allowed);
        QCOMPARE(desk_.label("widgetMicrophone")->text(), QStringLiteral("Microphone allowed"));
        Q_EMIT desk_.widgets.last()->microphoneChanged(DeviceState::refused);
        QCOMPARE(desk_.label("widgetMicrophone")->text(), QStringLiteral("Microphone refused"));
        Q_EMIT desk_.widgets.last()->microphoneChanged(DeviceState::missing);
        QCOMPARE(desk_.label("widgetMicrophone")->text(), QStringLiteral("No microphone"));
        QVERIFY(desk_.label("widgetMicrophone")->isVisible());
    }

    void whatThePageSays_goesOut_withItsCheck() {
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser, 4));
        QSignalSpy said{desk_.area.get(), &VerifyArea::pageSaid};
        auto* host = desk_.widgets.last();
        Q_EMIT host->forwarded("{\"a\":1}");
        Q_EMIT host->finished();
        Q_EMIT host->returned(QUrl{QStringLiteral("https://desk.bank.example/return/x?code=a%2Fb")});
        Q_EMIT host->wentBack();
        QCOMPARE(said.count(), 4);
        QCOMPARE(said[0][0].toInt(), 4);
        const auto report = [&said](int at) { return said[at][1].value<desk::PageReport>(); };
        QCOMPARE(std::get<desk::PageForwarded>(report(0)).message, std::string{"{\"a\":1}"});
        QVERIFY(std::holds_alternative<desk::PageFinished>(report(1)));
        QCOMPARE(std::get<desk::PageReturned>(report(2)).url,
                 std::string{"https://desk.bank.example/return/x?code=a%2Fb"});
        QVERIFY(std::holds_alternative<desk::PageWentBack>(report(3)));
    }

    void redirect_waitsForTheCustomersButton() {
        desk_.area->showCheck(test::redirectCheck());
        QVERIFY(desk_.widgets.last() == nullptr);
        auto* start = desk_.button("providerButton");
        QCOMPARE(start->text(), QStringLiteral("Sign Up with Authenteq"));
        QCOMPARE(start->accessibleName(), start->text());
        QCOMPARE(QApplication::focusWidget(), start);
        QTest::keyClick(start, Qt::Key_Return);
        QVERIFY(desk_.widgets.last() != nullptr);
        QVERIFY(desk_.widgets.last()->view()->isVisible());
    }

    void providersButton_isDrawnAsTheLaunchSays_andCanBeRead_data() {
        QTest::addColumn<QByteArray>("fill");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("white on orange, too pale") << QByteArray{"#F29E2E"} << QByteArray{"#FFFFFF"};
        QTest::newRow("white on navy") << QByteArray{"#102040"} << QByteArray{"#FFFFFF"};
        QTest::newRow("grey on black") << QByteArray{"#000000"} << QByteArray{"#202020"};
    }

    void providersButton_isDrawnAsTheLaunchSays_andCanBeRead() {
        QFETCH(const QByteArray, fill);
        QFETCH(const QByteArray, text);
        auto check = test::redirectCheck();
        auto& redirect = std::get<RedirectLaunch>(check.verification->launches.front().what);
        redirect.button = LaunchButton{"Sign Up with Authenteq", fill.toStdString(), text.toStdString()};
        desk_.area->showCheck(check);
        auto* start = desk_.button("providerButton");
        start->clearFocus();
        const auto picture = start->grab().toImage();
        QCOMPARE(picture.pixelColor(picture.width() / 2, 3).name().toUpper(), QString::fromLatin1(fill));
        double best = 0;
        for (int x = 0; x < picture.width(); ++x) {
            best = std::max(best, contrastOf(picture.pixelColor(x, picture.height() / 2), QColor{QLatin1String{fill}}));
        }
        QVERIFY2(best >= 4.5, qPrintable(QString::number(best)));
    }

    void providersButton_withoutAWish_isOurs_data() {
        QTest::addColumn<bool>("isBroken");
        QTest::newRow("none") << false;
        QTest::newRow("colours that are none") << true;
    }

    void providersButton_withoutAWish_isOurs() {
        QFETCH(const bool, isBroken);
        auto check = test::redirectCheck();
        auto& redirect = std::get<RedirectLaunch>(check.verification->launches.front().what);
        redirect.button.reset();
        if (isBroken) {
            redirect.button = LaunchButton{"Press here", "orange juice", ""};
        }
        desk_.area->showCheck(check);
        QCOMPARE(desk_.button("providerButton")->text(), QStringLiteral("Verify with Authenteq"));
    }

    void droppedReturn_isSaid_andReloadOpensThePageAnew() {
        desk_.area->showCheck(test::troubledCheck("VD-W109"));
        QVERIFY(desk_.widgets.last() == nullptr);
        QVERIFY(desk_.label("noticeCode")->text().contains(QStringLiteral("VD-W109")));
        QVERIFY(desk_.label("noticeWhat")->text().contains(QStringLiteral("another check")));
        QVERIFY(!desk_.button("noticeShow")->isVisible());
        QSignalSpy did{desk_.area.get(), &VerifyArea::staffDid};
        QTest::keyClick(desk_.button("noticeReload"), Qt::Key_Return);
        QCOMPARE(did.count(), 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::reloadPage);
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser));
        QVERIFY(desk_.widgets.last()->view()->isVisible());
    }

    void reload_loadsThePageAnew_inTheSameView() {
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser));
        Q_EMIT desk_.widgets.last()->troubled(WidgetTrouble::crashed);
        desk_.area->showCheck(test::troubledCheck("VD-W103"));
        QSignalSpy did{desk_.area.get(), &VerifyArea::staffDid};
        QTest::keyClick(desk_.button("noticeReload"), Qt::Key_Return);
        QCOMPARE(did.count(), 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::reloadPage);
        QCOMPARE(desk_.widgets.last()->reloads, 1);
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser));
        QVERIFY(desk_.widgets.last()->view()->isVisible());
        QCOMPARE(desk_.widgets.hosts.size(), size_t{1});
    }

    void reload_ofAPageThatOpensOnce_asksForAFreshOne() {
        auto check = test::sampleCheck(desk::Page::browser);
        check.verification->launches.front().opensOnce = true;
        desk_.area->showCheck(check);
        QCOMPARE(desk_.widgets.last()->starts, 1);  // the first time it opens
        QSignalSpy did{desk_.area.get(), &VerifyArea::staffDid};
        QTest::mouseClick(desk_.button("widgetReload"), Qt::LeftButton);
        QCOMPARE(did.count(), 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::renewPage);
        QCOMPARE(desk_.widgets.last()->reloads, 0);

        check.renewing = true;
        desk_.area->showCheck(check);
        QCOMPARE(desk_.label("pageWaitText")->text(), QStringLiteral("Passport.io is asked for a fresh page…"));
        QVERIFY(desk_.label("pageWaitText")->isVisible());
        QVERIFY(!desk_.button("widgetReload")->isVisible());

        check.renewing = false;
        check.renewals = 1;
        std::get<WidgetLaunch>(check.verification->launches.front().what).page = "https://my.passport.io/?fresh";
        desk_.area->showCheck(check);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(desk_.widgets.alive(), 1);
        QCOMPARE(desk_.widgets.hosts.size(), size_t{2});
        QCOMPARE(toQt(std::get<WidgetLaunch>(desk_.widgets.last()->request.launch.what).page),
                 QStringLiteral("https://my.passport.io/?fresh"));
        QVERIFY(desk_.widgets.last()->view()->isVisible());
        QCOMPARE(did.count(), 1);
    }

    void launchRenewedElsewhere_leavesTheOpenPageAlone() {
        auto check = test::sampleCheck(desk::Page::browser);
        desk_.area->showCheck(check);
        std::get<WidgetLaunch>(check.verification->launches.front().what).page = "https://my.passport.io/?other";
        desk_.area->showCheck(check);
        QCOMPARE(desk_.widgets.hosts.size(), size_t{1});
    }

    void pageThatExpiredUnopened_isNeverOpened() {
        auto check = test::redirectCheck();
        check.pageDeadline = QDeadlineTimer{0};
        desk_.area->showCheck(check);
        QSignalSpy did{desk_.area.get(), &VerifyArea::staffDid};
        QTest::keyClick(desk_.button("providerButton"), Qt::Key_Return);
        QCOMPARE(did.count(), 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::renewPage);
        QVERIFY(desk_.widgets.last() == nullptr);
    }

    void pageThatWasOpenedInTime_isReloadedOnce_beforeItIsGivenUp() {
        auto check = test::sampleCheck(desk::Page::browser);
        desk_.area->showCheck(check);
        check.pageDeadline = QDeadlineTimer{0};
        desk_.area->showCheck(check);
        QSignalSpy did{desk_.area.get(), &VerifyArea::staffDid};
        QTest::mouseClick(desk_.button("widgetReload"), Qt::LeftButton);
        QCOMPARE(desk_.widgets.last()->reloads, 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::reloadPage);
        QTest::mouseClick(desk_.button("widgetReload"), Qt::LeftButton);
        QCOMPARE(desk_.widgets.last()->reloads, 1);
        QCOMPARE(did.count(), 2);
        QVERIFY(did[1][1].value<desk::Event>() == desk::Event::renewPage);
    }

    void phone_getsAFreshPage_whereTheOldOneExpiredUnopened() {
        auto check = test::redirectCheck();
        check.verification->launches.front().phoneUrl = "https://my.passport.io/?old";
        check.pageDeadline = QDeadlineTimer{0};
        desk_.area->showCheck(check);
        QSignalSpy did{desk_.area.get(), &VerifyArea::staffDid};
        QTest::mouseClick(desk_.button("continueOnPhone"), Qt::LeftButton);
        QCOMPARE(did.count(), 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::renewPage);
        check.renewing = true;
        desk_.area->showCheck(check);
        QVERIFY(desk_.label("pageWaitText")->isVisible());
        check.renewing = false;
        check.renewals = 1;
        check.pageDeadline = QDeadlineTimer{std::chrono::minutes{15}};
        check.verification->launches.front().phoneUrl = "https://my.passport.io/?fresh";
        desk_.area->showCheck(check);
        test::settle();
        QCOMPARE(test::readQrCodes(desk_.area->grab().toImage()),
                 QStringList{QStringLiteral("https://my.passport.io/?fresh")});
    }

    void noFreshPage_isSaid_andTriedAgain() {
        auto check = test::sampleCheck(desk::Page::browser);
        check.verification->launches.front().opensOnce = true;
        desk_.area->showCheck(check);
        check.trouble = "VD-W111";
        desk_.area->showCheck(check);
        QVERIFY(desk_.label("noticeCode")->text().contains(QStringLiteral("VD-W111")));
        QVERIFY(desk_.button("noticeShow")->isVisible());  // what there was may still do
        QSignalSpy did{desk_.area.get(), &VerifyArea::staffDid};
        QTest::keyClick(desk_.button("noticeReload"), Qt::Key_Return);
        QCOMPARE(did.count(), 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::renewPage);
    }

    void time_isThePagesOwn_whereItHasOne() {
        auto check = test::sampleCheck(desk::Page::browser);
        QVERIFY(!check.deadline.isForever());
        check.pageDeadline = QDeadlineTimer{std::chrono::minutes{5}};
        desk_.area->showCheck(check);
        QVERIFY2(desk_.label("widgetTime")->text().contains(QStringLiteral("Page valid for 4:")) ||
                     desk_.label("widgetTime")->text().contains(QStringLiteral("Page valid for 5:")),
                 qPrintable(desk_.label("widgetTime")->text()));
        check.pageDeadline = QDeadlineTimer{0};
        desk_.area->showCheck(check);
        QCOMPARE(desk_.label("widgetTime")->text(), QStringLiteral("The page's time is up"));
    }

    void phone_showsTheProvidersLink_andClosesThePageHere() {
        const auto check = test::sampleCheck(desk::Page::browser);
        desk_.area->showCheck(check);
        QTest::mouseClick(desk_.button("continueOnPhone"), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(desk_.widgets.alive(), 0);
        test::settle();
        QCOMPARE(test::readQrCodes(desk_.area->grab().toImage()),
                 QStringList{toQt(check.verification->launches.front().phoneUrl)});
        QTest::mouseClick(desk_.button("phoneBack"), Qt::LeftButton);
        QCOMPARE(desk_.widgets.alive(), 1);
        QVERIFY(desk_.widgets.last()->view()->isVisible());
    }

    void phone_withoutALink_isNotOffered() {
        desk_.area->showCheck(test::redirectCheck());
        QVERIFY(!desk_.button("continueOnPhone")->isVisible());
    }

    void withoutAView_theNoticeSaysWhy_andOffersTheWaysOn() {
        desk_.widgets.trouble = QStringLiteral("The part for providers' pages is not installed.");
        QSignalSpy troubled{desk_.area.get(), &VerifyArea::pageTroubled};
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser));
        QCOMPARE(troubled.count(), 1);
        desk_.area->showCheck(test::troubledCheck(troubled[0][1].value<std::string>()));
        QCOMPARE(desk_.label("noticeWhat")->text(), desk_.widgets.trouble);
        QVERIFY(!desk_.button("noticeReload")->isVisible());
        QCOMPARE(
            desk_.area->findChild<QWidget*>(QStringLiteral("widgetNotice"))->findChildren<QAbstractButton*>().size(),
            5);
        QSignalSpy fallback{desk_.area.get(), &VerifyArea::fallbackAsked};
        QTest::keyClick(desk_.button("noticeFallback"), Qt::Key_Space);
        QCOMPARE(fallback.count(), 1);
        QTest::keyClick(desk_.button("noticePhone"), Qt::Key_Space);
        QVERIFY(desk_.area->findChild<QWidget*>(QStringLiteral("phonePanel"))->isVisible());
        QVERIFY(!desk_.button("phoneBack")->isVisible());
    }

    void otherCheck_lookedAt_keepsThePageAlive() {
        const auto one = test::sampleCheck(desk::Page::browser, 1);
        auto two = test::sampleCheck(desk::Page::browser, 2);
        desk_.area->showCheck(one);
        desk_.area->setRunning({&one, &two});
        desk_.area->showCheck(two);
        desk_.area->setRunning({&one, &two});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(desk_.widgets.alive(), 2);
        auto* first = desk_.widgets.hosts.front().data();
        QSignalSpy said{desk_.area.get(), &VerifyArea::pageSaid};
        Q_EMIT first->finished();
        QCOMPARE(said.count(), 1);
        QCOMPARE(said[0][0].toInt(), 1);
        desk_.area->showCheck(one);
        QVERIFY(first->view()->isVisible());
        QCOMPARE(first->starts, 1);
    }

    void end_closesThePage_alsoUnseen() {
        auto one = test::sampleCheck(desk::Page::browser, 1);
        auto two = test::sampleCheck(desk::Page::browser, 2);
        desk_.area->showCheck(one);
        desk_.area->showCheck(two);
        one.page = desk::Page::verifying;
        desk_.area->setRunning({&one, &two});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(desk_.widgets.alive(), 1);
        two.page = desk::Page::verifying;
        desk_.area->showCheck(two);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(desk_.widgets.alive(), 0);
        QVERIFY(desk_.label("stateLine")->text().contains(QStringLiteral("usual time: About 3 min")));
    }

    // A dialog of the page's is open: the page is at work below, and is destroyed by nobody but itself.
    void end_whileThePageAsks_leavesItToItself() {
        auto check = test::sampleCheck(desk::Page::browser);
        desk_.area->showCheck(check);
        auto* host = desk_.widgets.last();
        host->isAsking = true;
        check.page = desk::Page::verifying;
        desk_.area->showCheck(check);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(desk_.widgets.alive(), 1);
        QVERIFY(host->wasEnded);
        QVERIFY(desk_.area->findChild<WidgetPage*>() == nullptr);
        delete host;
    }

    void anotherAttempt_opensAnotherPage() {
        auto check = test::sampleCheck(desk::Page::browser);
        desk_.area->showCheck(check);
        check.verification->id = VerificationId{"another"};
        desk_.area->showCheck(check);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(desk_.widgets.hosts.size(), size_t{2});
        QCOMPARE(desk_.widgets.alive(), 1);
    }

    void cancel_asksFirst() {
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser));
        QSignalSpy did{desk_.area.get(), &VerifyArea::staffDid};
        QTest::keyClick(desk_.area.get(), Qt::Key_Escape);
        QCOMPARE(did.count(), 0);
        QVERIFY(desk_.label("cancelQuestion")->isVisible());
        QTest::keyClick(desk_.button("cancelYes"), Qt::Key_Return);
        QCOMPARE(did.count(), 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::cancel);
    }

    void diagnostics_countWhatWasNotActedOn() {
        QTranslator plurals;
        QVERIFY(plurals.load(QStringLiteral(":/i18n/verdesk_en.qm")));
        QCoreApplication::installTranslator(&plurals);
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser));
        QCOMPARE(desk_.label("widgetDiagnostics")->text(),
                 QStringLiteral("Nothing of this page was refused or ignored."));
        desk_.widgets.last()->seen.foreignOrigin = 3;
        desk_.widgets.last()->seen.navigations = 1;
        desk_.widgets.last()->seen.downloads = 2;
        Q_EMIT desk_.widgets.last()->countsChanged();
        QCOMPARE(
            desk_.label("widgetDiagnostics")->text(),
            QStringLiteral("For support, refused or ignored: 3 messages from elsewhere · 1 way to another address · "
                           "2 downloads"));
    }

private:
    test::WidgetDesk desk_;
};

VERDESK_TEST(WidgetPageTest)
#include "widget_page_test.moc"
