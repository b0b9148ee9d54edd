// What fuzzing found stays tested: every input below found/TARGET[/FLOW] is played again, without a fuzzer, as are the
// seeds. And what only a long input shows.
#include "providers/registry.h"
#include "tests/fuzz/bank.h"
#include "tests/fuzz/genuine.h"
#include "tests/fuzz/pieces.h"
#include "tests/fuzz/targets.h"
#include "tests/support/registry.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace verdesk;

namespace {

std::string contentsOf(const QString& path) {
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

QString nameOf(const fuzz::Target& target, const std::string& flow) {
    auto name = QString::fromUtf8(target.name.data(), static_cast<int>(target.name.size()));
    return flow.empty() ? name : name + QLatin1Char('/') + QString::fromStdString(flow);
}

// What is wrong with it; empty where nothing is.
QString complaint(const fuzz::Target& target, const std::string& flow, const std::string& input) {
    try {
        target.run(flow, input);
    } catch (const std::exception& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

template <class Each>
void forEachRun(Each each) {
    for (const auto& target : fuzz::targets()) {
        if (!target.perFlow) {
            each(target, std::string{});
            continue;
        }
        for (const auto& flow : fuzz::flows()) {
            each(target, flow);
        }
    }
}

}  // namespace

class FuzzReplayTest : public QObject {
    Q_OBJECT

    static void addRuns() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("flow");
        forEachRun([](const fuzz::Target& target, const std::string& flow) {
            QTest::newRow(qPrintable(nameOf(target, flow)))
                << QString::fromUtf8(target.name.data(), static_cast<int>(target.name.size()))
                << QString::fromStdString(flow);
        });
    }
    // How many there were; -1 where one complained.
    static int playAll(const QString& folder, const fuzz::Target& target, const std::string& flow) {
        int played = 0;
        QDirIterator files{folder + QLatin1Char('/') + nameOf(target, flow), QDir::Files};
        while (files.hasNext()) {
            const auto path = files.next();
            const auto said = complaint(target, flow, contentsOf(path));
            if (!said.isEmpty()) {
                qWarning("%s: %s", qPrintable(path), qPrintable(said));
                return -1;
            }
            ++played;
        }
        return played;
    }

private Q_SLOTS:
    void everyProvider_hasAFlow() {
        std::set<std::string> covered;
        for (const auto& flow : fuzz::flows()) {
            covered.insert(fuzz::deskOf(flow).provider->info().id);
        }
        for (const auto* provider : providers::all()) {
            QVERIFY2(covered.contains(provider->info().id),
                     ("no flow in tests/providers/" + provider->info().id + "/fuzz/bank.toml").c_str());
        }
    }

    // Else the webhooks of that flow are fuzzed up to the first check alone.
    void genuineWebhook_isTaken_ofEveryAccountThatGetsSome() {
        int taken = 0;
        for (const auto& flow : fuzz::flows()) {
            const auto& desk = fuzz::deskOf(flow);
            if (desk.account->hookSegment.empty()) {
                continue;
            }
            providers::PushRequest request{{}, "{}"};
            fuzz::Genuine::make(desk.account->provider, desk.account->account, request);
            const auto pushed = desk.provider->receive(desk.context(), request);
            const auto* rejected = std::get_if<providers::Rejected>(&pushed.what);
            QVERIFY2(rejected == nullptr, (flow + ": " + (rejected == nullptr ? "" : rejected->why)).c_str());
            ++taken;
        }
        QVERIFY(taken > 0);
    }

    void found_isMended_data() {
        addRuns();
    }
    void found_isMended() {
        QFETCH(QString, target);
        QFETCH(QString, flow);
        const auto& run = *fuzz::find(target.toStdString());
        QVERIFY(playAll(QStringLiteral(VERDESK_FUZZ_FOLDER "/found"), run, flow.toStdString()) >= 0);
    }

    void seeds_areMade() {
        QProcess seeds;
        seeds.start(QStringLiteral(VERDESK_BIN_DIR "/verdesk_fuzz_seeds"), {QStringLiteral("."), seeds_.path()});
        QVERIFY(seeds.waitForFinished(60'000));
        QVERIFY2(seeds.exitCode() == 0, seeds.readAllStandardError().constData());
    }

    void seeds_findNothing_data() {
        addRuns();
    }
    void seeds_findNothing() {
        QFETCH(QString, target);
        QFETCH(QString, flow);
        const auto& run = *fuzz::find(target.toStdString());
        QVERIFY(playAll(seeds_.path(), run, flow.toStdString()) > 0);
    }

    // A message may be as long as the listener's limit, and then nest deeper than any stack.
    void deepMessages_areNoMessages_data() {
        addRuns();
    }
    void deepMessages_areNoMessages() {
        QFETCH(QString, target);
        QFETCH(QString, flow);
        constexpr int depth = 250'000;
        const auto& run = *fuzz::find(target.toStdString());
        const std::string lists(depth, '[');
        const auto closed = lists + std::string(depth, ']');
        for (const auto* around :
             {"%", R"({"data":%})", R"({"claims":{"a":%},"data":{"resources":[%],"status":"approved"}})",
              R"({"type":"iframeFinish","data":%})", "poll begun\x1e%",
              "poll begun\x1e{\"status\":\"completed\",\"claims\":{\"a\":%}}"}) {
            auto text = QString::fromUtf8(around).toStdString();
            for (auto at = text.find('%'); at != std::string::npos; at = text.find('%', at + closed.size())) {
                text.replace(at, 1, closed);
            }
            QCOMPARE(complaint(run, flow.toStdString(), text), QString{});
        }
    }

    void replies_areReadFromPieces() {
        const auto pieces = fuzz::piecesOf(
            "poll begun\x1e"
            "404\nX-A: b\n\n{}\x1e{\"a\": 1}");
        QCOMPARE(pieces.size(), std::size_t{3});
        const auto first = fuzz::replyOf(pieces[1]);
        QCOMPARE(first.status, 404);
        QCOMPARE(first.body, std::string{"{}"});
        QVERIFY(first.header("x-a") == "b");
        const auto second = fuzz::replyOf(pieces[2]);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.body, std::string{"{\"a\": 1}"});
    }

private:
    const QTemporaryDir seeds_;
};

VERDESK_TEST(FuzzReplayTest)
#include "replay_test.moc"
