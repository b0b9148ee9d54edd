#include "http/request_parser.h"

#include "tests/support/registry.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>

#include <QTest>

using namespace verdesk;

namespace {

// What comes of a chunked body that arrives in pieces of so many bytes.
QByteArray endOf(const QByteArray& body, int step) {
    const std::string header = "POST / HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n";
    http::Limits limits;
    limits.headerBytes = 64;
    http::RequestParser parser{limits};
    boost::beast::error_code error;
    parser.put(boost::asio::buffer(header), error);
    parser.eager(true);
    std::string buffer;
    for (int at = 0; at < body.size(); at += step) {
        buffer += body.mid(at, step).toStdString();
        buffer.erase(0, parser.putBody(boost::asio::buffer(buffer), error));
        if (error && error != boost::beast::http::error::need_more) {
            return "refused";
        }
        if (parser.is_done()) {
            return "whole: " + QByteArray::fromStdString(parser.request().body);
        }
        if (buffer.size() > limits.headerBytes) {
            return "too long";
        }
    }
    return "waits";
}

}  // namespace

class RequestParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyLinesBeforeARequest_areNoPartOfIt_howeverTheyCome() {
        for (const std::size_t step : {1, 2, 3, 100}) {
            std::string_view bytes = "\r\n\r\nGET / HTTP/1.1\r\nHost: desk\r\n\r\n";
            std::string buffer;
            std::size_t searched = 0;
            std::size_t end = 0;
            while (end == 0 && !bytes.empty()) {
                buffer += bytes.substr(0, step);
                bytes.remove_prefix(std::min(step, bytes.size()));
                buffer.erase(0, http::emptyLinesBefore(buffer, searched));
                end = http::headerEnd(buffer, searched);
            }
            QCOMPARE(buffer.substr(0, end), std::string{"GET / HTTP/1.1\r\nHost: desk\r\n\r\n"});
        }
    }

    void chunkedBody_comesToTheSameEnd_howeverItIsCut_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("nothing") << QByteArray{"0\r\n\r\n"} << QByteArray{"whole: "};
        QTest::newRow("nothing, and a trailer") << QByteArray{"0\r\nA: b\r\n\r\n"} << QByteArray{"whole: "};
        QTest::newRow("nothing in many digits") << QByteArray{"0000\r\n\r\n"} << QByteArray{"whole: "};
        QTest::newRow("one") << QByteArray{"5\r\nhello\r\n0\r\n\r\n"} << QByteArray{"whole: hello"};
        QTest::newRow("that looks like the end")
            << QByteArray{"4\r\n0\r\n\r\r\n0\r\n\r\n"} << QByteArray{"whole: 0\r\n\r"};
        QTest::newRow("a trailer that breaks off") << QByteArray{"0\r\nabcd\r\n"} << QByteArray{"waits"};
        QTest::newRow("a trailer that is none") << QByteArray{"0\r\nabcd\r\n\r\n"} << QByteArray{"refused"};
        QTest::newRow("no length") << QByteArray{"\r\n\r\n"} << QByteArray{"refused"};
        QTest::newRow("as much around it as there may be")
            << "0\r\nA: " + QByteArray(54, 'b') + "\r\n\r\nGET " << QByteArray{"whole: "};
        QTest::newRow("more around it") << "0\r\nA: " + QByteArray(55, 'b') + "\r\n\r\n" << QByteArray{"too long"};
        QTest::newRow("an extension that is none") << QByteArray{"0 x\r\n\r\n"} << QByteArray{"refused"};
    }
    void chunkedBody_comesToTheSameEnd_howeverItIsCut() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, end);
        for (const int step : {1, 2, 3, 4, 5, 100}) {
            QCOMPARE(endOf(body, step), end);
        }
    }

    void emptyLineAfterAHeader_endsIt() {
        const std::string header = "GET / HTTP/1.1\r\n\r\n";
        std::size_t searched = 0;
        QCOMPARE(http::emptyLinesBefore(header, searched), std::size_t{0});
        QCOMPARE(http::headerEnd(header, searched), header.size());
    }
};

VERDESK_TEST(RequestParserTest)
#include "request_parser_test.moc"
