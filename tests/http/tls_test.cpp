#include "fixture.h"
#include "tests/support/registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <boost/asio/ssl.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

using namespace verdesk::http;
using namespace verdesk::http::test;
namespace asio = boost::asio;

namespace {

Options tlsOptions() {
    auto own = options();
    own.tls = Tls{VERDESK_TEST_DATA "/data/server.pem", VERDESK_TEST_DATA "/data/server.key"};
    return own;
}

}  // namespace

class TlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void request_overTls_isAnswered() {
        Router router;
        router.add("POST", "/echo", answering([](const Request& request) { return Response{200, request.body}; }));
        Fixture fixture{std::move(router), tlsOptions()};
        QVERIFY(fixture.server().origin().starts_with("https://"));
        asio::io_context context;
        asio::ssl::context tls{asio::ssl::context::tls_client};
        tls.load_verify_file(VERDESK_TEST_DATA "/data/server.pem");
        tls.set_verify_mode(asio::ssl::verify_peer);
        asio::ssl::stream<asio::ip::tcp::socket> stream{context, tls};
        stream.next_layer().connect({asio::ip::make_address("127.0.0.1"), fixture.server().port()});
        stream.handshake(asio::ssl::stream_base::client);
        boost::beast::flat_buffer buffer;
        for (int i = 0; i < 3; ++i) {
            const std::string body(100'000, static_cast<char>('a' + i));
            asio::write(stream, asio::buffer(request("POST", "/echo", {}, body)));
            Reply reply;
            boost::beast::http::read(stream, buffer, reply);
            QCOMPARE(reply.body(), body);
        }
        boost::system::error_code error;
        stream.shutdown(error);
    }

    void plainClient_onATlsPort_harmsNobody() {
        Fixture fixture{{}, tlsOptions()};
        Client client{fixture};
        client.send(request("GET", "/"));
        QVERIFY(client.readToEnd().closed);
        QVERIFY(fixture.waitForConnections(0));
    }

    void silentClient_duringTheHandshake_isCutOff() {
        auto own = tlsOptions();
        own.limits.headerTime = std::chrono::milliseconds{60};
        Fixture fixture{{}, own};
        QVERIFY(Client{fixture}.readToEnd().closed);
    }

    void missingCertificate_isNamed() {
        auto own = tlsOptions();
        own.tls->certificateFile = "/nowhere/server.pem";
        try {
            Fixture fixture{{}, own};
            QFAIL("listened without a certificate");
        } catch (const boost::system::system_error& error) {
            QVERIFY(std::string{error.what()}.find("/nowhere/server.pem") != std::string::npos);
        }
    }
};

VERDESK_TEST(TlsTest)
#include "tls_test.moc"
