#include "tests/support/registry.h"
#include "tests/ui/webview/page_server.h"
#include "ui/verify/widget_plugin.h"

#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <optional>

using namespace verdesk;
using namespace verdesk::test;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

// The words after "NAME:" in a process' status.
QByteArrayList statusOf(int process, const char* name) {
    for (const auto& line : contentOf(QStringLiteral("/proc/%1/status").arg(process)).split('\n')) {
        if (line.startsWith(QByteArray{name} + ':')) {
            return line.mid(line.indexOf(':') + 1).simplified().split(' ');
        }
    }
    return {};
}

bool descendsFrom(int process, int ancestor) {
    while (process > 1 && process != ancestor) {
        process = statusOf(process, "PPid").value(0).toInt();
    }
    return process == ancestor;
}

// Processes that the engine started for us and that have none of their own: where pages run.
QList<int> pageProcesses() {
    QHash<int, int> parents;
    for (const auto& name : QDir{QStringLiteral("/proc")}.entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        parents[name.toInt()] = statusOf(name.toInt(), "PPid").value(0).toInt();
    }
    QList<int> found;
    for (auto one = parents.cbegin(); one != parents.cend(); ++one) {
        const bool isEngine =
            contentOf(QStringLiteral("/proc/%1/cmdline").arg(one.key())).contains("QtWebEngineProcess");
        if (isEngine && parents.key(one.key(), 0) == 0 && one.value() != getpid() &&
            descendsFrom(one.key(), getpid())) {
            found << one.key();
        }
    }
    return found;
}

}  // namespace

// The embedded browser as staff have it: an ordinary user's, its sandbox on. Started as root, the program starts itself
// again as somebody else.
class SandboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void page_runs_in_the_sandbox() {
        if (geteuid() == 0) {
            runAsOrdinaryUser();
            return;
        }
        QVERIFY(!qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"));
        PageServer server;
        server.put(QStringLiteral("/widget"), "<script>parent.postMessage('end', '*')</script>");
        WidgetLaunch widget;
        widget.page = server.at(QStringLiteral("/widget")).toString().toStdString();
        widget.origins = {server.origin().toStdString()};
        widget.on = {{"end", MessageAction::finish, {}}};
        ui::WidgetRequest request;
        request.launch = {widget, {}};
        request.hostOrigin = QUrl{QStringLiteral("https://desk.bank.example/")};
        ui::WidgetPlugin plugin;
        QVERIFY2(plugin.factory() != nullptr, qPrintable(plugin.problem()));
        auto host = plugin.factory()->create(request);
        bool isShown = false;
        bool isFinished = false;
        connect(host.get(), &ui::WidgetHost::shown, this, [&isShown] { isShown = true; });
        connect(host.get(), &ui::WidgetHost::finished, this, [&isFinished] { isFinished = true; });
        QWidget window;
        auto* layout = new QVBoxLayout{&window};
        layout->addWidget(host->view());
        window.show();
        host->start();
        QTRY_VERIFY_WITH_TIMEOUT(isShown && isFinished, 30'000);

        const auto processes = pageProcesses();
        QVERIFY(!processes.isEmpty());
        for (const int process : processes) {
            qInfo("page process %d: Seccomp %s, NSpid %s", process, statusOf(process, "Seccomp").join(' ').constData(),
                  statusOf(process, "NSpid").join(' ').constData());
            QCOMPARE(statusOf(process, "Seccomp").value(0), QByteArray{"2"});  // a filter on its system calls
            QVERIFY(statusOf(process, "NSpid").size() > 1);                    // processes of its own alone
        }
    }

private:
    void runAsOrdinaryUser() {
        const auto runuser = QStandardPaths::findExecutable(QStringLiteral("runuser"));
        if (runuser.isEmpty()) {
            QSKIP("there is no runuser, and root cannot have the sandbox");
        }
        const QStringList as{QStringLiteral("-u"), QStringLiteral("nobody"), QStringLiteral("--")};
        const auto self = QCoreApplication::applicationFilePath();
        if (QProcess::execute(runuser, as + QStringList{QStringLiteral("test"), QStringLiteral("-x"), self}) != 0) {
            QSKIP("an ordinary user may not start programs of this folder");
        }
        if (QProcess::execute(runuser, as + QStringList{QStringLiteral("unshare"), QStringLiteral("--user"),
                                                        QStringLiteral("true")}) != 0) {
            QSKIP("this system gives ordinary users no namespaces, which the sandbox stands on");
        }
        QTemporaryDir home;
        QCOMPARE(QProcess::execute(QStringLiteral("chown"), {QStringLiteral("nobody"), home.path()}), 0);
        QProcess other;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("QTWEBENGINE_DISABLE_SANDBOX"));
        environment.remove(QStringLiteral("QTWEBENGINE_CHROMIUM_FLAGS"));
        environment.insert(QStringLiteral("HOME"), home.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
        other.setProcessEnvironment(environment);
        other.setProcessChannelMode(QProcess::ForwardedChannels);
        other.start(runuser, as + QStringList{self});
        QVERIFY(other.waitForFinished(100'000));
        QCOMPARE(other.exitStatus(), QProcess::NormalExit);
        QCOMPARE(other.exitCode(), 0);
    }
};

VERDESK_TEST(SandboxTest)
#include "sandbox_test.moc"
