#include "backend/practice/practice_config.h"
#include "providers/passid/settings.h"
#include "providers/registry.h"
#include "sandbox/sandbox.h"
#include "tests/support/registry.h"

#include <boost/asio/io_context.hpp>

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;

class PracticeConfigTest : public QObject {
    Q_OBJECT

    static crypto::Secret master() {
        return crypto::Secret{crypto::toBase64(crypto::Key::random().bytes())};
    }
    // As a running sandbox tells them.
    static std::vector<PracticeProvider> providersOfSandbox() {
        boost::asio::io_context context;
        sandbox::Options options;
        options.readSettings(R"({"practice":true})");
        const sandbox::Sandbox sandbox{context.get_executor(), options};
        std::vector<PracticeProvider> list;
        const auto ready = nlohmann::json::parse(sandbox.readyLine());
        for (const auto& each : ready.at("practice")) {
            PracticeProvider one{each.at("provider"), each.at("configuration"), {}, each.at("fallbacks")};
            for (const auto& [name, secret] : each.at("secrets").items()) {
                one.secrets.emplace(name, crypto::Secret{secret.get<std::string>()});
            }
            list.push_back(std::move(one));
        }
        return list;
    }
    static Config config() {
        return practiceConfig({"/nowhere", "http://127.0.0.1:40001/phone", 0, 8461}, master(), providersOfSandbox());
    }

private Q_SLOTS:
    void config_isMarkedAsPractice_everywhere() {
        const auto practice = config();
        QVERIFY(practice.practice);
        QCOMPARE(practice.environment(), Environment::practice);
        for (const auto& [id, account] : practice.accounts) {
            QCOMPARE(account.account.environment, Environment::practice);
        }
        QCOMPARE(practice.staff.address, std::string{"127.0.0.1"});
        QVERIFY(practice.branch(practiceBranch) != nullptr);
        QCOMPARE(practice.publicOrigin, std::string{"http://127.0.0.1:8461"});
    }

    void everyDouble_whoseProviderIsKnown_hasItsFlows() {
        const auto practice = config();
        for (const auto& each : providersOfSandbox()) {
            const auto isIts = [&](const FlowConfig& flow) {
                return practice.account(flow.account)->provider == each.provider;
            };
            const bool there = std::any_of(practice.flows.begin(), practice.flows.end(), isIts);
            QVERIFY2(there == (providers::find(each.provider) != nullptr), each.provider.c_str());
        }
    }

    void doubleThatNobodyKnows_orWhoseWordsAreWrong_isLeftOut_theOthersStay() {
        auto providers = providersOfSandbox();
        providers.insert(providers.begin(), {"nobody", "[accounts.x]\nprovider = \"nobody\"\n", {}});
        providers.push_back({"passid", "[accounts.y]\nprovider = \"passid\"\n", {}});
        const auto practice = practiceConfig({"/nowhere", {}}, master(), providers);
        QVERIFY(practice.account("passid_practice") != nullptr);
        QVERIFY(practice.account("x") == nullptr && practice.account("y") == nullptr);
        const std::vector<PracticeProvider> none{providers.front()};
        QVERIFY_THROWS_EXCEPTION(std::logic_error, practiceConfig({"/nowhere", {}}, master(), none));
    }

    // At another account, which does not go down with it; and from a page to something that needs no page.
    void fallback_isAFlowOfAnotherAccount() {
        const auto practice = config();
        for (const auto* id : {"passid_identity", "passport_io", "authenteq"}) {
            const auto& flow = *practice.flow(id);
            const auto* other = practice.flow(flow.fallback);
            QVERIFY2(other != nullptr && other->account != flow.account, id);
            const auto isPage = [](const FlowConfig& each) { return each.flow.launches.front() != LaunchKind::qr; };
            QVERIFY2(!isPage(flow) || !isPage(*other), id);
        }
    }

    void fallback_thatIsNotThere_isNotOffered() {
        auto providers = providersOfSandbox();
        std::erase_if(providers, [](const PracticeProvider& each) { return each.provider == "passid"; });
        const auto practice = practiceConfig({"/nowhere", {}}, master(), providers);
        QCOMPARE(practice.flow("authenteq")->fallback, std::string{});
    }

    void store_isTheOneThatPracticeUses() {
        const auto key = master();
        const auto practice = practiceConfig({"/nowhere", {}}, key, providersOfSandbox());
        const auto bare = practiceStore("/nowhere", key);
        QVERIFY(std::get<store::SqliteFile>(bare.place).file == std::get<store::SqliteFile>(practice.place).file);
    }

    void firstFlow_asksForEverythingThatPassidProves_theSecondForLittle() {
        const auto practice = config();
        QVERIFY(practice.flows.size() >= 2);
        const auto everything = providers::passid::settingsOf(practice.flows[0].flow);
        QCOMPARE(everything.permissions.size(), std::size_t{7});
        const auto little = providers::passid::settingsOf(practice.flows[1].flow);
        QCOMPARE(little.permissions.size(), std::size_t{2});
        for (const auto at : {0U, 1U}) {
            QVERIFY(practice.flows[at].flow.launches == (std::vector{LaunchKind::qr, LaunchKind::token}));
        }
    }

    void texts_areThereInBothLanguages() {
        const auto practice = config();
        std::vector<Localized> texts{practice.institution.consent.text, practice.institution.attestation.text};
        for (const auto& purpose : practice.institution.purposes) {
            texts.push_back(purpose.title);
        }
        for (const auto& flow : practice.flows) {
            texts.push_back(flow.title);
            texts.push_back(flow.description);
        }
        for (const auto& text : texts) {
            QVERIFY(!text.byLanguage.at("en").empty() && !text.byLanguage.at("de").empty());
        }
    }

    void people_areOneOfEachRole() {
        std::vector<Role> roles;
        for (const auto& person : practicePeople()) {
            roles.push_back(person.role);
        }
        QVERIFY(roles == (std::vector{Role::teller, Role::officer, Role::admin}));
    }
};

VERDESK_TEST(PracticeConfigTest)
#include "practice_config_test.moc"
