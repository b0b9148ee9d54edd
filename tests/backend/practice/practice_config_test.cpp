#include "backend/practice/practice_config.h"
#include "providers/passid/settings.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;

class PracticeConfigTest : public QObject {
    Q_OBJECT

    static Config config() {
        const PracticeSecrets secrets{crypto::Secret{crypto::toBase64(crypto::Key::random().bytes())},
                                      crypto::Secret{"sk_sandbox_invented"}, crypto::Secret{"whsec_invented"},
                                      crypto::Secret{"0123456789abcdef01234567"}};
        return practiceConfig({"/nowhere", "http://127.0.0.1:40001", "http://127.0.0.1:40001/phone"}, secrets);
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
    }

    void firstFlow_asksForEverythingThatPassidProves_theSecondForLittle() {
        const auto practice = config();
        QCOMPARE(practice.flows.size(), std::size_t{2});
        const auto everything = providers::passid::settingsOf(practice.flows[0].flow);
        QCOMPARE(everything.permissions.size(), std::size_t{7});
        const auto little = providers::passid::settingsOf(practice.flows[1].flow);
        QCOMPARE(little.permissions.size(), std::size_t{2});
        for (const auto& flow : practice.flows) {
            QVERIFY(flow.flow.launches == (std::vector{LaunchKind::qr, LaunchKind::token}));
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
