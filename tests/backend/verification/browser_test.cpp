// A provider that works in a browser and cannot be asked: returns, lost answers, what is told.
#include "backend/store/statement.h"
#include "backend/store/tables/verifications.h"
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::minutes;
using std::chrono::seconds;
using test::FakeWeb;
using test::Office;
using test::returnOf;
using How = FakeWeb::How;
using nlohmann::json;

namespace {

const json details{{"claims", {{"full_name", "Ada Example"}}}};

void layDetails(Office& office) {
    office.web.lay(test::browserTokens, {200, "token"});
    office.web.lay(test::browserDetails, {200, details.dump()});
}

// Everything that the journal holds, opened.
std::string journalOf(Office& office) {
    return office.read([](store::Reading& r) {
        std::string all;
        for (auto& row : store::select(r, "key", "from journal")) {
            std::string key;
            row.into(key);
            const auto entry = *store::tables::findJournal(r, key);
            all += entry.request + "\n" + entry.answer.value_or("none") + "\n";
        }
        return all;
    });
}

providers::Return redirect(const std::string& url) {
    return providers::RedirectReturn{url};
}

}  // namespace

class BrowserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void is_never_asked_and_ends_at_its_deadline() {
        Office office;
        const auto seen = office.startBrowser(office.openCase());
        QCOMPARE(seen.state, State::awaiting);
        office.advance(minutes{29});
        QCOMPARE(office.get(seen.id).state, State::awaiting);
        office.advance(minutes{1});
        QVERIFY(office.reaches(seen.id, State::expired));
        QVERIFY(office.web.sent.empty());
        QVERIFY(office.faults().empty());
    }

    void closed_waits_for_what_is_told() {
        Office office;
        const auto seen = office.startBrowser(office.openCase());
        QCOMPARE(office.returned(seen.id, providers::ClosedReturn{}).state, State::verifying);
        office.restart();
        office.advance(minutes{5});
        QCOMPARE(office.get(seen.id).state, State::verifying);
        QCOMPARE(office.tell({{"key", "key-" + seen.id.value}, {"signed", true}, {"claims", details["claims"]}}), 200);
        QVERIFY(office.reaches(seen.id, State::completed));
        QCOMPARE(office.get(seen.id).verdict, claims::Verdict::pass);
        QVERIFY(office.faults().empty());
    }

    void closed_and_never_told_expires() {
        Office office;
        const auto seen = office.startBrowser(office.openCase());
        office.returned(seen.id, providers::ClosedReturn{});
        office.advance(minutes{30});
        QVERIFY(office.reaches(seen.id, State::expired));
    }

    void unsigned_result_is_taken_and_is_review_at_best() {
        Office office;
        const auto seen = office.startBrowser(office.openCase());
        office.tell({{"key", "key-" + seen.id.value}, {"claims", details["claims"]}});
        QVERIFY(office.reaches(seen.id, State::completed));
        QCOMPARE(office.get(seen.id).verdict, claims::Verdict::review);
    }

    void whoever_returns_first_wins_and_the_other_does_nothing() {
        for (const bool deskFirst : {true, false}) {
            Office office;
            layDetails(office);
            const auto seen = office.startBrowser(office.openCase());
            const auto url = returnOf(seen.id);
            const auto desk = [&] { office.returned(seen.id, redirect(url)); };
            if (deskFirst) {
                desk();
                QVERIFY(office.cameBack(url));
            } else {
                QVERIFY(office.cameBack(url));
                desk();
            }
            QVERIFY(office.reaches(seen.id, State::completed));
            desk();
            QVERIFY(office.cameBack(url));
            QVERIFY(office.cameBack(returnOf(seen.id, "&code=another")));
            QCOMPARE(office.web.count(test::browserTokens), std::size_t{1});
            QCOMPARE(office.get(seen.id).verdict, claims::Verdict::pass);
            QVERIFY(office.faults().empty());
        }
    }

    void foreign_state_changes_nothing() {
        Office office;
        const auto seen = office.startBrowser(office.openCase());
        QVERIFY(!office.cameBack("https://desk.bank.example/return/browser?state=guess&code=c1"));
        QVERIFY(!office.cameBack("https://desk.bank.example/return/browser"));
        office.returned(seen.id, redirect("https://desk.bank.example/return/browser?state=guess&code=c1"));
        QCOMPARE(office.get(seen.id).state, State::awaiting);
        QVERIFY(office.web.sent.empty());
        QCOMPARE(office.unanswered(), std::size_t{0});
    }

    void dropped_return_leaves_it_waiting_as_before() {
        Office office;
        layDetails(office);
        const auto seen = office.startBrowser(office.openCase());
        const auto deadline = office.row(seen.id).deadline;
        QVERIFY(office.cameBack(returnOf(seen.id, "&nothing=1")));
        QVERIFY(office.reaches(seen.id, State::awaiting));
        QVERIFY(office.row(seen.id).deadline == deadline);
        QCOMPARE(office.unanswered(), std::size_t{0});
        QVERIFY(office.cameBack(returnOf(seen.id)));
        QVERIFY(office.reaches(seen.id, State::completed));
        QVERIFY(office.faults().empty());
    }

    void way_back_cancels_and_no_more_once_handed_in() {
        Office office;
        const auto id = office.openCase();
        const auto seen = office.startBrowser(id);
        QVERIFY(office.cameBack(returnOf(seen.id, ""), true));
        QCOMPARE(office.get(seen.id).state, State::cancelled);
        const auto other = office.startBrowser(id);
        office.run(office.service->wentBack(office.who, other.id));
        QCOMPARE(office.get(other.id).state, State::cancelled);

        office.web.lay(test::browserTokens, {0, "", {}, How::unreachable});
        const auto third = office.startBrowser(id);
        office.cameBack(returnOf(third.id));
        QCOMPARE(office.get(third.id).state, State::verifying);
        office.cameBack(returnOf(third.id, ""), true);
        QCOMPARE(office.get(third.id).state, State::verifying);
    }

    void details_that_do_not_come_are_asked_for_until_they_do_and_the_code_is_exchanged_once() {
        Office office;
        office.web.lay(test::browserTokens, {200, "token"});
        office.web.lay(test::browserDetails, {0, "", {}, How::lost});
        const auto seen = office.startBrowser(office.openCase());
        office.cameBack(returnOf(seen.id));
        const auto deadline = office.row(seen.id).deadline;
        QVERIFY(deadline && *deadline <= office.time.now() + test::browserWithin);
        office.advance(minutes{2}, seconds{2});
        QVERIFY(office.web.count(test::browserDetails) > 4);
        office.restart();
        office.advance(minutes{2}, seconds{2});
        QCOMPARE(office.get(seen.id).state, State::verifying);
        QVERIFY(office.row(seen.id).deadline == deadline);
        office.web.clear(test::browserDetails);
        office.web.lay(test::browserDetails, {200, details.dump()});
        office.advance(minutes{3}, seconds{2});
        QVERIFY(office.reaches(seen.id, State::completed));
        QCOMPARE(office.web.count(test::browserTokens), std::size_t{1});
        QVERIFY(office.faults().empty());
    }

    void secrets_leave_the_journal_when_a_call_is_settled() {
        for (const auto& [status, end] :
             {std::pair{200, State::completed}, std::pair{403, State::declined}, std::pair{410, State::awaiting}}) {
            Office office;
            office.web.lay(test::browserTokens,
                           {status, R"({"token": "bearer-1", "more": [{"Access_Token": "deep-1"}], "expires": 9})"});
            office.web.lay(test::browserDetails, {0, "", {}, How::lost});
            const auto seen = office.startBrowser(office.openCase());
            office.cameBack(returnOf(seen.id, "&code=code-1"));
            if (status == 200) {
                QVERIFY(journalOf(office).find("bearer-1") != std::string::npos);  // needed until the details came
                office.restart();
                office.web.clear(test::browserDetails);
                office.web.lay(test::browserDetails, {200, details.dump()});
                office.advance(minutes{3}, seconds{2});
            }
            QVERIFY(office.reaches(seen.id, end));
            QVERIFY(office.until([&] { return office.unanswered() == 0; }));
            const auto kept = journalOf(office);
            for (const auto* secret : {"bearer-1", "deep-1", "code-1"}) {
                QVERIFY2(kept.find(secret) == std::string::npos, kept.c_str());
            }
            QVERIFY(kept.find("expires") != std::string::npos);
            QVERIFY(office.faults().empty());
        }
    }

    void token_leaves_the_journal_when_it_is_settled() {
        Office office;
        office.passid.offerToken(test::goodToken);
        const auto id = office.startToken(office.openCase()).id;
        office.token(id);
        QVERIFY(office.reaches(id, State::completed));
        QVERIFY(journalOf(office).find(test::goodToken) == std::string::npos);
        QVERIFY(office.faults().empty());
    }

    void return_dropped_after_a_restart_gives_back_the_time_that_there_was() {
        Office office;
        office.web.lay(test::browserTokens, {0, "", {}, How::unreachable});
        const auto seen = office.startBrowser(office.openCase());
        const auto deadline = office.row(seen.id).deadline;
        office.cameBack(returnOf(seen.id));
        QVERIFY(office.row(seen.id).deadline < deadline);
        office.advance(seconds{30});
        // The code never left, and the journal knows it: what is left of it is the act itself.
        QVERIFY(office.until([&] { return office.unanswered() == 1; }));
        office.kill();
        office.web.clear(test::browserTokens);
        office.web.lay(test::browserTokens, {410, ""});
        office.start();
        QVERIFY(office.reaches(seen.id, State::awaiting));
        QVERIFY(office.row(seen.id).deadline == deadline);
        QVERIFY(office.faults().empty());
    }

    void details_that_never_come_expire() {
        Office office;
        office.web.lay(test::browserTokens, {200, "token"});
        office.web.lay(test::browserDetails, {0, "", {}, How::lost});
        const auto seen = office.startBrowser(office.openCase());
        office.cameBack(returnOf(seen.id));
        office.advance(test::browserWithin, seconds{5});
        QVERIFY(office.reaches(seen.id, State::expired));
        QCOMPARE(office.unanswered(), std::size_t{0});
        QVERIFY(office.faults().empty());
    }

    void code_whose_answer_was_lost_is_not_exchanged_again() {
        Office office;
        office.web.lay(test::browserTokens, {0, "", {}, How::lost});
        office.web.lay(test::browserTokens, {200, "token"});
        const auto seen = office.startBrowser(office.openCase());
        office.cameBack(returnOf(seen.id));
        office.advance(seconds{30});
        QVERIFY(office.reaches(seen.id, State::failed));
        QVERIFY(office.get(seen.id).failure == Failure::answerLost);
        QCOMPARE(office.get(seen.id).code, std::string{"VD-F206"});
        QCOMPARE(office.unanswered(), std::size_t{0});
        QCOMPARE(office.web.count(test::browserTokens), std::size_t{1});
    }

    void code_that_never_left_is_exchanged_later() {
        Office office;
        office.web.lay(test::browserTokens, {0, "", {}, How::unreachable});
        const auto seen = office.startBrowser(office.openCase());
        office.cameBack(returnOf(seen.id));
        office.advance(seconds{30});
        QCOMPARE(office.get(seen.id).state, State::verifying);
        office.web.clear(test::browserTokens);
        layDetails(office);
        office.advance(minutes{4}, seconds{5});
        QVERIFY(office.reaches(seen.id, State::completed));
        QVERIFY(office.faults().empty());
    }

    void cancelled_while_it_is_tried_again_stays_cancelled() {
        Office office;
        office.web.lay(test::browserTokens, {200, "token"});
        office.web.lay(test::browserDetails, {0, "", {}, How::lost});
        const auto seen = office.startBrowser(office.openCase());
        office.cameBack(returnOf(seen.id));
        office.cancel(seen.id);
        office.advance(test::browserWithin, seconds{5});
        QCOMPARE(office.get(seen.id).state, State::cancelled);
        QCOMPARE(office.unanswered(), std::size_t{0});
        QVERIFY(office.faults().empty());
    }
};

VERDESK_TEST(BrowserTest)
#include "browser_test.moc"
