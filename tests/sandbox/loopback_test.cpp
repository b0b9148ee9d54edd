#include "sandbox/loopback.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;

class LoopbackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownMachine_isTaken() {
        const auto url = parseLoopbackUrl("http://127.0.0.1:8080/hooks/a?b=c");
        QVERIFY(url);
        QCOMPARE(url->host, std::string{"127.0.0.1:8080"});
        QCOMPARE(url->port, std::uint16_t{8080});
        QCOMPARE(url->target, std::string{"/hooks/a?b=c"});
        QCOMPARE(parseLoopbackUrl("http://localhost")->port, std::uint16_t{80});
        QCOMPARE(parseLoopbackUrl("http://localhost")->target, std::string{"/"});
        QCOMPARE(parseLoopbackUrl("http://desk.localhost:81/")->address, std::string{"127.0.0.1"});
        QCOMPARE(parseLoopbackUrl("http://[::1]:9/x")->address, std::string{"::1"});
    }

    void everythingElse_isNot() {
        for (const auto* url : {"",
                                "https://127.0.0.1/",
                                "http://example.com/",
                                "http://127.0.0.1.example.com/",
                                "http://127.0.0.2/",
                                "http://user@127.0.0.1/",
                                "http://127.0.0.1@example.com/",
                                "http://127.0.0.1:0/",
                                "http://127.0.0.1:99999/",
                                "http://127.0.0.1:8x/",
                                "http://127.0.0.1:/",
                                "http://127.0.0.1/a b",
                                "http://127.0.0.1/#a",
                                "http://127.0.0.1?a=b",
                                "http://.localhost/",
                                "http://localhost.example.com",
                                "ftp://localhost/",
                                "http://[::1/",
                                "http://[::2]/",
                                "http://127.0.0.1/\r\nX: y"}) {
            QVERIFY2(!parseLoopbackUrl(url), url);
        }
    }
};

VERDESK_TEST(LoopbackTest)
#include "loopback_test.moc"
