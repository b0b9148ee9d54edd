// What the doctor says about certificates, roots and the proxy.
#include "backend/doctor/proxy_check.h"
#include "backend/doctor/tls_checks.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend::doctor;

namespace {

const std::string origin = "https://api.passid.example:443";
const Instant now = *instantFrom("2026-03-17T14:00:00Z");

TlsLook until(const char* date) {
    return {true, true, {}, instantFrom(date)};
}

std::optional<std::string> nothing(const std::string&) {
    return std::nullopt;
}

}  // namespace

class DoctorCertificatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void end_isWarnedOf_twoWeeksBefore() {
        const auto level = [](const char* date) { return tlsFinding(origin, until(date), Whose::provider, now).level; };
        QCOMPARE(level("2026-04-17T14:00:00Z"), Level::good);
        QCOMPARE(level("2026-03-30T14:00:00Z"), Level::warning);
        QCOMPARE(level("2026-03-17T13:00:00Z"), Level::wrong);
        QCOMPARE(tlsFinding(origin, {true, true, {}, {}}, Whose::ours, now).level, Level::good);
    }

    void untrusted_saysWhy_andWhatToDo() {
        const TlsLook strange{true, false, "self-signed certificate", instantFrom("2027-01-01T00:00:00Z")};
        const auto theirs = tlsFinding(origin, strange, Whose::provider, now);
        QCOMPARE(theirs.level, Level::wrong);
        QVERIFY(theirs.what.find("self-signed certificate") != std::string::npos);
        QVERIFY(theirs.remedy.find("providers.ca_file") != std::string::npos);
        const auto ours = tlsFinding(origin, strange, Whose::ours, now);
        QVERIFY(ours.remedy.find("providers.ca_file") == std::string::npos);
        const TlsLook ended{true, false, "certificate has expired", instantFrom("2026-03-16T00:00:00Z")};
        QVERIFY(tlsFinding(origin, ended, Whose::ours, now).what.find("ended on 2026-03-16") != std::string::npos);
    }

    void unreached_isWrong_butForAListenerThatIsNotStarted() {
        const TlsLook none{false, false, "Connection refused", {}};
        QCOMPARE(tlsFinding(origin, none, Whose::provider, now).level, Level::wrong);
        QCOMPARE(endFinding(origin, none, now).level, Level::skipped);
        QCOMPARE(endFinding(origin, {true, false, "unknown", instantFrom("2026-03-20T00:00:00Z")}, now).level,
                 Level::warning);
        QCOMPARE(endFinding(origin, {true, false, "unknown", instantFrom("2027-03-20T00:00:00Z")}, now).level,
                 Level::good);
    }

    void browser_goesByItsOwnRoots() {
        QCOMPARE(browserFinding(origin, until("2027-01-01T00:00:00Z")).level, Level::good);
        const auto company = browserFinding(origin, {true, false, "unable to get local issuer certificate", {}});
        QCOMPARE(company.level, Level::warning);
        QVERIFY(company.remedy.find("certutil") != std::string::npos);
        QCOMPARE(noBrowserRoots().level, Level::skipped);
    }

    void proxy_hasToLetThrough() {
        const std::string proxy = "http://proxy.bank.example:3128";
        QCOMPARE(proxyFinding(proxy, nothing, until("2027-01-01T00:00:00Z")).level, Level::good);
        QCOMPARE(proxyFinding(proxy, nothing, TlsLook{false, false, "CONNECT tunnel failed", {}}).level, Level::wrong);
        QCOMPARE(proxyFinding(proxy, nothing, {}).level, Level::skipped);
    }

    void proxyOfTheEnvironment_isTold_withoutItsValue() {
        const auto named = [](const std::string& name) -> std::optional<std::string> {
            return name == "HTTPS_PROXY" ? std::optional<std::string>{"http://user:password@proxy"} : std::nullopt;
        };
        const auto finding = proxyFinding({}, named, {});
        QCOMPARE(finding.level, Level::warning);
        QVERIFY(finding.what.find("HTTPS_PROXY") != std::string::npos);
        QVERIFY(finding.what.find("password") == std::string::npos);
        QCOMPARE(proxyFinding({}, nothing, {}).level, Level::good);
    }
};

VERDESK_TEST(DoctorCertificatesTest)
#include "certificates_test.moc"
