// What a provider tells of open attempts that asking would not tell: remembered until it is asked.
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
using Words = std::vector<std::string>;

namespace {

nlohmann::json news(const std::string& event, const std::string& word, const std::string& begins) {
    nlohmann::json body{{"news", word}, {"begins", begins}};
    if (!event.empty()) {
        body["id"] = event;
    }
    return body;
}

// All of the scripted provider's that it does not know yet.
const std::string everybody = "sought:";

}  // namespace

class HeardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void news_are_handed_to_the_next_question_which_is_asked_at_once() {
        Office office;
        const auto id = office.startScripted(office.openCase()).id;
        QCOMPARE(office.tellScripted(news("e1", "seen 1", everybody)), 200);
        QVERIFY(office.until([&] { return office.scripted.heard == Words{"seen 1"}; }));
        QCOMPARE(office.scripted.asked.size(), std::size_t{1});
        office.tellScripted(news("e2", "seen 2", everybody));
        QVERIFY(office.until([&] { return office.scripted.heard == (Words{"seen 1", "seen 2"}); }));
        QCOMPARE(office.get(id).state, State::awaiting);
        const auto events = office.events(id);
        QCOMPARE(std::count(events.begin(), events.end(), "verification.heard"), std::ptrdiff_t{2});
        QCOMPARE(office.hooks(HookState::matched), std::int64_t{2});
        QVERIFY(office.faults().empty());
    }

    void news_outlive_a_process_that_could_not_ask() {
        Office office;
        office.startScripted(office.openCase());
        office.scripted.asksFail = 1;
        office.tellScripted(news("e1", "seen 1", everybody));
        office.kill();
        office.scripted.heard.clear();
        office.start();
        QVERIFY(office.until([&] { return office.scripted.heard == Words{"seen 1"}; }));
        QVERIFY(office.faults().empty());
    }

    void news_that_were_taken_and_not_worked_off_are_heard_after_a_restart() {
        Office office;
        office.startScripted(office.openCase());
        http::Request request;
        request.method = "POST";
        request.parameters = {{"provider", "scripted"}, {"segment", "script"}};
        request.body = news("e1", "seen 1", everybody).dump();
        QCOMPARE(office.run(office.receiver->receive(std::move(request))).status, 200);
        office.restart();
        QVERIFY(office.until([&] { return office.scripted.heard == Words{"seen 1"}; }));
        QVERIFY(office.faults().empty());
    }

    void news_reach_every_open_attempt_whose_key_begins_so() {
        Office office;
        const auto first = office.startScripted(office.openCase("K-1")).id;
        const auto second = office.startScripted(office.openCase("K-2")).id;
        const auto ended = office.startScripted(office.openCase("K-3")).id;
        office.cancel(ended);
        office.tellScripted(news("e1", "seen 1", everybody));
        office.tellScripted(news("e2", "seen 2", ScriptedProvider::firstKey(second)));
        QVERIFY(office.until([&] { return office.hooks(HookState::matched) == 2; }));
        QCOMPARE(office.row(first).details.heard, Words{"seen 1"});
        QCOMPARE(office.row(second).details.heard, (Words{"seen 1", "seen 2"}));
        QVERIFY(office.row(ended).details.heard.empty());
    }

    void news_of_nobody_wake_nobody() {
        Office office;
        office.startScripted(office.openCase());
        office.tellScripted(news("e1", "seen 1", "known:person-1:"));
        QVERIFY(office.until([&] { return office.hooks(HookState::unmatched) == 1; }));
        QVERIFY(office.scripted.asked.empty());
        QVERIFY(office.run(office.service->unmatched()).empty());
        QVERIFY(office.faults().empty());
    }

    void news_that_anybody_could_send_are_a_reason_to_ask_and_no_more() {
        Office office;
        const auto id = office.startScripted(office.openCase()).id;
        auto body = news("e1", "seen 1", everybody);
        body["trusted"] = false;
        office.tellScripted(body);
        QVERIFY(office.until([&] { return office.scripted.asked.size() == 1; }));
        QVERIFY(office.scripted.heard.empty());
        QVERIFY(office.row(id).details.heard.empty());
    }

    // Without an id nothing else tells a second visit of the same customer from a repetition.
    void same_words_are_news_again_once_another_attempt_began() {
        Office office;
        office.startScripted(office.openCase());
        const auto body = news({}, "seen", everybody);
        office.tellScripted(body);
        office.tellScripted(body);
        office.time.skip(seconds{1});
        const auto later = office.startScripted(office.openCase()).id;
        office.time.skip(seconds{1});
        office.tellScripted(body);
        QCOMPARE(office.received,
                 (std::vector<HookOutcome>{HookOutcome::accepted, HookOutcome::replayed, HookOutcome::accepted}));
        QVERIFY(office.until([&] { return office.row(later).details.heard == Words{"seen"}; }));
    }

    void news_are_forgotten_at_the_end() {
        Office office;
        const auto id = office.startScripted(office.openCase()).id;
        office.scripted.script[ScriptedProvider::firstKey(id)] = {ScriptedProvider::accepted("identity-1", "person-1")};
        office.tellScripted(news("e1", "seen 1", everybody));
        QVERIFY(office.reaches(id, State::completed));
        QCOMPARE(office.scripted.heard, Words{"seen 1"});
        QVERIFY(office.row(id).details.heard.empty());
        QVERIFY(office.faults().empty());
    }
};

VERDESK_TEST(HeardTest)
#include "heard_test.moc"
