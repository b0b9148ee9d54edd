#include "backend/doctor/flow_checks.h"
#include "tests/backend/doctor/surgery.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::doctor;
using test::Surgery;

namespace {

// A second flow on a sandbox account.
void addPractice(Config& config) {
    AccountConfig account;
    account.provider = "passid";
    account.account.id = "practice";
    account.account.environment = Environment::sandbox;
    config.accounts.emplace("practice", std::move(account));
    FlowConfig flow;
    flow.account = "practice";
    flow.flow.id = "trial";
    config.flows.push_back(std::move(flow));
}

}  // namespace

class FlowChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void liveFlow_isGood() {
        const Surgery surgery;
        const auto report = flowChecks(surgery.config);
        QCOMPARE(Surgery::lineOf(report, "flow full", "environment").level, Level::good);
    }

    void sandboxBesideLive_isWrong_andAmongItsOwn_aWarning() {
        Surgery surgery;
        addPractice(surgery.config);
        QCOMPARE(Surgery::lineOf(flowChecks(surgery.config), "flow trial", "environment").level, Level::wrong);
        QCOMPARE(Surgery::lineOf(flowChecks(surgery.config), "flow full", "environment").level, Level::good);
        surgery.account().account.environment = Environment::sandbox;
        QCOMPARE(Surgery::lineOf(flowChecks(surgery.config), "flow trial", "environment").level, Level::warning);
    }

    void fallbackIntoASandbox_isWrong() {
        Surgery surgery;
        addPractice(surgery.config);
        surgery.config.flows.front().fallback = "trial";
        const auto report = flowChecks(surgery.config);
        const auto& finding = Surgery::lineOf(report, "flow full", "fallback");
        QCOMPARE(finding.level, Level::wrong);
        QVERIFY(finding.what.find("trial") != std::string::npos);
    }

    void pages_areOfWidgetsRedirectsAndScripts() {
        FlowConfig flow;
        flow.flow.launches = {LaunchKind::qr, LaunchKind::token};
        QVERIFY(!opensPages(flow));
        for (const auto kind : {LaunchKind::widget, LaunchKind::redirect, LaunchKind::script}) {
            flow.flow.launches = {LaunchKind::qr, kind};
            QVERIFY(opensPages(flow));
        }
    }
};

VERDESK_TEST(FlowChecksTest)
#include "flow_checks_test.moc"
