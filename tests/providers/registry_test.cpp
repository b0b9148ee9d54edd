#include "providers/registry.h"

#include "tests/support/registry.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace verdesk;
using namespace verdesk::providers;

class RegistryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void providers_areFoundByTheirIds() {
        std::set<std::string> ids;
        for (const auto* provider : all()) {
            QVERIFY(find(provider->info().id) == provider);
            ids.insert(provider->info().id);
        }
        QVERIFY(!ids.empty());
        QCOMPARE(ids.size(), all().size());
        QVERIFY(find("PASSID") == nullptr);
        QVERIFY(find("") == nullptr);
    }

    void providers_sayWhatTheyAre() {
        for (const auto* provider : all()) {
            const auto& info = provider->info();
            QVERIFY(!info.displayName.empty() && !info.launches.empty() && !info.claims.empty());
            QVERIFY(provider->pollInterval().count() >= 0);
            const auto& answer = info.acknowledgement;
            QVERIFY2(std::all_of(answer.begin(), answer.end(), [](char c) { return c >= ' ' && c <= '~'; }),
                     info.id.c_str());
        }
    }

    void missingClaims_areAddedOnce() {
        const std::vector<claims::Claim> given{{"tier", claims::Tier{"A"}, claims::Status::proven, "claims.tier", "A"}};
        const auto once = withMissing(given, {"tier", "score", "score"});
        QCOMPARE(once.size(), std::size_t{2});
        QCOMPARE(once.back().name, std::string{"score"});
        QCOMPARE(once.back().status, claims::Status::missing);
        QVERIFY(withMissing(once, {"tier", "score"}) == once);
    }

    void secret_isTheNewestThatIsNotEmpty() {
        Account account;
        QVERIFY(account.secret("key") == nullptr);
        account.secrets["key"].emplace_back("");
        QVERIFY(account.secret("key") == nullptr);
        account.secrets["key"].emplace_back("second");
        account.secrets["key"].emplace_back("third");
        QCOMPARE(account.secret("key")->reveal(), std::string_view{"second"});
    }
};

VERDESK_TEST(RegistryTest)
#include "registry_test.moc"
