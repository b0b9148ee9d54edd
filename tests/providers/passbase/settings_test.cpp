#include "providers/registry.h"
#include "tests/providers/passbase/fixture.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;
using World = test::PassbaseFixture;
using Where = ConfigProblem::Where;

namespace {

std::string found(const World& world) {
    std::string keys;
    for (const auto& problem : find("passbase")->check(world.account, &world.flow)) {
        keys += (keys.empty() ? "" : " ") + std::string{problem.where == Where::account ? "account." : "flow."} +
                problem.key;
    }
    return keys;
}

}  // namespace

class PassbaseSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void good_hasNoProblems() {
        World world;
        QCOMPARE(found(world), std::string{});
        world.useMetadata();
        world.account.secrets["webhook_secret"].emplace_back(World::webhookSecret);
        world.account.options.update({{"project_environment", "production"},
                                      {"api_base_url", "http://passbase.localhost:4001/"},
                                      {"api_path", "/verification/v2"},
                                      {"button_base_url", "https://button.passbase.com"},
                                      {"button_path", "/browser/v4/controller.html"},
                                      {"link_base_url", "https://verify.passbase.com"},
                                      {"further_origins", {"https://app.passbase.com", "http://127.0.0.1:4001"}},
                                      {"most_pages", 200},
                                      {"decline_below", 0},
                                      {"accept_from", 1}});
        world.flow.options = {{"prefill", {"country", "email"}},
                              {"country", "de"},
                              {"countries", {"de", "ke"}},
                              {"show_button", true},
                              {"session_minutes", 1440}};
        world.flow.keep = {true, true};
        world.flow.asks = find("passbase")->info().claims;
        QCOMPARE(found(world), std::string{});
        QVERIFY(find("passbase")->check(world.account, nullptr).empty());
    }

    void everyMistake_isFoundAtOnce() {
        World world;
        world.account.options = {{"publishable_key", "pk 1"},
                                 {"slug", "a/b"},
                                 {"project_environment", "live"},
                                 {"api_base_url", "http://api.passbase.com"},
                                 {"api_path", "verification"},
                                 {"button_base_url", 7},
                                 {"button_path", "/a?b"},
                                 {"link_base_url", "verify"},
                                 {"further_origins", {"https://app.passbase.com/x", "app"}},
                                 {"decline_below", 70},
                                 {"most_pages", 0}};
        world.account.secrets.clear();
        world.account.secrets["webhook_secret"].emplace_back("too short");
        world.account.secrets["metadata_key"].emplace_back(test::contentsOf("keys/public.pem"));
        world.flow.options = {{"prefill", {"phone", "country", "country"}},
                              {"country", "DE"},
                              {"countries", {"deu"}},
                              {"show_button", 1},
                              {"session_minutes", 0}};
        world.flow.asks = {"surname", "tier", "document_front", "face_video"};
        world.flow.launches = {LaunchKind::qr, LaunchKind::redirect};
        QCOMPARE(found(world),
                 std::string{"account.secret_key account.webhook_secret account.metadata_key account.publishable_key "
                             "account.slug account.project_environment account.api_base_url account.button_base_url "
                             "account.link_base_url account.api_path account.button_path account.further_origins "
                             "account.further_origins account.decline_below account.accept_from account.most_pages "
                             "flow.prefill flow.prefill flow.country flow.countries flow.show_button "
                             "flow.session_minutes flow.asks flow.asks flow.prefill flow.asks flow.launches"});
    }

    void thresholds_comeTogetherAndInOrder() {
        World world;
        world.account.options["accept_from"] = 0.6;
        QCOMPARE(found(world), std::string{"account.accept_from"});
        world.account.options.erase("accept_from");
        QCOMPARE(found(world), std::string{"account.accept_from"});
        world.account.options.erase("decline_below");
        QCOMPARE(found(world), std::string{});
        world.account.options["accept_from"] = "0.6";
        QCOMPARE(found(world), std::string{"account.accept_from account.decline_below"});
    }

    void launches_needWhatTheyAreMadeOf() {
        World world;
        world.account.options.erase("publishable_key");
        world.account.options.erase("slug");
        QCOMPARE(found(world), std::string{"flow.launches flow.launches"});
        world.flow.launches = {LaunchKind::widget};
        QCOMPARE(found(world), std::string{"flow.launches"});
        World link;
        link.flow.options["prefill"] = json::array({"country"});
        QCOMPARE(found(link), std::string{"flow.prefill"});
        link.flow.launches = {LaunchKind::widget};
        QCOMPARE(found(link), std::string{});
    }

    void presetCountry_isOneOfThoseToChooseFrom() {
        World world;
        world.flow.options = {{"country", "fr"}, {"countries", {"de", "ke"}}};
        QCOMPARE(found(world), std::string{"flow.country"});
    }

    void reauthentication_asksNobody() {
        World world;
        world.reauthenticate();
        QCOMPARE(found(world), std::string{});
        QVERIFY(find("passbase")->needsKnown(world.flow));
        QVERIFY(find("passbase")->forms(world.flow).empty());
        world.flow.options.update({{"prefill", {"email"}}, {"country", "de"}, {"countries", {"de"}}});
        QCOMPARE(found(world), std::string{"flow.prefill flow.country flow.countries"});
    }

    void secretKey_isNotTheOneForThePage() {
        World world;
        world.account.options["publishable_key"] = World::secretKey;
        QCOMPARE(found(world), std::string{"account.publishable_key"});
    }

    void everyWebhookSecret_hasTheRightLength() {
        World world;
        world.account.secrets["webhook_secret"].emplace_back(World::webhookSecret);
        world.account.secrets["webhook_secret"].emplace_back("0123456789abcdef0123456789abcd\xc3\xa4");
        QCOMPARE(found(world), std::string{"account.webhook_secret"});
    }

    void everyOption_isOneThatIsRead() {
        const auto& info = find("passbase")->info();
        for (const auto& key : info.accountOptions) {
            World world;
            world.account.options[key] = json::object();  // of a type that none has
            QVERIFY2(found(world).find("account." + key) != std::string::npos, key.c_str());
        }
        for (const auto& key : info.flowOptions) {
            World world;
            world.flow.options[key] = json::object();
            QVERIFY2(found(world).find("flow." + key) != std::string::npos, key.c_str());
        }
    }

    void secrets_areNotShown() {
        World world;
        world.account.secrets["secret_key"].front() = crypto::Secret{"sk_live\r\nX-Other: 1"};
        world.account.secrets["webhook_secret"].emplace_back("hush");
        world.account.secrets["metadata_key"].emplace_back("hush");
        const auto problems = find("passbase")->check(world.account, nullptr);
        QCOMPARE(problems.size(), std::size_t{3});
        for (const auto& problem : problems) {
            QVERIFY(problem.message.find("hush") == std::string::npos);
            QVERIFY(problem.message.find("sk_live") == std::string::npos);
        }
    }

    void environment_isWhatTheDashboardSays() {
        World world;
        const auto told = [&] { return find("passbase")->environmentOf(world.account); };
        QCOMPARE(told(), Environment::unknown);
        world.account.options["project_environment"] = "sandbox";
        QCOMPARE(told(), Environment::sandbox);
        world.account.options["project_environment"] = "production";
        QCOMPARE(told(), Environment::live);
        world.account.options["project_environment"] = 7;
        QCOMPARE(told(), Environment::unknown);
        world.account.options = nullptr;
        QCOMPARE(told(), Environment::unknown);
    }

    void pages_areThoseOfTheLaunches() {
        World world;
        world.flow.launches = {LaunchKind::widget};
        QCOMPARE(find("passbase")->pageOrigins(world.account, world.flow),
                 std::vector<std::string>{"https://button.passbase.com"});
        world.flow.launches = {LaunchKind::redirect};
        world.account.options["further_origins"] = json::array({"https://app.passbase.com"});
        QCOMPARE(find("passbase")->pageOrigins(world.account, world.flow),
                 (std::vector<std::string>{"https://verify.passbase.com", "https://app.passbase.com"}));
    }

    void forms_askWhatTheFlowSays() {
        World world;
        const auto both = find("passbase")->forms(world.flow);
        QCOMPARE(both.size(), std::size_t{1});
        QCOMPARE(both.front().questions.size(), std::size_t{2});
        QCOMPARE(both.front().questions[0].key, std::string{"email"});
        QVERIFY(both.front().questions[1].kind == QuestionKind::text && both.front().questions[1].preset.empty());
        world.flow.options = {{"prefill", {"country"}}, {"country", "ke"}, {"countries", {"de", "ke"}}};
        const auto chosen = find("passbase")->forms(world.flow).front().questions;
        QCOMPARE(chosen.size(), std::size_t{1});
        QVERIFY(chosen[0].kind == QuestionKind::choice);
        QCOMPARE(chosen[0].options[1].title.in("de"), std::string{"KE"});
        QCOMPARE(chosen[0].preset, (std::vector<std::string>{"ke"}));
        world.flow.options = {{"prefill", json::array()}};
        QVERIFY(find("passbase")->forms(world.flow).empty());
    }
};

VERDESK_TEST(PassbaseSettingsTest)
#include "settings_test.moc"
