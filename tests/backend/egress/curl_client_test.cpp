// The HTTP client over real sockets.

#include "backend/egress/curl_client.h"
#include "http/server.h"
#include "tests/backend/egress/fakes.h"
#include "tests/backend/egress/raw_server.h"

#include "tests/support/registry.h"

#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>

#include <QTest>

#include <atomic>
#include <future>
#include <thread>

using namespace verdesk;
using namespace verdesk::backend::egress;
using namespace verdesk::backend::egress::test;
namespace asio = boost::asio;
using Kind = TransportError::Kind;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 20s;

struct Ended {
    std::optional<HttpReply> reply;
    std::optional<TransportError> error;
};

asio::awaitable<Ended> sending(HttpClient& client, HttpRequest request, std::chrono::milliseconds deadline) {
    Ended ended;
    try {
        ended.reply = co_await client.send(std::move(request), deadline);
    } catch (const TransportError& error) {
        ended.error = error;
    }
    co_return ended;
}

Ended send(HttpClient& client, HttpRequest request, std::chrono::milliseconds deadline = patience) {
    return run(sending(client, std::move(request), deadline));
}

Kind kindOf(const Ended& ended) {
    return ended.error ? ended.error->kind() : throw std::runtime_error{"it was answered"};
}

// Reads a request and answers each with the same bytes.
std::function<void(RawConnection&)> answering(std::string bytes) {
    return [bytes = std::move(bytes)](RawConnection& connection) {
        while (!connection.readRequest().empty() && connection.write(bytes)) {
        }
    };
}

// An https server with a certificate that only its own file vouches for.
class TlsServer {
public:
    TlsServer() {
        http::Options options;
        options.tls = http::Tls{VERDESK_TLS_DATA "/server.pem", VERDESK_TLS_DATA "/server.key"};
        http::Router router;
        router.add("GET", "/x", [](http::Request) -> asio::awaitable<http::Response> {
            co_return http::Response{200, "secret"};
        });
        server_ = std::make_unique<http::Server>(context_.get_executor(), std::move(router), options);
        port_ = server_->port();
        thread_ = std::thread{[this] { context_.run(); }};
    }
    ~TlsServer() {
        context_.stop();
        thread_.join();
    }
    std::string url(const std::string& host = "127.0.0.1") const {
        return "https://" + host + ":" + std::to_string(port_) + "/x";
    }

private:
    asio::io_context context_{1};
    std::unique_ptr<http::Server> server_;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

}  // namespace

class CurlClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void request_arrivesAsItIs_andTheAnswerComesBack() {
        std::promise<std::string> seen;
        RawServer server{[&](RawConnection& connection) {
            seen.set_value(connection.readRequest());
            connection.write(
                response("{\"a\":1}", "HTTP/1.1 201 Created\r\nX-Version:  2 \r\nX-Empty:\r\nRetry-After: 3\r\n"));
            connection.untilClosed();
        }};
        CurlClient client;
        const auto ended = send(client, post(server.url("/a/../b?x=%20"))
                                            .sending("{\"t\":\"\\u00e4\"}", "application/json")
                                            .with("X-Key", "k")
                                            .with("X-Nothing", ""));
        QVERIFY2(ended.reply.has_value(), ended.error ? ended.error->what() : "");
        QCOMPARE(ended.reply->status, 201);
        QCOMPARE(ended.reply->body, std::string{"{\"a\":1}"});
        QVERIFY(ended.reply->header("x-version") == "2");
        QVERIFY(ended.reply->header("X-Empty") == "");
        QVERIFY(ended.reply->header("retry-after") == "3");
        const auto request = QString::fromStdString(seen.get_future().get());
        QVERIFY2(request.startsWith(QStringLiteral("POST /a/../b?x=%20 HTTP/1.1\r\n")), qPrintable(request));
        QVERIFY(request.endsWith(QStringLiteral("\r\n\r\n{\"t\":\"\\u00e4\"}")));
        for (const auto* line : {"Content-Type: application/json", "X-Key: k", "X-Nothing:", "User-Agent: Verdesk/"}) {
            QVERIFY2(request.contains(QStringLiteral("\r\n") + QString::fromLatin1(line)), qPrintable(request));
        }
        QVERIFY(!request.contains(QStringLiteral("Expect")));
    }

    void connection_isKept_forRepeatableRequestsAlone() {
        RawServer server{answering(response("ok"))};
        CurlClient client;
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(send(client, get(server.url())).reply->body, std::string{"ok"});
        }
        QCOMPARE(server.connections(), 1);
        // libcurl would quietly send a request again over a kept connection that died.
        QCOMPARE(send(client, post(server.url()).once("k")).reply->body, std::string{"ok"});
        QCOMPARE(server.connections(), 2);
    }

    void requestThatMustNotHappenTwice_isSentOnce_whenTheServerHangsUp() {
        std::atomic<int> posts = 0;
        RawServer server{[&](RawConnection& connection) {
            for (auto request = connection.readRequest(); !request.empty(); request = connection.readRequest()) {
                if (request.starts_with("POST")) {
                    ++posts;
                    return;
                }
                connection.write(response("ok"));
            }
        }};
        CurlClient client;
        QVERIFY(send(client, get(server.url())).reply.has_value());
        const auto ended = send(client, post(server.url()).sending("x", "text/plain").once("k"));
        QCOMPARE(kindOf(ended), Kind::unreachable);
        QCOMPARE(posts.load(), 1);
    }

    void status_isNeverAnError_andNoRedirectIsFollowed() {
        RawServer elsewhere{answering(response("stolen"))};
        for (const int status : {204, 301, 302, 307, 308, 404, 503}) {
            RawServer server{answering(response(
                "", "HTTP/1.1 " + std::to_string(status) + " X\r\nLocation: " + elsewhere.url("/steal") + "\r\n"))};
            CurlClient client;
            const auto ended = send(client, get(server.url()).with("X-Key", "k"));
            QVERIFY(ended.reply.has_value());
            QCOMPARE(ended.reply->status, status);
        }
        QCOMPARE(elsewhere.connections(), 0);
    }

    void silentServer_runsIntoTheDeadline() {
        RawServer server{[](RawConnection& connection) {
            connection.readRequest();
            connection.untilClosed();
        }};
        CurlClient client;
        const auto ended = send(client, get(server.url()), 150ms);
        QCOMPARE(kindOf(ended), Kind::timeout);
        QVERIFY(ended.error->mayHaveArrived());
    }

    void bodyThatNeverEnds_runsIntoTheDeadline() {
        RawServer server{[](RawConnection& connection) {
            connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly the beginning");
            connection.untilClosed();
        }};
        CurlClient client;
        QCOMPARE(kindOf(send(client, get(server.url()), 150ms)), Kind::timeout);
    }

    void totalTimeout_boundsEveryDeadline() {
        RawServer server{[](RawConnection& connection) { connection.untilClosed(); }};
        CurlOptions options;
        options.totalTimeout = 100ms;
        CurlClient client{options};
        QCOMPARE(kindOf(send(client, get(server.url()), 1h)), Kind::timeout);
        QCOMPARE(kindOf(send(client, get(server.url()), 0ms)), Kind::timeout);
    }

    void droppedConnection_isUnreachable_andMayHaveArrived() {
        RawServer server{[](RawConnection& connection) { connection.readRequest(); }};
        CurlClient client;
        const auto ended = send(client, post(server.url()).once("k"));
        QCOMPARE(kindOf(ended), Kind::unreachable);
        QVERIFY(ended.error->mayHaveArrived());
    }

    void cutOffBody_isUnreachable() {
        RawServer server{[](RawConnection& connection) {
            connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut");
        }};
        CurlClient client;
        QCOMPARE(kindOf(send(client, get(server.url()))), Kind::unreachable);
    }

    void nobodyThere_isUnreachable_andNeverArrived() {
        std::string gone;
        {
            RawServer server{answering("")};
            gone = server.url();
        }
        CurlClient client;
        const auto ended = send(client, post(gone));
        QCOMPARE(kindOf(ended), Kind::unreachable);
        QVERIFY(!ended.error->mayHaveArrived());
        QVERIFY(std::string{ended.error->what()}.starts_with("127.0.0.1: "));
    }

    void noHttpAtAll_isUnreachable() {
        RawServer server{answering("SSH-2.0-OpenSSH_9.2\r\n")};
        CurlClient client;
        QVERIFY(send(client, get(server.url()), 2s).error.has_value());
    }

    void hugeBody_isCutOff_withAndWithoutALength() {
        CurlOptions options;
        options.replyBytes = 100'000;
        CurlClient client{options};
        for (const auto* head : {"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n",
                                 "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"}) {
            RawServer server{[&](RawConnection& connection) {
                connection.readRequest();
                connection.write(head);
                const std::string piece(64 * 1024, 'x');
                while (connection.write(piece)) {
                }
            }};
            QCOMPARE(kindOf(send(client, get(server.url()))), Kind::tooLarge);
        }
        RawServer fits{answering(response(std::string(100'000, 'x')))};
        QCOMPARE(send(client, get(fits.url())).reply->body.size(), std::size_t{100'000});
    }

    void hugeHead_isCutOff() {
        RawServer server{[](RawConnection& connection) {
            connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\n");
            while (connection.write("X-Filler: " + std::string(1'000, 'x') + "\r\n")) {
            }
        }};
        CurlClient client;
        QCOMPARE(kindOf(send(client, get(server.url()))), Kind::tooLarge);
    }

    void addresses_thatAreNotCalled_data() {
        QTest::addColumn<QString>("url");
        for (const char* url : {"http://192.0.2.1/", "http://p.example/", "ftp://127.0.0.1/", "file:///etc/passwd",
                                "https://user:pass@127.0.0.1/", "nonsense", ""}) {
            QTest::newRow(url) << QString::fromLatin1(url);
        }
    }
    void addresses_thatAreNotCalled() {
        QFETCH(QString, url);
        CurlClient client;
        QCOMPARE(kindOf(send(client, get(url.toStdString()))), Kind::refused);
    }

    void headers_thatAreNotSent() {
        RawServer server{answering(response("ok"))};
        CurlClient client;
        for (const auto& [name, value] :
             std::vector<Header>{{"X", "a\r\nY: b"}, {"X\r\nY", "a"}, {"X Y", "a"}, {"", "a"}}) {
            QCOMPARE(kindOf(send(client, get(server.url()).with(name, value))), Kind::refused);
        }
        QCOMPARE(server.connections(), 0);
    }

    void certificate_hasToBeTrusted() {
        const TlsServer server;
        CurlClient plain;
        const auto refused = send(plain, get(server.url()));
        QCOMPARE(kindOf(refused), Kind::untrusted);
        QVERIFY(!refused.error->mayHaveArrived());
        CurlOptions options;
        options.caFile = VERDESK_TLS_DATA "/server.pem";
        CurlClient trusting{options};
        const auto ended = send(trusting, get(server.url()));
        QVERIFY2(ended.reply.has_value(), ended.error ? ended.error->what() : "");
        QCOMPARE(ended.reply->body, std::string{"secret"});
    }

    void proxy_isAskedForOthers_andNeverForThisMachine() {
        std::promise<std::string> seen;
        RawServer proxy{[&](RawConnection& connection) {
            seen.set_value(connection.readRequest());
            connection.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        }};
        RawServer server{answering(response("direct"))};
        CurlOptions options;
        options.proxy = proxy.url("");
        CurlClient client{options};
        QCOMPARE(send(client, get(server.url())).reply->body, std::string{"direct"});
        QVERIFY(send(client, get("https://p.example/x")).error.has_value());
        QVERIFY(seen.get_future().get().starts_with("CONNECT p.example:443 "));
    }

    void proxyOfTheEnvironment_isIgnored() {
        RawServer proxy{answering(response("proxied"))};
        RawServer server{answering(response("direct"))};
        qputenv("http_proxy", QByteArray::fromStdString(proxy.url()));
        qputenv("all_proxy", QByteArray::fromStdString(proxy.url()));
        CurlClient client;
        const auto ended = send(client, get(server.url()));
        qunsetenv("http_proxy");
        qunsetenv("all_proxy");
        QCOMPARE(ended.reply->body, std::string{"direct"});
        QCOMPARE(proxy.connections(), 0);
    }

    void manyAtOnce_shareTheConnectionsOfAHost() {
        RawServer server{answering(response("ok"))};
        CurlOptions options;
        options.connectionsPerHost = 4;
        CurlClient client{options};
        asio::io_context context;
        int good = 0;
        for (int i = 0; i < 200; ++i) {
            asio::co_spawn(context, sending(client, get(server.url()), patience),
                           [&](std::exception_ptr, Ended ended) { good += ended.reply ? 1 : 0; });
        }
        context.run();
        QCOMPARE(good, 200);
        QVERIFY2(server.connections() <= 4, qPrintable(QString::number(server.connections())));
    }

    void requestThatWaitsForAConnection_keepsItsDeadline() {
        RawServer server{[](RawConnection& connection) {
            connection.readRequest();
            connection.untilClosed();
        }};
        CurlOptions options;
        options.connectionsPerHost = 1;
        CurlClient client{options};
        asio::io_context context;
        std::vector<Kind> kinds;
        for (int i = 0; i < 3; ++i) {
            asio::co_spawn(context, sending(client, get(server.url()), 150ms),
                           [&](std::exception_ptr, Ended ended) { kinds.push_back(kindOf(ended)); });
        }
        context.run();
        QCOMPARE(kinds, (std::vector<Kind>(3, Kind::timeout)));
    }

    void cancelledRequest_isAbandoned() {
        using namespace asio::experimental::awaitable_operators;
        std::promise<void> closed;
        RawServer server{[&](RawConnection& connection) {
            connection.readRequest();
            connection.untilClosed();
            closed.set_value();
        }};
        CurlClient client;
        run([](CurlClient& http, std::string url) -> asio::awaitable<void> {
            asio::steady_timer soon{co_await asio::this_coro::executor, 100ms};
            (void)co_await (http.send(get(url), patience) || soon.async_wait(asio::use_awaitable));
        }(client, server.url()));
        QVERIFY(closed.get_future().wait_for(10s) == std::future_status::ready);  // the worker let go of it
    }

    void droppedRequest_isAbandoned() {
        std::promise<void> arrived;
        std::promise<void> closed;
        RawServer server{[&](RawConnection& connection) {
            connection.readRequest();
            arrived.set_value();
            connection.untilClosed();
            closed.set_value();
        }};
        CurlClient client;
        {
            asio::io_context context;
            asio::co_spawn(context, sending(client, get(server.url()), patience), asio::detached);
            context.poll();
            arrived.get_future().wait();
        }  // the context goes, and the waiting call with it
        QVERIFY(closed.get_future().wait_for(10s) == std::future_status::ready);
    }

    void manyDroppedAtAnyMoment_harmNobody() {
        RawServer server{answering(response("ok"))};
        CurlClient client;
        for (int round = 0; round < 200; ++round) {
            asio::io_context context;
            for (int i = 0; i < 5; ++i) {
                asio::co_spawn(context, sending(client, get(server.url()), patience), asio::detached);
            }
            context.run_for(std::chrono::microseconds{100 * (round % 20)});
        }
        QCOMPARE(send(client, get(server.url())).reply->body, std::string{"ok"});
    }

    void clientThatGoes_endsItsRequests() {
        std::promise<void> arrived;
        RawServer server{[&](RawConnection& connection) {
            connection.readRequest();
            arrived.set_value();
            connection.untilClosed();
        }};
        auto client = std::make_unique<CurlClient>();
        asio::io_context context;
        std::optional<Kind> kind;
        asio::co_spawn(context, sending(*client, get(server.url()), patience),
                       [&](std::exception_ptr, Ended ended) { kind = kindOf(ended); });
        context.poll();
        arrived.get_future().wait();
        std::thread{[&] { client.reset(); }}.join();
        context.run();
        QVERIFY(kind == Kind::stopped);
    }
};

VERDESK_TEST(CurlClientTest)
#include "curl_client_test.moc"
