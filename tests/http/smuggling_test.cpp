// Requests that a proxy in front and this server could cut differently. Each is refused, and nothing after it is read.
#include "fixture.h"
#include "tests/support/registry.h"

#include <QTest>

#include <atomic>

using namespace verdesk::http;
using namespace verdesk::http::test;

class SmugglingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ambiguous_request_isRefusedAndTheRestIgnored_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* title, const char* bytes) { QTest::newRow(title) << QByteArray{bytes}; };
        const auto post = [&](const char* title, const char* headers) {
            QTest::newRow(title) << QByteArray{"POST /echo HTTP/1.1\r\nHost: a\r\n"} + headers +
                                        "\r\n0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: a\r\n\r\n";
        };
        post("length then chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n");
        post("chunked then length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n");
        post("two lengths", "Content-Length: 5\r\nContent-Length: 0\r\n");
        post("two equal lengths", "Content-Length: 5\r\nContent-Length: 5\r\n");
        post("list of lengths", "Content-Length: 5, 5\r\n");
        post("signed length", "Content-Length: +5\r\n");
        post("hexadecimal length", "Content-Length: 0x5\r\n");
        post("no length", "Content-Length: \r\n");
        post("length beyond 64 bits", "Content-Length: 184467440737095516160\r\n");
        post("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n");
        post("chunked and gzip", "Transfer-Encoding: gzip, chunked\r\n");
        post("identity", "Transfer-Encoding: identity\r\nContent-Length: 5\r\n");
        post("misspelt encoding", "Transfer-Encoding: xchunked\r\n");
        post("encoding with an empty one", "Transfer-Encoding: ,chunked\r\n");
        post("space before the colon", "Content-Length : 5\r\n");
        post("folded header", "X-A: b\r\n Content-Length: 5\r\n");
        post("folded with a tab", "Transfer-Encoding:\r\n\tchunked\r\n");
        post("bare line feed", "X-A: b\nContent-Length: 5\r\n");
        post("bare carriage return", "X-A: b\rContent-Length: 5\r\n");
        post("two hosts", "Host: b\r\n");
        post("no colon", "Content-Length\r\n");
        row("only line feeds", "GET /hidden HTTP/1.1\nHost: a\n\n");
        row("no host", "GET /hidden HTTP/1.1\r\n\r\n");
        row("chunked in HTTP/1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("HTTP/2 by hand", "GET /hidden HTTP/2.0\r\nHost: a\r\n\r\n");
        row("HTTP/0.9", "GET /hidden\r\n\r\n");
        row("two spaces", "GET  /hidden HTTP/1.1\r\nHost: a\r\n\r\n");
        row("no path", "GET hidden HTTP/1.1\r\nHost: a\r\n\r\n");
        row("asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
        row("broken encoding", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n");
        row("encoded NUL", "GET /hidden%00 HTTP/1.1\r\nHost: a\r\n\r\n");
        row("TLS on a plain port", "\x16\x03\x01\x02\n\n");
        row("a chunk size that is none",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n");
        row("a chunk longer than it says",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n");
        row("negative chunk",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n");
    }
    void ambiguous_request_isRefusedAndTheRestIgnored() {
        QFETCH(QByteArray, bytes);
        std::atomic<int> handled{0};
        const auto count = [&](const Request&) {
            ++handled;
            return Response{};
        };
        Router router;
        router.add("POST", "/echo", answering(count));
        router.add("GET", "/hidden", answering(count));
        Fixture fixture{std::move(router)};
        Client client{fixture};
        client.send(bytes.toStdString());
        QCOMPARE(client.read().result_int(), 400u);
        const auto rest = client.readToEnd();
        QVERIFY(rest.closed);
        QCOMPARE(rest.bytes, std::string{});
        QCOMPARE(handled.load(), 0);
        QCOMPARE(Client{fixture}.ask(request("GET", "/hidden")).result_int(), 200u);
    }

    void trailer_isNotMergedIntoTheHeader() {
        std::atomic<bool> seen{false};
        Router router;
        router.add("POST", "/echo", answering([&](const Request& request) {
                       seen = request.header("X-Late").has_value();
                       return Response{200, request.body};
                   }));
        Fixture fixture{std::move(router)};
        Client client{fixture};
        const auto reply = client.ask(
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nX-Late: 1\r\n\r\n");
        QCOMPARE(reply.body(), std::string{"abcde"});
        QVERIFY(!seen);
    }
};

VERDESK_TEST(SmugglingTest)
#include "smuggling_test.moc"
