// The way to Authenteq and back: what the desk is given, which returns are taken, and what is sent for them.

#include "crypto/bytes.h"
#include "providers/registry.h"
#include "tests/providers/authenteq/fixture.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;
using World = test::AuthenteqFixture;

namespace {

const Provider& authenteq() {
    return *find("authenteq");
}

std::string headerOf(const HttpRequest& request, std::string_view name) {
    return std::string{findHeader(request.headers, name).value_or("none")};
}

const std::string backUrl = std::string{"https://desk.example/return/authenteq/back?state="} + World::state;

// What comes of a return that leads to no call.
Progress resultOf(const World& world, const Return& returned) {
    const auto context = world.context();
    const auto attempt = world.attempt();
    auto call = authenteq().complete(context, attempt, returned);
    if (call.start() != nullptr) {
        throw std::runtime_error{"a call was made"};
    }
    return call.result();
}

Failure failureOf(const World& world, const Subject& subject, const std::string& returnUrl) {
    auto context = world.context();
    context.returnUrl = returnUrl;
    auto call = authenteq().begin(context, subject);
    try {
        if (call.start() == nullptr) {
            (void)call.result();
        }
    } catch (const ProviderError& error) {
        return error.failure();
    }
    return Failure::unknown;
}

}  // namespace

class AuthenteqCallsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void begin_asksNobody_andSendsTheBrowserToAuthenteq() {
        World world;
        world.flow.options["session_minutes"] = 20;
        const auto context = world.context();
        const auto subject = world.subject();
        auto call = authenteq().begin(context, subject);
        QVERIFY(call.start() == nullptr);
        const auto begun = call.result();
        QCOMPARE(begun.providerKey, std::string{World::key});
        QCOMPARE(toText(*begun.deadline), std::string{"2026-03-17T14:22:11.000Z"});
        QCOMPARE(begun.launches.size(), std::size_t{1});
        const auto& redirect = std::get<RedirectLaunch>(begun.launches.front().what);
        QCOMPARE(redirect.url,
                 std::string{"https://identity.authenteq.com/authorize?response_type=code&client_id=com.acme.bank"
                             "&redirect_uri=https%3A%2F%2Fdesk.example%2Freturn%2Fauthenteq&scope=kyc&state="} +
                     World::state + "&back_url=https%3A%2F%2Fdesk.example%2Freturn%2Fauthenteq%2Fback%3Fstate%3D" +
                     World::state);
        QCOMPARE(redirect.redirectUri, std::string{"https://desk.example/return/authenteq"});
        QCOMPARE(redirect.backUri, backUrl);
        QCOMPARE(redirect.origins, (std::vector<std::string>{"https://identity.authenteq.com"}));
        QCOMPARE(redirect.allow, (std::vector<std::string>{"camera"}));
        QVERIFY(redirect.button == (LaunchButton{"Sign Up with Authenteq", "#F29E2E", "#FFFFFF"}));
        QCOMPARE(begun.launches.front().phoneUrl, redirect.url);
    }

    void begin_leadsOverTheAccountsOrigins_withItsPermissions() {
        for (const bool idv : {false, true}) {
            World world;
            if (idv) {
                world.useWebIdv();
            }
            world.account.options["extra_origins"] = {"https://cdn.authenteq.com", "https://identity.authenteq.com"};
            world.account.options["allow"] = {"microphone"};
            const auto context = world.context();
            const auto subject = world.subject();
            auto call = authenteq().begin(context, subject);
            if (call.start() != nullptr) {
                const json reply{{"verificationUrl", "https://identity.authenteq.com/verify?token=t"}};
                call.answer({200, reply.dump(), {}});
            }
            const auto begun = call.result();
            const auto& redirect = std::get<RedirectLaunch>(begun.launches.front().what);
            QCOMPARE(redirect.origins,
                     (std::vector<std::string>{"https://identity.authenteq.com", "https://cdn.authenteq.com"}));
            QCOMPARE(redirect.allow, (std::vector<std::string>{"microphone"}));
        }
    }

    void begin_onThisMachine_offersNoPhone() {
        World world;
        world.account.options["identity_base_url"] = "http://authenteq.localhost:4001/";
        auto context = world.context();
        context.returnUrl = "http://127.0.0.1:8461/return/authenteq";
        const auto subject = world.subject();
        auto call = authenteq().begin(context, subject);
        QVERIFY(call.start() == nullptr);
        const auto begun = call.result();
        QVERIFY(begun.launches.front().phoneUrl.empty());
        const auto& redirect = std::get<RedirectLaunch>(begun.launches.front().what);
        QCOMPARE(redirect.origins, (std::vector<std::string>{"http://authenteq.localhost:4001"}));
        QVERIFY(redirect.url.starts_with("http://authenteq.localhost:4001/authorize?"));
    }

    void begin_withoutAWayBack_isAMisconfiguration() {
        const World world;
        for (const auto* returnUrl : {"", "http://desk.example/return/authenteq", "/return/authenteq",
                                      "https://desk.example/return?x", "https://u@desk.example/return/authenteq"}) {
            QVERIFY2(failureOf(world, world.subject(), returnUrl) == Failure::configuration, returnUrl);
        }
        auto other = world.subject();
        other.launch = LaunchKind::widget;
        QVERIFY(failureOf(world, other, world.context().returnUrl) == Failure::configuration);
        auto guessable = world.subject();
        guessable.nonce = "short";
        QVERIFY(failureOf(world, guessable, world.context().returnUrl) == Failure::internal);
    }

    void return_isKnownByTheDigestOfItsState() {
        QVERIFY(authenteq().keyOfReturn(World::returnedWithCode()) == std::string{World::key});
        QVERIFY(authenteq().keyOfReturn(backUrl) == std::string{World::key});
        QVERIFY(authenteq().keyOfReturn(World::returned(std::string{"state="} + World::state + "#state=other")) ==
                std::string{World::key});
        for (const auto* query : {"", "code=1", "state=", "state=a&state=a", "State=a"}) {
            QVERIFY(authenteq().keyOfReturn(World::returned(query)) == std::string{});
        }
        QVERIFY(authenteq().keyOfReturn(World::returned("state=other")) != World::key);
        QVERIFY(authenteq().completionWithin() == std::chrono::minutes{15});
        QCOMPARE(authenteq().pollInterval().count(), 0);
    }

    void foreignReturn_isDropped_data() {
        QTest::addColumn<QString>("url");
        const auto row = [](const char* title, const std::string& url) {
            QTest::newRow(title) << QString::fromStdString(url);
        };
        const std::string state = World::state;
        row("another state", World::returned("code=code_1&state=another"));
        row("a part of the state", World::returned("code=code_1&state=" + state.substr(0, 42)));
        row("the state and more", World::returned("code=code_1&state=" + state + "x"));
        row("the state's digest", World::returned(std::string{"code=code_1&state="} + World::key));
        row("no state", World::returned("code=code_1"));
        row("an empty state", World::returned("code=code_1&state="));
        row("two states", World::returned("code=code_1&state=" + state + "&state=" + state));
        row("another host", "https://desk.evil.example/return/authenteq?code=code_1&state=" + state);
        row("another scheme", "http://desk.example/return/authenteq?code=code_1&state=" + state);
        row("another path", "https://desk.example/return/authenteq/?code=code_1&state=" + state);
        row("a longer path", "https://desk.example/return/authenteqx?code=code_1&state=" + state);
        row("another case", "https://desk.example/return/Authenteq?code=code_1&state=" + state);
        row("a port", "https://desk.example:443/return/authenteq?code=code_1&state=" + state);
        row("back with another state", "https://desk.example/return/authenteq/back?state=another");
        row("two codes", World::returned("code=a&code=b&state=" + state));
        row("an empty code", World::returned("code=&state=" + state));
        row("a code that is a header", World::returned("code=a%0D%0AX-Y:%20z&state=" + state));
        row("a code without end", World::returned("code=" + std::string(3000, 'a') + "&state=" + state));
        row("nothing", "");
    }
    void foreignReturn_isDropped() {
        QFETCH(QString, url);
        const World world;
        const auto progress = resultOf(world, RedirectReturn{url.toStdString()});
        QVERIFY(!progress.dropped.empty());
        QVERIFY(progress.state == State::awaiting && progress.claims.empty());
        QVERIFY(progress.dropped.find("code_1") == std::string::npos);
    }

    void return_ofAnAttemptWithoutAKey_isDropped() {
        const World world;
        const auto context = world.context();
        auto attempt = world.attempt();
        attempt.providerKey.clear();
        const Return returned = RedirectReturn{World::returned("code=code_1&state=")};
        auto call = authenteq().complete(context, attempt, returned);
        QVERIFY(call.start() == nullptr);
        QVERIFY(!call.result().dropped.empty());
    }

    void otherReturns_endNothing() {
        const World world;
        const auto closed = resultOf(world, ClosedReturn{});
        QVERIFY(closed.state == State::verifying && closed.dropped.empty());
        QVERIFY(!resultOf(world, MessageReturn{"{}"}).dropped.empty());
        const auto context = world.context();
        const auto attempt = world.attempt();
        auto asked = authenteq().poll(context, attempt);
        QVERIFY(asked.start() == nullptr);
        QVERIFY(asked.result().state == State::awaiting);
    }

    void wayBack_isCancelled() {
        const World world;
        const auto progress = resultOf(world, RedirectReturn{backUrl});
        QVERIFY(progress.state == State::cancelled && progress.dropped.empty());
    }

    void returnWithoutACode_isDeclined() {
        const World world;
        const std::string state = World::state;
        const auto said = [&](const std::string& query) {
            const auto progress = resultOf(world, RedirectReturn{World::returned(query)});
            return std::string{toWord(progress.state)} + " " + progress.providerCode;
        };
        QCOMPARE(said("state=" + state), std::string{"declined no code"});
        QCOMPARE(said("error=access_denied&state=" + state), std::string{"declined access_denied"});
        QCOMPARE(said("code=code_1&error=server%0Aerror&state=" + state), std::string{"declined server error"});
        QCOMPARE(said("error=a&error=b&state=" + state), std::string{"declined error"});
        QCOMPARE(said("error=" + std::string(100, 'x') + "&state=" + state),
                 std::string{"declined "} + std::string(64, 'x'));
    }

    void code_isExchangedAtMostOnce_asAForm() {
        const World world;
        const auto context = world.context();
        const auto attempt = world.attempt();
        const Return returned =
            RedirectReturn{World::returned(std::string{"state="} + World::state + "&code=c%2B1&x=y")};
        auto call = authenteq().complete(context, attempt, returned);
        const auto* request = call.start();
        QVERIFY(request != nullptr);
        QCOMPARE(request->method, std::string{"POST"});
        QCOMPARE(request->url, std::string{"https://api.authenteq.com/v2/web-kyc/token"});
        QCOMPARE(request->idempotencyKey, std::string{"key-1/token"});
        QVERIFY(!request->repeatable && !request->replayable);
        const auto type = headerOf(*request, "Content-Type");
        const std::string prefix = "multipart/form-data; boundary=";
        QVERIFY(type.starts_with(prefix));
        const auto line = "--" + type.substr(prefix.size());
        std::string expected;
        for (const auto& [name, value] :
             std::vector<std::pair<std::string, std::string>>{{"grantType", "authorization_code"},
                                                              {"code", "c+1"},
                                                              {"redirectUri", "https://desk.example/return/authenteq"},
                                                              {"clientId", "com.acme.bank"},
                                                              {"clientSecret", "cs_test_0001"}}) {
            expected += line + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
        }
        QCOMPARE(request->body, expected + line + "--\r\n");
        // The same call again is the same bytes: the journal holds the answer to it.
        auto again = authenteq().complete(context, attempt, returned);
        const auto* repeated = again.start();
        QCOMPARE(repeated->body, request->body);
        QCOMPARE(repeated->idempotencyKey, request->idempotencyKey);
        auto other = attempt;
        other.idempotencyKey = "key-2";
        auto later = authenteq().complete(context, other, returned);
        QVERIFY(later.start()->body != request->body);

        request = call.answer({200, R"({"token":"tk_1"})", {}});
        QVERIFY(request != nullptr);
        QCOMPARE(request->method, std::string{"GET"});
        QCOMPARE(request->url, std::string{"https://api.authenteq.com/v2/web-kyc/details"});
        QCOMPARE(headerOf(*request, "Authorization"), std::string{"Bearer tk_1"});
        QVERIFY(request->repeatable && request->idempotencyKey.empty());
        QVERIFY(request->longestReply > 2 * longestDocument);
        QVERIFY(!request->fromOutside);
        QVERIFY(call.answer({200, R"({"details":{"surname":"SCHMIDT"}})", {}}) == nullptr);
        QVERIFY(call.result().state == State::completed);
    }

    void code_withoutAKey_isNeverSent() {
        const World world;
        const auto context = world.context();
        auto attempt = world.attempt();
        attempt.idempotencyKey.clear();
        const Return returned = RedirectReturn{World::returnedWithCode()};
        auto call = authenteq().complete(context, attempt, returned);
        QVERIFY(call.start() == nullptr);
        QVERIFY_THROWS_EXCEPTION(ProviderError, (void)call.result());
    }

    void lostExchange_isNotTriedAgain() {
        for (const bool idv : {false, true}) {
            World world;
            if (idv) {
                world.useWebIdv();
            }
            const auto context = world.context();
            const auto attempt = world.attempt();
            const Return returned = RedirectReturn{World::returnedWithCode()};
            auto call = authenteq().complete(context, attempt, returned);
            QVERIFY(call.start() != nullptr);
            const ProviderError lost{Failure::providerUnreachable, "no answer in time"};
            QVERIFY(call.fail(std::make_exception_ptr(lost)) == nullptr);
            try {
                (void)call.result();
                QFAIL("there is a result");
            } catch (const ProviderError& error) {
                QCOMPARE(error.failure(), Failure::answerLost);  // which is final
                QVERIFY(std::string{error.what()}.find("start again") != std::string::npos);
            }
        }
    }

    void otherFailuresOfTheExchange_keepTheirName() {
        const World world;
        const auto context = world.context();
        const auto attempt = world.attempt();
        const Return returned = RedirectReturn{World::returnedWithCode()};
        auto call = authenteq().complete(context, attempt, returned);
        QVERIFY(call.start() != nullptr);
        QVERIFY(call.fail(std::make_exception_ptr(ProviderError{Failure::internal, "no journal"})) == nullptr);
        try {
            (void)call.result();
            QFAIL("there is a result");
        } catch (const ProviderError& error) {
            QCOMPARE(error.failure(), Failure::internal);
        }
    }

    void details_withoutAnAnswer_mayBeAskedForAgain() {
        const World world;
        const auto context = world.context();
        const auto attempt = world.attempt();
        const Return returned = RedirectReturn{World::returnedWithCode()};
        auto call = authenteq().complete(context, attempt, returned);
        QVERIFY(call.start() != nullptr);
        QVERIFY(call.answer({200, R"({"token":"tk_1"})", {}}) != nullptr);
        const ProviderError down{Failure::providerUnreachable, "no answer in time"};
        QVERIFY(call.fail(std::make_exception_ptr(down)) == nullptr);
        try {
            (void)call.result();
            QFAIL("there is a result");
        } catch (const ProviderError& error) {
            QCOMPARE(error.failure(), Failure::providerUnreachable);  // which is tried again
        }
    }

    void pictures_areKeptAsDocuments_andNotTwice() {
        const World world;
        const auto context = world.context();
        const auto attempt = world.attempt();
        const Return returned = RedirectReturn{World::returnedWithCode()};
        const std::string bytes(3000, '\xff');
        const auto picture = crypto::toBase64(crypto::viewOf(bytes));
        for (const bool broken : {false, true}) {
            auto call = authenteq().complete(context, attempt, returned);
            QVERIFY(call.start() != nullptr);
            QVERIFY(call.answer({200, R"({"token":"tk_1"})", {}}) != nullptr);
            const json answer{{"croppedDocs", {{"front", picture}, {"back", broken ? json("%") : json()}}},
                              {"details", {{"surname", "SCHMIDT"}}}};
            QVERIFY(call.answer({200, answer.dump(), {}}) == nullptr);
            std::string raw;
            try {
                const auto progress = call.result();
                QVERIFY(!broken && progress.documents.front().bytes == bytes);
                raw = progress.raw;
            } catch (const ProviderError& error) {
                QVERIFY(broken);
                raw = error.raw();
            }
            QVERIFY(raw.find("SCHMIDT") != std::string::npos);
            QVERIFY(raw.find("(4000 characters)") != std::string::npos && raw.size() < 200);
        }
    }

    void webIdv_asksWhereToGo_andUsesTheCodeOnce() {
        World world;
        world.useWebIdv();
        world.flow.options = {{"flow_slug", "branch"}, {"multi_document", true}};
        const auto context = world.context();
        const auto subject = world.subject();
        auto begin = authenteq().begin(context, subject);
        const auto* request = begin.start();
        QCOMPARE(request->method, std::string{"GET"});
        const auto redirectUrl =
            std::string{"redirectUrl=https%3A%2F%2Fdesk.example%2Freturn%2Fauthenteq%3Fstate%3D"} + World::state;
        QCOMPARE(request->url, "https://api.app.authenteq.com/web-idv/verification-url?" + redirectUrl);
        QCOMPARE(headerOf(*request, "Authorization"),
                 "Basic " + crypto::toBase64(crypto::viewOf("com.acme.bank:cs_test_0001")));
        QCOMPARE(headerOf(*request, "AQ-Flow-Slug"), std::string{"branch"});
        QCOMPARE(headerOf(*request, "AQ-Multi-Document-Flow"), std::string{"On"});
        begin.answer({200, json{{"verificationUrl", "https://web-idv.app.authenteq.com/verify?token=t"}}.dump(), {}});
        const auto begun = begin.result();
        QCOMPARE(begun.providerKey, std::string{World::key});
        const auto& redirect = std::get<RedirectLaunch>(begun.launches.front().what);
        QCOMPARE(redirect.origins, (std::vector<std::string>{"https://web-idv.app.authenteq.com"}));

        const auto attempt = world.attempt();
        const Return returned = RedirectReturn{World::returned(std::string{"state="} + World::state + "&code=code_1")};
        auto call = authenteq().complete(context, attempt, returned);
        request = call.start();
        QCOMPARE(request->method, std::string{"GET"});
        QCOMPARE(request->url,
                 "https://api.app.authenteq.com/web-idv/verification-result?" + redirectUrl + "&code=code_1");
        QCOMPARE(request->idempotencyKey, std::string{"key-1/result"});
        QVERIFY(!request->repeatable && !request->replayable);
        call.answer({200, R"({"status":"PASSED"})", {}});
        QVERIFY(call.result().state == State::completed);
    }

    void documents_areKept_whereAFlowDoesNotSayOtherwise() {
        QVERIFY(authenteq().info().keeps == (Keep{true, false}));
    }

    void webhooks_areNotTaken() {
        const World world;
        const auto pushed = authenteq().receive(world.context(), {{}, R"({"id":"x"})"});
        QVERIFY(std::holds_alternative<Rejected>(pushed.what));
        QVERIFY(!pushed.authenticated);
    }
};

VERDESK_TEST(AuthenteqCallsTest)
#include "calls_test.moc"
