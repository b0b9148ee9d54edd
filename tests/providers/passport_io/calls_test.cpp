// What is sent to Passport.io, what the desk is given, and when nothing is sent.

#include "claims/verdict.h"
#include "providers/registry.h"
#include "tests/providers/passport_io/fixture.h"

#include "tests/providers/support/subject.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;

namespace {

const Provider& passportIo() {
    return *find("passport_io");
}

std::string headerOf(const HttpRequest& request, std::string_view name) {
    return std::string{findHeader(request.headers, name).value_or("none")};
}

Subject subject(LaunchKind launch) {
    return test::subjectOf("0196-v", launch, "nonce");
}

Attempt attempt(LaunchKind launch) {
    return {VerificationId{"0196-v"}, launch, "0196-v", "key-1"};
}

Failure failureOf(Exchange<Begun> call) {
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

class PassportIoCallsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void begin_asksForATokenWithTheSecret() {
        const test::PassportIoFixture world;
        const auto context = world.context();
        const auto about = subject(LaunchKind::widget);
        auto call = passportIo().begin(context, about);
        const auto* request = call.start();
        QVERIFY(request != nullptr);
        QCOMPARE(request->method, std::string{"POST"});
        QCOMPARE(request->url, std::string{"https://kyc.passport.io/api/v1/verification-token"});
        QCOMPARE(request->body, std::string{"verify_request_type=user_verification"});
        QCOMPARE(headerOf(*request, "Content-Type"), std::string{"application/x-www-form-urlencoded"});
        QCOMPARE(headerOf(*request, "Authorization"), std::string{"Bearer cs_test_0001"});
        QVERIFY(request->repeatable && request->idempotencyKey.empty());
        QCOMPARE(request->within, std::chrono::milliseconds{5000});
    }

    void begin_givesTheWidget_withoutTheSecret() {
        test::PassportIoFixture world;
        world.account.options["widget_base_url"] = "https://My.Passport.example:443/";
        world.account.options["token_minutes"] = 10;
        world.account.options["result_within_hours"] = 2;
        const auto context = world.context();
        const auto about = subject(LaunchKind::widget);
        auto call = passportIo().begin(context, about);
        QVERIFY(call.start() != nullptr);
        QVERIFY(call.answer({200, R"({"token":"a b&c=/+"})", {}}) == nullptr);
        const auto begun = call.result();
        QCOMPARE(begun.providerKey, std::string{"0196-v"});
        QCOMPARE(toText(*begun.deadline), std::string{"2026-03-17T16:02:11.000Z"});
        QCOMPARE(begun.launches.size(), std::size_t{1});
        QVERIFY(begun.launches.front().phoneUrl.empty());
        QVERIFY(begun.launches.front().opensOnce);
        QCOMPARE(toText(*begun.launches.front().expiresAt), std::string{"2026-03-17T14:12:11.000Z"});
        const auto& widget = std::get<WidgetLaunch>(begun.launches.front().what);
        QCOMPARE(widget.page, std::string{"https://My.Passport.example:443/widget-endusers/"
                                          "?clientId=acme-bank&client_token=a%20b%26c%3D%2F%2B&referenceId=0196-v"});
        QVERIFY(widget.placement == Placement::iframe);
        QCOMPARE(widget.origins, (std::vector<std::string>{"https://my.passport.example"}));
        QCOMPARE(widget.allow,
                 (std::vector<std::string>{"camera", "microphone", "fullscreen", "autoplay", "clipboard-write"}));
        QCOMPARE(widget.on.size(), std::size_t{1});
        QVERIFY(widget.on.front().match == json({{"messageType", "triggerCloseWidget"}}));
        QVERIFY(widget.on.front().then == MessageAction::finish);
        QVERIFY(toJson(begun.launches.front()).dump().find("cs_test") == std::string::npos);
        QVERIFY(begun.raw.empty());
    }

    void begin_letsTheAccountsOriginsIn_withItsPermissions() {
        test::PassportIoFixture world;
        world.allowLogin();
        world.account.options["extra_origins"] = {"https://cdn.passport.io", "https://my.passport.io"};
        world.account.options["allow"] = json::array();
        const auto context = world.context();
        const auto about = subject(LaunchKind::widget);
        auto call = passportIo().begin(context, about);
        QVERIFY(call.start() != nullptr);
        QVERIFY(call.answer({200, R"({"token":"t"})", {}}) == nullptr);
        const auto begun = call.result();
        const auto& widget = std::get<WidgetLaunch>(begun.launches.front().what);
        QCOMPARE(widget.origins, (std::vector<std::string>{"https://my.passport.io", "https://cdn.passport.io"}));
        QVERIFY(widget.allow.empty());
        const auto login = subject(LaunchKind::script);
        auto other = passportIo().begin(context, login);
        QVERIFY(other.start() == nullptr);
        const auto script = other.result();
        QCOMPARE(std::get<ScriptLaunch>(script.launches.front().what).origins,
                 (std::vector<std::string>{"https://auth.passport.io", "https://cdn.passport.io",
                                           "https://my.passport.io"}));
    }

    void begin_ofALogin_asksNobody_andQuotesForThePage() {
        test::PassportIoFixture world;
        world.allowLogin();
        const auto context = world.context();
        const auto about = subject(LaunchKind::script);
        auto call = passportIo().begin(context, about);
        QVERIFY(call.start() == nullptr);
        const auto begun = call.result();
        QCOMPARE(begun.providerKey, std::string{"0196-v"});
        QCOMPARE(toText(*begun.deadline), std::string{"2026-03-17T14:17:11.000Z"});
        const auto& script = std::get<ScriptLaunch>(begun.launches.front().what);
        QCOMPARE(script.script, std::string{"https://auth.passport.io/js/passport-qr-login.js"});
        QCOMPARE(script.origins, (std::vector<std::string>{"https://auth.passport.io"}));
        QCOMPARE(script.call,
                 std::string{R"(passportIo.renderButton({baseUrl: "https://auth.passport.io", clientId: "acme-login", )"
                             R"(clientSecret: "ls_test_0001\u003c/script>", container: container, )"
                             R"(tokenCallback: answer});)"});
        QVERIFY(script.call.find("cs_test") == std::string::npos);
    }

    void begin_ofWhatIsNotOffered_isAMisconfiguration() {
        test::PassportIoFixture world;
        const auto context = world.context();
        for (const auto launch : {LaunchKind::script, LaunchKind::qr}) {
            const auto about = subject(launch);
            QVERIFY(failureOf(passportIo().begin(context, about)) == Failure::configuration);
        }
        test::PassportIoFixture broken;
        broken.account.secrets.clear();
        const auto brokenContext = broken.context();
        const auto about = subject(LaunchKind::widget);
        QVERIFY(failureOf(passportIo().begin(brokenContext, about)) == Failure::configuration);
    }

    void widgetThatClosed_isNoResult() {
        const test::PassportIoFixture world;
        const auto context = world.context();
        const auto of = attempt(LaunchKind::widget);
        const std::vector<Return> returns{ClosedReturn{}, MessageReturn{R"({"messageType":"triggerCloseWidget"})"},
                                          RedirectReturn{"https://desk.example/return/passport_io"}};
        for (const auto& returned : returns) {
            auto call = passportIo().complete(context, of, returned);
            QVERIFY(call.start() == nullptr);
            QVERIFY(call.result().state == State::verifying);
        }
        auto asked = passportIo().poll(context, of);
        QVERIFY(asked.start() == nullptr);
        QVERIFY(asked.result().state == State::awaiting);
        QCOMPARE(passportIo().pollInterval().count(), 0);
    }

    void loginThatClosed_isCancelled() {
        const test::PassportIoFixture world;
        const auto context = world.context();
        const auto of = attempt(LaunchKind::script);
        const Return returned = ClosedReturn{};
        auto call = passportIo().complete(context, of, returned);
        QVERIFY(call.start() == nullptr);
        QVERIFY(call.result().state == State::cancelled);
    }

    void login_isNeverMoreThanReview() {
        const test::PassportIoFixture world;
        const auto context = world.context();
        const auto of = attempt(LaunchKind::script);
        const Return returned = MessageReturn{R"({"access_token":"tk_once"})"};
        auto call = passportIo().complete(context, of, returned);
        QVERIFY(call.start() == nullptr);
        claims::Evidence evidence;
        evidence.claims = call.result().claims;
        evidence.asked = {"account_holder"};
        evidence.delivered = true;
        QVERIFY(claims::judge(evidence).verdict == claims::Verdict::review);
    }

    void documents_areKept_whereAFlowDoesNotSayOtherwise() {
        QVERIFY(passportIo().info().keeps == (Keep{true, true}));
    }

    void pingback_isAnsweredWithOK() {
        QCOMPARE(passportIo().info().acknowledgement, std::string{"OK"});
    }

    void document_isFetchedThroughTheGuard() {
        const test::PassportIoFixture world;
        const auto context = world.context();
        const DocumentRef document{"data.resources[0]", "https://files.example/d.php?id=1"};
        auto call = passportIo().fetch(context, document);
        const auto* request = call.start();
        QVERIFY(request != nullptr);
        QVERIFY(request->fromOutside && request->longestReply == longestDocument);
        QCOMPARE(request->url, document.url);
        QCOMPARE(headerOf(*request, "Authorization"), std::string{"none"});
        QVERIFY(call.answer({429, "", {{"Retry-After", "7"}}}) == nullptr);
        try {
            (void)call.result();
            QFAIL("a document came of it");
        } catch (const NoDocument& none) {
            QCOMPARE(none.reply().status, 429);
            QCOMPARE(std::string{none.reply().header("Retry-After").value_or("")}, std::string{"7"});
        }
    }

    void documents_comeFromWhereTheAccountAllows() {
        test::PassportIoFixture world;
        QVERIFY(passportIo().documentRules(world.account) == DocumentRules{});
        world.account.options["document_hosts"] = json::array({"Files.example", ".cdn.example"});
        world.account.options["allow_http_documents"] = true;
        QVERIFY(passportIo().documentRules(world.account) == (DocumentRules{true, {"files.example", ".cdn.example"}}));
    }
};

VERDESK_TEST(PassportIoCallsTest)
#include "calls_test.moc"
