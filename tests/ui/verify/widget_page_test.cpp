#include "ui/verify/widget_page.h"

#include "tests/support/registry.h"
#include "tests/ui/support/gallery.h"
#include "tests/ui/support/read_qr.h"
#include "tests/ui/verify/samples.h"
#include "tests/ui/verify/support/fake_widgets.h"
#include "ui/parts/words.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/verify/verify_area.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QStackedWidget>
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
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
        theme_ = std::make_unique<Theme>(*qApp, SchemeChoice::light);
        area_ = std::make_unique<VerifyArea>();
        auto context = test::sampleContext();
        context.widgets = &widgets_;
        context.hostOrigin = QUrl{QStringLiteral("https://desk.bank.example")};
        area_->setContext(context);
        area_->resize(1150, 712);
        area_->show();
        QVERIFY(QTest::qWaitForWindowActive(area_.get()));
    }
    void cleanup() {
        area_.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(widgets_.alive(), 0);
        widgets_ = {};
        theme_.reset();
    }

    void widget_opensAtOnce_asTheLaunchSays() {
        area_->showCheck(test::sampleCheck(desk::Page::browser));
        auto* host = widgets_.last();
        QVERIFY(host != nullptr);
        QCOMPARE(host->starts, 1);
        QCOMPARE(host->request.hostOrigin, QUrl{QStringLiteral("https://desk.bank.example")});
        QCOMPARE(host->request.providerName, QStringLiteral("Passport.io"));
        QVERIFY(std::holds_alternative<WidgetLaunch>(host->request.launch.what));
        QVERIFY(host->view()->isVisible());
        QVERIFY(!host->view()->accessibleName().isEmpty());
    }

    void where_isShownWithItsLock() {
        area_->showCheck(test::sampleCheck(desk::Page::browser));
        Q_EMIT widgets_.last()->whereChanged(QStringLiteral("https://my.passport.io"), true);
        QCOMPARE(label("widgetOrigin")->text(), QStringLiteral("https://my.passport.io"));
        QVERIFY(label("widgetSecure")->isVisible());
        QCOMPARE(label("widgetSecure")->text(), QStringLiteral("Secure"));
        Q_EMIT widgets_.last()->whereChanged(QStringLiteral("http://passport-io.localhost:4000"), true);
        QCOMPARE(label("widgetSecure")->text(), QStringLiteral("On this computer"));
        Q_EMIT widgets_.last()->whereChanged(QStringLiteral("http://other.example"), false);
        QCOMPARE(label("widgetSecure")->text(), QStringLiteral("Not secure"));
        QVERIFY(!label("widgetCamera")->isVisible());
        Q_EMIT widgets_.last()->cameraChanged(DeviceState::allowed);
        QCOMPARE(label("widgetCamera")->text(), QStringLiteral("Camera allowed"));
        QVERIFY(label("widgetTime")->text().contains(QStringLiteral("13:")));
    }

    void microphone_isShownInWords() {
        area_->showCheck(test::sampleCheck(desk::Page::browser));
        QVERIFY(!label("widgetMicrophone")->isVisible());
        Q_EMIT widgets_.last()->microphoneChanged(DeviceState::allowed);
        QCOMPARE(label("widgetMicrophone")->text(), QStringLiteral("Microphone allowed"));
        Q_EMIT widgets_.last()->microphoneChanged(DeviceState::refused);
        QCOMPARE(label("widgetMicrophone")->text(), QStringLiteral("Microphone refused"));
        Q_EMIT widgets_.last()->microphoneChanged(DeviceState::missing);
        QCOMPARE(label("widgetMicrophone")->text(), QStringLiteral("No microphone"));
        QVERIFY(label("widgetMicrophone")->isVisible());
    }

    void whatThePageSays_goesOut_withItsCheck() {
        area_->showCheck(test::sampleCheck(desk::Page::browser, 4));
        QSignalSpy said{area_.get(), &VerifyArea::pageSaid};
        auto* host = widgets_.last();
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
        area_->showCheck(test::redirectCheck());
        QVERIFY(widgets_.last() == nullptr);
        auto* start = button("providerButton");
        QCOMPARE(start->text(), QStringLiteral("Sign Up with Authenteq"));
        QCOMPARE(start->accessibleName(), start->text());
        QCOMPARE(QApplication::focusWidget(), start);
        QTest::keyClick(start, Qt::Key_Return);
        QVERIFY(widgets_.last() != nullptr);
        QVERIFY(widgets_.last()->view()->isVisible());
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
        area_->showCheck(check);
        auto* start = button("providerButton");
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
        area_->showCheck(check);
        QCOMPARE(button("providerButton")->text(), QStringLiteral("Verify with Authenteq"));
    }

    void trouble_everyKind_hasItsCodeAndWords_data() {
        QTest::addColumn<int>("trouble");
        QTest::addColumn<QString>("code");
        const auto row = [](WidgetTrouble trouble, const char* code) {
            QTest::newRow(code) << static_cast<int>(trouble) << QString::fromLatin1(code);
        };
        row(WidgetTrouble::loadFailed, "VD-W101");
        row(WidgetTrouble::certificate, "VD-W102");
        row(WidgetTrouble::crashed, "VD-W103");
        row(WidgetTrouble::silent, "VD-W104");
        row(WidgetTrouble::refused, "VD-W105");
        row(WidgetTrouble::engineTooOld, "VD-W106");
        row(WidgetTrouble::cameraMissing, "VD-W107");
        row(WidgetTrouble::strayed, "VD-W110");
    }
    void trouble_everyKind_hasItsCodeAndWords() {
        QFETCH(int, trouble);
        QFETCH(QString, code);
        QSignalSpy troubled{area_.get(), &VerifyArea::pageTroubled};
        area_->showCheck(test::sampleCheck(desk::Page::browser));
        Q_EMIT widgets_.last()->troubled(static_cast<WidgetTrouble>(trouble));
        QCOMPARE(troubled.count(), 1);
        QCOMPARE(toQt(troubled[0][1].value<std::string>()), code);
        area_->showCheck(test::troubledCheck(fromQt(code)));
        QVERIFY(label("noticeCode")->text().contains(code));
        QVERIFY(!label("noticeHeading")->text().isEmpty());
        QVERIFY(!label("noticeNext")->text().isEmpty());
        QVERIFY(button("noticePhone")->isVisible());
        QCOMPARE(button("noticeFallback")->text(), QStringLiteral("Use PASSID: identity and sanctions instead"));
        QVERIFY(!widgets_.last()->view()->isVisible());
        QCOMPARE(widgets_.alive(), 1);  // the session is kept
    }

    void trouble_certificate_isNeverExcused() {
        area_->showCheck(test::troubledCheck("VD-W102"));
        QVERIFY(!button("noticeShow")->isVisible());
    }

    void droppedReturn_isSaid_andReloadOpensThePageAnew() {
        area_->showCheck(test::troubledCheck("VD-W109"));
        QVERIFY(widgets_.last() == nullptr);
        QVERIFY(label("noticeCode")->text().contains(QStringLiteral("VD-W109")));
        QVERIFY(label("noticeWhat")->text().contains(QStringLiteral("another check")));
        QVERIFY(!button("noticeShow")->isVisible());
        QSignalSpy did{area_.get(), &VerifyArea::staffDid};
        QTest::keyClick(button("noticeReload"), Qt::Key_Return);
        QCOMPARE(did.count(), 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::reloadPage);
        area_->showCheck(test::sampleCheck(desk::Page::browser));
        QVERIFY(widgets_.last()->view()->isVisible());
    }

    void reload_loadsThePageAnew_inTheSameView() {
        area_->showCheck(test::sampleCheck(desk::Page::browser));
        Q_EMIT widgets_.last()->troubled(WidgetTrouble::crashed);
        area_->showCheck(test::troubledCheck("VD-W103"));
        QSignalSpy did{area_.get(), &VerifyArea::staffDid};
        QTest::keyClick(button("noticeReload"), Qt::Key_Return);
        QCOMPARE(did.count(), 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::reloadPage);
        QCOMPARE(widgets_.last()->reloads, 1);
        area_->showCheck(test::sampleCheck(desk::Page::browser));
        QVERIFY(widgets_.last()->view()->isVisible());
        QCOMPARE(widgets_.hosts.size(), size_t{1});
    }

    void reload_ofAPageThatOpensOnce_asksForAFreshOne() {
        auto check = test::sampleCheck(desk::Page::browser);
        check.verification->launches.front().opensOnce = true;
        area_->showCheck(check);
        QCOMPARE(widgets_.last()->starts, 1);  // the first time it opens
        QSignalSpy did{area_.get(), &VerifyArea::staffDid};
        QTest::mouseClick(button("widgetReload"), Qt::LeftButton);
        QCOMPARE(did.count(), 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::renewPage);
        QCOMPARE(widgets_.last()->reloads, 0);

        check.renewing = true;
        area_->showCheck(check);
        QCOMPARE(label("pageWaitText")->text(), QStringLiteral("Passport.io is asked for a fresh page…"));
        QVERIFY(label("pageWaitText")->isVisible());
        QVERIFY(!button("widgetReload")->isVisible());

        check.renewing = false;
        check.renewals = 1;
        std::get<WidgetLaunch>(check.verification->launches.front().what).page = "https://my.passport.io/?fresh";
        area_->showCheck(check);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(widgets_.alive(), 1);
        QCOMPARE(widgets_.hosts.size(), size_t{2});
        QCOMPARE(toQt(std::get<WidgetLaunch>(widgets_.last()->request.launch.what).page),
                 QStringLiteral("https://my.passport.io/?fresh"));
        QVERIFY(widgets_.last()->view()->isVisible());
        QCOMPARE(did.count(), 1);
    }

    void launchRenewedElsewhere_leavesTheOpenPageAlone() {
        auto check = test::sampleCheck(desk::Page::browser);
        area_->showCheck(check);
        std::get<WidgetLaunch>(check.verification->launches.front().what).page = "https://my.passport.io/?other";
        area_->showCheck(check);
        QCOMPARE(widgets_.hosts.size(), size_t{1});
    }

    void pageThatExpiredUnopened_isNeverOpened() {
        auto check = test::redirectCheck();
        check.pageDeadline = QDeadlineTimer{0};
        area_->showCheck(check);
        QSignalSpy did{area_.get(), &VerifyArea::staffDid};
        QTest::keyClick(button("providerButton"), Qt::Key_Return);
        QCOMPARE(did.count(), 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::renewPage);
        QVERIFY(widgets_.last() == nullptr);
    }

    void noFreshPage_isSaid_andTriedAgain() {
        auto check = test::sampleCheck(desk::Page::browser);
        check.verification->launches.front().opensOnce = true;
        area_->showCheck(check);
        check.trouble = "VD-W111";
        area_->showCheck(check);
        QVERIFY(label("noticeCode")->text().contains(QStringLiteral("VD-W111")));
        QVERIFY(button("noticeShow")->isVisible());  // what there was may still do
        QSignalSpy did{area_.get(), &VerifyArea::staffDid};
        QTest::keyClick(button("noticeReload"), Qt::Key_Return);
        QCOMPARE(did.count(), 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::renewPage);
    }

    void time_isThePagesOwn_whereItHasOne() {
        auto check = test::sampleCheck(desk::Page::browser);
        QVERIFY(!check.deadline.isForever());
        check.pageDeadline = QDeadlineTimer{std::chrono::minutes{5}};
        area_->showCheck(check);
        QVERIFY2(label("widgetTime")->text().contains(QStringLiteral("Page valid for 4:")) ||
                     label("widgetTime")->text().contains(QStringLiteral("Page valid for 5:")),
                 qPrintable(label("widgetTime")->text()));
        check.pageDeadline = QDeadlineTimer{0};
        area_->showCheck(check);
        QCOMPARE(label("widgetTime")->text(), QStringLiteral("The page's time is up"));
    }

    void phone_showsTheProvidersLink_andClosesThePageHere() {
        const auto check = test::sampleCheck(desk::Page::browser);
        area_->showCheck(check);
        QTest::mouseClick(button("continueOnPhone"), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(widgets_.alive(), 0);
        test::settle();
        QCOMPARE(test::readQrCodes(area_->grab().toImage()),
                 QStringList{toQt(check.verification->launches.front().phoneUrl)});
        QTest::mouseClick(button("phoneBack"), Qt::LeftButton);
        QCOMPARE(widgets_.alive(), 1);
        QVERIFY(widgets_.last()->view()->isVisible());
    }

    void phone_withoutALink_isNotOffered() {
        area_->showCheck(test::redirectCheck());
        QVERIFY(!button("continueOnPhone")->isVisible());
    }

    void withoutAView_theNoticeSaysWhy_andOffersTheWaysOn() {
        widgets_.trouble = QStringLiteral("The part for providers' pages is not installed.");
        QSignalSpy troubled{area_.get(), &VerifyArea::pageTroubled};
        area_->showCheck(test::sampleCheck(desk::Page::browser));
        QCOMPARE(troubled.count(), 1);
        area_->showCheck(test::troubledCheck(troubled[0][1].value<std::string>()));
        QCOMPARE(label("noticeWhat")->text(), widgets_.trouble);
        QVERIFY(!button("noticeReload")->isVisible());
        QCOMPARE(area_->findChild<QWidget*>(QStringLiteral("widgetNotice"))->findChildren<QAbstractButton*>().size(),
                 5);
        QSignalSpy fallback{area_.get(), &VerifyArea::fallbackAsked};
        QTest::keyClick(button("noticeFallback"), Qt::Key_Space);
        QCOMPARE(fallback.count(), 1);
        QTest::keyClick(button("noticePhone"), Qt::Key_Space);
        QVERIFY(area_->findChild<QWidget*>(QStringLiteral("phonePanel"))->isVisible());
        QVERIFY(!button("phoneBack")->isVisible());
    }

    void otherCheck_lookedAt_keepsThePageAlive() {
        const auto one = test::sampleCheck(desk::Page::browser, 1);
        auto two = test::sampleCheck(desk::Page::browser, 2);
        area_->showCheck(one);
        area_->setRunning({&one, &two});
        area_->showCheck(two);
        area_->setRunning({&one, &two});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(widgets_.alive(), 2);
        auto* first = widgets_.hosts.front().data();
        QSignalSpy said{area_.get(), &VerifyArea::pageSaid};
        Q_EMIT first->finished();
        QCOMPARE(said.count(), 1);
        QCOMPARE(said[0][0].toInt(), 1);
        area_->showCheck(one);
        QVERIFY(first->view()->isVisible());
        QCOMPARE(first->starts, 1);
    }

    void end_closesThePage_alsoUnseen() {
        auto one = test::sampleCheck(desk::Page::browser, 1);
        auto two = test::sampleCheck(desk::Page::browser, 2);
        area_->showCheck(one);
        area_->showCheck(two);
        one.page = desk::Page::verifying;
        area_->setRunning({&one, &two});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(widgets_.alive(), 1);
        two.page = desk::Page::verifying;
        area_->showCheck(two);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(widgets_.alive(), 0);
        QVERIFY(label("stateLine")->text().contains(QStringLiteral("usual time: About 3 min")));
    }

    // A dialog of the page's is open: the page is at work below, and is destroyed by nobody but itself.
    void end_whileThePageAsks_leavesItToItself() {
        auto check = test::sampleCheck(desk::Page::browser);
        area_->showCheck(check);
        auto* host = widgets_.last();
        host->isAsking = true;
        check.page = desk::Page::verifying;
        area_->showCheck(check);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(widgets_.alive(), 1);
        QVERIFY(host->wasEnded);
        QVERIFY(area_->findChild<WidgetPage*>() == nullptr);
        delete host;
    }

    void anotherAttempt_opensAnotherPage() {
        auto check = test::sampleCheck(desk::Page::browser);
        area_->showCheck(check);
        check.verification->id = VerificationId{"another"};
        area_->showCheck(check);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(widgets_.hosts.size(), size_t{2});
        QCOMPARE(widgets_.alive(), 1);
    }

    void cancel_asksFirst() {
        area_->showCheck(test::sampleCheck(desk::Page::browser));
        QSignalSpy did{area_.get(), &VerifyArea::staffDid};
        QTest::keyClick(area_.get(), Qt::Key_Escape);
        QCOMPARE(did.count(), 0);
        QVERIFY(label("cancelQuestion")->isVisible());
        QTest::keyClick(button("cancelYes"), Qt::Key_Return);
        QCOMPARE(did.count(), 1);
        QVERIFY(did[0][1].value<desk::Event>() == desk::Event::cancel);
    }

    void diagnostics_countWhatWasNotActedOn() {
        QTranslator plurals;
        QVERIFY(plurals.load(QStringLiteral(":/i18n/verdesk_en.qm")));
        QCoreApplication::installTranslator(&plurals);
        area_->showCheck(test::sampleCheck(desk::Page::browser));
        QCOMPARE(label("widgetDiagnostics")->text(), QStringLiteral("Nothing of this page was refused or ignored."));
        widgets_.last()->seen.foreignOrigin = 3;
        widgets_.last()->seen.navigations = 1;
        widgets_.last()->seen.downloads = 2;
        Q_EMIT widgets_.last()->countsChanged();
        QCOMPARE(
            label("widgetDiagnostics")->text(),
            QStringLiteral("For support, refused or ignored: 3 messages from elsewhere · 1 way to another address · "
                           "2 downloads"));
    }

    void notice_namesThePhone_whereItIsOffered_andNowhereElse_data() {
        QTest::addColumn<QString>("code");
        for (const auto* code :
             {"VD-W100", "VD-W101", "VD-W102", "VD-W103", "VD-W104", "VD-W105", "VD-W106", "VD-W107", "VD-W108"}) {
            QTest::newRow(code) << QString::fromLatin1(code);
        }
    }
    void notice_namesThePhone_whereItIsOffered_andNowhereElse() {
        QFETCH(QString, code);
        auto check = test::sampleCheck(desk::Page::browser);
        area_->showCheck(check);
        check.trouble = fromQt(code);
        area_->showCheck(check);
        QVERIFY(button("noticePhone")->isVisible());
        QVERIFY(label("noticeNext")->text().contains(QStringLiteral("phone")));
        check.verification->launches.front().phoneUrl.clear();
        area_->showCheck(check);
        QVERIFY(!button("noticePhone")->isVisible());
        QVERIFY2(!label("noticeNext")->text().contains(QStringLiteral("phone")),
                 qPrintable(label("noticeNext")->text()));
        QVERIFY(label("noticeNext")->text().contains(QStringLiteral("use another check"), Qt::CaseInsensitive));
        QVERIFY(button("noticeAnother")->isVisible());
    }

    void noCamera_goingOnWithoutOne_loadsThePage() {
        area_->showCheck(test::sampleCheck(desk::Page::browser));
        Q_EMIT widgets_.last()->troubled(WidgetTrouble::cameraMissing);
        area_->showCheck(test::troubledCheck("VD-W107"));
        QSignalSpy did{area_.get(), &VerifyArea::staffDid};
        QCOMPARE(button("noticeShow")->text(), QStringLiteral("Go on without a camera"));
        QTest::keyClick(button("noticeShow"), Qt::Key_Return);
        QCOMPARE(widgets_.last()->shows, 1);
        QCOMPARE(widgets_.last()->reloads, 0);
        QCOMPARE(did.count(), 1);
        area_->showCheck(test::sampleCheck(desk::Page::browser));
        QVERIFY(widgets_.last()->view()->isVisible());
    }

    void engineTooOld_saysWhatThereIs_andGoesOnOnThePhoneAlone() {
        auto context = test::sampleContext();
        context.widgets = &widgets_;
        context.oldestEngine = QVersionNumber{2, 1};
        area_->setContext(context);
        area_->showCheck(test::sampleCheck(desk::Page::browser));
        QCOMPARE(widgets_.last()->request.oldestEngine, context.oldestEngine);
        area_->showCheck(test::troubledCheck("VD-W106"));
        QVERIFY(label("noticeWhat")->text().contains(QStringLiteral("Fake 1, and 2.1")));
        QVERIFY(!button("noticeReload")->isVisible());
        QVERIFY(!button("noticeShow")->isVisible());
        QTest::keyClick(button("noticePhone"), Qt::Key_Return);
        QVERIFY(area_->findChild<QWidget*>(QStringLiteral("phonePanel"))->isVisible());
        QVERIFY(!button("phoneBack")->isVisible());
    }

private:
    QAbstractButton* button(const char* name) const {
        auto* current = area_->findChild<QStackedWidget*>()->currentWidget();
        return current->findChild<QAbstractButton*>(QString::fromLatin1(name));
    }
    QLabel* label(const char* name) const {
        auto* current = area_->findChild<QStackedWidget*>()->currentWidget();
        return current->findChild<QLabel*>(QString::fromLatin1(name));
    }

    test::FakeWidgets widgets_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<VerifyArea> area_;
};

VERDESK_TEST(WidgetPageTest)
#include "widget_page_test.moc"
