#include "providers/registry.h"
#include "tests/providers/authenteq/fixture.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;
using Where = ConfigProblem::Where;

namespace {

std::string found(const test::AuthenteqFixture& world) {
    std::string keys;
    for (const auto& problem : find("authenteq")->check(world.account, &world.flow)) {
        keys += (keys.empty() ? "" : " ") + std::string{problem.where == Where::account ? "account." : "flow."} +
                problem.key;
    }
    return keys;
}

}  // namespace

class AuthenteqSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void good_hasNoProblems() {
        test::AuthenteqFixture world;
        QCOMPARE(found(world), std::string{});
        world.flow.asks = find("authenteq")->info().claims;
        world.flow.options = {{"session_minutes", 1440}, {"minimum_age", 18}, {"accepted_issuers", {"DEU", "AUT"}}};
        world.account.options.update({{"kind", "web_kyc"},
                                      {"identity_base_url", "http://authenteq.localhost:4001"},
                                      {"api_base_url", "http://127.0.0.1:4001/base/"},
                                      {"authorize_path", "/oauth"},
                                      {"token_path", "/v2/web-kyc/token"},
                                      {"details_path", "/v2/web-kyc/details"},
                                      {"extra_origins", {"https://cdn.authenteq.com", "http://127.0.0.1:4002"}},
                                      {"allow", {"camera", "microphone"}},
                                      {"grant_type", "authorizationCode"}});
        QCOMPARE(found(world), std::string{});
        QVERIFY(find("authenteq")->check(world.account, nullptr).empty());
        test::AuthenteqFixture idv;
        idv.useWebIdv();
        idv.account.options.update({{"url_path", "/a"}, {"result_path", "/b"}});
        idv.flow.options = {{"flow_slug", "branch"}, {"multi_document", true}};
        QCOMPARE(found(idv), std::string{});
    }

    void everyMistake_isFoundAtOnce() {
        test::AuthenteqFixture world;
        world.account.options = {{"client_id", "a b"},      {"identity_base_url", "http://identity.authenteq.com"},
                                 {"api_base_url", 7},       {"authorize_path", "authorize"},
                                 {"token_path", "/a?b"},    {"url_path", "/x"},
                                 {"grant_type", "implicit"}};
        world.account.secrets.clear();
        world.flow.options = {{"session_minutes", 0},
                              {"minimum_age", "18"},
                              {"accepted_issuers", {"DEU", "de"}},
                              {"flow_slug", "s"},
                              {"multi_document", 1}};
        world.flow.asks = {"surname", "tier"};
        world.flow.launches = {LaunchKind::qr};
        QCOMPARE(found(world),
                 std::string{"account.client_id account.client_secret account.identity_base_url account.api_base_url "
                             "account.authorize_path account.token_path account.url_path account.grant_type "
                             "flow.session_minutes flow.minimum_age flow.accepted_issuers flow.multi_document "
                             "flow.flow_slug flow.multi_document flow.asks flow.launches"});
    }

    void optionsOfTheOtherKind_areMistakes() {
        test::AuthenteqFixture world;
        world.useWebIdv();
        world.account.options.update({{"identity_base_url", "https://identity.authenteq.com"},
                                      {"token_path", "/t"},
                                      {"grant_type", "authorization_code"}});
        QCOMPARE(found(world), std::string{"account.identity_base_url account.token_path account.grant_type"});
        QVERIFY(find("authenteq")->check(world.account, nullptr).front().message.find("web_idv") != std::string::npos);
        for (const auto& kind : {json("idv"), json(7)}) {
            test::AuthenteqFixture other;
            other.account.options["kind"] = kind;
            QCOMPARE(found(other), std::string{"account.kind"});
        }
    }

    void everyOption_isOneThatIsRead() {
        const auto& info = find("authenteq")->info();
        for (const auto& key : info.accountOptions) {
            test::AuthenteqFixture world;
            world.account.options[key] = json::object();  // of a type that none has
            QVERIFY2(found(world).find("account." + key) != std::string::npos, key.c_str());
        }
        for (const auto& key : info.flowOptions) {
            test::AuthenteqFixture world;
            world.useWebIdv();
            world.flow.options[key] = json::object();
            QVERIFY2(found(world).find("flow." + key) != std::string::npos, key.c_str());
        }
    }

    void originsAndPermissions_haveToBeExact() {
        for (const auto* origin :
             {"http://cdn.authenteq.com", "https://cdn.authenteq.com/", "https://CDN.authenteq.com",
              "https://cdn.authenteq.com:443", "https://*.authenteq.com", "cdn.authenteq.com", "*",
              "https://a@cdn.authenteq.com", "https://cdn.authenteq.com/x", "data:", ""}) {
            test::AuthenteqFixture world;
            world.account.options["extra_origins"] = {"https://ok.example", origin};
            QVERIFY2(found(world) == "account.extra_origins", origin);
        }
        for (const auto* permission : {"geolocation", "Camera", "fullscreen", "camera *", "*", ""}) {
            test::AuthenteqFixture world;
            world.account.options["allow"] = json::array({permission});
            QVERIFY2(found(world) == "account.allow", permission);
        }
    }

    void secret_thatNoHeaderTakes_isNamed_andNotShown() {
        test::AuthenteqFixture world;
        world.account.secrets["client_secret"].front() = crypto::Secret{"cs_live\r\n--boundary"};
        const auto problems = find("authenteq")->check(world.account, nullptr);
        QCOMPARE(problems.size(), std::size_t{1});
        QVERIFY(problems.front().message.find("cs_live") == std::string::npos);
    }

    void pages_areKnownBeforehand_ofWebKycAlone() {
        test::AuthenteqFixture world;
        QCOMPARE(find("authenteq")->pageOrigins(world.account, world.flow),
                 std::vector<std::string>{"https://identity.authenteq.com"});
        world.useWebIdv();
        QVERIFY(find("authenteq")->pageOrigins(world.account, world.flow).empty());
        world.account.options["extra_origins"] = json::array({"https://cdn.authenteq.com"});
        QCOMPARE(find("authenteq")->pageOrigins(world.account, world.flow),
                 std::vector<std::string>{"https://cdn.authenteq.com"});
    }

    void environment_isNotToldByTheCredentials() {
        const test::AuthenteqFixture world;
        QCOMPARE(find("authenteq")->environmentOf(world.account), Environment::unknown);
    }
};

VERDESK_TEST(AuthenteqSettingsTest)
#include "settings_test.moc"
