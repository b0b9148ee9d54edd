// Files, ends that are no message, and webhooks of ours.

#include "providers/registry.h"
#include "tests/providers/passbase/fixture.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;
using World = test::PassbaseFixture;

namespace {

const Provider& passbase() {
    return *find("passbase");
}

const std::string fileUrl = std::string{"https://api.passbase.com/verification/v2/identity/"} + World::identity +
                            "/resources/r/resource_files/f";

json fetched(const World& world, const std::string& url, std::vector<HttpReply> replies) {
    const auto context = world.context();
    const DocumentRef document{"resources[0].resource_files.f", url};
    return test::asked(passbase().fetch(context, document), std::move(replies));
}

}  // namespace

class PassbaseCallsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void file_isFetchedWithTheKey() {
        const World world;
        const auto result = fetched(world, fileUrl, {{200, "\x89PNG", {{"content-type", "image/png"}}}});
        QVERIFY(result.at("requests").size() == 1);
        QVERIFY(result.at("bytes") == "\x89PNG" && result.at("mediaType") == "image/png");
        QVERIFY(result.at("path") == "resources[0].resource_files.f");
    }

    // By the status it is told whether it is worth another try.
    void file_thatIsNotHandedOut_isNone() {
        const World world;
        for (const int status : {204, 302, 401, 403, 404, 410, 429, 500}) {
            const auto result = fetched(world, fileUrl, {{status, R"({"message":"no"})", {}}});
            QVERIFY(result.at("failure") == "no_document" && result.at("status") == status);
        }
    }

    void key_goesNowhereElse() {
        const World world;
        for (const auto* url :
             {"https://evil.example/identity/x", "https://api.passbase.com/verification/v1/identity/x",
              "https://api.passbase.com.evil.example/verification/v2/identity/x", ""}) {
            const auto result = fetched(world, url, {});
            QVERIFY2(result.at("failure") == "configuration" && result.at("requests").empty(), url);
        }
    }

    void closedPage_asks() {
        const World world;
        const auto context = world.context();
        const auto attempt = world.attempt(world.soughtKey());
        const Return closed = ClosedReturn{};
        const auto result = test::asked(passbase().complete(context, attempt, closed), {{200, R"({"data":[]})", {}}});
        QVERIFY(result.at("state") == "awaiting");
        QVERIFY(result.at("requests") == json::array({"/identities?limit=100"}));
    }

    void closedPage_whilePassbaseIsInTrouble_endsNothing() {
        const World world;
        const auto context = world.context();
        const auto attempt = world.attempt(world.soughtKey());
        const Return closed = ClosedReturn{};
        QVERIFY(test::asked(passbase().complete(context, attempt, closed), {{503, "", {}}}).at("state") == "awaiting");
    }

    void otherReturns_areDropped() {
        const World world;
        const auto context = world.context();
        const auto attempt = world.attempt(world.soughtKey());
        const Return token = TokenReturn{crypto::Secret{"t"}};
        const Return redirect = RedirectReturn{"https://desk.example/return/passbase"};
        for (const auto* returned : {&token, &redirect}) {
            const auto result = test::asked(passbase().complete(context, attempt, *returned), {});
            QVERIFY(!result.at("dropped").get<std::string>().empty());
        }
    }

    void address_isRecognisedAfterTheKeyWasExchanged() {
        World world;
        const auto attempt = world.attempt(world.soughtKey());
        auto& keys = world.account.secrets["secret_key"];
        keys.insert(keys.begin(), crypto::Secret{"sk_invented_0002"});
        const auto context = world.context();
        auto call = passbase().poll(context, attempt);
        call.start();
        auto* request = call.answer({200, test::contentsOf("data/search/by_email.body.json"), {}});
        QVERIFY(request != nullptr && request->url.ends_with(World::identity));
        QCOMPARE(std::string{*findHeader(request->headers, "x-api-key")}, std::string{"sk_invented_0002"});
    }

    void list_isNotLookedThroughForEver() {
        World world;
        world.account.options["most_pages"] = 3;
        const auto context = world.context();
        const auto attempt = world.attempt(world.soughtKey());
        std::vector<HttpReply> replies;
        for (int i = 0; i < 3; ++i) {
            replies.push_back(
                {200, json{{"cursor", {{"next", "c" + std::to_string(i)}}}, {"data", json::array()}}.dump(), {}});
        }
        const auto result = test::asked(passbase().poll(context, attempt), replies);
        QVERIFY(result.at("state") == "awaiting");
        QVERIFY(result.at("requests") == json::array({"/identities?limit=100", "/identities?limit=100&cursor=c0",
                                                      "/identities?limit=100&cursor=c1"}));
        QVERIFY(result.at("warnings").size() == 1);
        // A page that leads to itself is the last.
        replies = {replies[0], replies[0]};
        QVERIFY(test::asked(passbase().poll(context, attempt), replies).at("state") == "awaiting");
    }

    void sampleWebhook_isEncrypted_understood_andAboutNobody() {
        World world;
        QVERIFY(!passbase().sampleWebhook(world.account, world.now));
        world.account.secrets["webhook_secret"].emplace_back(World::webhookSecret);
        const auto one = passbase().sampleWebhook(world.account, world.now);
        const auto other = passbase().sampleWebhook(world.account, world.now);
        QVERIFY(one && other && one->body != other->body);
        const auto pushed = passbase().receive(world.context(), *one);
        QVERIFY(pushed.authenticated && std::holds_alternative<Ignored>(pushed.what));
    }

    void interval_growsUntilAHalfMinute() {
        QVERIFY(passbase().pollInterval() == std::chrono::seconds{5});
        QVERIFY(passbase().longestPollInterval() == std::chrono::seconds{30});
        QCOMPARE(passbase().normalToken("Ab 1"), std::string{"Ab 1"});
        QVERIFY(passbase().info().keeps == Keep{});
    }
};

VERDESK_TEST(PassbaseCallsTest)
#include "calls_test.moc"
