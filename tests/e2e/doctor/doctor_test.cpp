// verdeskd doctor against the providers' doubles and a backend that runs, all of them programs with true sockets.
#include "tests/e2e/kill/town.h"
#include "tests/support/registry.h"

#include <QTest>

#include <map>

using namespace verdesk;
using nlohmann::json;
using test::Town;

namespace {

using Levels = std::map<std::string, std::string>;

// "account passid, key" and its level.
Levels levelsOf(const json& report) {
    Levels levels;
    for (const auto& each : report.at("findings")) {
        levels[each.at("about").get<std::string>() + ", " + each.at("check").get<std::string>()] = each.at("level");
    }
    return levels;
}

}  // namespace

class DoctorEndToEndTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bankInOrder_hasNothingWrong_andOnlyTheTestTokenIsHeardOf() {
        Town town{backend::store::Engine::sqlite};
        town.startBackend();
        int code = -1;
        const auto report = town.doctor(code);
        QVERIFY2(code == 0, report.dump(1).c_str());
        auto levels = levelsOf(report);
        for (const auto* line :
             {"store, schema", "public listener, return-page", "account passid, key", "account passid, api-version",
              "account passid, idempotent-verify", "account passid, webhooks", "account passid, round-trip",
              "account passid, forged-webhook", "account passport_io, key", "account authenteq, key",
              "account authenteq, return-address", "account passbase, key", "account passbase, slug",
              "account passbase, round-trip", "account passbase, forged-webhook", "account identomat, key",
              "account identomat, signature", "account identomat, round-trip", "account identomat, forged-webhook"}) {
            QVERIFY2(levels[line] == "good", (std::string{line} + " in " + report.dump(1)).c_str());
        }
        QCOMPARE(levels["public listener, address"], std::string{"warning"});  // this machine alone
        QCOMPARE(levels["flow passid, environment"], std::string{"warning"});  // a sandbox
        QCOMPARE(levels["account passport_io, round-trip"], std::string{"skipped"});
        QCOMPARE(levels["this machine, clock"], std::string{"skipped"});
        test::HttpCall http;
        // PASSID tells of the sandbox's token, which nobody at a counter handed in. Nothing else is left behind.
        QTRY_COMPARE_WITH_TIMEOUT(town.metric(http, "verdesk_hooks_unmatched"), 1.0, 10'000);
        QCOMPARE(town.endBackend(), 0);
        std::string output;
        QVERIFY2(town.checkStore(output) == 0, output.c_str());
    }

    void keysOfOthers_andABackendWithAnotherSecret_areWrong() {
        Town town{backend::store::Engine::sqlite};
        town.startBackend();
        town.changeSecret(QStringLiteral("webhook"), "whsec_of_tomorrow_0123456789abcdef");
        town.changeSecret(QStringLiteral("key"), "sk_sandbox_of_somebody");
        town.changeSecret(QStringLiteral("authenteq"), "of_somebody");
        town.changeSecret(QStringLiteral("passport_io"), "of_somebody");
        town.changeSecret(QStringLiteral("passbase"), "of_somebody");
        town.changeSecret(QStringLiteral("identomat"), "of_somebody");
        int code = -1;
        const auto report = town.doctor(code);
        QCOMPARE(code, 1);
        auto levels = levelsOf(report);
        for (const auto* line : {"account passid, key", "account passid, round-trip", "account authenteq, key",
                                 "account passport_io, key", "account passbase, key", "account identomat, key"}) {
            QVERIFY2(levels[line] == "wrong", (std::string{line} + " in " + report.dump(1)).c_str());
        }
        QVERIFY(report.dump().find("of_tomorrow") == std::string::npos);
        QVERIFY(report.dump().find("of_somebody") == std::string::npos);
    }

    void withoutABackend_nothingAnswers() {
        const Town town{backend::store::Engine::sqlite};
        int code = -1;
        const auto report = town.doctor(code);
        QCOMPARE(code, 1);
        auto levels = levelsOf(report);
        QCOMPARE(levels["account passid, round-trip"], std::string{"wrong"});
        QCOMPARE(levels["public listener, return-page"], std::string{"wrong"});
        QCOMPARE(levels["account passid, key"], std::string{"good"});
    }
};

VERDESK_TEST(DoctorEndToEndTest)
#include "doctor_test.moc"
