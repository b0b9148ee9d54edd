#include "tests/backend/config/fake_provider.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using verdesk::backend::test::fakeProvider;
using verdesk::backend::test::Sample;

class ConfigLoadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parse_aRightConfiguration_isRead() {
        const Sample sample;
        const auto loaded = sample.parse(sample.text());
        if (!loaded) {
            QFAIL(toText(loaded.error().front()).c_str());
        }
        const auto& config = *loaded;
        QCOMPARE(config.institution.name, std::string{"Small Bank"});
        QCOMPARE(config.accounts.size(), std::size_t{1});
        const auto& account = config.accounts.at("main");
        QCOMPARE(account.account.environment, Environment::sandbox);
        QCOMPARE(account.hookSegment, std::string{"00112233445566778899aabbccddeeff"});
        QVERIFY(account.account.options == nlohmann::json({{"base_url", "https://api.passid.example"}}));
        QCOMPARE(account.account.secrets.at("key").front().reveal(), std::string_view{"sk_sandbox_invented"});
        QCOMPARE(account.account.secrets.at("webhook_secret").size(), std::size_t{1});
        QCOMPARE(config.environment(), Environment::sandbox);
        QCOMPARE(std::get<store::SqliteFile>(config.place).file, sample.folder() / "verdesk.db");
        QVERIFY(config.flow("second") != nullptr);
        QVERIFY(config.flow("second")->flow.options == nlohmann::json({{"ttl_seconds", 900}}));
        QVERIFY(config.flow("nobody") == nullptr);
        QVERIFY(config.branch("012") != nullptr);
        QVERIFY(config.purpose("loan") != nullptr);
    }

    void parse_listsKeepTheOrderOfTheFile() {
        const Sample sample;
        const auto config = sample.parse(sample.text()).value();
        QCOMPARE(config.flows.front().flow.id, std::string{"second"});
        QCOMPARE(config.branches.front().id, std::string{"012"});
        QCOMPARE(config.institution.purposes.front().id, std::string{"loan"});
        QVERIFY(config.flows.front().flow.launches == (std::vector{LaunchKind::qr, LaunchKind::token}));
    }

    void digest_changesWithWhatAFlowAsks_andNotWithItsSecrets() {
        const Sample sample;
        const auto before = sample.parse(sample.text()).value();
        const auto asked = sample.parse(sample.with("ttl_seconds = 900", "ttl_seconds = 901")).value();
        QVERIFY(before.flow("second")->digest != asked.flow("second")->digest);
        QCOMPARE(before.flow("another")->digest, asked.flow("another")->digest);
        const auto moved = sample.parse(sample.with("api.passid.example", "other.example")).value();
        QVERIFY(before.flow("another")->digest != moved.flow("another")->digest);
        sample.write("passid.key", "sk_sandbox_another");
        QCOMPARE(sample.parse(sample.text()).value().flow("second")->digest, before.flow("second")->digest);
    }

    void fallback_thatAsksForLess_isAWarning() {
        const Sample sample;
        const auto fallbackOf = [&](const std::string& flow, const std::string& other) {
            const auto piece = "[flows." + flow + "]";
            return sample.parse(sample.with(piece, piece + "\nfallback = \"" + other + "\"")).value();
        };
        const auto more = fallbackOf("second", "another");
        QCOMPARE(more.flow("second")->fallback, std::string{"another"});
        QVERIFY(more.warnings.empty());
        const auto less = fallbackOf("another", "second");
        QCOMPARE(less.warnings,
                 std::vector<std::string>{"flows.another.fallback: second does not ask for sanctions_clear"});
    }

    void account_saysWhoMaySend_andWhereDocumentsMayBe() {
        const Sample sample;
        const auto config = sample
                                .parse(sample.with("[flows.second]",
                                                   "hook_sources = [\"192.0.2.0/24\", \"2001:db8::/32\"]\n"
                                                   "document_origins = [\"https://a.example:8443\"]\n[flows.second]"))
                                .value();
        QCOMPARE(config.account("main")->hookSources.size(), std::size_t{2});
        QCOMPARE(config.account("main")->documentOrigins, std::vector<std::string>{"https://a.example:8443"});
        QVERIFY(config.account("main")->account.options.size() == 1);
    }

    void flow_keepsWhatItSays_orWhatItsProviderUsuallyKeeps() {
        const Sample sample;
        const auto keptBy = [&](const std::string& line) {
            return sample.parse(sample.with("ttl_seconds = 900", "ttl_seconds = 900\n" + line))
                .value()
                .flow("second")
                ->flow.keep;
        };
        QVERIFY(keptBy("") == fakeProvider().info().keeps);
        QVERIFY((keptBy("keep = [\"claims\", \"documents\"]") == providers::Keep{true, false}));
        QVERIFY((keptBy("keep = [\"video\"]") == providers::Keep{false, true}));
        QVERIFY(keptBy("keep = [\"claims\"]") == providers::Keep{});
    }

    void sender_isAProgramWithItsArguments() {
        const Sample sample;
        sample.write("send-sms", "#!/bin/sh\n", 0700);
        const auto config =
            sample
                .parse(sample.with("[keys]",
                                   "[sender]\ncommand = [\"send-sms\", \"--from\"]\ntimeout_seconds = 5\n[keys]"))
                .value();
        QCOMPARE(config.sender.command, (std::vector<std::string>{(sample.folder() / "send-sms").string(), "--from"}));
        QVERIFY(config.sender.timeout == std::chrono::seconds{5});
        QVERIFY(sample.parse(sample.text()).value().sender.command.empty());
    }

    void load_aFileThatIsNotThere_isAMistake() {
        const Sample sample;
        const auto loaded = loadConfig(sample.folder() / "nothing.toml", sample.surroundings);
        QVERIFY(!loaded);
        QVERIFY(toText(loaded.error().front()).find("nothing.toml: cannot be read") != std::string::npos);
    }
};

VERDESK_TEST(ConfigLoadTest)
#include "load_test.moc"
