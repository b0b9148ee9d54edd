// What is found after the end, and asked for until there is an answer.
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::seconds;
using store::HookState;
using test::Office;
using test::ScriptedProvider;

namespace {

providers::Progress listed() {
    return ScriptedProvider::accepted(
        "identity-1", "person-1",
        {{std::string{claims::name::watchlistMatch}, claims::Flag{true}, claims::Status::proven, {}, nullptr}});
}

// A check that was completed under "identity-1"; from now on its provider says that the customer is on a list.
VerificationId completed(Office& office) {
    const auto id = office.startScripted(office.openCase("K-7")).id;
    office.scripted.script[ScriptedProvider::firstKey(id)] = {ScriptedProvider::accepted("identity-1", "person-1")};
    office.advance(seconds{10});
    office.reaches(id, State::completed);
    office.scripted.script["identity-1"] = {listed()};
    return id;
}

bool isFound(Office& office, const VerificationId& id) {
    return office.until([&] { return office.get(id).verdict == claims::Verdict::review; });
}

}  // namespace

class LateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finding_isAskedForUntilThereIsAnAnswer() {
        Office office;
        const auto id = completed(office);
        office.scripted.asksFail = 5;
        QCOMPARE(office.tellScripted({{"id", "e1"}, {"wake", "identity-1"}}), 200);
        QVERIFY(office.until([&] { return office.scripted.asksFail == 4; }));
        office.settleDown();
        QCOMPARE(office.hooks(HookState::received), std::int64_t{1});
        const auto began = office.time.now();
        const auto later = [&](const auto& holds) {
            return office.until([&] {
                office.advance(seconds{1});
                return holds();
            });
        };
        QVERIFY(later([&] { return office.scripted.asksFail == 1; }));
        QVERIFY(office.time.now() - began >= seconds{2 + 4 + 8});
        QCOMPARE(office.get(id).verdict, claims::Verdict::pass);
        QVERIFY(later([&] { return office.get(id).verdict == claims::Verdict::review; }));
        QVERIFY(office.until([&] { return office.hooks(HookState::received) == 0; }));
        QCOMPARE(office.hooks(HookState::matched), std::int64_t{1});
        QVERIFY(office.faults().empty());
    }

    void finding_isAskedForOverARestart() {
        Office office;
        const auto id = completed(office);
        office.scripted.asksFail = 1;
        office.tellScripted({{"id", "e1"}, {"wake", "identity-1"}});
        QVERIFY(office.until([&] { return office.scripted.asksFail == 0; }));
        office.restart();
        QVERIFY(isFound(office, id));
        QVERIFY(office.until([&] { return office.hooks(HookState::matched) == 1; }));
        QVERIFY(office.faults().empty());
    }

    void finding_isAskedFor_whereTheFlowIsNotConfiguredAnyMore() {
        Office office;
        const auto id = completed(office);
        office.kill();
        std::erase_if(office.config.flows, [](const FlowConfig& flow) { return flow.flow.id == "scripted"; });
        office.start();
        office.tellScripted({{"id", "e1"}, {"wake", "identity-1"}});
        QVERIFY(isFound(office, id));
        QVERIFY(office.faults().empty());
    }

    void finding_thatNobodyAnswers_isPutAwayAfterThreeDays() {
        Office office;
        const auto id = completed(office);
        office.scripted.asksFail = 100'000;
        office.tellScripted({{"id", "e1"}, {"wake", "identity-1"}});
        office.settleDown();
        office.advance(std::chrono::hours{71}, std::chrono::minutes{10});
        QCOMPARE(office.hooks(HookState::received), std::int64_t{1});
        office.advance(std::chrono::hours{2}, std::chrono::minutes{10});
        QVERIFY(office.until([&] { return office.hooks(HookState::received) == 0; }));
        QCOMPARE(office.get(id).verdict, claims::Verdict::pass);
        QVERIFY(office.faults().empty());
    }

    void wakeUp_withTheSameWords_isAskedAboutAgain() {
        Office office;
        const auto id = completed(office);
        office.scripted.script["identity-1"] = {ScriptedProvider::accepted("identity-1", "person-1"), listed()};
        office.tellScripted({{"wake", "identity-1"}});
        QVERIFY(office.until([&] { return office.hooks(HookState::matched) == 1; }));
        QCOMPARE(office.get(id).verdict, claims::Verdict::pass);
        office.tellScripted({{"wake", "identity-1"}});
        QVERIFY(isFound(office, id));
        QVERIFY(office.faults().empty());
    }
};

VERDESK_TEST(LateTest)
#include "late_test.moc"
