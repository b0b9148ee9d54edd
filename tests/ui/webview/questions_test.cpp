#include "tests/support/registry.h"
#include "tests/ui/webview/heard.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QTemporaryFile>
#include <QTest>
#include <QTimer>
#include <QVersionNumber>

using namespace verdesk;
using namespace verdesk::test;

namespace {

const QByteArray fileField = "<style>input{position:fixed;inset:0;width:100%;height:100%}</style><input type=file>";

// A page on top that does `what` when it is clicked, and says what came of it.
WidgetLaunch pageThat(PageServer& server, const QByteArray& what) {
    server.put(QStringLiteral("/widget"),
               "<body style='height:100vh'><script>const say = a => postMessage(String(a), '*');"
               "onclick = () => {" +
                   what + "}</script>");
    auto widget = widgetAt(server, QStringLiteral("/widget"));
    widget.placement = Placement::top;
    for (const auto* word : {"\"refused\"", "\"denied\"", "\"AbortError\"", "\"NotAllowedError\"", "\"0\""}) {
        widget.on.push_back(rule(word, MessageAction::forward));
    }
    widget.on.push_back(rule("\"given\"", MessageAction::fail));
    return widget;
}

QFileDialog* openDialog() {
    return qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
}

}  // namespace

// What a page asks a person or the system for.
class WebviewQuestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

    void chosen_file_reaches_the_page() {
        QTemporaryFile file{QStringLiteral("verdesk-XXXXXX.jpg")};
        QVERIFY(file.open());
        PageServer server;
        server.put(QStringLiteral("/widget"), fileField +
                                                  "<script>document.querySelector('input').onchange = e =>"
                                                  "top.postMessage('chosen', '*')</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.on = {rule("\"chosen\"", MessageAction::finish)};
        auto limits = testLimits();
        const auto path = QFileInfo{file}.absoluteFilePath();
        limits.outside.chooseFiles = [path](bool) { return QStringList{path}; };
        Heard heard{{widget, {}}, limits};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));

        QVERIFY(heard.clickUntil([&] { return heard.said().contains(QStringLiteral("finished")); }));
    }

    // A result comes while somebody looks for the file: the page is on the stack below.
    void launch_that_ends_while_files_are_chosen_goes_afterwards() {
        PageServer server;
        server.put(QStringLiteral("/widget"), fileField);
        QPointer<ui::WidgetHost> host;
        QStringList order;
        auto limits = testLimits();
        limits.outside.chooseFiles = [&](bool) {
            order << QStringLiteral("asked");
            host->deleteLater();
            rest(300);
            order << (host == nullptr ? QStringLiteral("gone too early") : QStringLiteral("answered"));
            return QStringList{QStringLiteral("/etc/hostname")};
        };
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}, limits};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        host = heard.take();

        heard.clickUntil([&] { return order.size() == 2; });

        QCOMPARE(order, (QStringList{QStringLiteral("asked"), QStringLiteral("answered")}));
        QVERIFY(until([&] { return host == nullptr; }));
    }

    void dialog_is_taken_back_when_the_launch_ends() {
        PageServer server;
        server.put(QStringLiteral("/widget"), fileField);
        auto limits = testLimits();
        limits.outside.chooseFiles = {};
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}, limits};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        QPointer<ui::WidgetHost> host{heard.take()};
        QPointer<QFileDialog> dialog;
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&] {
            if (dialog == nullptr && openDialog() != nullptr) {
                dialog = openDialog();
                host->deleteLater();
            }
        });
        look.start(20);

        heard.clickUntil([&] { return host == nullptr; });

        QVERIFY(host == nullptr);
        QVERIFY(dialog == nullptr);
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void reload_takes_the_dialog_back_first() {
        PageServer server;
        server.put(QStringLiteral("/widget"), fileField);
        auto limits = testLimits();
        limits.outside.chooseFiles = {};
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}, limits};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        bool wasReloaded = false;
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&] {
            if (!wasReloaded && openDialog() != nullptr) {
                wasReloaded = true;
                heard.forget();
                heard.host().reload();
            }
        });
        look.start(20);

        heard.clickUntil([&] { return wasReloaded; });

        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        QVERIFY(openDialog() == nullptr);
        QCOMPARE(server.asked().count(QStringLiteral("/widget")), 2);
    }

    void files_of_the_system_are_never_given_data() {
        QTest::addColumn<QByteArray>("asks");
        QTest::addColumn<QString>("said");
        QTest::newRow("to write a chosen one")
            << QByteArray{"showOpenFilePicker().then(a => a[0].requestPermission({mode: 'readwrite'}))"
                          ".then(say, e => say(e.name))"}
            << QStringLiteral("forwarded \"denied\"");
        QTest::newRow("to save one") << QByteArray{"showSaveFilePicker().then(() => say('given'), e => say(e.name))"}
                                     << QStringLiteral("forwarded \"AbortError\"");
        QTest::newRow("a folder") << QByteArray{"showDirectoryPicker().then(() => say('given'), e => say(e.name))"}
                                  << QStringLiteral("forwarded \"AbortError\"");
    }

    void files_of_the_system_are_never_given() {
        QFETCH(const QByteArray, asks);
        QFETCH(const QString, said);
        QTemporaryFile file;
        QVERIFY(file.open());
        PageServer server;
        const auto widget = pageThat(server, asks);
        auto limits = testLimits();
        limits.outside.chooseFiles = [&file](bool) { return QStringList{file.fileName()}; };
        Heard heard{{widget, {}}, limits};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));

        heard.clickUntil([&] { return heard.said().contains(said); });

        QVERIFY(heard.said().contains(said));
        QVERIFY(heard.host().counts().permissions >= 1);
        QVERIFY(heard.said().filter(QStringLiteral("troubled")).isEmpty());
    }

    void more_room_on_the_disk_is_refused() {
        if (QLibraryInfo::version() >= QVersionNumber{6, 5}) {
            QSKIP("from Qt 6.5 on nobody is asked: no page gets more room");
        }
        PageServer server;
        const auto widget =
            pageThat(server, "navigator.webkitPersistentStorage.requestQuota(1 << 30, say, () => say('refused'))");
        Heard heard{{widget, {}}};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));

        heard.clickUntil([&] { return heard.host().counts().permissions >= 1; });

        QVERIFY(heard.host().counts().permissions >= 1);
        rest(300);
        QVERIFY2(heard.said().filter(QStringLiteral("troubled")).isEmpty(), qPrintable(heard.said().join(u' ')));
    }

    void whole_screen_is_refused() {
        PageServer server;
        const auto widget = pageThat(
            server, "document.documentElement.requestFullscreen().then(() => say('given'), () => say('refused'))");
        Heard heard{{widget, {}}};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));

        heard.clickUntil([&] { return heard.said().contains(QStringLiteral("forwarded \"refused\"")); });

        QVERIFY(heard.said().contains(QStringLiteral("forwarded \"refused\"")));
        QVERIFY(heard.said().filter(QStringLiteral("troubled")).isEmpty());
    }

    void page_never_becomes_a_handler_of_addresses() {
        PageServer server;
        const auto widget =
            pageThat(server, "navigator.registerProtocolHandler('mailto', location.origin + '/?to=%s', 'Mail')");
        Heard heard{{widget, {}}};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));

        heard.clickUntil([&] { return heard.host().counts().permissions >= 1; });

        QVERIFY(heard.host().counts().permissions >= 1);
    }
};

VERDESK_TEST(WebviewQuestionsTest)
#include "questions_test.moc"
