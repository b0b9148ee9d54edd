#include "fixture.h"
#include "tests/support/registry.h"

#include <QElapsedTimer>
#include <QTest>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <future>

using namespace verdesk::http;
using namespace verdesk::http::test;
using namespace std::chrono_literals;

namespace {

Handler takes(std::chrono::milliseconds time, std::promise<void>& started) {
    return [time, &started](Request) -> boost::asio::awaitable<Response> {
        boost::asio::steady_timer timer{co_await boost::asio::this_coro::executor, time};
        started.set_value();
        co_await timer.async_wait(boost::asio::use_awaitable);
        co_return Response{200, "done"};
    };
}

}  // namespace

class StopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requestInFlight_isAnsweredWithinTheGrace() {
        std::promise<void> started;
        Router router;
        router.add("GET", "/", takes(100ms, started));
        Fixture fixture{std::move(router)};
        Client idle{fixture};
        Client client{fixture};
        client.send(request("GET", "/"));
        started.get_future().wait();
        fixture.stop(10s);
        const auto reply = client.read();
        QCOMPARE(reply.body(), std::string{"done"});
        QCOMPARE(std::string{reply["Connection"]}, std::string{"close"});
        QVERIFY(client.readToEnd().closed);
        QVERIFY(idle.readToEnd().closed);
        QCOMPARE(fixture.connections(), std::size_t{0});
    }

    void requestBeyondTheGrace_isCutOff() {
        std::promise<void> started;
        Router router;
        router.add("GET", "/", takes(60s, started));
        Fixture fixture{std::move(router)};
        Client client{fixture};
        client.send(request("GET", "/"));
        started.get_future().wait();
        QElapsedTimer elapsed;
        elapsed.start();
        fixture.stop(50ms);
        QVERIFY(elapsed.elapsed() < 5'000);
        const auto rest = client.readToEnd();
        QVERIFY(rest.closed);
        QVERIFY(rest.bytes.empty());
        QCOMPARE(fixture.connections(), std::size_t{0});
    }

    void stopped_acceptsNobody() {
        Fixture fixture{{}};
        fixture.stop(1s);
        QVERIFY_THROWS_EXCEPTION(boost::system::system_error, Client{fixture});
    }

    void destroyedWithoutStop_closesItsConnections() {
        Router router;
        router.add("GET", "/", always({}));
        auto fixture = std::make_unique<Fixture>(std::move(router));
        Client client{*fixture};
        QCOMPARE(client.ask(request("GET", "/")).result_int(), 200u);
        fixture.reset();
        QVERIFY(client.readToEnd().closed);
    }
};

VERDESK_TEST(StopTest)
#include "stop_test.moc"
