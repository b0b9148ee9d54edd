#include "providers/registry.h"
#include "tests/providers/passport_io/fixture.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;
using Where = ConfigProblem::Where;

namespace {

std::string found(const test::PassportIoFixture& world) {
    std::string keys;
    for (const auto& problem : find("passport_io")->check(world.account, &world.flow)) {
        keys += (keys.empty() ? "" : " ") + std::string{problem.where == Where::account ? "account." : "flow."} +
                problem.key;
    }
    return keys;
}

}  // namespace

class PassportIoSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void good_hasNoProblems() {
        test::PassportIoFixture world;
        QCOMPARE(found(world), std::string{});
        world.allowLogin();
        world.flow.asks = find("passport_io")->info().claims;
        world.account.options.update({{"api_base_url", "http://127.0.0.1:4001"},
                                      {"widget_base_url", "http://passport-io.localhost:4001/"},
                                      {"login_base_url", "https://auth.passport.example"},
                                      {"token_path", "/api/v2/verification-token"},
                                      {"widget_path", "/w/"},
                                      {"login_script_path", "/js/login.js"},
                                      {"trusted_channel", true},
                                      {"allow_http_documents", true},
                                      {"document_hosts", {"files.passport.io", ".passport.io"}},
                                      {"extra_origins", {"https://cdn.passport.io"}},
                                      {"allow", {"camera", "clipboard-write"}},
                                      {"token_minutes", 5},
                                      {"result_within_hours", 720},
                                      {"pingback_check", "hmac_sha256"},
                                      {"pingback_header", "X-Signature"}});
        world.account.secrets["pingback_secret"].emplace_back("ps_test");
        QCOMPARE(found(world), std::string{});
        QVERIFY(find("passport_io")->check(world.account, nullptr).empty());
    }

    void everyOption_isOneThatIsRead() {
        // What the configuration may name and what a misspelt key is compared with are the same list.
        const auto& info = find("passport_io")->info();
        for (const auto* key : {"client_id", "trusted_channel", "document_hosts", "pingback_check"}) {
            QVERIFY(std::find(info.accountOptions.begin(), info.accountOptions.end(), key) !=
                    info.accountOptions.end());
        }
        for (const auto& key : info.accountOptions) {
            test::PassportIoFixture world;
            world.account.options["login_client_id"] = "x";
            world.account.secrets["login_client_secret"].emplace_back("y");
            world.account.options["pingback_check"] = "hmac_sha256";
            world.account.secrets["pingback_secret"].emplace_back("z");
            world.account.options["pingback_header"] = "X-S";
            QCOMPARE(found(world), std::string{});
            world.account.options[key] = json::object();  // of a type that none has
            QVERIFY2(found(world).find("account." + key) != std::string::npos, key.c_str());
        }
    }

    void everyMistake_isFoundAtOnce() {
        test::PassportIoFixture world;
        world.account.options = {{"api_base_url", "http://kyc.passport.io"},
                                 {"widget_base_url", 7},
                                 {"token_path", "api"},
                                 {"widget_path", "/../x"},
                                 {"trusted_channel", "yes"},
                                 {"document_hosts", {"https://files.example", "a b", "ok.example"}},
                                 {"token_minutes", 0},
                                 {"result_within_hours", 0},
                                 {"pingback_check", "rsa"},
                                 {"pingback_header", "X Signature"}};
        world.account.secrets.clear();
        world.flow.asks = {"given_names", "tier"};
        world.flow.launches = {LaunchKind::qr, LaunchKind::script};
        QCOMPARE(found(world),
                 std::string{
                     "account.client_id account.client_secret account.api_base_url account.widget_base_url "
                     "account.token_path account.widget_path account.trusted_channel account.document_hosts "
                     "account.document_hosts account.token_minutes account.result_within_hours account.pingback_check "
                     "account.pingback_secret account.pingback_header account.hook_segment flow.asks "
                     "flow.launches flow.launches"});
    }

    void login_needsAClientOfItsOwn() {
        test::PassportIoFixture world;
        world.flow.launches = {LaunchKind::script};
        QCOMPARE(found(world), std::string{"flow.launches"});
        world.account.options["login_client_id"] = "acme-bank";
        QCOMPARE(found(world), std::string{"account.login_client_secret account.login_client_id flow.launches"});
        world.account.secrets["login_client_secret"].emplace_back("cs_test_0001");
        QCOMPARE(found(world), std::string{"account.login_client_id account.login_client_secret"});
        world.account.options["login_client_id"] = "acme-login";
        world.account.secrets["login_client_secret"].front() = crypto::Secret{"ls_test_0001"};
        QCOMPARE(found(world), std::string{});
    }

    void originsAndPermissions_haveToBeExact() {
        for (const auto* origin : {"https://cdn.passport.io/", "http://cdn.passport.io", "*"}) {
            test::PassportIoFixture world;
            world.account.options["extra_origins"] = json::array({origin});
            QVERIFY2(found(world) == "account.extra_origins", origin);
        }
        for (const auto* permission : {"geolocation", "camera;", "display-capture"}) {
            test::PassportIoFixture world;
            world.account.options["allow"] = json::array({permission});
            QVERIFY2(found(world) == "account.allow", permission);
        }
    }

    void signature_needsItsParts() {
        test::PassportIoFixture world;
        world.account.options["pingback_check"] = "hmac_sha256";
        QCOMPARE(found(world), std::string{"account.pingback_secret account.pingback_header"});
        world.account.options["pingback_check"] = "none";
        world.account.secrets["pingback_secret"].emplace_back("ps_test");
        QCOMPARE(found(world), std::string{"account.pingback_secret"});
    }

    void secret_thatNoHeaderTakes_isNamed_andNotShown() {
        test::PassportIoFixture world;
        world.account.secrets["client_secret"].front() = crypto::Secret{"cs_live\r\nX-Other: y"};
        const auto problems = find("passport_io")->check(world.account, nullptr);
        QCOMPARE(problems.size(), std::size_t{1});
        QVERIFY(problems.front().message.find("cs_live") == std::string::npos);
    }

    void pages_areThoseOfTheLaunches() {
        test::PassportIoFixture world;
        world.account.options["extra_origins"] = json::array({"https://cdn.passport.io"});
        world.flow.launches = {LaunchKind::widget};
        QCOMPARE(find("passport_io")->pageOrigins(world.account, world.flow),
                 (std::vector<std::string>{"https://my.passport.io", "https://cdn.passport.io"}));
        world.allowLogin();
        world.flow.launches = {LaunchKind::script};
        QCOMPARE(find("passport_io")->pageOrigins(world.account, world.flow).front(),
                 std::string{"https://auth.passport.io"});
    }

    void environment_isNotToldByTheCredentials() {
        const test::PassportIoFixture world;
        QCOMPARE(find("passport_io")->environmentOf(world.account), Environment::unknown);
    }
};

VERDESK_TEST(PassportIoSettingsTest)
#include "settings_test.moc"
