#include "backend/ops/ops_routes.h"
#include "tests/support/registry.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;

class OpsRoutesTest : public QObject {
    Q_OBJECT

    static http::Response get(const std::string& path, std::string missing) {
        Metrics metrics;
        const auto router =
            opsRouter({metrics, [missing]() -> boost::asio::awaitable<std::string> { co_return missing; },
                       []() -> boost::asio::awaitable<Levels> {
                           Levels levels;
                           levels.feedPollers = 5;
                           co_return levels;
                       }});
        const auto match = router.match("GET", path);
        if (match.handler == nullptr) {
            return {404};
        }
        boost::asio::io_context context;
        auto answer = boost::asio::co_spawn(context, (*match.handler)({}), boost::asio::use_future);
        context.run();
        return answer.get();
    }

private Q_SLOTS:
    void health_doesNotDependOnTheStore_readinessDoes() {
        QCOMPARE(get("/healthz", "the store cannot be written").status, 200);
        QCOMPARE(get("/readyz", "").status, 200);
        const auto down = get("/readyz", "the store cannot be written");
        QCOMPARE(down.status, 503);
        QCOMPARE(down.body, std::string{"the store cannot be written\n"});
    }

    void metrics_areThoseOfTheMoment() {
        const auto answer = get("/metrics", "");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.contentType.starts_with("text/plain; version=0.0.4"));
        QVERIFY(answer.body.find("verdesk_feed_pollers 5\n") != std::string::npos);
    }
};

VERDESK_TEST(OpsRoutesTest)
#include "ops_routes_test.moc"
