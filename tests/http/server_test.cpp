#include "fixture.h"
#include "tests/support/registry.h"

#include <QTest>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <future>
#include <mutex>

using namespace verdesk::http;
using namespace verdesk::http::test;
using namespace std::chrono_literals;

class ServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void request_parts_reachTheHandler() {
        Request seen;
        Router router;
        router.add("POST", "/cases/{id}", answering([&](const Request& request) {
                       seen = request;
                       return Response{201, "{}", "application/json", {{"X-Own", "yes"}}};
                   }));
        Fixture fixture{std::move(router)};
        Client client{fixture};
        const auto reply = client.ask(
            request("POST", "/cases/a%2Fb%20c?q=x%26y+z&q2", "X-Case: Some\r\n", std::string{"raw\0body", 8}));
        QCOMPARE(reply.result_int(), 201u);
        QCOMPARE(std::string{reply["X-Own"]}, std::string{"yes"});
        QCOMPARE(std::string{reply["Content-Type"]}, std::string{"application/json"});
        QVERIFY(std::string{reply["Date"]}.ends_with(" GMT"));
        QCOMPARE(seen.method, std::string{"POST"});
        QCOMPARE(seen.target, std::string{"/cases/a%2Fb%20c?q=x%26y+z&q2"});
        QCOMPARE(seen.path, std::string{"/cases/a/b c"});
        QCOMPARE(seen.parameters.at("id"), std::string{"a/b c"});
        QCOMPARE(seen.query.at("q"), std::string{"x&y z"});
        QCOMPARE(seen.query.at("q2"), std::string{});
        QCOMPARE(std::string{*seen.header("x-cASE")}, std::string{"Some"});
        QVERIFY(!seen.header("X-Other"));
        QCOMPARE(seen.body, (std::string{"raw\0body", 8}));
        QCOMPARE(seen.peer, std::string{"127.0.0.1"});
    }

    void otherMethod_is405WithAllow() {
        Router router;
        router.add("GET", "/a", always({}));
        router.add("PUT", "/a", always({}));
        Fixture fixture{std::move(router)};
        Client client{fixture};
        const auto reply = client.ask(request("DELETE", "/a"));
        QCOMPARE(reply.result_int(), 405u);
        QCOMPARE(std::string{reply["Allow"]}, std::string{"GET, HEAD, PUT"});
        QCOMPARE(client.ask(request("GET", "/b")).result_int(), 404u);
    }

    void host_thatHasASite_isAnsweredByIt_everyOtherByTheServer() {
        Router router;
        router.add("GET", "/a", always({200, "main"}));
        auto options = test::options();
        auto& site = options.sites["own.localhost"];
        site.router.add("GET", "/a", always({200, "own"}));
        site.describe = [](int status, std::string_view) { return Response{status, "own words"}; };
        Fixture fixture{std::move(router), std::move(options)};
        Client client{fixture};
        const auto ask = [&](const std::string& host, const std::string& path) {
            return client.ask("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n").body();
        };
        QCOMPARE(ask("own.localhost", "/a"), std::string{"own"});
        QCOMPARE(ask("OWN.localhost:8080", "/a"), std::string{"own"});
        QCOMPARE(ask("own.localhost", "/b"), std::string{"own words"});
        for (const auto* host : {"127.0.0.1:80", "[::1]:80", "other.localhost", "x.own.localhost", "own.localhost."}) {
            QCOMPARE(ask(host, "/a"), std::string{"main"});
        }
    }

    void head_hasTheLengthAndNoBody() {
        Router router;
        router.add("GET", "/a", always({200, "twelve bytes"}));
        Fixture fixture{std::move(router)};
        Client client{fixture};
        client.send(request("HEAD", "/a") + request("GET", "/a"));
        const auto head = client.read(true);
        QCOMPARE(head.result_int(), 200u);
        QCOMPARE(std::string{head["Content-Length"]}, std::string{"12"});
        QCOMPARE(client.read().body(), std::string{"twelve bytes"});
    }

    void noContent_hasNeitherLengthNorBody() {
        Router router;
        router.add("DELETE", "/a", always({204, "lost"}));
        router.add("GET", "/a", always({200, "next"}));
        Fixture fixture{std::move(router)};
        Client client{fixture};
        client.send(request("DELETE", "/a") + request("GET", "/a"));
        const auto reply = client.read();
        QCOMPARE(reply.result_int(), 204u);
        QVERIFY(reply.find("Content-Length") == reply.end());
        QCOMPARE(client.read().body(), std::string{"next"});
    }

    void pipelined_areAnsweredInOrder() {
        Router router;
        router.add("GET", "/slow/{n}", [](Request request) -> boost::asio::awaitable<Response> {
            boost::asio::steady_timer timer{co_await boost::asio::this_coro::executor, 20ms};
            co_await timer.async_wait(boost::asio::use_awaitable);
            co_return Response{200, request.parameters.at("n")};
        });
        router.add("POST", "/fast/{n}", answering([](const Request& request) {
                       return Response{200, request.parameters.at("n") + request.body};
                   }));
        Fixture fixture{std::move(router)};
        Client client{fixture};
        client.send(request("GET", "/slow/1") + request("POST", "/fast/2", {}, "b") + "\r\n" +
                    request("GET", "/slow/3") + request("POST", "/fast/4", {}, std::string(10'000, 'x')));
        QCOMPARE(client.read().body(), std::string{"1"});
        QCOMPARE(client.read().body(), std::string{"2b"});
        QCOMPARE(client.read().body(), std::string{"3"});
        QCOMPARE(client.read().body().size(), std::size_t{10'001});
    }

    void requestInPieces_isPutTogether() {
        Router router;
        router.add("POST", "/echo", answering([](const Request& request) { return Response{200, request.body}; }));
        Fixture fixture{std::move(router)};
        Client client{fixture};
        for (const char byte : request("POST", "/echo", "X: y\r\n", "hello")) {
            client.send({&byte, 1});
        }
        QCOMPARE(client.read().body(), std::string{"hello"});
    }

    void expectContinue_isInvited() {
        Router router;
        router.add("POST", "/echo", answering([](const Request& request) { return Response{200, request.body}; }));
        Fixture fixture{std::move(router)};
        Client client{fixture};
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QCOMPARE(client.read().result_int(), 100u);
        QCOMPARE(client.ask("ok").body(), std::string{"ok"});
    }

    void connectionClose_isKept() {
        Router router;
        router.add("GET", "/", always({200, "bye"}));
        Fixture fixture{std::move(router)};
        Client client{fixture};
        QCOMPARE(client.ask(request("GET", "/", "Connection: close\r\n")).body(), std::string{"bye"});
        QVERIFY(client.readToEnd().closed);
        Client old{fixture};
        QCOMPARE(old.ask("GET / HTTP/1.0\r\n\r\n").body(), std::string{"bye"});
        QVERIFY(old.readToEnd().closed);
    }

    void throwingHandler_is500AndTheServerLivesOn_data() {
        QTest::addColumn<QByteArray>("path");
        for (const auto* path : {"/throws", "/throws-later", "/throws-something", "/splits", "/no-coroutine"}) {
            QTest::newRow(path) << QByteArray{path};
        }
    }
    void throwingHandler_is500AndTheServerLivesOn() {
        QFETCH(QByteArray, path);
        Router router;
        router.add("GET", "/throws", answering([](const Request&) -> Response { throw std::runtime_error{"secret"}; }));
        router.add("GET", "/throws-something", answering([](const Request&) -> Response { throw 7; }));
        router.add("GET", "/throws-later", [](Request) -> boost::asio::awaitable<Response> {
            boost::asio::steady_timer timer{co_await boost::asio::this_coro::executor, 1ms};
            co_await timer.async_wait(boost::asio::use_awaitable);
            throw std::runtime_error{"secret"};
        });
        router.add("GET", "/no-coroutine",
                   [](Request) -> boost::asio::awaitable<Response> { throw std::runtime_error{"secret"}; });
        router.add("GET", "/splits", always({200, "x", "text/plain", {{"X-Name", "a\r\nSet-Cookie: b"}}}));
        router.add("GET", "/", always({200, "fine"}));
        Fixture fixture{std::move(router)};
        Client client{fixture};
        const auto reply = client.ask(request("GET", path.toStdString()));
        QCOMPARE(reply.result_int(), 500u);
        QCOMPARE(reply.body(), std::string{"The request could not be answered."});
        QVERIFY(reply.find("Set-Cookie") == reply.end());
        QCOMPARE(client.ask(request("GET", "/")).body(), std::string{"fine"});
    }

    void describeThatThrows_leavesAnEmptyBody() {
        auto own = options();
        own.describe = [](int, std::string_view) -> Response { throw std::runtime_error{"oops"}; };
        Fixture fixture{{}, own};
        const auto reply = Client{fixture}.ask(request("GET", "/"));
        QCOMPARE(reply.result_int(), 404u);
        QVERIFY(reply.body().empty());
    }

    void drop_closesWithoutAnAnswer() {
        Router router;
        Response dropped;
        dropped.drop = true;
        router.add("GET", "/", always(dropped));
        Fixture fixture{std::move(router)};
        Client client{fixture};
        client.send(request("GET", "/"));
        const auto rest = client.readToEnd();
        QVERIFY(rest.closed);
        QVERIFY(rest.bytes.empty());
    }

    void clientLeavingDuringAHandler_cancelsItAndHarmsNobody() {
        std::promise<void> started;
        std::promise<void> cancelled;
        Router router;
        router.add("GET", "/wait", [&](Request) -> boost::asio::awaitable<Response> {
            boost::asio::steady_timer timer{co_await boost::asio::this_coro::executor, 60s};
            started.set_value();
            try {
                co_await timer.async_wait(boost::asio::use_awaitable);
            } catch (const boost::system::system_error&) {
                cancelled.set_value();
            }
            co_return Response{};
        });
        router.add("GET", "/", always({200, "fine"}));
        Fixture fixture{std::move(router)};
        {
            Client client{fixture};
            client.send(request("GET", "/wait"));
            started.get_future().wait();
        }
        QCOMPARE(cancelled.get_future().wait_for(10s), std::future_status::ready);
        QVERIFY(fixture.waitForConnections(0));
        QCOMPARE(Client{fixture}.ask(request("GET", "/")).body(), std::string{"fine"});
    }

    void clientLeavingBeforeAnAnswer_harmsNobody() {
        Router router;
        router.add("GET", "/brief", [](Request) -> boost::asio::awaitable<Response> {
            boost::asio::steady_timer timer{co_await boost::asio::this_coro::executor, 5ms};
            co_await timer.async_wait(boost::asio::use_awaitable);
            co_return Response{200, std::string(1'000'000, 'x')};
        });
        Fixture fixture{std::move(router)};
        for (int i = 0; i < 50; ++i) {
            Client client{fixture};
            client.send(request("GET", "/brief") + request("GET", "/brief"));
        }
        QVERIFY(fixture.waitForConnections(0));
        QCOMPARE(Client{fixture}.ask(request("GET", "/brief")).result_int(), 200u);
    }

    void manyConnections_areServed() {
        Router router;
        router.add("POST", "/echo", answering([](const Request& request) { return Response{200, request.body}; }));
        Fixture fixture{std::move(router)};
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < 300; ++i) {
            clients.push_back(std::make_unique<Client>(fixture));
        }
        for (int round = 0; round < 3; ++round) {
            for (std::size_t i = 0; i < clients.size(); ++i) {
                clients[i]->send(request("POST", "/echo", {}, "client " + std::to_string(i)));
            }
            for (std::size_t i = 0; i < clients.size(); ++i) {
                QCOMPARE(clients[i]->read().body(), "client " + std::to_string(i));
            }
        }
        QCOMPARE(fixture.connections(), std::size_t{300});
    }

    void observe_isToldOfEveryAnswer() {
        std::mutex mutex;
        std::vector<std::string> told;
        auto own = options();
        own.observe = [&](const Request& request, std::string_view pattern, int status,
                          std::chrono::microseconds time) {
            const std::lock_guard lock{mutex};
            told.push_back(request.method + " " + std::string{pattern} + " " + std::to_string(status) +
                           (time.count() >= 0 && request.body.empty() && request.headers.empty() ? "" : "?"));
        };
        Router router;
        router.add("POST", "/a/{b}", always({202, ""}));
        {
            Fixture fixture{std::move(router), own};
            Client client{fixture};
            client.ask(request("POST", "/a/1", {}, "body"));
            client.ask(request("GET", "/a/1"));
            client.ask(request("GET", "/b"));
            client.ask("GET / HTTP/1.1\r\n\r\n");
        }
        QCOMPARE(told, (std::vector<std::string>{"POST /a/{b} 202", "GET  405", "GET  404", "GET  400"}));
    }

    void portInUse_saysWhichAddress() {
        Fixture fixture{{}};
        auto taken = options();
        taken.port = fixture.server().port();
        try {
            Fixture second{{}, taken};
            QFAIL("listened twice");
        } catch (const boost::system::system_error& error) {
            QVERIFY(std::string{error.what()}.find("127.0.0.1 port " + std::to_string(taken.port)) !=
                    std::string::npos);
        }
    }

    void origin_namesSchemeAddressAndPort() {
        Fixture fixture{{}};
        QCOMPARE(fixture.server().origin(), "http://127.0.0.1:" + std::to_string(fixture.server().port()));
    }
};

VERDESK_TEST(ServerTest)
#include "server_test.moc"
