// What is made of a page's end, where pictures are fetched from, and the keys of both directions.

#include "providers/registry.h"
#include "tests/providers/identomat/fixture.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;
using World = test::IdentomatFixture;

namespace {

const Provider& identomat() {
    return *find("identomat");
}

json completed(const Return& returned, std::vector<HttpReply> replies) {
    const World world;
    const auto context = world.context();
    const auto attempt = world.attempt();
    return test::askedIdentomat(identomat().complete(context, attempt, returned), std::move(replies));
}

const HttpReply inProgress{200, R"({"result": "in_progress"})", {}};
const std::string asking = std::string{R"(/result/ {"session_token":")"} + World::token + "\"}";

}  // namespace

class IdentomatCallsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pageThatIsDone_isAskedAbout() {
        const Return done = MessageReturn{"\"DONE\""};
        const Return back = RedirectReturn{"https://desk.example/return/identomat?whatever=1"};
        for (const auto* returned : {&done, &back}) {
            const auto result = completed(*returned, {inProgress});
            QVERIFY(result.at("state") == "verifying");
            QVERIFY(result.at("requests") == json::array({asking}));
        }
        QVERIFY(completed(done, {{200, R"({"result": "approved"})", {}}}).at("state") == "completed");
    }

    void pageThatWasClosed_mayStillGoOn() {
        const auto result = completed(ClosedReturn{}, {inProgress});
        QVERIFY(result.at("state") == "awaiting");
        QVERIFY(result.at("requests") == json::array({asking}));
    }

    // The end is seen once, while the next question comes anyway.
    void pageThatIsDone_whileIdentomatIsInTrouble_isAskedAboutAgain() {
        const Return done = MessageReturn{"\"DONE\""};
        QVERIFY(completed(done, {{503, "", {}}}).at("state") == "verifying");
        QVERIFY(completed(done, {{200, "<html>", {}}}).at("state") == "verifying");
        QVERIFY(completed(ClosedReturn{}, {{503, "", {}}}).at("state") == "awaiting");
        QVERIFY(completed(done, {{200, R"("COMPANY_KEY_INVALID")", {}}}).at("failure") == "provider_refused");
    }

    void otherReturns_areDropped() {
        const std::vector<Return> all{TokenReturn{crypto::Secret{"t"}}, MessageReturn{"\"done\""},
                                      MessageReturn{"{\"DONE\":true}"}, MessageReturn{"DONE"}};
        for (const auto& returned : all) {
            const auto result = completed(returned, {});
            QVERIFY(!result.at("dropped").get<std::string>().empty() && result.at("requests").empty());
        }
    }

    void pictures_comeFromTheAccountsAddressAlone() {
        const World world;
        const auto context = world.context();
        const std::string token = World::token;
        for (const auto& url : {"https://evil.example/external-api/result/face/?session_token=" + token,
                                "https://widget.identomat.com/external-api/delete/?session_token=" + token,
                                "https://widget.identomat.com/result/face/?session_token=" + token,
                                "https://widget.identomat.com/external-api/result/face/?session_token=../" + token,
                                std::string{"https://widget.identomat.com/external-api/result/face/"}, std::string{}}) {
            const DocumentRef picture{"result/face", url};
            const auto result = test::askedIdentomat(identomat().fetch(context, picture), {});
            QVERIFY2(result.at("failure") == "configuration" && result.at("requests").empty(), url.c_str());
        }
    }

    void picture_mayBeLarge() {
        const World world;
        const auto context = world.context();
        const DocumentRef picture{
            "result/face",
            std::string{"https://widget.identomat.com/external-api/result/face/?session_token="} + World::token};
        auto call = identomat().fetch(context, picture);
        const auto* request = call.start();
        QVERIFY(request != nullptr && request->longestReply == longestDocument && request->repeatable);
        QCOMPARE(std::string{*findHeader(request->headers, "Accept")}, std::string{"*/*"});
        call.answer({200, "\xff\xd8\xff", {{"Content-Type", "image/jpeg"}}});
        const auto document = call.result();
        QCOMPARE(document.path, std::string{"result/face"});
        QCOMPARE(document.bytes, std::string{"\xff\xd8\xff"});
    }

    void session_thatWasNeverBegun_isForgottenAlready() {
        const World world;
        const auto context = world.context();
        auto attempt = world.attempt();
        attempt.providerKey.clear();
        const auto result = test::askedIdentomat(identomat().forget(context, attempt), {});
        QVERIFY(result.at("state") == "done" && result.at("requests").empty());
    }

    // A vector that another implementation of HMAC gave.
    void request_isSignedAsAVectorSays() {
        World world;
        world.account.secrets["company_key"] = {crypto::Secret{"ck_test"}};
        world.account.secrets["secret_key"] = {crypto::Secret{"sk_test"}};
        const auto context = world.context();
        auto attempt = world.attempt();
        attempt.providerKey = "st_test";
        auto call = identomat().poll(context, attempt);
        const auto* request = call.start();
        QVERIFY(request != nullptr);
        QCOMPARE(request->body, std::string{R"({"company_key":"ck_test","session_token":"st_test"})"});
        QCOMPARE(std::string{*findHeader(request->headers, "Authorization")},
                 std::string{"signature=\"ppI9aMyGOhFVB/RavWjIw+mHwxhGjz4FDc5FXmTLJTg=\""});
    }

    void replies_areTakenWithEveryKeyOfTheList_whileItIsExchanged() {
        World world;
        world.account.secrets["secret_key"].emplace_back("newer");
        world.account.secrets["secret_key"].emplace_back("older");
        const auto context = world.context();
        const auto attempt = world.attempt();
        for (const auto* key : {"newer", "older"}) {
            const auto reply = test::signedReply({200, R"({"result": "approved"})", {}}, key);
            QVERIFY(test::askedIdentomat(identomat().poll(context, attempt), {reply}).at("state") == "completed");
        }
        const auto foreign = test::signedReply({200, R"({"result": "approved"})", {}}, "");
        QVERIFY(test::askedIdentomat(identomat().poll(context, attempt), {foreign}).at("failure") == "provider_broken");
    }

    void emptyCallbackKey_isNone() {
        World world;
        world.account.secrets["callback_api_key"].emplace_back("");
        for (const auto* body : {R"({"callbackApiKey": ""})", "{}", "[]", "null", ""}) {
            QVERIFY(std::holds_alternative<Rejected>(identomat().receive(world.context(), {{}, body}).what));
        }
    }

    void sampleCallback_isBelieved_andAboutNobody() {
        World world;
        QVERIFY(!identomat().sampleWebhook(world.account, world.now));
        world.account.secrets["callback_api_key"].emplace_back("");
        world.account.secrets["callback_api_key"].emplace_back(World::callbackKey);
        const auto sample = identomat().sampleWebhook(world.account, world.now);
        QVERIFY(sample.has_value());
        const auto pushed = identomat().receive(world.context(), *sample);
        QVERIFY(pushed.authenticated && std::holds_alternative<Ignored>(pushed.what));
    }

    void interval_growsUntilAHalfMinute() {
        QVERIFY(identomat().pollInterval() == std::chrono::seconds{2});
        QVERIFY(identomat().longestPollInterval() == std::chrono::seconds{30});
        QCOMPARE(identomat().normalToken("Ab 1"), std::string{"Ab 1"});
        QVERIFY(identomat().info().keeps == Keep{} && identomat().environmentOf({}) == Environment::unknown);
    }
};

VERDESK_TEST(IdentomatCallsTest)
#include "calls_test.moc"
