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

Router echo() {
    Router router;
    router.add("POST", "/echo", answering([](const Request& request) { return Response{200, request.body}; }));
    router.add("GET", "/", always({200, "home"}));
    return router;
}

}  // namespace

class LimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void body_atTheLimit_isTaken() {
        auto limited = options();
        limited.limits.bodyBytes = 1000;
        Fixture fixture{echo(), limited};
        const std::string body(1000, 'x');
        QCOMPARE(Client{fixture}.ask(request("POST", "/echo", {}, body)).body(), body);
    }

    void body_overTheLimit_is413_data() {
        QTest::addColumn<bool>("chunked");
        QTest::newRow("announced") << false;
        QTest::newRow("chunked") << true;
    }
    void body_overTheLimit_is413() {
        QFETCH(bool, chunked);
        auto limited = options();
        limited.limits.bodyBytes = 1000;
        Fixture fixture{echo(), limited};
        Client client{fixture};
        const std::string body(200'000, 'x');
        client.send(chunked ? request("POST", "/echo", "Transfer-Encoding: chunked\r\n") + "186a0\r\n" +
                                  body.substr(0, 100'000) + "\r\n0\r\n\r\n"
                            : request("POST", "/echo", {}, body));
        const auto reply = client.read();
        QCOMPARE(reply.result_int(), 413u);
        QCOMPARE(reply.body(), std::string{"The body is longer than the limit."});
        client.close();
        QVERIFY(fixture.waitForConnections(0));
    }

    void header_overTheLimit_is431_data() {
        QTest::addColumn<bool>("ends");
        QTest::newRow("that ends") << true;
        QTest::newRow("without an end") << false;
    }
    void header_overTheLimit_is431() {
        QFETCH(bool, ends);
        auto limited = options();
        limited.limits.headerBytes = 1024;
        Fixture fixture{echo(), limited};
        auto bytes = request("GET", "/", "X-Long: " + std::string(2000, 'x') + "\r\n");
        if (!ends) {
            bytes.resize(bytes.size() - 4);
        }
        QCOMPARE(Client{fixture}.ask(bytes).result_int(), 431u);
    }

    void trailer_overTheLimit_is431() {
        auto limited = options();
        limited.limits.headerBytes = 1024;
        Fixture fixture{echo(), limited};
        const auto bytes =
            request("POST", "/echo", "Transfer-Encoding: chunked\r\n") + "0\r\nX: " + std::string(100'000, 'x');
        QCOMPARE(Client{fixture}.ask(bytes).result_int(), 431u);
    }

    void target_overTheLimit_is414() {
        auto limited = options();
        limited.limits.targetBytes = 100;
        Fixture fixture{echo(), limited};
        QCOMPARE(Client{fixture}.ask(request("GET", "/" + std::string(100, 'a'))).result_int(), 414u);
        QCOMPARE(Client{fixture}.ask(request("GET", "/" + std::string(99, 'a'))).result_int(), 404u);
    }

    void silentClient_isClosedWithoutAWord() {
        auto limited = options();
        limited.limits.headerTime = 60ms;
        Fixture fixture{echo(), limited};
        const auto rest = Client{fixture}.readToEnd();
        QVERIFY(rest.closed);
        QCOMPARE(rest.bytes, std::string{});
    }

    void idleAfterAnAnswer_isClosed() {
        auto limited = options();
        limited.limits.headerTime = 60ms;
        Fixture fixture{echo(), limited};
        Client client{fixture};
        QCOMPARE(client.ask(request("GET", "/")).result_int(), 200u);
        QVERIFY(client.readToEnd().closed);
    }

    // A slow loris sends just enough to look alive: the time counts from the start of the header, not from each byte.
    void slowHeader_is408() {
        auto limited = options();
        limited.limits.headerTime = 200ms;
        Fixture fixture{echo(), limited};
        Client client{fixture};
        QElapsedTimer elapsed;
        elapsed.start();
        client.send("GET / HTTP/1.1\r\n");
        std::atomic<bool> answered{false};
        std::thread dripping{[&] {
            for (int i = 0; i < 1000 && !answered; ++i) {
                client.send("X: y\r\n");
                std::this_thread::sleep_for(10ms);  // the pace of the slow client, nothing waits for it
            }
        }};
        const auto reply = client.read();
        answered = true;
        dripping.join();
        QCOMPARE(reply.result_int(), 408u);
        QVERIFY(elapsed.elapsed() < 5'000);
        client.close();
        QVERIFY(fixture.waitForConnections(0));
    }

    void slowBody_is408() {
        auto limited = options();
        limited.limits.bodyTime = 60ms;
        Fixture fixture{echo(), limited};
        Client client{fixture};
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
        QCOMPARE(client.read().result_int(), 408u);
    }

    void clientThatDoesNotRead_isCutOff() {
        auto limited = options();
        limited.limits.writeTime = 60ms;
        Router router;
        router.add("GET", "/big", always({200, std::string(64 * 1024 * 1024, 'x')}));
        Fixture fixture{std::move(router), limited};
        Client client{fixture};
        client.send(request("GET", "/big"));
        QVERIFY(fixture.waitForConnections(1));
        QVERIFY(fixture.waitForConnections(0));
    }

    void handlerThatTakesTooLong_is503AndIsCancelled() {
        auto limited = options();
        limited.limits.handlerTime = 60ms;
        std::promise<bool> cancelled;
        Router router = echo();
        router.add("GET", "/slow", [&](Request) -> boost::asio::awaitable<Response> {
            boost::asio::steady_timer timer{co_await boost::asio::this_coro::executor, 60s};
            try {
                co_await timer.async_wait(boost::asio::use_awaitable);
            } catch (const boost::system::system_error&) {
                cancelled.set_value(true);
            }
            co_return Response{200, "too late"};
        });
        Fixture fixture{std::move(router), limited};
        Client client{fixture};
        QCOMPARE(client.ask(request("GET", "/slow")).result_int(), 503u);
        QVERIFY(client.readToEnd().closed);
        QCOMPARE(cancelled.get_future().wait_for(5s), std::future_status::ready);
        QCOMPARE(Client{fixture}.ask(request("GET", "/")).body(), std::string{"home"});
    }

    void connectionsOverTheCap_areClosedAtOnce() {
        auto limited = options();
        limited.limits.connections = 3;
        Fixture fixture{echo(), limited};
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<Client>(fixture));
            QCOMPARE(clients.back()->ask(request("GET", "/")).result_int(), 200u);
        }
        QVERIFY(Client{fixture}.readToEnd().closed);
        QCOMPARE(clients.front()->ask(request("GET", "/")).result_int(), 200u);
        clients.pop_back();
        QVERIFY(fixture.waitForConnections(2));
        QCOMPARE(Client{fixture}.ask(request("GET", "/")).result_int(), 200u);
    }

    void requestsPerConnection_lastOneSaysClose() {
        auto limited = options();
        limited.limits.requestsPerConnection = 2;
        Fixture fixture{echo(), limited};
        Client client{fixture};
        QCOMPARE(std::string{client.ask(request("GET", "/"))["Connection"]}, std::string{"keep-alive"});
        QCOMPARE(std::string{client.ask(request("GET", "/"))["Connection"]}, std::string{"close"});
        QVERIFY(client.readToEnd().closed);
    }
};

VERDESK_TEST(LimitsTest)
#include "limits_test.moc"
