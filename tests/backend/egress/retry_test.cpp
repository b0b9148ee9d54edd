#include "backend/egress/retry.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend::egress;
using Kind = TransportError::Kind;

namespace {

HttpReply with(int status, std::vector<Header> headers = {}) {
    return {status, {}, std::move(headers)};
}

}  // namespace

class RetryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void request_isSentAgainOnlyWhereThatIsSafe_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("afterStatus");
        QTest::addColumn<bool>("afterLostAnswer");
        QTest::newRow("get") << 0 << true << true;
        QTest::newRow("post") << 1 << false << false;
        QTest::newRow("once") << 2 << false << false;
        QTest::newRow("once, replayable") << 3 << true << true;
        QTest::newRow("replayable without a key") << 4 << false << false;
    }
    void request_isSentAgainOnlyWhereThatIsSafe() {
        QFETCH(int, kind);
        QFETCH(bool, afterStatus);
        QFETCH(bool, afterLostAnswer);
        const std::vector<HttpRequest> requests{get("https://p/"), post("https://p/"), post("https://p/").once("k"),
                                                post("https://p/").once("k").safeToReplay(),
                                                post("https://p/").safeToReplay()};
        const auto& request = requests.at(static_cast<std::size_t>(kind));
        for (const int status : {408, 429, 500, 502, 503, 504}) {
            QCOMPARE(mayResend(request, with(status)), afterStatus);
        }
        for (const int status : {200, 201, 302, 400, 401, 403, 404, 409, 410, 422, 501}) {
            QVERIFY(!mayResend(request, with(status)));
        }
        for (const auto failure : {Kind::timeout, Kind::unreachable}) {
            QCOMPARE(mayResend(request, TransportError{failure, true, "x"}), afterLostAnswer);
            QVERIFY(mayResend(request, TransportError{failure, false, "x"}));  // it never left
        }
        for (const auto failure : {Kind::refused, Kind::untrusted, Kind::tooLarge, Kind::stopped}) {
            QVERIFY(!mayResend(request, TransportError{failure, false, "x"}));
        }
    }

    void retryAfter_isReadInBothForms() {
        QVERIFY(!retryAfter(with(429)));
        QVERIFY(retryAfter(with(429, {{"Retry-After", "7"}})) == Millis{7'000});
        QVERIFY(retryAfter(with(429, {{"retry-after", "0"}})) == Millis{0});
        QVERIFY(retryAfter(with(429, {{"Retry-After", "-5"}})) == Millis{0});
        QVERIFY(retryAfter(with(429, {{"Retry-After", "99999999999"}})) == Millis{86'400'000});
        QVERIFY(!retryAfter(with(429, {{"Retry-After", "soon"}})));
        QVERIFY(!retryAfter(with(429, {{"Retry-After", ""}})));
        const Header date{"Date", "Fri, 20 Nov 2026 10:00:00 GMT"};
        QVERIFY(retryAfter(with(503, {date, {"Retry-After", "Fri, 20 Nov 2026 10:00:30 GMT"}})) == Millis{30'000});
        QVERIFY(retryAfter(with(503, {date, {"Retry-After", "Fri, 20 Nov 2026 09:00:00 GMT"}})) == Millis{0});
        QVERIFY(!retryAfter(with(503, {{"Retry-After", "Fri, 20 Nov 2026 10:00:30 GMT"}})));
    }

    void pause_doublesWithJitter_andNeverUndercutsWhatWasAsked() {
        const RetryPolicy policy{10, Millis{1'000}, Millis{60'000}, Millis{200}, Millis{1'000}};
        QCOMPARE(pauseBefore(policy, 1, 0.0, {}), Millis{100});
        QCOMPARE(pauseBefore(policy, 1, 0.5, {}), Millis{150});
        QCOMPARE(pauseBefore(policy, 2, 0.0, {}), Millis{200});
        QCOMPARE(pauseBefore(policy, 3, 0.0, {}), Millis{400});
        QCOMPARE(pauseBefore(policy, 4, 0.0, {}), Millis{500});
        QCOMPARE(pauseBefore(policy, 60, 0.0, {}), Millis{500});
        QCOMPARE(pauseBefore(policy, 1, 0.0, Millis{2'500}), Millis{2'500});
        QCOMPARE(pauseBefore(policy, 4, 0.0, Millis{3}), Millis{500});
    }
};

VERDESK_TEST(RetryTest)
#include "retry_test.moc"
