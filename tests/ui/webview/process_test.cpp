#include "tests/support/registry.h"
#include "tests/ui/webview/heard.h"
#include "ui/webview/engine.h"

#include <signal.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTest>
#include <QWebEnginePage>

using namespace verdesk;
using namespace verdesk::test;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

// The renderers of this process, as Linux tells: without the sandbox, what its zygotes have forked.
int renderers() {
    QHash<int, int> parents;
    for (const auto& name : QDir{QStringLiteral("/proc")}.entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        const auto stat = contentOf(QStringLiteral("/proc/%1/stat").arg(name));
        parents[name.toInt()] = stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1).toInt();
    }
    const auto all = parents.keys();
    return static_cast<int>(std::count_if(
        all.begin(), all.end(), [&parents](int process) { return parents.value(parents.value(process)) == getpid(); }));
}

}  // namespace

// The processes behind a page, and the camera.
class WebviewProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void crash_is_told_and_the_page_comes_back() {
        PageServer server;
        server.put(QStringLiteral("/widget"), "<p>Widget</p>");
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));

        ::kill(static_cast<pid_t>(heard.page()->renderProcessPid()), SIGSEGV);

        QVERIFY(heard.waitFor(QStringLiteral("troubled crashed")));
        heard.forget();
        heard.host().reload();
        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        QCOMPARE(server.asked().size(), 2);
    }

    void reload_begins_at_the_launch() {
        PageServer server;
        server.put(QStringLiteral("/widget"), "<script>location = '/next'</script>");
        server.put(QStringLiteral("/next"), "<script>parent.postMessage('there', '*')</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.on = {rule("\"there\"", MessageAction::finish)};
        Heard heard{{widget, {}}};
        QVERIFY(heard.waitFor(QStringLiteral("finished")));

        heard.forget();
        heard.host().reload();

        QVERIFY(heard.waitFor(QStringLiteral("finished")));
        QCOMPARE(server.asked().count(QStringLiteral("/widget")), 2);
    }

    void engine_older_than_the_policy_shows_nothing_data() {
        const auto here = ui::webview::engineVersion();
        QTest::addColumn<QVersionNumber>("oldest");
        QTest::addColumn<bool>("mayShow");
        QTest::newRow("another major version") << QVersionNumber{here.majorVersion() + 1} << false;
        QTest::newRow("the next build") << QVersionNumber{QList<int>{here.segmentAt(0), 0, here.segmentAt(2) + 1}}
                                        << false;
        QTest::newRow("this one") << here << true;
        QTest::newRow("its major version") << QVersionNumber{here.majorVersion()} << true;
    }

    void engine_older_than_the_policy_shows_nothing() {
        QFETCH(const QVersionNumber, oldest);
        QFETCH(const bool, mayShow);
        PageServer server;
        server.put(QStringLiteral("/widget"), "<p>Widget</p>");
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}, testLimits(), oldest};

        QVERIFY(heard.waitFor(mayShow ? QStringLiteral("shown") : QStringLiteral("troubled engineTooOld")));
        QCOMPARE(server.asked().isEmpty(), !mayShow);
    }

    void launches_leave_nothing_behind() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<script>parent.postMessage({kept: document.cookie + localStorage.getItem('a')}, '*');"
                   "localStorage.setItem('a', 'b'); document.cookie = 'a=b; SameSite=None; Secure'</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.on = {rule("{\"kept\": \"null\"}", MessageAction::finish)};
        for (int launch = 0; launch < 5; ++launch) {
            Heard heard{{widget, {}}};
            QVERIFY(heard.waitFor(QStringLiteral("finished")));
            QVERIFY(heard.waitFor(QStringLiteral("shown")));
            QVERIFY(renderers() >= 1);
        }
        until([&] { return renderers() == 0; });
        QCOMPARE(renderers(), 0);
    }

    void host_may_go_in_the_midst_of_its_word() {
        PageServer server;
        server.put(QStringLiteral("/widget"), "<script>parent.postMessage('end', '*')</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.on = {rule("\"end\"", MessageAction::finish)};
        auto heard = std::make_unique<Heard>(Launch{widget, {}});
        bool isGone = false;
        connect(&heard->host(), &ui::WidgetHost::finished, this, [&] {
            heard.reset();
            isGone = true;
        });

        QVERIFY(until([&] { return isGone; }));
    }

    void camera_is_given_to_the_launch_alone_data() {
        QTest::addColumn<QByteArray>("asking");
        QTest::addColumn<bool>("isAllowed");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("camera");
        const QByteArray asks =
            "navigator.mediaDevices.getUserMedia({video: true}).then("
            "() => top.postMessage('given', '*'), e => top.postMessage(e.name, '*'))";
        QTest::newRow("allowed") << asks << true << QStringLiteral("forwarded \"given\"")
                                 << QStringLiteral("camera allowed");
        QTest::newRow("not in the launch")
            << asks << false << QStringLiteral("forwarded \"NotAllowedError\"") << QString{};
    }

    void camera_is_given_to_the_launch_alone() {
        QFETCH(const QByteArray, asking);
        QFETCH(const bool, isAllowed);
        QFETCH(const QString, said);
        QFETCH(const QString, camera);
        PageServer server;
        server.put(QStringLiteral("/widget"), "<script>" + asking + "</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        if (isAllowed) {
            widget.allow = {"camera"};
        }
        widget.on = {rule("\"given\"", MessageAction::forward), rule("\"NotAllowedError\"", MessageAction::forward)};
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(said));
        QVERIFY(camera.isEmpty() || heard.waitFor(camera));
    }

    void page_on_top_that_may_not_use_the_camera_is_told_at_once() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<script>navigator.mediaDevices.getUserMedia({video: true, audio: true}).then("
                   "() => postMessage('given', '*'), e => postMessage(e.name, '*'))</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.placement = Placement::top;
        widget.allow = {"camera"};  // and no microphone
        widget.on = {rule("\"given\"", MessageAction::fail), rule("\"NotAllowedError\"", MessageAction::forward)};
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(QStringLiteral("forwarded \"NotAllowedError\"")));
        QVERIFY(heard.waitFor(QStringLiteral("camera refused")));
        QVERIFY(heard.waitFor(QStringLiteral("microphone refused")));
        QCOMPARE(heard.host().counts().permissions, 1);
    }

    void microphone_is_given_to_the_launch_alone_and_told_data() {
        QTest::addColumn<bool>("isAllowed");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("microphone");
        QTest::newRow("allowed") << true << QStringLiteral("forwarded \"given\"")
                                 << QStringLiteral("microphone allowed");
        QTest::newRow("not in the launch")
            << false << QStringLiteral("forwarded \"NotAllowedError\"") << QStringLiteral("microphone refused");
    }

    void microphone_is_given_to_the_launch_alone_and_told() {
        QFETCH(const bool, isAllowed);
        QFETCH(const QString, said);
        QFETCH(const QString, microphone);
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<script>navigator.mediaDevices.getUserMedia({audio: true}).then("
                   "() => postMessage('given', '*'), e => postMessage(e.name, '*'))</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.placement = Placement::top;
        if (isAllowed) {
            widget.allow = {"microphone"};
        }
        widget.on = {rule("\"given\"", MessageAction::forward), rule("\"NotAllowedError\"", MessageAction::forward)};
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(said));
        QVERIFY(heard.waitFor(microphone));
        QVERIFY(heard.said().filter(QStringLiteral("camera")).isEmpty());
    }

    // Where the computer is need not be known: a place that is not to be had is something else than one that is
    // refused.
    void place_is_given_to_the_launch_alone_data() {
        QTest::addColumn<QString>("allowed");
        QTest::addColumn<QString>("said");
        QTest::newRow("allowed") << QStringLiteral("geolocation") << QStringLiteral("forwarded \"allowed\"");
        QTest::newRow("not in the launch") << QStringLiteral("camera") << QStringLiteral("forwarded \"denied\"");
    }

    void place_is_given_to_the_launch_alone() {
        QFETCH(const QString, allowed);
        QFETCH(const QString, said);
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<script>navigator.geolocation.getCurrentPosition(() => postMessage('allowed', '*'),"
                   "e => postMessage(e.code === e.PERMISSION_DENIED ? 'denied' : 'allowed', '*'),"
                   "{timeout: 3000})</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.placement = Placement::top;
        widget.allow = {allowed.toStdString()};
        widget.on = {rule("\"allowed\"", MessageAction::forward), rule("\"denied\"", MessageAction::forward)};
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(said));
    }

    void place_and_notifications_are_refused_at_once() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<script>navigator.geolocation.getCurrentPosition(() => postMessage('place', '*'),"
                   "e => postMessage('no place', '*'));"
                   "Notification.requestPermission().then(a => postMessage(a, '*'))</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.placement = Placement::top;
        widget.on = {rule("\"no place\"", MessageAction::forward), rule("\"denied\"", MessageAction::forward),
                     rule("\"place\"", MessageAction::fail), rule("\"granted\"", MessageAction::fail)};
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(QStringLiteral("forwarded \"no place\"")));
        QVERIFY(heard.waitFor(QStringLiteral("forwarded \"denied\"")));
    }
};

VERDESK_TEST(WebviewProcessTest)
#include "process_test.moc"
