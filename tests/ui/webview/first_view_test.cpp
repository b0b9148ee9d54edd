#include "tests/support/registry.h"
#include "tests/ui/webview/page_server.h"
#include "ui/verify/widget_plugin.h"

#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QScreen>
#include <QStandardPaths>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

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
    QRect frame;
    Qt::WindowStates state;
    bool isActive = false;
    QString focus;
    bool operator==(const Stand&) const = default;
};

Stand standOf(const QWidget& window) {
    return {window.geometry(), window.frameGeometry(), window.windowState(), window.isActiveWindow(),
            window.focusWidget() == nullptr ? QString{} : window.focusWidget()->objectName()};
}

char* toString(const Stand& stand) {
    QString text;
    QDebug{&text} << stand.geometry << stand.frame << stand.state << stand.isActive << stand.focus;
    return qstrdup(qPrintable(text));
}

}  // namespace

// The first view in a window that was there before, through the plug-in, in a program that knows no engine. Needs a
// display with a window manager: Xvfb and openbox.
class FirstViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (QGuiApplication::platformName() != QLatin1String("xcb")) {
            return;
        }
        const auto manager = QStandardPaths::findExecutable(QStringLiteral("openbox"));
        if (!manager.isEmpty()) {
            manager_.start(manager, {QStringLiteral("--sm-disable")});
            QVERIFY(manager_.waitForStarted());
            QTest::qWait(500);  // it says nowhere that it is ready
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
        QWidget window;
        auto* layout = new QVBoxLayout{&window};
        auto* field = new QLineEdit{&window};
        field->setObjectName(QStringLiteral("reference"));
        layout->addWidget(field);
        window.setGeometry(200, 150, 1100, 900);
        window.setWindowState(state);
        window.show();
        window.activateWindow();
        field->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::qWait(500);
        const auto before = standOf(window);

        ui::WidgetPlugin plugin;
        WidgetLaunch widget;
        widget.page = server.at(QStringLiteral("/widget")).toString().toStdString();
        widget.origins = {server.origin().toStdString()};
        ui::WidgetRequest request;
        request.launch = {widget, {}};
        request.hostOrigin = QUrl{QStringLiteral("https://desk.bank.example/")};
        auto host = plugin.factory()->create(request);
        bool isShown = false;
        connect(host.get(), &ui::WidgetHost::shown, this, [&isShown] { isShown = true; });
        layout->addWidget(host->view());
        host->start();
        QTRY_VERIFY_WITH_TIMEOUT(isShown, 20'000);
        QTest::qWait(1000);
        const auto middle = host->view()->mapToGlobal(host->view()->rect().center());
        const auto picture = window.screen()->grabWindow(0, middle.x(), middle.y(), 1, 1).toImage();
        QCOMPARE(picture.pixelColor(0, 0), (QColor{0, 0xaa, 0}));

        QCOMPARE(standOf(window), before);
        QVERIFY(window.windowHandle()->isActive());
        window.showNormal();
        QTRY_COMPARE(window.geometry(), QRect(200, 150, 1100, 900));
    }

private:
    QProcess manager_;
};

VERDESK_TEST(FirstViewTest)
#include "first_view_test.moc"
