// Beginning a check: what the desk and the customer's phone are given, what goes along, and by what it is found again.

#include "crypto/bytes.h"
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

Begun begunBy(const World& world, const Subject& subject) {
    const auto context = world.context();
    auto call = passbase().begin(context, subject);
    if (call.start() != nullptr) {
        throw std::runtime_error{"a call was made"};
    }
    return call.result();
}

Begun begunBy(const World& world, LaunchKind launch = LaunchKind::widget) {
    return begunBy(world, world.subject(launch));
}

const WidgetLaunch& widgetIn(const Begun& begun) {
    return std::get<WidgetLaunch>(begun.launches.front().what);
}

json greetingIn(const Begun& begun) {
    return widgetIn(begun).on.front().reply.at("data");
}

Failure failureOf(const World& world, const Subject& subject) {
    try {
        (void)begunBy(world, subject);
    } catch (const ProviderError& error) {
        return error.failure();
    }
    return Failure::unknown;
}

// base64 of {"prefill_attributes":{"country":"de","email":"ada@example.test"}}
const std::string hostedLink =
    "https://verify.passbase.com/acme-bank?p=eyJwcmVmaWxsX2F0dHJpYnV0ZXMiOnsiY291bnRyeSI6ImRlIiwiZW1haWwiOiJhZGFAZXhh"
    "bXBsZS50ZXN0In19";

json identityBefore() {
    return json::parse(test::contentsOf("data/approved.json"));
}

}  // namespace

class PassbaseBeginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void button_isAFrameThatIsGreetedAndStarted() {
        const World world;
        const auto begun = begunBy(world);
        const auto& widget = widgetIn(begun);
        QCOMPARE(widget.page, std::string{"https://button.passbase.com/browser/v4/controller.html"});
        QVERIFY(widget.placement == Placement::iframe);
        QCOMPARE(widget.origins, (std::vector<std::string>{"https://button.passbase.com"}));
        QCOMPARE(widget.allow, (std::vector<std::string>{"microphone", "camera", "clipboard-write"}));
        const auto& greeting = widget.on.front();
        QVERIFY(greeting.match == json({{"type", "iframeLoaded"}}) && greeting.then == MessageAction::reply);
        QCOMPARE(greeting.reply.at("type").get<std::string>(), std::string{"iframeInitialize"});
        const auto& data = greeting.reply.at("data");
        QCOMPARE(data.at("apiKey").get<std::string>(), std::string{"pk_invented_0001"});
        QCOMPARE(data.at("sdkVersion").get<std::string>(), std::string{"4.4.0"});
        QVERIFY(data.at("prefillAttributes") == json({{"email", "ada@example.test"}, {"country", "de"}}));
        QVERIFY(data.at("hidden") == true && data.at("iframeBoundingRect").at("width") == 0);
        QVERIFY(!data.contains("metaData"));
        QVERIFY(json(greeting.further) == json::array({json{{"type", "iframeInitialize"}}}));
        for (std::size_t i = 1; i < 4; ++i) {
            QVERIFY(widget.on.at(i).then == MessageAction::forward);
        }
        QVERIFY(widget.on.at(3).match == json({{"type", "iframeError"}}));
        QCOMPARE(begun.launches.front().phoneUrl, hostedLink);
        QCOMPARE(toText(*begun.deadline), std::string{"2026-03-17T15:02:11.000Z"});
        QVERIFY(toJson(begun.launches.front()).dump().find(World::secretKey) == std::string::npos);
    }

    void button_thatIsShown_waitsForTheCustomer() {
        World world;
        world.flow.options = {{"show_button", true}, {"session_minutes", 15}};
        world.account.options["further_origins"] = json::array({"https://app.passbase.com"});
        const auto begun = begunBy(world);
        QVERIFY(greetingIn(begun).at("hidden") == false && widgetIn(begun).on.front().further.empty());
        QCOMPARE(widgetIn(begun).origins.back(), std::string{"https://app.passbase.com"});
        QCOMPARE(toText(*begun.deadline), std::string{"2026-03-17T14:17:11.000Z"});
    }

    void metadata_saysWhoseItIs_andOpensWithThePublicKey() {
        World world;
        world.useMetadata();
        auto subject = world.subject();
        QVERIFY(test::openedMetadata(greetingIn(begunBy(world, subject)).at("metaData")) ==
                json({{"verification", World::verification},
                      {"time", "2026-03-17T14:02:11.000Z"},
                      {"user_agent", "Verdesk/1.0 (Linux)"}}));
        // 245 bytes are all that 2048 bits leave, and a quote takes two of them.
        for (const char c : {'x', '"', '\n', '\xff'}) {
            subject.userAgent = std::string(1000, c);
            const auto opened = test::openedMetadata(greetingIn(begunBy(world, subject)).at("metaData"));
            QCOMPARE(opened.at("verification").get<std::string>(), std::string{World::verification});
            QVERIFY(opened.at("user_agent").get<std::string>().size() > 20);
        }
        subject.userAgent.clear();
        QVERIFY(!test::openedMetadata(greetingIn(begunBy(world, subject)).at("metaData")).contains("user_agent"));
    }

    void link_isARedirect_andTheSameOnThePhone() {
        const World world;
        const auto begun = begunBy(world, LaunchKind::redirect);
        const auto& redirect = std::get<RedirectLaunch>(begun.launches.front().what);
        QCOMPARE(redirect.url, hostedLink);
        QVERIFY(redirect.redirectUri.empty() && redirect.backUri.empty());
        QCOMPARE(redirect.origins, (std::vector<std::string>{"https://verify.passbase.com"}));
        QCOMPARE(redirect.allow, (std::vector<std::string>{"microphone", "camera"}));
        QCOMPARE(begun.launches.front().phoneUrl, hostedLink);
    }

    void phone_isOfferedOnlyWhereItsResultIsFound() {
        World world;
        auto subject = world.subject();
        subject.answers.clear();
        QVERIFY(begunBy(world, subject).launches.front().phoneUrl.empty());
        world.account.options["link_base_url"] = "http://passbase.localhost:4001";
        QVERIFY(begunBy(world).launches.front().phoneUrl.empty());
        world.account.options.erase("slug");
        QVERIFY(begunBy(world).launches.front().phoneUrl.empty());
    }

    void answers_thatCanBeNone_areLeftOut() {
        World world;
        world.flow.options["country"] = "ke";
        auto subject = world.subject();
        for (const auto* email : {"", "ada", "@example.test", "ada@", "a da@example.test", "a@b@c"}) {
            subject.answers = {{"email", {email}}, {"country", {"Germany"}}};
            QVERIFY2(greetingIn(begunBy(world, subject)).at("prefillAttributes") == json({{"country", "ke"}}), email);
        }
        subject.answers = {{"email", {}}};
        world.flow.options = {{"prefill", json::array()}};
        QVERIFY(!greetingIn(begunBy(world, subject)).contains("prefillAttributes"));
    }

    void key_namesTheVerification_andHidesTheAddress() {
        World world;
        const auto key = world.soughtKey();
        QVERIFY(key.starts_with(std::string{"verification:"} + World::verification + ":1773756131:"));
        QCOMPARE(key.size(), std::string{"verification::1773756131:"}.size() + 36 + 32);
        QVERIFY(key == world.soughtKey(" ADA@example.test") && key != world.soughtKey("eve@example.test"));
        QVERIFY(world.soughtKey("").ends_with("1773756131:"));
        world.account.secrets["secret_key"].front() = crypto::Secret{"another"};
        QVERIFY(key != world.soughtKey());
    }

    void knownCustomer_isAskedAboutFirst_andGetsTheAddressThatIsKnown() {
        World world;
        world.reauthenticate();
        world.useMetadata();
        const auto context = world.context();
        auto subject = world.subject();
        subject.person = World::identity;
        auto call = passbase().begin(context, subject);
        const auto* request = call.start();
        QVERIFY(request != nullptr && request->url.ends_with(std::string{"/identities/"} + World::identity));
        call.answer({200, identityBefore().dump(), {}});
        const auto begun = call.result();
        QVERIFY(greetingIn(begun).at("prefillAttributes") == json({{"email", "ada@example.test"}}));
        QCOMPARE(test::openedMetadata(greetingIn(begun).at("metaData")).at("verification").get<std::string>(),
                 std::string{World::verification});
        QVERIFY(begun.providerKey.starts_with(std::string{"authentication:"} + World::identity + ":" +
                                              World::verification + ":1600250590:"));
        QVERIFY(begun.providerKey.find("example") == std::string::npos && !begun.launches.front().phoneUrl.empty());
    }

    void whatCannotBe_isAMisconfiguration() {
        World world;
        auto subject = world.subject(LaunchKind::redirect);
        subject.answers.clear();
        QVERIFY(failureOf(world, subject) == Failure::configuration);
        QVERIFY(failureOf(world, world.subject(LaunchKind::qr)) == Failure::configuration);
        world.account.options.erase("slug");
        QVERIFY(failureOf(world, world.subject(LaunchKind::redirect)) == Failure::configuration);
        world.account.options.erase("publishable_key");
        QVERIFY(failureOf(world, world.subject()) == Failure::configuration);
        world.reauthenticate();
        QVERIFY(failureOf(world, world.subject()) == Failure::internal);
    }
};

VERDESK_TEST(PassbaseBeginTest)
#include "begin_test.moc"
