// kill -9 at any moment: nothing that was acknowledged is lost, no token is used twice, and the store is explained by
// its own log. The real programs, with customers at all five providers, on both engines, at least a hundred kills on
// each.

#include "tests/e2e/kill/comparison.h"
#include "tests/e2e/kill/counter.h"
#include "tests/e2e/kill/ledger.h"
#include "tests/e2e/kill/town.h"
#include "tests/support/registry.h"

#include <QTest>

#include <map>
#include <thread>

using namespace verdesk;
using namespace verdesk::test;
using backend::store::Engine;
using nlohmann::json;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

Q_DECLARE_METATYPE(verdesk::backend::store::Engine)

namespace {

constexpr int counters = 4;
constexpr std::size_t lookedAt = 12;  // of what was acknowledged lately, after each restart

int setting(const char* name, int otherwise) {
    bool given = false;
    const int value = qEnvironmentVariableIntValue(name, &given);
    return given ? value : otherwise;
}

milliseconds since(Clock::time_point start) {
    return std::chrono::duration_cast<milliseconds>(Clock::now() - start);
}

struct Threads {
    std::atomic<bool> ending{false};
    std::vector<std::thread> all;
    ~Threads() {
        join();
    }
    void join() {
        ending = true;
        for (auto& each : all) {
            each.join();
        }
        all.clear();
    }
};

}  // namespace

class KillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothing_acknowledged_is_lost_data() {
        QTest::addColumn<Engine>("engine");
        QTest::newRow("SQLite") << Engine::sqlite;
        QTest::newRow("PostgreSQL") << Engine::postgres;
    }
    void nothing_acknowledged_is_lost();

private:
    void look(const Town& town, HttpCall& http, const std::string& session, Ledger& ledger, std::mt19937& random);
    void shakeUp(const Town& town, HttpCall& http, std::mt19937& random);
    bool waitForEnds(const Town& town, HttpCall& http, const std::string& session, Ledger& ledger);
    static std::map<std::string, int> endedWell(const Ledger& ledger);
};

// Webhooks come in every way that they may, and sometimes not at all: of those providers that can be asked instead.
void KillTest::shakeUp(const Town& town, HttpCall& http, std::mt19937& random) {
    const auto way = [&] {
        const char* const ways[] = {"normal", "normal", "twice", "before-reply", "never"};
        return ways[random() % std::size(ways)];
    };
    town.sandbox(http, "PUT", "/passid/faults", {{"webhook", way()}, {"namesSession", random() % 2 == 0}});
    town.sandbox(http, "PUT", "/passbase/faults", {{"webhook", way()}, {"reviewedFirst", random() % 4 == 0}});
    town.sandbox(http, "PUT", "/identomat/faults", {{"webhook", way()}});
}

void KillTest::look(const Town& town, HttpCall& http, const std::string& session, Ledger& ledger,
                    std::mt19937& random) {
    auto places = ledger.recent(ledger.round);
    std::shuffle(places.begin(), places.end(), random);
    places.resize(std::min(places.size(), lookedAt));
    for (const auto place : places) {
        const auto before = ledger.at(place);
        const auto answer = town.ask(http, session, "/verifications/" + before.verification);
        if (answer.status == 200) {
            ledger.saw(place, before, answer.json());
        } else {
            ledger.fault(before.verification + " after a restart: " + std::to_string(answer.status));
        }
        const auto owner = town.ask(http, session, "/cases/" + before.caseId);
        if (owner.status != 200 || owner.json().value("id", "") != before.caseId) {
            ledger.fault("case " + before.caseId + " after a restart: " + std::to_string(owner.status));
        }
    }
}

bool KillTest::waitForEnds(const Town& town, HttpCall& http, const std::string& session, Ledger& ledger) {
    const auto end = Clock::now() + std::chrono::seconds{40};
    for (std::size_t place = 0; place < ledger.size(); ++place) {
        while (!isFinal(ledger.at(place).seen)) {
            const auto before = ledger.at(place);
            ledger.saw(place, before, town.ask(http, session, "/verifications/" + before.verification).json());
            if (!isFinal(ledger.at(place).seen)) {
                if (Clock::now() > end) {
                    ledger.fault(before.verification + " does not end; it is " + std::string{toWord(before.seen)});
                    return false;
                }
                std::this_thread::sleep_for(milliseconds{20});
            }
        }
    }
    return true;
}

// By flow: how many visits came to their result.
std::map<std::string, int> KillTest::endedWell(const Ledger& ledger) {
    std::map<std::string, int> well;
    for (std::size_t place = 0; place < ledger.size(); ++place) {
        const auto visit = ledger.at(place);
        well[visit.flow] += visit.seen == State::completed ? 1 : 0;
    }
    return well;
}

void KillTest::nothing_acknowledged_is_lost() {
    QFETCH(Engine, engine);
    const auto seed = static_cast<unsigned>(setting("VERDESK_KILL_SEED", 20'260'317));
    const int kills = setting("VERDESK_KILLS", 110);
    std::mt19937 random{seed};
    Town town{engine};
    Ledger ledger;
    HttpCall http;
    town.startBackend();
    const auto session = town.signIn(http, "0");
    std::vector<std::unique_ptr<Counter>> branch;
    for (int i = 1; i <= counters; ++i) {
        branch.push_back(std::make_unique<Counter>(town, ledger, i, seed + static_cast<unsigned>(i)));
        branch.back()->signIn();
    }

    const auto began = Clock::now();
    milliseconds away{0};
    {
        Threads threads;
        for (auto& counter : branch) {
            threads.all.emplace_back([&counter, &threads] { counter->work(threads.ending); });
        }
        for (ledger.round = 1; ledger.round <= kills && ledger.faults().empty(); ++ledger.round) {
            std::this_thread::sleep_for(milliseconds{std::uniform_int_distribution<int>{5, 160}(random)});
            const auto start = Clock::now();
            town.killBackend();
            town.startBackend();
            away += since(start);
            look(town, http, session, ledger, random);
            shakeUp(town, http, random);
        }
        threads.join();
    }
    const auto took = since(began);
    const auto listed = town.sandbox(http, "GET", "/passid/sessions").json();
    for (const auto& each : listed.at("sessions")) {
        if (each.at("status") == "pending") {
            town.sandbox(http, "POST", "/passid/sessions/" + each.at("requestId").get<std::string>() + "/expire");
        }
    }
    // A pingback that was sent while the backend was away may be lost: nothing is known of Passport.io's repeating it.
    for (std::size_t place = 0; place < ledger.size(); ++place) {
        const auto visit = ledger.at(place);
        if (visit.flow == "passport_io" && visit.mayEnd.contains(State::completed)) {
            town.sandbox(http, "POST", "/passport_io/sessions/" + visit.verification + "/complete");
        }
    }
    const bool ended = waitForEnds(town, http, session, ledger);
    if (ended) {
        compareWithProviders(town, http, ledger);
    }
    const auto unmatched = [&] { return town.metric(http, "verdesk_hooks_unmatched"); };
    const auto lastLook = Clock::now() + std::chrono::seconds{20};
    while (unmatched() < ledger.hooks && Clock::now() < lastLook) {
        std::this_thread::sleep_for(milliseconds{50});
    }
    const auto kept = unmatched();
    const int exit = town.endBackend();
    std::string report;
    const int checked = town.checkStore(report);

    qInfo(
        "seed %u: %d kills in %lld ms (%lld ms a restart), %zu verifications, %d requests of which %d repeated, %d "
        "webhooks for nobody; %s",
        seed, ledger.round.load() - 1, static_cast<long long>(took.count()),
        static_cast<long long>(away.count() / kills), ledger.size(), ledger.requests.load(), ledger.repeated.load(),
        ledger.hooks.load(), report.substr(0, report.find('\n')).c_str());
    auto well = endedWell(ledger);
    qInfo("ended well: PASSID %d, Passport.io %d, Authenteq %d, Passbase's button %d and link %d, Identomat %d",
          well["passid"], well["passport_io"], well["authenteq"], well["passbase"], well["passbase_link"],
          well["identomat"]);
    const auto faults = ledger.faults();
    for (std::size_t i = 0; i < std::min<std::size_t>(faults.size(), 20); ++i) {
        qWarning("%s", faults[i].c_str());
    }
    QVERIFY(faults.empty());
    QVERIFY(ended);
    QVERIFY2(checked == 0, report.c_str());
    QCOMPARE(exit, 0);
    QVERIFY(ledger.round > kills);
    QVERIFY2(kept >= ledger.hooks, qPrintable(QString::number(kept)));
    QVERIFY(ledger.size() > static_cast<std::size_t>(kills) / 2);
    // Kills must not be all that happens: every provider's checks come to a result, too.
    for (const auto* flow : {"passid", "passport_io", "authenteq", "passbase", "passbase_link", "identomat"}) {
        QVERIFY2(well[flow] >= std::max(1, kills / 20), flow);
    }
}

VERDESK_TEST(KillTest)
#include "kill_test.moc"
