#include "tests/support/registry.h"
#include "tests/ui/verify/samples.h"
#include "ui/style/theme.h"
#include "ui/verify/verify_area.h"
#include "ui/verify/widget_plugin.h"

#include <unistd.h>

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace verdesk;

// Started as root and without the switch for tests, as an administrator may do it once: the engine would end the desk.
class RootTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void root_isToldOnThePage_whyAndTheWayOut() {
        if (geteuid() != 0) {
            QSKIP("not root");
        }
        qunsetenv("QTWEBENGINE_DISABLE_SANDBOX");
        ui::Theme theme{*qApp, ui::SchemeChoice::light};
        ui::WidgetPlugin plugin;
        auto context = test::sampleContext();
        context.hostOrigin = QUrl{QStringLiteral("https://desk.bank.example")};
        context.widgets = &plugin;
        ui::VerifyArea area;
        area.setContext(context);
        area.resize(1150, 712);
        area.show();
        QSignalSpy troubled{&area, &ui::VerifyArea::pageTroubled};

        area.showCheck(test::sampleCheck(desk::Page::browser));

        QCOMPARE(troubled.count(), 1);
        const auto code = troubled[0][1].value<std::string>();
        QCOMPARE(code, std::string{"VD-W108"});
        area.showCheck(test::troubledCheck(code));
        const auto* what = area.findChild<QLabel*>(QStringLiteral("noticeWhat"));
        QVERIFY(what->isVisible());
        QVERIFY2(what->text().contains(QStringLiteral("root")), qPrintable(what->text()));
        QVERIFY(area.findChild<QWidget*>(QStringLiteral("noticePhone"))->isVisible());
    }
};

VERDESK_TEST(RootTest)
#include "root_test.moc"
