#include "backend/config/networks.h"

#include "http/message.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;

namespace {

bool isIn(const char* network, const char* address) {
    return backend::isIn({*networkFrom(network)}, address);
}

std::string comesFrom(const char* peer, const std::vector<std::string>& forwarded) {
    http::Request request;
    request.peer = peer;
    for (const auto& each : forwarded) {
        request.headers.emplace_back("X-Forwarded-For", each);
    }
    return senderOf(request, {*networkFrom("10.0.0.0/8"), *networkFrom("::1")});
}

}  // namespace

class NetworksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void networkFrom_whatIsNone_isNothing() {
        for (const auto* text : {"", "x", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8x", "10.0.0.0/", "10.0.0.1/8",
                                 "2001:db8::/129", "2001:db8::1/32", "10.0.0.0/8/8", " 10.0.0.0/8"}) {
            QVERIFY2(!networkFrom(text), text);
        }
        for (const auto* text : {"0.0.0.0/0", "10.1.2.3", "10.0.0.0/8", "::/0", "2001:db8::/32", "::1"}) {
            QVERIFY2(networkFrom(text).has_value(), text);
        }
    }

    void isIn_goesByTheBits() {
        QVERIFY(isIn("192.0.2.0/24", "192.0.2.255"));
        QVERIFY(!isIn("192.0.2.0/24", "192.0.3.0"));
        QVERIFY(isIn("192.0.2.128/25", "192.0.2.128"));
        QVERIFY(!isIn("192.0.2.128/25", "192.0.2.127"));
        QVERIFY(isIn("192.0.2.7", "192.0.2.7"));
        QVERIFY(isIn("0.0.0.0/0", "203.0.113.9"));
        QVERIFY(!isIn("0.0.0.0/0", "2001:db8::1"));
        QVERIFY(isIn("2001:db8::/33", "2001:db8:7fff::1"));
        QVERIFY(!isIn("2001:db8::/33", "2001:db8:8000::1"));
        QVERIFY(isIn("192.0.2.0/24", "::ffff:192.0.2.9"));
        QVERIFY(!isIn("192.0.2.0/24", "unix"));
    }

    void senderOf_believesOwnProxiesAlone() {
        QCOMPARE(comesFrom("203.0.113.5", {"192.0.2.1"}), std::string{"203.0.113.5"});
        QCOMPARE(comesFrom("10.0.0.1", {"192.0.2.1"}), std::string{"192.0.2.1"});
        QCOMPARE(comesFrom("10.0.0.1", {"192.0.2.66, 192.0.2.1"}), std::string{"192.0.2.1"});
        QCOMPARE(comesFrom("10.0.0.1", {"192.0.2.1, 10.9.9.9"}), std::string{"192.0.2.1"});
        QCOMPARE(comesFrom("10.0.0.1", {"192.0.2.66", "192.0.2.1"}), std::string{"192.0.2.1"});
        QCOMPARE(comesFrom("10.0.0.1", std::vector<std::string>{}), std::string{"10.0.0.1"});
        QCOMPARE(comesFrom("10.0.0.1", {"nonsense"}), std::string{"10.0.0.1"});
        QCOMPARE(comesFrom("10.0.0.1", {"192.0.2.1, nonsense, 10.2.2.2"}), std::string{"10.2.2.2"});
        QCOMPARE(comesFrom("::1", {"2001:db8::7"}), std::string{"2001:db8::7"});
        QCOMPARE(comesFrom("::1", {"192.0.2.1,"}), std::string{"::1"});
    }
};

VERDESK_TEST(NetworksTest)
#include "networks_test.moc"
