// A fresh page for a verification that waits.
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::minutes;
using test::Office;

namespace {

std::string pageOf(const Verification& seen) {
    return seen.launches.empty() ? "none" : std::get<WidgetLaunch>(seen.launches.front().what).page;
}

Verification renew(Office& office, const VerificationId& id, const std::string& key) {
    return office.run(office.service->renew(office.who, id, key));
}

std::size_t count(const std::vector<std::string>& events, const char* type) {
    return static_cast<std::size_t>(std::count(events.begin(), events.end(), type));
}

}  // namespace

class RenewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void launch_says_how_long_it_can_be_opened() {
        Office office;
        const auto seen = office.startBrowser(office.openCase());
        QVERIFY(seen.launches.front().opensOnce);
        office.advance(minutes{5});
        QCOMPARE(office.get(seen.id).launches.front().expiresInMs, std::int64_t{600'000});
        office.advance(minutes{11});
        QCOMPARE(office.get(seen.id).launches.front().expiresInMs, std::int64_t{0});
        QCOMPARE(office.get(seen.id).state, State::awaiting);
    }

    void renewed_has_another_page_for_the_same_session() {
        Office office;
        const auto first = office.startBrowser(office.openCase());
        office.advance(minutes{20});
        const auto before = office.row(first.id);
        const auto fresh = renew(office, first.id, "n1");
        QVERIFY(pageOf(fresh) != pageOf(first));
        QCOMPARE(fresh.launches.front().expiresInMs, std::int64_t{900'000});
        QCOMPARE(fresh.state, State::awaiting);
        const auto after = office.row(first.id);
        QCOMPARE(after.providerKey, before.providerKey);
        QVERIFY(after.deadline == before.deadline);
        QCOMPARE(office.events(first.id).back(), std::string{"verification.renewed"});
        // What comes of either page counts.
        office.tell({{"key", before.providerKey}, {"signed", true}, {"claims", {{"full_name", "Ada Example"}}}});
        QVERIFY(office.reaches(first.id, State::completed));
        QVERIFY(office.faults().empty());
    }

    void same_key_gives_the_same_page_also_after_a_restart() {
        Office office;
        const auto id = office.startBrowser(office.openCase()).id;
        const auto fresh = renew(office, id, "n1");
        QCOMPARE(pageOf(renew(office, id, "n1")), pageOf(fresh));
        office.restart();
        QCOMPARE(pageOf(renew(office, id, "n1")), pageOf(fresh));
        QVERIFY(pageOf(renew(office, id, "n2")) != pageOf(fresh));
        QCOMPARE(count(office.events(id), "verification.renewed"), std::size_t{2});
        QVERIFY(office.faults().empty());
    }

    void provider_that_gives_none_leaves_what_there_is() {
        Office office;
        const auto first = office.startBrowser(office.openCase());
        auto& options = office.config.accounts["browser_main"].account.options;
        options["down"] = true;
        QCOMPARE(office.problemOf([&] { renew(office, first.id, "n1"); }), std::string{"account-down"});
        QCOMPARE(pageOf(office.get(first.id)), pageOf(first));
        QCOMPARE(office.get(first.id).state, State::awaiting);
        options["down"] = false;
        QVERIFY(pageOf(renew(office, first.id, "n1")) != pageOf(first));
        QVERIFY(office.faults().empty());
    }

    void what_does_not_wait_gets_none() {
        Office office;
        const auto owner = office.openCase();
        const auto code = office.startQr(owner).id;
        QCOMPARE(office.problemOf([&] { renew(office, code, "n1"); }), std::string{"launch-not-offered"});
        const auto id = office.startBrowser(owner).id;
        auto stranger = office.who;
        stranger.branch = "harbour";
        QCOMPARE(office.problemOf([&] { office.run(office.service->renew(stranger, id, "n1")); }),
                 std::string{"not-found"});
        office.returned(id, providers::ClosedReturn{});
        QCOMPARE(office.problemOf([&] { renew(office, id, "n2"); }), std::string{"not-awaiting"});
        office.cancel(id);
        QCOMPARE(office.problemOf([&] { renew(office, id, "n3"); }), std::string{"verification-over"});
        QCOMPARE(count(office.events(id), "verification.renewed"), std::size_t{0});
    }

    void blocked_case_gets_none() {
        Office office;
        const auto owner = office.openCase();
        const auto waits = office.startBrowser(owner).id;
        office.startQr(owner);
        auto bad = test::FakePassid::good();
        bad["sanctions_clear"] = false;
        office.push(Office::completed("e1", bad, "req_1"));
        QVERIFY(office.until([&] { return office.caseRow(owner).verdict == claims::Verdict::blocked; }));
        QCOMPARE(office.problemOf([&] { renew(office, waits, "n1"); }), std::string{"case-blocked"});
    }
};

VERDESK_TEST(RenewTest)
#include "renew_test.moc"
