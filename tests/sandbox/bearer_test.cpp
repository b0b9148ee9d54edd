#include "sandbox/bearer.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::sandbox;
using namespace std::chrono_literals;

class BearerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void issued_isKnownForItsRole() {
        const auto header = "Bearer " + bearers_.issue(BearerRole::wallet, "amina");
        QCOMPARE(bearers_.subject(header, BearerRole::wallet, now), std::optional<std::string>{"amina"});
        QVERIFY(!bearers_.subject(header, BearerRole::institution, now));
    }

    void expired_isUnknown() {
        const auto header = "Bearer " + bearers_.issue(BearerRole::wallet, "amina", now + 10s);
        QVERIFY(bearers_.subject(header, BearerRole::wallet, now + 9s));
        QVERIFY(!bearers_.subject(header, BearerRole::wallet, now + 10s));
    }

    void strange_isUnknown() {
        const auto token = bearers_.issue(BearerRole::wallet, "amina");
        const Bearers others{crypto::Secret{"another key"}};
        auto changed = token;
        changed[token.find('.') + 3] ^= 1;
        QVERIFY(!bearers_.subject(std::nullopt, BearerRole::wallet, now));
        const std::vector<std::string> headers{"",
                                               "Bearer ",
                                               "Bearer a",
                                               "Bearer a.b",
                                               "Bearer ..",
                                               token,
                                               "Basic " + token,
                                               "Bearer " + token + "x",
                                               "Bearer " + changed,
                                               "Bearer " + token.substr(0, token.rfind('.') + 1),
                                               "Bearer " + others.issue(BearerRole::wallet, "amina")};
        for (const auto& header : headers) {
            QVERIFY2(!bearers_.subject(header, BearerRole::wallet, now), header.c_str());
        }
    }

private:
    static constexpr Time now{1'800'000'000'000ms};
    Bearers bearers_{crypto::Secret{"a key"}};
};

VERDESK_TEST(BearerTest)
#include "bearer_test.moc"
