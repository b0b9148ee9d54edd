#include "ui/verify/qr_session_page.h"

#include "tests/support/registry.h"
#include "tests/ui/support/read_qr.h"
#include "tests/ui/verify/samples.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;

class QrSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paintedPage_isRead_andEqualsThePayload_data() {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << false << QSize{1150, 712};
        QTest::newRow("dark") << true << QSize{1150, 712};
        QTest::newRow("light, large") << false << QSize{1704, 1024};
        QTest::newRow("dark, odd") << true << QSize{1133, 701};
    }
    void paintedPage_isRead_andEqualsThePayload() {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        Theme theme{*qApp, dark ? SchemeChoice::dark : SchemeChoice::light};
        QrSessionPage page;
        page.setCheck(test::sampleCheck(desk::Page::qr));
        page.resize(size);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto image = page.grab().toImage();
        QCOMPARE(image.devicePixelRatio(),
                 qEnvironmentVariable("VERDESK_EXPECT_RATIO", QStringLiteral("1")).toDouble());
        QCOMPARE(test::readQrCodes(image), QStringList{QLatin1String{test::samplePayload}});
    }

    void escape_asks_escapeAgainGoesOn_yesCancels() {
        Theme theme{*qApp, SchemeChoice::light};
        QrSessionPage page;
        page.setCheck(test::sampleCheck(desk::Page::qr));
        page.resize(1150, 712);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QList<desk::Event> events;
        connect(&page, &CheckPage::staffDid, this, [&events](desk::Event event) { events << event; });
        QTest::keyClick(&page, Qt::Key_Escape);
        QVERIFY(page.findChild<QWidget*>(QStringLiteral("cancelYes"))->isVisible());
        QTest::keyClick(&page, Qt::Key_Escape);
        QVERIFY(!page.findChild<QWidget*>(QStringLiteral("cancelYes"))->isVisible());
        QCOMPARE(events.size(), 0);
        QTest::keyClick(&page, Qt::Key_Escape);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(events, QList<desk::Event>{desk::Event::cancel});
    }

    void copyLink_putsThePayloadOnTheClipboard() {
        Theme theme{*qApp, SchemeChoice::light};
        QrSessionPage page;
        page.setCheck(test::sampleCheck(desk::Page::qr));
        page.findChild<QPushButton*>(QStringLiteral("copyLink"))->click();
        QCOMPARE(QApplication::clipboard()->text(), QString::fromUtf8(test::samplePayload));
    }

    void states_areSaidInWords() {
        Theme theme{*qApp, SchemeChoice::light};
        QrSessionPage page;
        auto check = test::sampleCheck(desk::Page::qr);
        page.setCheck(check);
        const auto* heading = page.findChild<QLabel*>(QStringLiteral("stateHeading"));
        QCOMPARE(heading->text(), QStringLiteral("Waiting for the customer"));
        check.offline = true;
        page.setCheck(check);
        QCOMPARE(heading->text(), QStringLiteral("Connection lost"));
        check.offline = false;
        check.deadline = QDeadlineTimer{0};
        page.setCheck(check);
        QCOMPARE(heading->text(), QStringLiteral("The time is up"));
    }

    void buttons_areOffered_onlyWhereTheyLeadSomewhere() {
        Theme theme{*qApp, SchemeChoice::light};
        QrSessionPage page;
        auto check = test::sampleCheck(desk::Page::qr);
        page.setCheck(check);
        const auto* token = page.findChild<QPushButton*>(QStringLiteral("enterToken"));
        const auto* phone = page.findChild<QPushButton*>(QStringLiteral("playCustomer"));
        QVERIFY(!token->isHidden());
        QVERIFY(phone->isHidden());
        check.verification->launches.pop_back();
        page.setCheck(check);
        QVERIFY(token->isHidden());
        auto context = test::sampleContext();
        context.phone = QUrl{QStringLiteral("http://127.0.0.1:1/phone")};
        page.setContext(context);
        QVERIFY(!phone->isHidden());
    }

    void code_isSpelledForScreenReaders() {
        Theme theme{*qApp, SchemeChoice::light};
        QrSessionPage page;
        page.setCheck(test::sampleCheck(desk::Page::qr));
        const auto* code = page.findChild<QLabel*>(QStringLiteral("sessionCode"));
        QCOMPARE(code->text(), QStringLiteral("AB3X-7YQM"));
        QVERIFY(code->accessibleName().contains(QStringLiteral("A B 3 X")));
    }
};

VERDESK_TEST(QrSessionTest)
#include "qr_session_test.moc"
