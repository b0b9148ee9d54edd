// Opening a session: what Identomat is told, and what the desk and the customer's phone are given.

#include "providers/registry.h"
#include "tests/providers/identomat/fixture.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;
using World = test::IdentomatFixture;

namespace {

struct Opened {
    json parameters;
    HttpRequest request;
    Begun begun;
};

Opened openedBy(const World& world, const Subject& subject) {
    const auto context = world.context();
    auto call = find("identomat")->begin(context, subject);
    auto* request = call.start();
    if (request == nullptr) {
        (void)call.result();
        throw std::runtime_error{"no call was made"};
    }
    Opened opened{json::parse(request->body), *request, {}};
    if (call.answer({200, json(World::token).dump(), {}}) != nullptr) {
        throw std::runtime_error{"a further call was made"};
    }
    opened.begun = call.result();
    return opened;
}

Opened openedBy(const World& world, LaunchKind launch = LaunchKind::widget) {
    return openedBy(world, world.subject(launch));
}

const WidgetLaunch& widgetIn(const Opened& opened) {
    return std::get<WidgetLaunch>(opened.begun.launches.front().what);
}

const std::string page = std::string{"https://widget.identomat.com/?session_token="} + World::token;

}  // namespace

class IdentomatBeginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void session_isOpenedWithFlagsAndSteps() {
        const World world;
        const auto opened = openedBy(world);
        QCOMPARE(opened.request.url, std::string{"https://widget.identomat.com/external-api/begin/"});
        QVERIFY(opened.request.method == "POST" && opened.request.repeatable);
        QVERIFY(!findHeader(opened.request.headers, "Authorization"));
        const auto expected = json::parse(R"({
            "company_key": "invented_company_key_0001",
            "flags": {"skip_face": true, "skip_document": true, "language": "en"},
            "steps": [{"type": "identity-document", "key": "identity-document",
                       "flags": {"document_types": ["id", "passport"]}},
                      {"type": "liveness", "key": "liveness", "flags": {"liveness": true}}]})");
        QVERIFY2(opened.parameters == expected, opened.parameters.dump().c_str());
        QCOMPARE(opened.begun.providerKey, std::string{World::token});
        QVERIFY(opened.begun.raw.empty());
        QCOMPARE(toText(*opened.begun.deadline), std::string{"2026-03-17T15:02:11.000Z"});
    }

    void frame_isDone_andMayUseTheCamera() {
        const World world;
        const auto opened = openedBy(world);
        const auto& widget = widgetIn(opened);
        QCOMPARE(widget.page, page);
        QVERIFY(widget.placement == Placement::iframe);
        QCOMPARE(widget.origins, (std::vector<std::string>{"https://widget.identomat.com"}));
        QCOMPARE(widget.allow, (std::vector<std::string>{"camera"}));
        QCOMPARE(widget.on.size(), std::size_t{1});
        QVERIFY(widget.on.front().match == "DONE" && widget.on.front().then == MessageAction::finish);
        const auto& launch = opened.begun.launches.front();
        QCOMPARE(launch.phoneUrl, page);
        QCOMPARE(toText(*launch.expiresAt), std::string{"2026-03-17T14:17:11.000Z"});
        QVERIFY(!launch.opensOnce);
    }

    void redirect_saysWhereToComeBack() {
        const World world;
        const auto opened = openedBy(world, LaunchKind::redirect);
        QVERIFY(opened.parameters.at("flags").at("return_url") == "https://desk.example/return/identomat");
        const auto& redirect = std::get<RedirectLaunch>(opened.begun.launches.front().what);
        QCOMPARE(redirect.url, page);
        QCOMPARE(redirect.redirectUri, std::string{"https://desk.example/return/identomat"});
        QVERIFY(redirect.backUri.empty());
        QCOMPARE(redirect.origins, (std::vector<std::string>{"https://widget.identomat.com"}));
        QCOMPARE(opened.begun.launches.front().phoneUrl, page);
    }

    void calls_needTheMicrophone() {
        World world;
        world.flow.options["steps"].push_back({{"type", "video-call"}});
        QCOMPARE(widgetIn(openedBy(world)).allow, (std::vector<std::string>{"camera", "microphone"}));
        World saved;
        saved.flow.options = {{"config_id", "65f000000000000000000001"}};
        QCOMPARE(widgetIn(openedBy(saved)).allow, (std::vector<std::string>{"camera", "microphone", "geolocation"}));
        saved.account.options["allow"] = json::array({"geolocation"});
        QCOMPARE(widgetIn(openedBy(saved)).allow, (std::vector<std::string>{"geolocation"}));
    }

    void savedConfiguration_isNamed_andSomeOfItsStepsPreset() {
        World world;
        world.flow.options = {{"config_id", "65f000000000000000000001"}, {"session_minutes", 5}};
        auto opened = openedBy(world);
        QVERIFY(opened.parameters.at("config_id") == "65f000000000000000000001");
        QVERIFY(!opened.parameters.contains("steps"));
        QCOMPARE(toText(*opened.begun.deadline), std::string{"2026-03-17T14:07:11.000Z"});
        world.flow.options["steps"] = json::array({{{"type", "email"}}});
        opened = openedBy(world);
        QVERIFY(opened.parameters.at("steps") == json::array({{{"type", "email"}, {"key", "require_email"}}}));
    }

    void language_isTheCustomers_whereIdentomatSpeaksIt() {
        World world;
        auto subject = world.subject();
        for (const auto& [language, flag] : std::vector<std::pair<std::string, std::string>>{
                 {"ka", "ka"}, {"en-GB", "en"}, {"el", "gr"}, {"de", "-"}, {"", "-"}}) {
            subject.language = language;
            QCOMPARE(openedBy(world, subject).parameters.at("flags").value("language", "-"), flag);
        }
        world.account.options["languages"] = json::array({"de"});
        subject.language = "de";
        QVERIFY(openedBy(world, subject).parameters.at("flags").at("language") == "de");
        world.flow.options["flags"]["language"] = "ru";
        QVERIFY(openedBy(world, subject).parameters.at("flags").at("language") == "ru");
    }

    void phone_isNotOffered_whereSharingIsForbidden() {
        World world;
        world.flow.options["flags"]["restrict_url_sharing"] = true;
        for (const auto kind : {LaunchKind::widget, LaunchKind::redirect}) {
            const auto opened = openedBy(world, kind);
            QVERIFY(opened.begun.launches.front().phoneUrl.empty() && opened.begun.launches.front().opensOnce);
        }
        World here;
        here.account.options["page_base_url"] = "http://identomat.localhost:4001";
        QVERIFY(openedBy(here).begun.launches.front().phoneUrl.empty());
    }

    void participant_joinsTheSessionThatRuns() {
        World world;
        world.flow.options["flags"]["multiple_participants"] = true;
        world.flow.options["steps"].push_back({{"type", "video-call"}});
        auto subject = world.subject();
        QVERIFY(!openedBy(world, subject).parameters.contains("parent_session_id"));
        subject.parent = "p4r3nts3ss10n000000000000000000000000000";
        const auto opened = openedBy(world, subject);
        QVERIFY(opened.parameters.at("parent_session_id") == subject.parent);
        QVERIFY(!opened.request.repeatable);
    }

    void request_isSignedWithTheNewestKey() {
        World world;
        world.account.secrets["secret_key"].emplace_back("Jefe");
        world.account.secrets["secret_key"].emplace_back("older");
        const auto context = world.context();
        const auto subject = world.subject();
        auto call = find("identomat")->begin(context, subject);
        const auto* request = call.start();
        const HttpReply signedAlike = test::signedReply({200, request->body, {}}, "Jefe");
        QCOMPARE(std::string{*findHeader(request->headers, "Authorization")}, signedAlike.headers.front().second);
        QVERIFY(signedAlike.headers.front().second.starts_with("signature=\"") &&
                signedAlike.headers.front().second.ends_with("=\""));
    }

    void addresses_areTheAccounts() {
        World world;
        world.account.options = {{"api_base_url", "http://127.0.0.1:4001/"},           {"api_path", "/"},
                                 {"page_base_url", "https://go.identomat.example/"},   {"page_path", "/start"},
                                 {"extra_origins", {"https://cdn.identomat.example"}}, {"token_minutes", 2}};
        const auto opened = openedBy(world);
        QCOMPARE(opened.request.url, std::string{"http://127.0.0.1:4001/begin/"});
        QCOMPARE(widgetIn(opened).page,
                 std::string{"https://go.identomat.example/start?session_token="} + World::token);
        QCOMPARE(widgetIn(opened).origins,
                 (std::vector<std::string>{"https://go.identomat.example", "https://cdn.identomat.example"}));
        QCOMPARE(toText(*opened.begun.launches.front().expiresAt), std::string{"2026-03-17T14:04:11.000Z"});
    }

    void whatCannotBe_isAMisconfiguration() {
        World world;
        const auto failure = [&](LaunchKind kind) {
            try {
                (void)openedBy(world, kind);
            } catch (const ProviderError& error) {
                return error.failure();
            }
            return Failure::unknown;
        };
        QVERIFY(failure(LaunchKind::qr) == Failure::configuration);
        world.flow.options = json::object();
        QVERIFY(failure(LaunchKind::widget) == Failure::configuration);
        world.account.secrets.clear();
        QVERIFY(failure(LaunchKind::redirect) == Failure::configuration);
    }
};

VERDESK_TEST(IdentomatBeginTest)
#include "begin_test.moc"
