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

// What this program is to show, once it runs as the ordinary user for whom that was prepared.
QString role() {
    return qEnvironmentVariable("VERDESK_SANDBOX_ROLE");
}

// Whether this system lets this user make what the sandbox stands on.
bool givesNamespaces() {
    return QProcess::execute(QStringLiteral("unshare"),
                             {QStringLiteral("--user"), QStringLiteral("--pid"), QStringLiteral("true")}) == 0;
}

}  // namespace

// The embedded browser as staff have it: an ordinary user's, its sandbox on. Started as root, the program starts itself
// again as somebody else.
class SandboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void page_runs_in_the_sandbox_or_not_at_all() {
        if (geteuid() == 0) {
            startAsOrdinaryUser(QStringLiteral("usual"), {});
            return;
        }
        if (!role().isEmpty() && role() != QLatin1String{"usual"}) {
            return;
        }
        if (givesNamespaces()) {
            showThatThePageIsShutIn();
        } else {
            showThatNoPageIsOpened();  // nobody can have the sandbox here, and so nobody gets a page
        }
    }

    // As on Ubuntu 24.04 without an AppArmor profile, or with user.max_user_namespaces=0.
    void without_namespaces_no_page_is_opened() {
        if (geteuid() == 0) {
            // The user gets a namespace in which there can be no further one.
            startAsOrdinaryUser(QStringLiteral("withheld"),
                                {QStringLiteral("unshare"), QStringLiteral("--user"), QStringLiteral("--keep-caps"),
                                 QStringLiteral("--map-user=1000"), QStringLiteral("sh"), QStringLiteral("-c"),
                                 QStringLiteral("echo 0 >/proc/sys/user/max_user_namespaces && exec \"$0\" \"$@\"")});
            return;
        }
        if (role() == QLatin1String{"withheld"}) {
            QVERIFY(!givesNamespaces());
            showThatNoPageIsOpened();
        }
    }

private:
    void showThatThePageIsShutIn() {
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

    void showThatNoPageIsOpened() {
        const ui::WidgetPlugin plugin;
        QVERIFY(!plugin.problem().isEmpty());
        QVERIFY(!plugin.mayBeThere());
    }

    // `through`: what starts the program for that user; empty: nothing does.
    void startAsOrdinaryUser(const QString& wanted, const QStringList& through) {
        const auto runuser = QStandardPaths::findExecutable(QStringLiteral("runuser"));
        QVERIFY2(!runuser.isEmpty(), "there is no runuser (Debian: util-linux)");
        const QStringList as{QStringLiteral("-u"), QStringLiteral("nobody"), QStringLiteral("--")};
        QTemporaryDir folder;
        QCOMPARE(QProcess::execute(QStringLiteral("chmod"), {QStringLiteral("755"), folder.path()}), 0);
        QTemporaryDir home;
        QCOMPARE(QProcess::execute(QStringLiteral("chown"), {QStringLiteral("nobody"), home.path()}), 0);
        const auto self = copyInto(folder.path());
        QVERIFY(!self.isEmpty());
        if (!through.isEmpty() &&
            QProcess::execute(runuser, as + through.mid(0, 4) + QStringList{QStringLiteral("true")}) != 0) {
            QSKIP("this system gives ordinary users no namespaces to begin with");
        }
        QProcess other;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("QTWEBENGINE_DISABLE_SANDBOX"));
        environment.remove(QStringLiteral("QTWEBENGINE_CHROMIUM_FLAGS"));
        environment.insert(QStringLiteral("HOME"), home.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
        environment.insert(QStringLiteral("VERDESK_SANDBOX_ROLE"), wanted);
        other.setProcessEnvironment(environment);
        other.setProcessChannelMode(QProcess::ForwardedChannels);
        other.setWorkingDirectory(home.path());
        other.start(runuser, as + through + QStringList{self, QStringLiteral("SandboxTest")});
        QVERIFY(other.waitForFinished(100'000));
        QCOMPARE(other.exitStatus(), QProcess::NormalExit);
        QCOMPARE(other.exitCode(), 0);
    }

    // The program and its plug-in, where everybody may read them: a checkout often lies where only its owner may.
    static QString copyInto(const QString& folder) {
        const auto bin = QCoreApplication::applicationDirPath();
        const auto self =
            folder + QStringLiteral("/bin/") + QFileInfo{QCoreApplication::applicationFilePath()}.fileName();
        const auto from = QDir::cleanPath(bin + QStringLiteral("/" VERDESK_PLUGINS_FROM_BIN));
        const auto to = QDir::cleanPath(folder + QStringLiteral("/bin/" VERDESK_PLUGINS_FROM_BIN));
        if (!QDir{}.mkpath(folder + QStringLiteral("/bin")) || !QDir{}.mkpath(to) ||
            !QFile::copy(QCoreApplication::applicationFilePath(), self)) {
            return {};
        }
        for (const auto& file : QDir{from}.entryList({QStringLiteral("verdesk_webview.*")}, QDir::Files)) {
            if (!QFile::copy(from + u'/' + file, to + u'/' + file)) {
                return {};
            }
        }
        return QProcess::execute(QStringLiteral("chmod"), {QStringLiteral("-R"), QStringLiteral("a+rX"), folder}) == 0
                   ? self
                   : QString{};
    }
};

VERDESK_TEST(SandboxTest)
#include "sandbox_test.moc"
