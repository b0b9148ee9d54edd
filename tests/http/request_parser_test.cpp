#include "http/request_parser.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;

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

    void emptyLineAfterAHeader_endsIt() {
        const std::string header = "GET / HTTP/1.1\r\n\r\n";
        std::size_t searched = 0;
        QCOMPARE(http::emptyLinesBefore(header, searched), std::size_t{0});
        QCOMPARE(http::headerEnd(header, searched), header.size());
    }
};

VERDESK_TEST(RequestParserTest)
#include "request_parser_test.moc"
