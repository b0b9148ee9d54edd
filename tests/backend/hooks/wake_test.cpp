// Webhooks that name what nobody here knows yet, and findings that come long after the end.
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include <QTest>

#include <algorithm>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::seconds;
using store::HookState;
using test::Office;
using test::ScriptedProvider;

namespace {

claims::Claim match() {
    return {std::string{claims::name::watchlistMatch}, claims::Flag{true}, claims::Status::proven, "clean", false};
}

claims::Claim listing(const std::string& where) {
    return {std::string{claims::name::watchlistListing}, claims::Text{where}, claims::Status::proven, "listings",
            where};
}

nlohmann::json wake(const std::string& id, const std::string& key) {
    return {{"id", id}, {"wake", key}};
}

// A check that was completed under that key.
VerificationId completed(Office& office, const CaseId& owner, const std::string& key) {
    const auto id = office.startScripted(owner).id;
    office.scripted.script[ScriptedProvider::firstKey(id)] = {ScriptedProvider::accepted(key, "person-1")};
    office.scripted.script[key] = {ScriptedProvider::accepted(key, "person-1")};
    office.advance(seconds{10});
    return office.reaches(id, State::completed) ? id : VerificationId{};
}

}  // namespace

class WakeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void key_that_nobody_knows_yet_wakes_those_that_wait_and_is_matched_then() {
        Office office;
        const auto id = office.startScripted(office.openCase()).id;
        const auto accepted = ScriptedProvider::accepted("identity-1", "person-1");
        office.scripted.script[ScriptedProvider::firstKey(id)] = {accepted};
        office.scripted.script["identity-1"] = {accepted};
        QCOMPARE(office.tellScripted(wake("e1", "identity-1")), 200);
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.row(id).providerKey, std::string{"identity-1"});
        QVERIFY(office.until([&] { return office.hooks(HookState::matched) == 1; }));
        QVERIFY(office.faults().empty());
    }

    void key_that_nobody_learns_is_unmatched_after_half_a_minute() {
        Office office;
        office.startScripted(office.openCase());
        office.tellScripted(wake("e1", "identity-of-others"));
        QVERIFY(office.until([&] { return office.scripted.asked.size() == 1; }));
        QCOMPARE(office.hooks(HookState::received), std::int64_t{1});
        office.advance(seconds{28}, seconds{1});
        QCOMPARE(office.hooks(HookState::received), std::int64_t{1});
        office.advance(seconds{4}, seconds{1});
        QVERIFY(office.until([&] { return office.hooks(HookState::unmatched) == 1; }));
        QVERIFY(office.faults().empty());
    }

    void key_that_nobody_knows_where_nobody_waits_is_unmatched_at_once() {
        Office office;
        office.tellScripted(wake("e1", "identity-1"));
        QVERIFY(office.until([&] { return office.hooks(HookState::unmatched) == 1; }));
        QVERIFY(office.scripted.asked.empty());
    }

    void signed_refusal_of_nobody_is_kept_for_a_person_though_sessions_wait() {
        Office office;
        office.startScripted(office.openCase());
        office.tellScripted({{"id", "e1"}, {"refuses", true}});
        QVERIFY(office.until([&] { return office.hooks(HookState::unmatched) == 1; }));
        QVERIFY(office.until([&] { return office.scripted.asked.size() == 1; }));
        QCOMPARE(office.run(office.service->unmatched()).size(), std::size_t{1});
    }

    void finding_long_after_the_end_reopens_the_case_with_its_sources() {
        Office office;
        const auto owner = office.openCase();
        const auto id = completed(office, owner, "identity-1");
        QCOMPARE(office.get(id).verdict, claims::Verdict::pass);
        office.closeCase(owner);
        office.time.skip(std::chrono::hours{24 * 30});
        office.scripted.script["identity-1"] = {
            ScriptedProvider::accepted("identity-1", "person-1", {match(), listing("List A"), listing("List B")})};
        office.tellScripted(wake("e1", "identity-1"));
        QVERIFY(office.until([&] { return office.caseRow(owner).state == CaseState::open; }));
        QCOMPARE(office.caseRow(owner).verdict, claims::Verdict::review);
        const auto now = office.get(id);
        QCOMPARE(now.state, State::completed);
        QCOMPARE(now.claims.size(), std::size_t{4});
        QCOMPARE(now.claims.front().name, std::string{claims::name::watchlistMatch});
        QCOMPARE(office.eventsOf(owner).back(), std::string{"case.reopened"});
        QVERIFY(office.faults().empty());
    }

    void pair_out_of_order_changes_nothing_more() {
        Office office;
        const auto owner = office.openCase();
        const auto id = completed(office, owner, "identity-1");
        const auto clear = office.scripted.script["identity-1"];
        office.scripted.script["identity-1"] = {ScriptedProvider::accepted("identity-1", "person-1", {match()})};
        office.tellScripted(wake("e2", "identity-1"));
        QVERIFY(office.until([&] { return office.get(id).verdict == claims::Verdict::review; }));
        office.closeCase(owner);
        const auto events = office.events(id);
        office.tellScripted(wake("e3", "identity-1"));
        office.scripted.script["identity-1"] = clear;
        office.tellScripted(wake("e1", "identity-1"));
        office.settleDown();
        QCOMPARE(office.get(id).verdict, claims::Verdict::review);
        QCOMPARE(office.caseRow(owner).state, CaseState::closed);
        QCOMPARE(std::count(events.begin(), events.end(), "verification.verdict_worsened"), std::ptrdiff_t{1});
        const auto later = office.events(id);
        QCOMPARE(std::count(later.begin(), later.end(), "verification.verdict_worsened"), std::ptrdiff_t{1});
        QVERIFY(office.faults().empty());
    }

    void finding_reaches_every_check_under_its_key() {
        Office office;
        const auto first = office.openCase("K-1");
        const auto second = office.openCase("K-2");
        const std::vector<VerificationId> ids{completed(office, first, "identity-1"),
                                              completed(office, second, "identity-1")};
        office.closeCase(first);
        office.closeCase(second);
        office.scripted.script["identity-1"] = {ScriptedProvider::accepted("identity-1", "person-1", {match()})};
        office.tellScripted(wake("e1", "identity-1"));
        for (const auto& owner : {first, second}) {
            QVERIFY(office.until([&] { return office.caseRow(owner).state == CaseState::open; }));
        }
        for (const auto& id : ids) {
            QCOMPARE(office.get(id).verdict, claims::Verdict::review);
        }
        // It waits in the inbox until both are answered.
        QVERIFY(office.until([&] { return office.hooks(HookState::matched) == 1; }));
        QVERIFY(office.faults().empty());
    }
};

VERDESK_TEST(WakeTest)
#include "wake_test.moc"
