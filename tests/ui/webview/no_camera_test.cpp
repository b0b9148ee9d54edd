#include "tests/support/registry.h"
#include "tests/ui/webview/heard.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::test;

// At a counter without a camera; run without the fake one that the other classes have.
class WebviewNoCameraTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void missing_camera_is_told_before_the_launch_data() {
        QTest::addColumn<Placement>("placement");
        QTest::newRow("frame") << Placement::iframe;
        QTest::newRow("top") << Placement::top;
    }

    void missing_camera_is_told_before_the_launch() {
        if (qEnvironmentVariable("QTWEBENGINE_CHROMIUM_FLAGS").contains(QLatin1String("fake-device"))) {
            QSKIP("has a camera");
        }
        QFETCH(const Placement, placement);
        PageServer server;
        server.put(QStringLiteral("/widget"), "<p>Widget</p>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.placement = placement;
        widget.allow = {"camera"};
        Heard heard{{widget, {}}};
        QVERIFY(heard.waitFor(QStringLiteral("troubled cameraMissing")));
        QVERIFY(heard.said().contains(QStringLiteral("camera missing")));
        QCOMPARE(server.asked(), QStringList{});

        heard.forget();
        heard.host().reload();  // and there is none still
        QVERIFY(heard.waitFor(QStringLiteral("troubled cameraMissing")));
        QCOMPARE(server.asked(), QStringList{});

        heard.forget();
        heard.host().showNonetheless();  // staff go on without one
        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        // A page on top is asked for its icon, too.
        QCOMPARE(server.asked().count(QStringLiteral("/widget")), 1);
        heard.forget();
        heard.host().reload();  // nor are they asked again
        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        QVERIFY(!heard.said().contains(QStringLiteral("troubled cameraMissing")));
    }

    void missing_microphone_is_told_and_keeps_nobody() {
        if (qEnvironmentVariable("QTWEBENGINE_CHROMIUM_FLAGS").contains(QLatin1String("fake-device"))) {
            QSKIP("has a microphone");
        }
        PageServer server;
        server.put(QStringLiteral("/widget"), "<p>Widget</p>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.allow = {"microphone"};
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        QVERIFY(heard.said().contains(QStringLiteral("microphone missing")));
        QVERIFY(heard.said().filter(QStringLiteral("troubled")).isEmpty());
    }
};

VERDESK_TEST(WebviewNoCameraTest)
#include "no_camera_test.moc"
