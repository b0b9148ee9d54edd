#include "tests/support/registry.h"
#include "tests/ui/shell/desk_driver.h"
#include "tests/ui/webview/page_server.h"
#include "ui/verify/widget_plugin.h"

#include <QFile>
#include <QProcess>
#include <QScreen>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

#include <utility>

using namespace verdesk;
using namespace verdesk::test;

namespace {

bool isEngineMapped() {
    QFile maps{QStringLiteral("/proc/self/maps")};
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains("libQt6WebEngineCore");
}

// Where a window is and how it is used.
struct Stand {
    QRect geometry;
    Qt::WindowStates state;
    bool isActive = false;
    bool operator==(const Stand&) const = default;
};

Stand standOf(const QWidget& window) {
    return {window.geometry(), window.windowState(), window.isActiveWindow()};
}

char* toString(const Stand& stand) {
    QString text;
    QDebug{&text} << stand.geometry << stand.state << stand.isActive;
    return qstrdup(qPrintable(text));
}

}  // namespace

// The first view in the desk's own window, through the plug-in, in a program that knows no engine. Needs a display with
// a window manager: Xvfb and openbox.
class FirstViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (QGuiApplication::platformName() != QLatin1String("xcb")) {
            return;
        }
        const auto manager = QStandardPaths::findExecutable(QStringLiteral("openbox"));
        if (!manager.isEmpty()) {
            const auto ready = folder_.filePath(QStringLiteral("ready"));
            manager_.start(manager, {QStringLiteral("--sm-disable"), QStringLiteral("--startup"),
                                     QStringLiteral("touch ") + ready});
            QTRY_VERIFY(QFile::exists(ready));
        }
    }

    void cleanupTestCase() {
        if (manager_.state() == QProcess::Running) {
            manager_.terminate();
            manager_.waitForFinished();
        }
    }

    void engine_is_loaded_by_the_first_view_alone() {
        ui::WidgetPlugin plugin;
        QVERIFY(!isEngineMapped());
        QVERIFY2(plugin.factory() != nullptr, qPrintable(plugin.problem()));
        QVERIFY(isEngineMapped());
        QVERIFY(plugin.factory()->engine().startsWith(QLatin1String("Chromium ")));
    }

    void window_stays_as_it_was_data() {
        QTest::addColumn<Qt::WindowStates>("state");
        QTest::newRow("normal") << Qt::WindowStates{Qt::WindowNoState};
        QTest::newRow("maximised") << Qt::WindowStates{Qt::WindowMaximized};
    }

    void window_stays_as_it_was() {
        if (manager_.state() != QProcess::Running) {
            QSKIP("needs an X display of its own, and openbox");
        }
        QFETCH(const Qt::WindowStates, state);
        PageServer server;
        server.put(QStringLiteral("/widget"), "<body style='background:#00aa00'>");
        WidgetLaunch widget;
        widget.page = server.at(QStringLiteral("/widget")).toString().toStdString();
        widget.origins = {server.origin().toStdString()};
        auto started = sampleVerification(State::awaiting, LaunchKind::widget, "ver-1", "case-1");
        started.launches = {{widget, {}}};
        FakeBank bank;
        bank.me().publicOrigin = "https://desk.bank.example";
        bank.wire().next("POST", "/cases/case-1/verifications", Reply::ok(toJson(started), 201));
        DeskDriver driver{bank};
        auto& window = driver.window();
        window.setGeometry(200, 150, 1100, 800);
        QVERIFY(driver.ready());
        QVERIFY(driver.signIn("teller"));
        auto before = standOf(window);
        // It may take several steps to get where it goes.
        const auto isStill = [&] {
            QTest::qWait(600);
            const auto last = std::exchange(before, standOf(window));
            return before == last;
        };
        // The manager has given it its frame and, where asked, all the room there is. Asked for only then: of a window
        // that is maximised as it appears, Qt 6.8 may take the large size for the normal one.
        QTRY_VERIFY(window.frameGeometry() != window.geometry());
        QTRY_VERIFY(isStill());
        const auto normal = window.geometry();
        window.setWindowState(state);
        QTRY_VERIFY(state != Qt::WindowMaximized || window.frameGeometry().width() >= window.screen()->size().width());
        QTRY_VERIFY(isStill());

        QVERIFY(driver.startCheck("C-2231-884", Qt::Key_4));
        QVERIFY(driver.waitFor("widgetView", 20'000));
        QTRY_VERIFY_WITH_TIMEOUT(driver.textOf("widgetOrigin") == server.origin(), 20'000);
        const auto colour = [&] {
            const auto* view = driver.find("widgetView");
            const auto middle = view->mapToGlobal(view->rect().center());
            return window.screen()->grabWindow(0, middle.x(), middle.y(), 1, 1).toImage().pixelColor(0, 0);
        };
        QTRY_COMPARE_WITH_TIMEOUT(colour(), (QColor{0, 0xaa, 0}), 20'000);

        QTRY_COMPARE(standOf(window), before);
        QTRY_VERIFY(window.windowHandle()->isActive());
        // The focus is where the check's page has put it, and keys still arrive.
        auto* area = window.findChild<QWidget*>(QStringLiteral("verifyArea"));
        QVERIFY(area->isAncestorOf(QApplication::focusWidget()));
        driver.press(Qt::Key_Escape);
        QVERIFY(driver.waitFor("cancelYes"));
        window.showNormal();
        QTRY_COMPARE(window.geometry(), normal);
    }

private:
    QTemporaryDir folder_;
    QProcess manager_;
};

VERDESK_TEST(FirstViewTest)
#include "first_view_test.moc"
