// From the moment the customer approves to the moment the claims are painted, with the three real programs on one
// machine: with webhooks that name the session, with webhooks that do not, and without any (then only the poll of 2.5 s
// brings it). Before that, what a desk weighs at which somebody is signed in and nothing is done.

#include "tour/hand.h"
#include "tour/visit.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

using namespace verdesk;

namespace {

// Stops the clock when the page of claims has painted itself.
class Painted : public QObject {
public:
    void begin() {
        timer_.start();
        took_ = -1;
    }
    // Sleeps in the event loop as the program itself does; QTest's waiting looks at its events every 10 ms only.
    bool wait(std::chrono::milliseconds longest) {
        if (took_ < 0) {
            QTimer limit;
            QObject::connect(&limit, &QTimer::timeout, &loop_, &QEventLoop::quit);
            limit.start(longest);
            loop_.exec();
        }
        return took_ >= 0;
    }
    double milliseconds() const {
        return static_cast<double>(took_) / 1e6;
    }

private:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && took_ < 0 && timer_.isValid() &&
            watched->objectName() == QLatin1String{"claimTable"}) {
            took_ = timer_.nsecsElapsed();
            loop_.quit();
        }
        return false;
    }

    QEventLoop loop_;
    QElapsedTimer timer_;
    qint64 took_ = -1;
};

double quantile(std::vector<double> values, double at) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(at * static_cast<double>(values.size() - 1))];
}

void measure(tour::Visit& visit, Painted& painted, const char* title, const QJsonObject& faults, int runs) {
    static int number = 0;
    visit.sandbox.setFaults(faults);
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto code = visit.startQr(QStringLiteral("C-7000-%1").arg(++number, 3, 10, QLatin1Char{'0'}));
        QTest::qWait(60 + i % 7 * 40);  // so that approvals do not fall into step with the polls
        painted.begin();
        visit.sandbox.approve(code);
        if (!painted.wait(std::chrono::seconds{10})) {
            throw std::runtime_error{"the claims did not appear"};
        }
        times.push_back(painted.milliseconds());
        visit.nextCustomer();
    }
    std::printf("approve to claims, %s: median %.0f ms, 99th percentile %.0f ms, worst %.0f ms of %d\n", title,
                quantile(times, 0.5), quantile(times, 0.99), quantile(times, 1), runs);
    std::fflush(stdout);
}

// Proportional set size of this process, which is the desk and the hand that moves it.
void weigh() {
    std::ifstream rollup{"/proc/self/smaps_rollup"};
    std::string word;
    while (rollup >> word) {
        if (word == "Pss:") {
            double kilobytes = 0;
            rollup >> kilobytes;
            std::printf("memory at rest, signed in: %.0f MB\n", kilobytes / 1024);
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application{argc, argv};
    try {
        const QTemporaryDir folder;
        const auto programs = QCoreApplication::applicationDirPath();
        tour::Film film{QDir{folder.filePath(QStringLiteral("film"))}};
        stage::Sandbox sandbox{programs};
        stage::Backend backend{programs, folder.filePath(QStringLiteral("institution")), sandbox, {}};
        ui::DeskOptions options;
        desk::Settings settings;
        settings.address = backend.address();
        options.settings = settings;
        ui::DeskApplication desk{application, options};
        Painted painted;
        application.installEventFilter(&painted);
        tour::openDesk(desk);
        tour::Hand hand{desk.window()};
        tour::Visit visit{sandbox, backend, desk, hand, film};
        visit.signIn(backend.teller());
        QTest::qWait(3'000);
        weigh();
        const auto webhook = QStringLiteral("webhook");
        const auto names = QStringLiteral("namesSession");
        measure(visit, painted, "webhook names the session (target: median <= 50 ms, 99th <= 150 ms)",
                {{webhook, QStringLiteral("normal")}, {names, true}}, 40);
        measure(visit, painted, "webhook names no session (target: the same)",
                {{webhook, QStringLiteral("normal")}, {names, false}}, 40);
        measure(visit, painted, "no webhook (target: never over 2,500 ms and a round trip)",
                {{webhook, QStringLiteral("never")}, {names, false}}, 10);
    } catch (const std::exception& trouble) {
        std::fprintf(stderr, "approve_to_claims: %s\n", trouble.what());
        return 1;
    }
    return 0;
}
