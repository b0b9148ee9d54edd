#include "providers/base_url.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::providers;

class BaseUrlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void good_addresses_data() {
        QTest::addColumn<QString>("url");
        for (const char* url :
             {"https://api.passid.io", "https://api.passid.io/", "https://API.passid.io:8443/base/path",
              "https://10.0.0.7", "https://[2001:db8::1]:8443", "http://127.0.0.1:4001", "http://127.1.2.3",
              "http://localhost", "http://passid.localhost:4001", "http://LOCALHOST:1", "http://[::1]:4001/x"}) {
            QTest::newRow(url) << QString::fromLatin1(url);
        }
    }
    void good_addresses() {
        QFETCH(QString, url);
        const auto problem = problemOfBaseUrl(url.toStdString());
        QVERIFY2(!problem, problem.value_or("").c_str());
    }

    void bad_addresses_data() {
        QTest::addColumn<QString>("url");
        for (const char* url : {"",
                                "api.passid.io",
                                "ftp://api.passid.io",
                                "HTTPS//x",
                                "https:/x",
                                "https://",
                                "https:///path",
                                "https://:443",
                                "https://host:",
                                "https://host:0x1",
                                "https://host:70000",
                                "https://host:123456",
                                "https://user@host",
                                "https://user:pass@host",
                                "https://host?x=1",
                                "https://host#f",
                                "https://ho st",
                                "https://host\n",
                                "https://host\\x",
                                "https://[::1",
                                "https://[::1]x",
                                "https://[evil.com]",
                                "http://api.passid.io",
                                "http://127.0.0.1.evil.com",
                                "http://127.evil.com.au",
                                "http://localhost.evil.com",
                                "http://evillocalhost",
                                "http://127.0.0.1@evil.com",
                                "http://0.0.0.0",
                                "http://10.0.0.7",
                                "http://[::2]"}) {
            QTest::newRow(url) << QString::fromLatin1(url);
        }
    }
    void bad_addresses() {
        QFETCH(QString, url);
        QVERIFY(problemOfBaseUrl(url.toStdString()).has_value());
    }

    void pathSegment_leavesItsSegmentNever() {
        QCOMPARE(pathSegment("req_7a-B.~"), std::string{"req_7a-B.~"});
        QCOMPARE(pathSegment("a/b?c#d e%"), std::string{"a%2Fb%3Fc%23d%20e%25"});
        QCOMPARE(pathSegment("\xC3\xA9"), std::string{"%C3%A9"});
        QCOMPARE(pathSegment(".."), std::string{"%2E%2E"});
        QCOMPARE(pathSegment("."), std::string{"%2E"});
        QCOMPARE(withoutTrailingSlashes("https://x/y//"), std::string{"https://x/y"});
    }
};

VERDESK_TEST(BaseUrlTest)
#include "base_url_test.moc"
