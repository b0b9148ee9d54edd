// Results that name nobody: listed, assigned, put away. And who may send any.
#include "backend/store/tables/verifications.h"
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace std::string_literals;
using nlohmann::json;
using store::HookState;
using test::Office;

namespace {

const json nobodys{{"signed", true}, {"claims", {{"given_names", "Ada"}, {"surname", "Example"}}}};

std::vector<UnmatchedResult> listed(Office& office) {
    return office.run(office.service->unmatched());
}

}  // namespace

class UnmatchedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void result_without_a_key_waits_for_a_person() {
        Office office;
        office.startBrowser(office.openCase());
        office.tell(nobodys);
        QCOMPARE(office.hooks(HookState::unmatched), std::int64_t{1});
        const auto all = listed(office);
        QCOMPARE(all.size(), std::size_t{1});
        QCOMPARE(all.front().names, std::vector<std::string>{"Ada Example"});
        QCOMPARE(all.front().account, "browser_main"s);
        QVERIFY(office.faults().empty());
    }

    void assigned_is_review_at_best_and_sealed_with_its_case() {
        Office office;
        const auto seen = office.startBrowser(office.openCase());
        auto body = nobodys;
        body["claims"]["full_name"] = "Ada Example";
        office.tell(body);
        const auto hook = listed(office).front().id;
        const auto done = office.run(office.service->assign(office.who, hook, seen.id));
        QCOMPARE(done.state, State::completed);
        QCOMPARE(done.verdict, claims::Verdict::review);
        QVERIFY(!done.proof->isSigned);
        QVERIFY(listed(office).empty());
        QCOMPARE(office.rawAnswers(seen.id).back(), "webhook"s);
        QVERIFY(office.faults().empty());

        // The same act again is the same; another is not.
        QCOMPARE(office.run(office.service->assign(office.who, hook, seen.id)).id, seen.id);
        const auto other = office.startBrowser(office.openCase("K-2"));
        QCOMPARE(office.problemOf([&] { office.run(office.service->assign(office.who, hook, other.id)); }),
                 "already-assigned"s);
        QCOMPARE(office.problemOf([&] { office.run(office.service->dismiss(office.who, hook, "no")); }),
                 "already-assigned"s);
    }

    void assigning_is_refused_where_it_may_not_be() {
        Office office;
        const auto seen = office.startBrowser(office.openCase());
        const auto passid = office.startQr(office.openCase("K-2"));
        office.tell(nobodys);
        const auto hook = listed(office).front().id;
        const auto assign = [&](const std::string& which, const VerificationId& id) {
            return office.problemOf([&] { office.run(office.service->assign(office.who, which, id)); });
        };
        QCOMPARE(assign("nobody", seen.id), "not-found"s);
        QCOMPARE(assign(hook, VerificationId{"nobody"}), "not-found"s);
        QCOMPARE(assign(hook, passid.id), "member-invalid"s);
        office.who.branch = "harbour";
        QCOMPARE(assign(hook, seen.id), "not-found"s);
        office.who.branch = "city";
        office.cancel(seen.id);
        QCOMPARE(assign(hook, seen.id), "verification-over"s);
        QCOMPARE(office.hooks(HookState::unmatched), std::int64_t{1});
    }

    void dismissed_is_gone_with_its_contents() {
        Office office;
        office.tell(nobodys);
        const auto hook = listed(office).front().id;
        office.run(office.service->dismiss(office.who, hook, "another bank's customer"));
        QVERIFY(listed(office).empty());
        QCOMPARE(office.hooks(HookState::dismissed), std::int64_t{1});
        QCOMPARE(office.problemOf([&] { office.run(office.service->dismiss(office.who, hook, "again")); }),
                 "already-assigned"s);
        // Told again, it is known.
        office.tell(nobodys);
        QVERIFY(listed(office).empty());
        QVERIFY(office.faults().empty());
    }

    void sender_must_be_one_of_the_accounts_sources() {
        Office office;
        auto& account = office.config.accounts["browser_main"];
        account.hookSources = {*networkFrom("192.0.2.0/24"), *networkFrom("2001:db8::/32")};
        QCOMPARE(office.tell(nobodys), 403);
        account.hookSources.push_back(*networkFrom("198.51.100.7"));
        QCOMPARE(office.tell(nobodys), 200);
        QCOMPARE(office.received, (std::vector{HookOutcome::foreign, HookOutcome::accepted}));
    }

    void account_that_is_sent_too_much_says_later() {
        Office office;
        office.config.limits.hooksPerSecond = 1;
        office.restart();
        int limited = 0;
        for (int i = 0; i < 6; ++i) {
            auto body = nobodys;
            body["n"] = i;
            limited += office.tell(body) == 429 ? 1 : 0;
        }
        QCOMPARE(limited, 2);
        office.advance(std::chrono::seconds{1});
        QCOMPARE(office.tell(nobodys), 200);
    }
};

VERDESK_TEST(UnmatchedTest)
#include "unmatched_test.moc"
