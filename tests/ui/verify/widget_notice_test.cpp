// What stands in the place of a provider's page that cannot go on, and the ways on from there.
#include "tests/support/registry.h"
#include "tests/ui/verify/support/widget_desk.h"
#include "ui/parts/words.h"

#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;

class WidgetNoticeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        desk_.open();
    }
    void cleanup() {
        desk_.close();
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
        QSignalSpy troubled{desk_.area.get(), &VerifyArea::pageTroubled};
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser));
        Q_EMIT desk_.widgets.last()->troubled(static_cast<WidgetTrouble>(trouble));
        QCOMPARE(troubled.count(), 1);
        QCOMPARE(toQt(troubled[0][1].value<std::string>()), code);
        desk_.area->showCheck(test::troubledCheck(fromQt(code)));
        QVERIFY(desk_.label("noticeCode")->text().contains(code));
        QVERIFY(!desk_.label("noticeHeading")->text().isEmpty());
        QVERIFY(!desk_.label("noticeNext")->text().isEmpty());
        QVERIFY(desk_.button("noticePhone")->isVisible());
        QCOMPARE(desk_.button("noticeFallback")->text(), QStringLiteral("Use PASSID: identity and sanctions instead"));
        QVERIFY(!desk_.widgets.last()->view()->isVisible());
        QCOMPARE(desk_.widgets.alive(), 1);  // the session is kept
    }

    void trouble_certificate_isNeverExcused() {
        desk_.area->showCheck(test::troubledCheck("VD-W102"));
        QVERIFY(!desk_.button("noticeShow")->isVisible());
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
        desk_.area->showCheck(check);
        check.trouble = fromQt(code);
        desk_.area->showCheck(check);
        QVERIFY(desk_.button("noticePhone")->isVisible());
        QVERIFY(desk_.label("noticeNext")->text().contains(QStringLiteral("phone")));
        check.verification->launches.front().phoneUrl.clear();
        desk_.area->showCheck(check);
        QVERIFY(!desk_.button("noticePhone")->isVisible());
        QVERIFY2(!desk_.label("noticeNext")->text().contains(QStringLiteral("phone")),
                 qPrintable(desk_.label("noticeNext")->text()));
        QVERIFY(desk_.label("noticeNext")->text().contains(QStringLiteral("use another check"), Qt::CaseInsensitive));
        QVERIFY(desk_.button("noticeAnother")->isVisible());
    }

    void noCamera_goingOnWithoutOne_loadsThePage() {
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser));
        Q_EMIT desk_.widgets.last()->troubled(WidgetTrouble::cameraMissing);
        desk_.area->showCheck(test::troubledCheck("VD-W107"));
        QSignalSpy did{desk_.area.get(), &VerifyArea::staffDid};
        QCOMPARE(desk_.button("noticeShow")->text(), QStringLiteral("Go on without a camera"));
        QTest::keyClick(desk_.button("noticeShow"), Qt::Key_Return);
        QCOMPARE(desk_.widgets.last()->shows, 1);
        QCOMPARE(desk_.widgets.last()->reloads, 0);
        QCOMPARE(did.count(), 1);
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser));
        QVERIFY(desk_.widgets.last()->view()->isVisible());
    }

    void engineTooOld_saysWhatThereIs_andGoesOnOnThePhoneAlone() {
        auto context = test::sampleContext();
        context.widgets = &desk_.widgets;
        context.oldestEngine = QVersionNumber{2, 1};
        desk_.area->setContext(context);
        desk_.area->showCheck(test::sampleCheck(desk::Page::browser));
        QCOMPARE(desk_.widgets.last()->request.oldestEngine, context.oldestEngine);
        desk_.area->showCheck(test::troubledCheck("VD-W106"));
        QVERIFY(desk_.label("noticeWhat")->text().contains(QStringLiteral("Fake 1, and 2.1")));
        QVERIFY(!desk_.button("noticeReload")->isVisible());
        QVERIFY(!desk_.button("noticeShow")->isVisible());
        QTest::keyClick(desk_.button("noticePhone"), Qt::Key_Return);
        QVERIFY(desk_.area->findChild<QWidget*>(QStringLiteral("phonePanel"))->isVisible());
        QVERIFY(!desk_.button("phoneBack")->isVisible());
    }

private:
    test::WidgetDesk desk_;
};

VERDESK_TEST(WidgetNoticeTest)
#include "widget_notice_test.moc"
