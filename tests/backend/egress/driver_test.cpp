#include "tests/backend/egress/fakes.h"

#include "tests/support/registry.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend::egress;
using namespace verdesk::backend::egress::test;
namespace asio = boost::asio;

namespace {

const std::string url = "https://p.example/x";

Exchange<void> note(std::string* log) {
    const HttpReply answer = co_await get(url);
    *log += answer.body;
}

Exchange<std::string> twice() {
    const HttpReply first = co_await get(url);
    const HttpReply second = co_await get(url + "/" + first.body);
    co_return second.body;
}

// A call that takes every failure for an answer: cancellation must not come to it.
Exchange<std::string> stubborn() {
    try {
        const HttpReply answer = co_await get(url);
        co_return answer.body;
    } catch (...) {
        co_return std::string{"caught"};
    }
}

std::string ask(World& world, HttpRequest request, Caller caller = {"a", nullptr, {}}) {
    return run(drive(asking(std::move(request)), world.egress, std::move(caller)));
}

// A client that never answers.
class SilentClient : public HttpClient {
public:
    asio::awaitable<HttpReply> send(HttpRequest, Millis) override {
        asio::steady_timer never{co_await asio::this_coro::executor, asio::steady_timer::time_point::max()};
        ++sent;
        co_await never.async_wait(asio::use_awaitable);
        co_return HttpReply{};
    }
    int sent = 0;
};

Policy impatient() {
    Policy policy;
    policy.breaker = {2, Millis{1'000}, Millis{1'000}};
    return policy;
}

}  // namespace

class DriverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void call_isDrivenToItsEnd() {
        World world;
        world.client.then(reply(200, "one")).then(reply(200, "two"));
        QCOMPARE(run(drive(twice(), world.egress)), std::string{"two"});
        QCOMPARE(world.client.sent.at(1).url, url + "/one");
        std::string log;
        world.client.then(reply(200, "!"));
        run(drive(note(&log), world.egress));
        QCOMPARE(log, std::string{"!"});
    }

    void call_isDrivenFromACoroutine_asTheBackendDoes() {
        World world;
        FakeJournal journal;
        const auto work = [](Egress& egress, Journal& kept) -> asio::awaitable<std::string> {
            const Caller caller{std::string(40, 'a'), &kept, {}};
            auto first = co_await drive(asking(post(url).once("k1")), egress, caller);
            const auto second = co_await drive(asking(get(url).with("X", "y")), egress, caller);
            co_return first + second;
        };
        QCOMPARE(run(work(world.egress, journal)), std::string{"200200"});
        QCOMPARE(journal.log, (std::vector<std::string>{"before k1", "after k1 200"}));
    }

    void lostAnswer_isSentForAgain_withGrowingPauses() {
        World world;
        world.client.then(timeout()).then(noConnection()).then(reply(200));
        QCOMPARE(ask(world, get(url)), std::string{"200"});
        QCOMPARE(world.timing.waits, (std::vector<Millis>{Millis{125}, Millis{250}}));
    }

    void jitter_comesFromTheRandomness() {
        World world;
        world.random = 0.99;
        world.client.then(reply(503)).then(reply(200));
        QCOMPARE(ask(world, get(url)), std::string{"200"});
        QCOMPARE(world.timing.waits, (std::vector<Millis>{Millis{248}}));
    }

    void failures_reachTheCallAsProviderErrors_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("failure");
        using Kind = TransportError::Kind;
        const auto row = [](const char* name, Kind kind, const char* failure) {
            QTest::newRow(name) << static_cast<int>(kind) << QString::fromLatin1(failure);
        };
        row("timeout", Kind::timeout, "provider_unreachable");
        row("unreachable", Kind::unreachable, "provider_unreachable");
        row("untrusted", Kind::untrusted, "provider_unreachable");
        row("stopped", Kind::stopped, "provider_unreachable");
        row("too large", Kind::tooLarge, "provider_broken");
        row("refused", Kind::refused, "configuration");
    }
    void failures_reachTheCallAsProviderErrors() {
        QFETCH(int, kind);
        QFETCH(QString, failure);
        World world;
        const TransportError error{static_cast<TransportError::Kind>(kind), true, "x"};
        world.client.then(error).then(error).then(error);
        QCOMPARE(ask(world, get(url)), failure.toStdString());
    }

    void addressThatIsNone_isNeverSent() {
        World world;
        QCOMPARE(ask(world, get("file:///etc/passwd")), std::string{"configuration"});
        QVERIFY(world.client.sent.empty());
    }

    void sendings_areCounted_andTheLastAnswerGiven() {
        World world;
        world.client.then(reply(503)).then(reply(502)).then(reply(500)).then(reply(200));
        QCOMPARE(ask(world, get(url)), std::string{"500"});
        QCOMPARE(world.client.sent.size(), std::size_t{3});
    }

    void post_isSentOnce_unlessItNeverLeft() {
        World world;
        world.client.then(reply(503));
        QCOMPARE(ask(world, post(url)), std::string{"503"});
        world.client.then(timeout());
        QCOMPARE(ask(world, post(url)), std::string{"provider_unreachable"});
        QCOMPARE(world.client.sent.size(), std::size_t{2});
        world.client.then(noConnection()).then(reply(201));
        QCOMPARE(ask(world, post(url)), std::string{"201"});
    }

    void deadlines_shrinkWithTheTimeThatIsLeft() {
        Policy policy;
        policy.retry = {5, Millis{8'000}, Millis{20'000}, Millis{250}, Millis{4'000}};
        World world{policy};
        world.client.then(timeout(), Millis{8'000}).then(timeout(), Millis{8'000}).then(timeout(), Millis{3'625});
        QCOMPARE(ask(world, get(url)), std::string{"provider_unreachable"});
        QCOMPARE(world.client.deadlines, (std::vector<Millis>{Millis{8'000}, Millis{8'000}, Millis{3'625}}));
        World hurried;
        hurried.client.then(timeout(), Millis{1'000});
        QCOMPARE(ask(hurried, get(url), {"a", nullptr, Millis{1'000}}), std::string{"provider_unreachable"});
        QCOMPARE(hurried.client.deadlines, (std::vector<Millis>{Millis{1'000}}));
    }

    void retryAfter_isKept_whereThereIsTime() {
        World world;
        world.client.then(reply(503, {}, {{"Retry-After", "3"}})).then(reply(200));
        QCOMPARE(ask(world, get(url)), std::string{"200"});
        QCOMPARE(world.timing.waits, (std::vector<Millis>{Millis{3'000}}));
        world.client.then(reply(503, {}, {{"Retry-After", "60"}}));
        QCOMPARE(ask(world, get(url)), std::string{"503"});
        QCOMPARE(world.timing.waits.size(), std::size_t{1});
    }

    void tooManyRequests_slowTheWholeAccount() {
        World world;
        world.client.then(reply(429, {}, {{"Retry-After", "30"}}));
        QCOMPARE(ask(world, get(url)), std::string{"429"});
        QCOMPARE(ask(world, get(url + "/y")), std::string{"provider_unreachable"});  // longer than it may take
        QCOMPARE(world.client.sent.size(), std::size_t{1});
        QCOMPARE(ask(world, get(url), {"b", nullptr, {}}), std::string{"200"});
        world.timing.pass(Millis{25'000});
        QCOMPARE(ask(world, get(url)), std::string{"200"});  // waits for the rest
        QCOMPARE(world.timing.waits.size(), std::size_t{1});
        QVERIFY(world.timing.waits.front() >= Millis{4'900});
    }

    void breaker_sparesAHostThatFails_andTriesItLater() {
        World world{impatient()};
        world.client.then(timeout()).then(timeout());
        QCOMPARE(ask(world, get(url)), std::string{"provider_unreachable"});
        QCOMPARE(world.client.sent.size(), std::size_t{2});  // the third sending was spared
        QCOMPARE(ask(world, get(url)), std::string{"provider_unreachable"});
        QCOMPARE(world.client.sent.size(), std::size_t{2});
        QCOMPARE(ask(world, get("https://q.example/")), std::string{"200"});  // another host
        world.timing.pass(Millis{1'000});
        QCOMPARE(ask(world, get(url)), std::string{"200"});
        QCOMPARE(ask(world, get(url)), std::string{"200"});
    }

    void breaker_countsServerErrors_andNotRefusals() {
        World world{impatient()};
        for (int i = 0; i < 5; ++i) {
            world.client.then(reply(401));
            QCOMPARE(ask(world, get(url)), std::string{"401"});
        }
        world.client.then(reply(500)).then(reply(500));
        QCOMPARE(ask(world, get(url)), std::string{"500"});
        QCOMPARE(ask(world, get(url)), std::string{"provider_unreachable"});
    }

    void answering_followsTheCalls() {
        World world;
        QCOMPARE(world.egress.answering("a"), Answering::unknown);
        world.client.then(reply(200), Millis{50});
        (void)ask(world, get(url));
        QCOMPARE(world.egress.answering("a"), Answering::answering);
        world.client.then(timeout()).then(timeout()).then(timeout());
        (void)ask(world, get(url));
        QCOMPARE(world.egress.answering("a"), Answering::down);
        QCOMPARE(world.egress.answering("b"), Answering::unknown);
        world.client.then(reply(401), Millis{50});
        (void)ask(world, get(url));
        QCOMPARE(world.egress.answering("a"), Answering::answering);
    }

    void sendings_areObserved() {
        World world;
        std::vector<std::string> seen;
        world.egress.observe([&](const Sending& sending) {
            seen.push_back(sending.account + " " + std::to_string(sending.status) + " " +
                           std::to_string(sending.took.count()));
        });
        world.client.then(timeout(), Millis{70}).then(reply(200), Millis{30});
        (void)ask(world, get(url));
        QCOMPARE(seen, (std::vector<std::string>{"a 0 70", "a 200 30"}));
    }

    void cancellation_abandonsTheCall_andIsNoAnswer() {
        SilentClient client;
        FakeTiming timing;
        Egress egress{client, timing, [] { return 0.0; }};
        asio::io_context context;
        asio::cancellation_signal signal;
        std::exception_ptr ended;
        std::string result = "none";
        asio::co_spawn(context, drive(stubborn(), egress),
                       asio::bind_cancellation_slot(signal.slot(), [&](std::exception_ptr why, std::string value) {
                           ended = std::move(why);
                           result = std::move(value);
                       }));
        context.poll();
        QCOMPARE(client.sent, 1);
        signal.emit(asio::cancellation_type::terminal);
        context.poll();
        QVERIFY(ended != nullptr);
        QVERIFY(result != "caught");
    }

    void droppedCall_freesTheBreakersPlace() {
        SilentClient client;
        FakeTiming timing;
        Egress egress{client, timing, [] { return 0.0; }, impatient()};
        {
            asio::io_context context;
            asio::co_spawn(context, drive(stubborn(), egress), [](std::exception_ptr, std::string) {});
            context.poll();
            QCOMPARE(client.sent, 1);
        }  // the context takes the call with it
        QCOMPARE(egress.answering(""), Answering::unknown);
    }
};

VERDESK_TEST(DriverTest)
#include "driver_test.moc"
