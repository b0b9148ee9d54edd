// What is sent to PASSID, and when nothing is.

#include "providers/registry.h"
#include "tests/providers/passid/fixture.h"

#include "tests/providers/support/subject.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;

namespace {

const Provider& passid() {
    return *find("passid");
}

std::string headerOf(const HttpRequest& request, std::string_view name) {
    return std::string{findHeader(request.headers, name).value_or("none")};
}

Attempt attempt(std::string providerKey) {
    return {VerificationId{"v"}, LaunchKind::qr, std::move(providerKey), "key-1"};
}

Subject subject(LaunchKind launch) {
    return test::subjectOf("v", launch, "nonce");
}

}  // namespace

class PassidCallsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void begin_sendsNameAndPermissionsOnce() {
        test::PassidFixture world;
        world.flow.asks = {"tier", "score", "sanctions_clear", "income_band"};
        world.flow.options = {{"ttl_seconds", 300}};
        const auto context = world.context();
        auto call = passid().begin(context, subject(LaunchKind::qr));
        const auto* request = call.start();
        QVERIFY(request != nullptr);
        QCOMPARE(request->method, std::string{"POST"});
        QCOMPARE(request->url, std::string{"https://api.passid.example/api/bridge/request"});
        QCOMPARE(headerOf(*request, "X-Institution-Key"), std::string{"sk_sandbox_test_0001"});
        QCOMPARE(headerOf(*request, "Content-Type"), std::string{"application/json"});
        QVERIFY(json::parse(request->body) ==
                json({{"institutionName", "Acme Bank"},
                      {"permissions", {"full_score", "sanctions_clear", "income_verified"}},
                      {"ttlSeconds", 300}}));
        QVERIFY(request->idempotencyKey.empty());
    }

    void begin_withoutAsks_leavesEverythingToPassid() {
        test::PassidFixture world;
        world.account.options["base_url"] = "https://api.passid.example/";
        world.account.options["path_prefix"] = "/api/v1/bridge/";
        world.flow.options = {{"institution_name", "Acme, Harbour branch"}};
        const auto context = world.context();
        auto call = passid().begin(context, subject(LaunchKind::qr));
        const auto* request = call.start();
        QCOMPARE(request->url, std::string{"https://api.passid.example/api/v1/bridge/request"});
        QVERIFY(json::parse(request->body) == json({{"institutionName", "Acme, Harbour branch"}}));
    }

    void begin_withToken_asksNobody() {
        test::PassidFixture world;
        world.flow.launches = {LaunchKind::token};
        const auto context = world.context();
        auto call = passid().begin(context, subject(LaunchKind::token));
        QVERIFY(call.start() == nullptr);
        const auto begun = call.result();
        QCOMPARE(begun.launches.size(), std::size_t{1});
        const auto& token = std::get<TokenLaunch>(begun.launches.front().what);
        QCOMPARE(token.shapes, (std::vector<std::string>{"PASSID-XXXX-XXXX-XXXX-XXXX", "XXXX-XXXX-XXXX"}));
        QVERIFY(begun.providerKey.empty());
        QVERIFY(!begun.deadline);
    }

    void begin_withALaunchOfOthers_isAMisconfiguration() {
        const test::PassidFixture world;
        const auto context = world.context();
        auto call = passid().begin(context, subject(LaunchKind::widget));
        QVERIFY(call.start() == nullptr);
        try {
            (void)call.result();
            QFAIL("begun");
        } catch (const ProviderError& error) {
            QCOMPARE(error.failure(), Failure::configuration);
        }
    }

    void begin_withABrokenAccount_isAMisconfiguration() {
        test::PassidFixture world;
        world.account.secrets.clear();
        const auto context = world.context();
        for (const auto launch : {LaunchKind::qr, LaunchKind::token}) {
            auto call = passid().begin(context, subject(launch));
            QVERIFY(call.start() == nullptr);
            QVERIFY_THROWS_EXCEPTION(ProviderError, (void)call.result());
        }
    }

    void poll_asksForTheSession() {
        const test::PassidFixture world;
        const auto context = world.context();
        const auto asked = attempt("req/7a?x=../1");
        auto call = passid().poll(context, asked);
        const auto* request = call.start();
        QCOMPARE(request->method, std::string{"GET"});
        QCOMPARE(request->url, std::string{"https://api.passid.example/api/bridge/request/req%2F7a%3Fx%3D..%2F1"});
        QVERIFY(request->repeatable);
        QCOMPARE(headerOf(*request, "X-Institution-Key"), std::string{"sk_sandbox_test_0001"});
    }

    void poll_ofATokenNobodyReadOut_asksNobody() {
        const test::PassidFixture world;
        const auto context = world.context();
        const auto asked = attempt("");
        auto call = passid().poll(context, asked);
        QVERIFY(call.start() == nullptr);
        QCOMPARE(call.result().state, State::awaiting);
    }

    void verify_isSentOnceUnderItsKey_inNormalForm() {
        const test::PassidFixture world;
        const auto context = world.context();
        const auto asked = attempt("req_7a");
        const Return returned = TokenReturn{crypto::Secret{" ke8v-3txy-z72l\r\n"}};
        auto call = passid().complete(context, asked, returned);
        const auto* request = call.start();
        QVERIFY(request != nullptr);
        QCOMPARE(request->method, std::string{"POST"});
        QCOMPARE(request->url, std::string{"https://api.passid.example/api/bridge/verify"});
        QVERIFY(json::parse(request->body) == json({{"token", "KE8V-3TXY-Z72L"}}));
        QCOMPARE(headerOf(*request, "Idempotency-Key"), std::string{"key-1"});
        QCOMPARE(request->idempotencyKey, std::string{"key-1"});
        QVERIFY(!request->repeatable);
        QVERIFY(request->replayable);
    }

    void verify_ofNothing_isRefusedWithoutACall() {
        const test::PassidFixture world;
        const auto context = world.context();
        const auto asked = attempt("");
        const Return returned = TokenReturn{crypto::Secret{" \t "}};
        auto call = passid().complete(context, asked, returned);
        QVERIFY(call.start() == nullptr);
        QVERIFY(call.result().decline == claims::Decline::tokenNotFound);
    }

    void verify_withoutAKey_isNeverSent() {
        const test::PassidFixture world;
        const auto context = world.context();
        const Attempt asked{VerificationId{"v"}, LaunchKind::token, {}, {}};
        const Return returned = TokenReturn{crypto::Secret{"KE8V-3TXY-Z72L"}};
        auto call = passid().complete(context, asked, returned);
        QVERIFY(call.start() == nullptr);
        QVERIFY_THROWS_EXCEPTION(ProviderError, (void)call.result());
    }

    void otherReturns_askForTheSession() {
        const test::PassidFixture world;
        const auto context = world.context();
        const auto asked = attempt("req_7a");
        const std::vector<Return> others{ClosedReturn{}, MessageReturn{"{}"}, RedirectReturn{"https://x.example/"}};
        for (const auto& returned : others) {
            auto call = passid().complete(context, asked, returned);
            const auto* request = call.start();
            QCOMPARE(request->method, std::string{"GET"});
            call.answer({200, R"({"status":"pending"})", {}});
            QCOMPARE(call.result().state, State::awaiting);
        }
    }

    void brokenUtf8_isSentAndNotThrown() {
        test::PassidFixture world;
        world.account.options["base_url"] = "https://api.passid.example";
        const auto context = world.context();
        const auto asked = attempt("");
        const Return returned = TokenReturn{crypto::Secret{"\xff\xfe"}};
        auto call = passid().complete(context, asked, returned);
        QVERIFY(call.start() != nullptr);
    }
};

VERDESK_TEST(PassidCallsTest)
#include "calls_test.moc"
