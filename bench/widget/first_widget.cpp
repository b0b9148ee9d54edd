// From the click to the painted page of a widget over loopback, through the plug-in as the desk loads it; and what
// fifty launches leave behind. Prints one JSON line; times in milliseconds, memory in KB of the proportional set of
// this process alone. Needs a display (Xvfb will do) and Linux's /proc.
//
//     first_widget [LAUNCHES]

#include "ui/verify/widget_plugin.h"

#include <unistd.h>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdio>

using namespace verdesk;

namespace {

constexpr int warmLaunch = 5;  // memory is compared with that of the fifth

QByteArray contentOf(const QString& path) {
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

int proportionalSet() {
    for (const auto& line : contentOf(QStringLiteral("/proc/self/smaps_rollup")).split('\n')) {
        if (line.startsWith("Pss:")) {
            return line.simplified().split(' ').value(1).toInt();
        }
    }
    return -1;
}

// Page processes: what the zygotes of this process have forked.
int pageProcesses() {
    QHash<int, int> parents;
    for (const auto& name : QDir{QStringLiteral("/proc")}.entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        const auto stat = contentOf(QStringLiteral("/proc/%1/stat").arg(name));
        parents[name.toInt()] = stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1).toInt();
    }
    const auto all = parents.keys();
    return static_cast<int>(std::count_if(
        all.begin(), all.end(), [&parents](int process) { return parents.value(parents.value(process)) == getpid(); }));
}

void serve(QTcpServer& server) {
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
        auto* socket = server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            const QByteArray page = "<body style='background:#0a0'><h1>Widget</h1>";
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: " +
                          QByteArray::number(page.size()) + "\r\n\r\n" + page);
            socket->disconnectFromHost();
        });
    });
}

void rest(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

// Milliseconds until the page was painted; below zero where it was not.
double launch(ui::WidgetPlugin& plugin, QVBoxLayout& place, const ui::WidgetRequest& request) {
    QElapsedTimer clicked;
    clicked.start();
    auto* factory = plugin.factory();
    if (factory == nullptr) {
        std::fprintf(stderr, "first_widget: %s\n", qPrintable(plugin.problem()));
        return -1;
    }
    auto host = factory->create(request);
    double painted = -1;
    QObject::connect(host.get(), &ui::WidgetHost::shown, host.get(),
                     [&] { painted = static_cast<double>(clicked.nsecsElapsed()) / 1e6; });
    place.addWidget(host->view());
    host->start();
    // An event loop as the desk's: QTest's waits sleep between events, and the engine lives on many small ones.
    QEventLoop loop;
    QObject::connect(host.get(), &ui::WidgetHost::shown, &loop, &QEventLoop::quit);
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    loop.exec();
    return painted;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application{argc, argv};
    const int launches = argc > 1 ? QByteArray{argv[1]}.toInt() : 50;
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost)) {
        return 1;
    }
    serve(server);
    const auto origin = QStringLiteral("http://widget.localhost:%1").arg(server.serverPort()).toStdString();
    ui::WidgetRequest request;
    request.launch = {WidgetLaunch{origin + "/", Placement::iframe, {origin}, {}, {}}, {}};
    request.hostOrigin = QUrl{QStringLiteral("http://127.0.0.1:1/")};
    request.providerName = QStringLiteral("Widget");

    QWidget window;
    QVBoxLayout place{&window};
    window.resize(1200, 900);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window)) {
        return 1;
    }
    rest(1000);  // at rest, as it is when somebody clicks

    ui::WidgetPlugin plugin;
    std::vector<double> times;
    int fifth = 0;
    for (int i = 1; i <= launches; ++i) {
        times.push_back(launch(plugin, place, request));
        if (times.back() < 0) {
            return 1;
        }
        rest(200);
        if (i == warmLaunch) {
            fifth = proportionalSet();
        }
    }
    const bool isClean = QTest::qWaitFor([] { return pageProcesses() == 0; }, 10'000);
    const auto first = times.front();
    std::sort(times.begin(), times.end());
    std::printf("%s\n", QJsonDocument{QJsonObject{{QStringLiteral("first_ms"), first},
                                                  {QStringLiteral("median_ms"), times[times.size() / 2]},
                                                  {QStringLiteral("pss_fifth_kb"), fifth},
                                                  {QStringLiteral("pss_last_kb"), proportionalSet()},
                                                  {QStringLiteral("processes_left"), isClean ? 0 : pageProcesses()}}}
                            .toJson(QJsonDocument::Compact)
                            .constData());
    return 0;
}
