// Results that name nobody: listed, assigned, put away. And who may send any.
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/verifications.h"
#include "crypto/random.h"
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

    // The same person may come again, and a pingback without a reference says the same of both visits.
    void same_words_again_are_news_once_another_check_began() {
        Office office;
        office.startBrowser(office.openCase());
        office.tell(nobodys);
        office.tell(nobodys);
        QCOMPARE(listed(office).size(), std::size_t{1});
        office.advance(std::chrono::seconds{1});
        office.startQr(office.openCase("K-2"));  // at another account
        office.tell(nobodys);
        QCOMPARE(listed(office).size(), std::size_t{1});
        const auto second = office.startBrowser(office.openCase("K-3"));
        office.tell(nobodys);
        QCOMPARE(listed(office).size(), std::size_t{2});
        office.tell(nobodys);
        QCOMPARE(listed(office).size(), std::size_t{2});
        QCOMPARE(office.received, (std::vector{HookOutcome::accepted, HookOutcome::replayed, HookOutcome::replayed,
                                               HookOutcome::accepted, HookOutcome::replayed}));
        const auto done = office.run(office.service->assign(office.who, listed(office).front().id, second.id));
        QCOMPARE(done.state, State::completed);
        office.advance(std::chrono::seconds{1});
        office.startBrowser(office.openCase("K-4"));
        office.tell(nobodys);
        QCOMPARE(listed(office).size(), std::size_t{2});
        QVERIFY(office.faults().empty());
    }

    void same_words_about_a_check_that_they_name_stay_a_replay() {
        Office office;
        const auto seen = office.startBrowser(office.openCase());
        auto body = nobodys;
        body["key"] = "key-" + seen.id.value;
        office.tell(body);
        office.advance(std::chrono::seconds{1});
        office.startBrowser(office.openCase("K-2"));
        office.tell(body);
        QCOMPARE(office.received, (std::vector{HookOutcome::accepted, HookOutcome::replayed}));
    }

    void sender_is_told_that_it_was_taken() {
        Office office;
        for (int i = 0; i < 2; ++i) {
            http::Request request;
            request.method = "POST";
            request.parameters = {{"provider", "browser"}, {"segment", "told"}};
            request.body = nobodys.dump();
            const auto answer = office.run(office.receiver->receive(std::move(request)));
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body, "OK"s);
            QVERIFY(answer.contentType.starts_with("text/plain"));
        }
    }

    void results_are_not_crowded_out_by_what_says_nothing() {
        Office office;
        office.tell(nobodys);
        office.write([now = office.time.now()](store::Transaction& t) {
            for (int i = 1; i <= 450; ++i) {
                store::HookRow row;
                row.id = crypto::uuid7(now);
                row.account = "passid_main";
                row.digest = std::to_string(i);
                row.body = "nothing";
                row.headers = "[]";
                row.state = HookState::unmatched;
                row.receivedAt = now + std::chrono::milliseconds{i / 3};
                store::tables::insertHook(t, row);
            }
        });
        QCOMPARE(listed(office).size(), std::size_t{1});
        QCOMPARE(listed(office).front().account, "browser_main"s);
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
