#include "backend/scheduler/poller.h"

#include "tests/backend/support/fake_time.h"
#include "tests/support/registry.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <QTest>

#include <map>
#include <vector>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::milliseconds;
using std::chrono::seconds;
namespace asio = boost::asio;

namespace {

using Answer = std::optional<PollOutcome>;

// A provider of which every answer is given by hand, unless `always` says how.
struct Bench {
    asio::io_context io;
    test::FakeTime time{io};
    Answer always = PollOutcome::pending;
    bool byHand = false;
    bool mayExpire = true;
    std::vector<std::pair<std::string, milliseconds>> asked;
    std::vector<std::string> expired;
    std::vector<std::string> givenUp;
    std::multimap<std::string, std::function<void(Answer)>> hanging;
    const Instant start = time.now();
    Poller poller;

    explicit Bench(std::size_t atOnce = 256)
        : poller{io.get_executor(),
                 time,
                 time,
                 {[this](VerificationId id) { return ask(std::move(id)); },
                  [this](VerificationId id) { return expire(std::move(id)); },
                  [this](VerificationId id, PollOutcome) { return giveUp(std::move(id)); }},
                 atOnce} {}

    asio::awaitable<Answer> ask(VerificationId id) {
        asked.emplace_back(id.value, time.now() - start);
        if (!byHand) {
            co_return always;
        }
        // Named, not a temporary: g++ 12 destroys the captures of a lambda inside co_await twice.
        auto hang = [this, id](auto handler) {
            auto held = std::make_shared<decltype(handler)>(std::move(handler));
            hanging.emplace(id.value, [held](Answer answer) { std::move (*held)(answer); });
        };
        co_return co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(Answer)>(hang,
                                                                                              asio::use_awaitable);
    }
    asio::awaitable<bool> expire(VerificationId id) {
        if (mayExpire) {
            expired.push_back(id.value);
        }
        co_return mayExpire;
    }
    asio::awaitable<void> giveUp(VerificationId id) {
        givenUp.push_back(id.value);
        co_return;
    }
    void answer(const std::string& id, Answer what) {
        const auto found = hanging.find(id);
        QVERIFY(found != hanging.end());
        auto tell = std::move(found->second);
        hanging.erase(found);
        tell(what);
        time.drain();
    }
    void add(const std::string& id, milliseconds life = seconds{600}, const std::string& account = "a") {
        PollState state;
        state.deadline = time.now() + life;
        poller.add(VerificationId{id}, account, state, *firstAsk(state, time.now()));
    }
    std::vector<milliseconds> timesOf(const std::string& id) const {
        std::vector<milliseconds> times;
        for (const auto& [each, when] : asked) {
            if (each == id) {
                times.push_back(when);
            }
        }
        return times;
    }
    std::vector<std::string> order() const {
        std::vector<std::string> ids;
        for (const auto& [each, when] : asked) {
            ids.push_back(each);
        }
        return ids;
    }
};

}  // namespace

class PollerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asks_every_interval() {
        Bench bench;
        bench.add("v");
        bench.time.advance(milliseconds{7499});
        QCOMPARE(bench.timesOf("v"), (std::vector<milliseconds>{milliseconds{2500}, milliseconds{5000}}));
        bench.time.advance(milliseconds{1});
        QCOMPARE(bench.asked.size(), std::size_t{3});
    }

    void ended_session_is_forgotten() {
        Bench bench;
        bench.add("v");
        bench.always = std::nullopt;
        bench.time.advance(seconds{60});
        QCOMPARE(bench.asked.size(), std::size_t{1});
        QVERIFY(!bench.poller.watches(VerificationId{"v"}));
    }

    void removed_session_is_not_asked() {
        Bench bench;
        bench.add("v");
        bench.poller.remove(VerificationId{"v"});
        bench.time.advance(seconds{60});
        QVERIFY(bench.asked.empty());
    }

    void asks_at_the_deadline_and_expires_thirty_seconds_later() {
        Bench bench;
        bench.add("v", milliseconds{4000});
        bench.time.advance(milliseconds{33'999});
        QCOMPARE(bench.timesOf("v")[1], milliseconds{4000});
        QVERIFY(bench.expired.empty());
        bench.time.advance(milliseconds{1});
        QCOMPARE(bench.expired, std::vector<std::string>{"v"});
        QCOMPARE(bench.poller.size(), std::size_t{0});
    }

    void hanging_question_does_not_hold_up_expiry() {
        Bench bench;
        bench.byHand = true;
        bench.add("v", milliseconds{2500});
        bench.time.advance(milliseconds{32'499});
        QCOMPARE(bench.asked.size(), std::size_t{1});
        QVERIFY(bench.expired.empty());
        bench.time.advance(milliseconds{1});
        QCOMPARE(bench.expired, std::vector<std::string>{"v"});
        bench.answer("v", PollOutcome::pending);
        QCOMPARE(bench.poller.size(), std::size_t{0});
    }

    void answer_at_the_deadline_ends_it_without_expiry() {
        Bench bench;
        bench.byHand = true;
        bench.add("v", milliseconds{2500});
        bench.time.advance(milliseconds{10'000});
        bench.answer("v", std::nullopt);
        bench.time.advance(seconds{60});
        QVERIFY(bench.expired.empty());
        QCOMPARE(bench.asked.size(), std::size_t{1});
    }

    void session_that_may_not_end_yet_is_asked_on() {
        Bench bench;
        bench.mayExpire = false;
        bench.add("v", milliseconds{2500});
        bench.time.advance(seconds{40});
        const auto before = bench.asked.size();
        bench.mayExpire = true;
        bench.time.advance(seconds{10});
        QVERIFY(before > 5);
        QCOMPARE(bench.expired, std::vector<std::string>{"v"});
    }

    void refused_session_is_given_up() {
        Bench bench;
        bench.always = PollOutcome::refused;
        bench.add("v");
        bench.time.advance(seconds{60});
        QCOMPARE(bench.givenUp, std::vector<std::string>{"v"});
        QCOMPARE(bench.asked.size(), std::size_t{1});
    }

    void one_question_at_a_time_and_one_more_if_asked_meanwhile() {
        Bench bench;
        bench.byHand = true;
        bench.add("v");
        bench.time.advance(seconds{20});
        QCOMPARE(bench.asked.size(), std::size_t{1});
        bench.poller.askNow(VerificationId{"v"});
        bench.poller.askNow(VerificationId{"v"});
        QCOMPARE(bench.asked.size(), std::size_t{1});
        bench.answer("v", PollOutcome::pending);
        QCOMPARE(bench.asked.size(), std::size_t{2});
        bench.answer("v", PollOutcome::pending);
        QCOMPARE(bench.asked.size(), std::size_t{2});
    }

    void asked_now_restarts_the_interval() {
        Bench bench;
        bench.add("v");
        bench.time.advance(milliseconds{1000});
        bench.poller.askNow(VerificationId{"v"});
        bench.time.drain();
        bench.time.advance(milliseconds{2500});
        QCOMPARE(bench.timesOf("v"), (std::vector<milliseconds>{milliseconds{1000}, milliseconds{3500}}));
    }

    void wake_up_asks_the_least_recently_asked_first() {
        Bench bench{1};
        for (const char* id : {"c", "a", "b"}) {
            bench.add(id);
        }
        bench.add("other", seconds{600}, "another account");
        for (const char* id : {"b", "c", "a"}) {
            bench.poller.askNow(VerificationId{id});
            bench.time.advance(milliseconds{100});
        }
        bench.asked.clear();
        QCOMPARE(bench.poller.wake("a", 2), std::size_t{2});
        bench.time.drain();
        QCOMPARE(bench.order(), (std::vector<std::string>{"b", "c"}));
    }

    void wake_up_asks_again_where_a_question_is_under_way() {
        Bench bench;
        bench.byHand = true;
        bench.add("v");
        bench.time.advance(seconds{3});
        QCOMPARE(bench.poller.wake("a", 50), std::size_t{1});
        QCOMPARE(bench.asked.size(), std::size_t{1});
        bench.answer("v", PollOutcome::pending);
        QCOMPARE(bench.asked.size(), std::size_t{2});
    }

    void no_more_at_once_than_allowed() {
        Bench bench{3};
        bench.byHand = true;
        for (int i = 0; i < 10; ++i) {
            bench.add(std::to_string(i));
        }
        bench.time.advance(seconds{3});
        QCOMPARE(bench.hanging.size(), std::size_t{3});
        bench.answer(bench.hanging.begin()->first, PollOutcome::pending);
        QCOMPARE(bench.hanging.size(), std::size_t{3});
        QCOMPARE(bench.asked.size(), std::size_t{4});
    }

    void thousands_are_each_asked_in_their_turn() {
        Bench bench;
        for (int i = 0; i < 2000; ++i) {
            bench.add(std::to_string(i));
            bench.time.skip(milliseconds{1});
        }
        bench.time.advance(seconds{10});
        std::map<std::string, int> count;
        for (const auto& [id, when] : bench.asked) {
            ++count[id];
        }
        QCOMPARE(count.size(), std::size_t{2000});
        for (const auto& [id, times] : count) {
            QVERIFY2(times == 4, id.c_str());
        }
    }

    void stopped_asks_no_more() {
        Bench bench;
        bench.add("v");
        bench.poller.stop();
        bench.time.advance(seconds{60});
        QVERIFY(bench.asked.empty());
    }
};

VERDESK_TEST(PollerTest)
#include "poller_test.moc"
