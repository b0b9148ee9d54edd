#include "backend/returns/receiver.h"

#include "backend/returns/page.h"
#include "tests/support/registry.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
namespace asio = boost::asio;

namespace {

struct StandingClock : Clock {
    Instant now() const override {
        return at;
    }
    Instant at = *instantFrom("2026-03-17T14:00:00Z");
};

struct Stage {
    Stage() {
        config.publicOrigin = "https://desk.bank.example";
    }
    http::Response visit(const std::string& target, const std::string& provider = "passid",
                         const std::string& method = "GET", const std::string& peer = "198.51.100.1",
                         bool back = false) {
        http::Request request;
        request.method = method;
        request.target = target;
        request.parameters["provider"] = provider;
        request.headers = {{"Accept-Language", "fr"}};
        request.peer = peer;
        asio::io_context context;
        auto answer = asio::co_spawn(context, receiver.receive(std::move(request), back), asio::use_future);
        context.run();
        return answer.get();
    }

    Config config;
    StandingClock clock;
    std::vector<std::string> taken;
    std::vector<ReturnOutcome> counted;
    ReturnReceiver receiver{
        config, clock,
        [this](std::string provider, std::string url, bool back) -> asio::awaitable<std::optional<std::string>> {
            taken.push_back(provider + (back ? " back " : " ") + url);
            if (url.find("broken") != std::string::npos) {
                throw std::runtime_error{url};
            }
            co_return url.find("known") == std::string::npos ? std::nullopt : std::optional<std::string>{"de"};
        },
        [this](const std::string&, ReturnOutcome outcome) { counted.push_back(outcome); }};
};

}  // namespace

class ReturnReceiverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void address_isHandedOnAsTheBrowserSawIt() {
        Stage stage;
        const auto page = stage.visit("/return/passid?state=known&code=c");
        QCOMPARE(page.body, returns::answer(returns::Page::done, "de").body);
        stage.visit("/return/passid/back?state=known", "passid", "GET", "198.51.100.1", true);
        QCOMPARE(stage.taken,
                 (std::vector<std::string>{"passid https://desk.bank.example/return/passid?state=known&code=c",
                                           "passid back https://desk.bank.example/return/passid/back?state=known"}));
        QCOMPARE(stage.counted, (std::vector{ReturnOutcome::taken, ReturnOutcome::taken}));
    }

    void whatBelongsToNobody_isAnsweredTheSame() {
        Stage stage;
        const auto same = returns::answer(returns::Page::done, "fr");
        for (const auto* target : {"/return/passid?state=guess", "/return/passid", "/return/passid?state=broken"}) {
            const auto page = stage.visit(target);
            QCOMPARE(page.status, same.status);
            QCOMPARE(page.body, same.body);
            QCOMPARE(page.headers, same.headers);
        }
        QCOMPARE(stage.visit("/return/nobody?state=known", "nobody").body, same.body);
        QCOMPARE(stage.counted, (std::vector{ReturnOutcome::unknown, ReturnOutcome::unknown, ReturnOutcome::failed,
                                             ReturnOutcome::unknown}));
    }

    void lookingWhetherThePageIsThere_handsNothingIn() {
        Stage stage;
        QCOMPARE(stage.visit("/return/passid?state=known", "passid", "HEAD").status, 200);
        QVERIFY(stage.taken.empty());
    }

    void oneAddress_isListenedToSoOftenAndNoMore() {
        Stage stage;
        int refused = 0;
        for (int i = 0; i < 30; ++i) {
            refused += stage.visit("/return/passid?state=guess").status == 429 ? 1 : 0;
        }
        QCOMPARE(refused, 10);
        QCOMPARE(stage.visit("/return/passid?state=known", "passid", "GET", "198.51.100.2").status, 200);
        stage.clock.at += std::chrono::seconds{1};
        QCOMPARE(stage.visit("/return/passid?state=known").status, 200);
    }
};

VERDESK_TEST(ReturnReceiverTest)
#include "receiver_test.moc"
