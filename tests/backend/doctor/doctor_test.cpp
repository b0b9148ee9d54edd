// The examination as a whole: what is looked at, with what, and that nothing secret is said.
#include "backend/doctor/doctor.h"
#include "backend/doctor/account_checks.h"
#include "tests/backend/doctor/surgery.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::doctor;
using egress::test::reply;
using test::Surgery;

namespace {

HttpReply nobodysSession(const char* date = "Tue, 17 Mar 2026 14:00:00 GMT") {
    return reply(404, R"({"success":false,"error":"not found"})", {{"X-PASSID-API-Version", "1"}, {"Date", date}});
}

// A bank that is ready, but for what a test changes.
void makeReady(Surgery& surgery) {
    surgery.toProviders.then(nobodysSession());
    surgery.toUs.then(reply(200, "OK")).then(reply(401));
}

}  // namespace

class DoctorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bankThatIsReady_hasNothingWrong() {
        Surgery surgery;
        makeReady(surgery);
        const auto report = surgery.examine();
        QVERIFY2(exitCode(report, true) == 0, toText(report).c_str());
        for (const auto* check : {"key", "api-version", "webhooks", "round-trip", "forged-webhook"}) {
            QCOMPARE(Surgery::lineOf(report, "account main", check).level, Level::good);
        }
        QCOMPARE(Surgery::lineOf(report, "account main", "idempotent-verify").level, Level::skipped);
        QCOMPARE(Surgery::lineOf(report, "public listener", "address").level, Level::good);
        QCOMPARE(Surgery::lineOf(report, "this machine", "clock").level, Level::good);
        QCOMPARE(Surgery::lineOf(report, "store", "schema").level, Level::good);
        QCOMPARE(Surgery::lineOf(report, "network", "proxy").level, Level::good);
        QCOMPARE(Surgery::lineOf(report, "network", "tls").level, Level::good);
    }

    void nothingSecret_isSaid() {
        Surgery surgery;
        makeReady(surgery);
        const auto report = surgery.examine();
        for (const auto* secret : {"sk_live_invented_0001", Surgery::webhookSecret, Surgery::segment}) {
            QVERIFY(toJson(report).find(secret) == std::string::npos);
        }
    }

    void certificates_areLookedAt_theWayTheyAreUsed() {
        Surgery surgery;
        makeReady(surgery);
        surgery.config.proxy = "http://proxy.bank.example:3128";
        surgery.config.caFile = "/etc/ssl/bank.pem";
        (void)surgery.examine();
        // To providers as the backend goes; to us as a provider comes.
        QVERIFY(surgery.looked ==
                (std::vector<std::pair<std::string, TlsWay>>{
                    {"https://api.passid.example:443", {"http://proxy.bank.example:3128", "/etc/ssl/bank.pem", {}}},
                    {"https://hooks.bank.example", {}}}));
    }

    void staffCertificate_isLookedAtForItsEnd() {
        Surgery surgery;
        makeReady(surgery);
        surgery.config.staff.certificate = "/etc/ssl/desk.pem";
        surgery.config.staff.port = 8460;
        surgery.looks["https://127.0.0.1:8460"] = {true, false, "unknown", instantFrom("2026-03-20T00:00:00Z")};
        const auto report = surgery.examine();
        QCOMPARE(Surgery::lineOf(report, "staff listener", "tls").level, Level::warning);
    }

    void proxy_isJudgedByWhatComesThrough() {
        Surgery surgery;
        makeReady(surgery);
        surgery.config.proxy = "http://proxy.bank.example:3128";
        surgery.looks["https://api.passid.example:443"] = {false, false, "CONNECT tunnel failed", {}};
        const auto report = surgery.examine();
        QCOMPARE(Surgery::lineOf(report, "network", "proxy").level, Level::wrong);
        QCOMPARE(Surgery::lineOf(report, "network", "tls").level, Level::wrong);
    }

    void clock_isComparedWithTheProviders() {
        Surgery surgery;
        surgery.toProviders.then(nobodysSession("Tue, 17 Mar 2026 13:00:00 GMT"));
        surgery.toUs.then(reply(200, "OK")).then(reply(401));
        const auto report = surgery.examine();
        const auto& clock = Surgery::lineOf(report, "this machine", "clock");
        QCOMPARE(clock.level, Level::wrong);
        QVERIFY(clock.what.find("fast") != std::string::npos);
    }

    void returnPage_isAskedForOnce_whereBrowsersComeBack() {
        Surgery surgery;
        surgery.config.flows.front().flow.launches = {LaunchKind::redirect};
        surgery.config.flows.push_back(surgery.config.flows.front());
        surgery.toProviders.then(nobodysSession());
        surgery.toUs.then(reply(404)).then(reply(200, "OK")).then(reply(401));
        const auto report = surgery.examine();
        QCOMPARE(surgery.toUs.sent.at(0).url, std::string{"https://hooks.bank.example/return/passid"});
        QCOMPARE(Surgery::lineOf(report, "public listener", "return-page").level, Level::wrong);
    }

    // The page is at another host than the calls, and neither stands in the configuration.
    void pages_areLookedAtByTheBrowsersRoots() {
        Surgery surgery;
        auto& account = surgery.account();
        account.provider = "passport_io";
        account.account.options = {{"client_id", "bank"}};
        account.account.secrets.clear();
        account.account.secrets["client_secret"].emplace_back("invented_secret_0001");
        account.account.secrets["hook_segment"].emplace_back(Surgery::segment);
        surgery.config.flows.front().flow.launches = {LaunchKind::widget};
        surgery.toProviders.then(reply(200, R"({"token":"t"})"));
        auto report = surgery.examine();
        QCOMPARE(Surgery::lineOf(report, "counters", "browser-trust").level, Level::good);
        std::vector<std::string> asBrowser;
        for (const auto& [origin, way] : surgery.looked) {
            if (way == TlsWay{{}, {}, "roots"}) {
                asBrowser.push_back(origin);
            }
        }
        QCOMPARE(asBrowser, std::vector<std::string>{"https://my.passport.io:443"});
        surgery.browserRoots.clear();
        surgery.toProviders.then(reply(200, R"({"token":"t"})"));
        report = surgery.examine();
        QCOMPARE(Surgery::lineOf(report, "counters", "browser-trust").level, Level::skipped);
    }

    void providerThatIsNotReached_isWrong_andTheRestGoesOn() {
        Surgery surgery;
        const auto gone = egress::test::noConnection();
        surgery.toProviders.then(gone).then(gone).then(gone);
        surgery.toUs.then(reply(200, "OK")).then(reply(401));
        const auto report = surgery.examine();
        QCOMPARE(Surgery::lineOf(report, "account main", "key").level, Level::wrong);
        QCOMPARE(Surgery::lineOf(report, "account main", "round-trip").level, Level::good);
        QCOMPARE(Surgery::lineOf(report, "this machine", "clock").level, Level::skipped);
        QCOMPARE(exitCode(report, false), 1);
    }

    void origins_areReadFromTheOptions_deepDown() {
        providers::Account account;
        account.options = {{"base_url", "https://a.example/path"},
                           {"extra_origins", {"https://b.example:8443", "http://c.example", "https://localhost"}},
                           {"client_id", "com.example"}};
        QVERIFY(configuredOrigins(account) ==
                (std::set<std::string>{"https://a.example:443", "https://b.example:8443"}));
    }
};

VERDESK_TEST(DoctorTest)
#include "doctor_test.moc"
