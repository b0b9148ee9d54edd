#include "providers/registry.h"
#include "tests/providers/passid/fixture.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;
using Where = ConfigProblem::Where;

namespace {

// "account.base_url flow.ttl_seconds": where each problem was found.
std::string found(const test::PassidFixture& world) {
    std::string keys;
    for (const auto& problem : find("passid")->check(world.account, &world.flow)) {
        keys += (keys.empty() ? "" : " ") + std::string{problem.where == Where::account ? "account." : "flow."} +
                problem.key;
    }
    return keys;
}

}  // namespace

class PassidSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void good_hasNoProblems() {
        test::PassidFixture world;
        world.flow.asks = find("passid")->info().claims;
        world.flow.launches = {LaunchKind::token, LaunchKind::qr};
        for (const int ttl : {1, 600, 3600}) {
            world.flow.options = {{"ttl_seconds", ttl}, {"institution_name", "Acme"}};
            QCOMPARE(found(world), std::string{});
        }
        world.account.options = {{"base_url", "http://127.0.0.1:4001"}, {"path_prefix", "/api/v1/bridge"}};
        QCOMPARE(found(world), std::string{});
        QVERIFY(find("passid")->check(world.account, nullptr).empty());
    }

    void ttl_outOfItsRange_isNamed_data() {
        QTest::addColumn<QString>("ttl");
        for (const char* ttl : {"0", "-1", "3601", "1e3", "600.5", "\"600\"", "true", "99999999999999999999"}) {
            QTest::newRow(ttl) << QString::fromLatin1(ttl);
        }
    }
    void ttl_outOfItsRange_isNamed() {
        QFETCH(QString, ttl);
        test::PassidFixture world;
        world.flow.options["ttl_seconds"] = json::parse(ttl.toStdString());
        QCOMPARE(found(world), std::string{"flow.ttl_seconds"});
    }

    void everyMistake_isFoundAtOnce() {
        test::PassidFixture world;
        world.account.options = {{"base_url", "ftp://x"}, {"path_prefix", "api"}};
        world.account.secrets["key"].clear();
        world.account.secrets["key"].emplace_back("");
        world.flow.options = {{"ttl_seconds", 4000}, {"institution_name", 7}};
        world.flow.asks = {"tier", "corridor", "shoe_size"};
        world.flow.launches = {LaunchKind::widget};
        QCOMPARE(found(world),
                 std::string{"account.base_url account.path_prefix account.key flow.ttl_seconds flow.institution_name "
                             "flow.asks flow.asks flow.launches"});
    }

    void messages_sayWhatToDo() {
        test::PassidFixture world;
        world.flow.options = {{"ttl_seconds", 4000}};
        const auto problems = find("passid")->check(world.account, &world.flow);
        QCOMPARE(problems.front().message, std::string{"must be from 1 to 3600, as PASSID allows"});
        world.flow.options = json::object();
        world.flow.asks = {"corridor"};
        QCOMPARE(find("passid")->check(world.account, &world.flow).front().message,
                 std::string{"\"corridor\" is nothing that PASSID proves"});
    }

    void account_withoutOptions_lacksItsAddress() {
        test::PassidFixture world;
        world.account.options = nullptr;
        QCOMPARE(found(world), std::string{"account.base_url"});
        world.account.options = {{"base_url", 7}};
        QCOMPARE(found(world), std::string{"account.base_url"});
    }

    void key_thatNoHeaderTakes_isNamed_andNotShown() {
        test::PassidFixture world;
        world.account.secrets["key"].front() = crypto::Secret{"sk_live_1\r\nX-Other: y"};
        const auto problems = find("passid")->check(world.account, nullptr);
        QCOMPARE(problems.size(), std::size_t{1});
        QCOMPARE(problems.front().key, std::string{"key"});
        QVERIFY(problems.front().message.find("sk_live") == std::string::npos);
    }

    void flow_withoutLaunches_isNamed() {
        test::PassidFixture world;
        world.flow.launches.clear();
        QCOMPARE(found(world), std::string{"flow.launches"});
    }

    void environment_isReadOffTheNewestKey() {
        test::PassidFixture world;
        QCOMPARE(find("passid")->environmentOf(world.account), Environment::sandbox);
        for (const auto* live : {"sk_live_1", "pk_live_1", "live_abc123"}) {
            world.account.secrets["key"].front() = crypto::Secret{live};
            QCOMPARE(find("passid")->environmentOf(world.account), Environment::live);
        }
        world.account.secrets["key"].emplace_back("sk_sandbox_old");
        QCOMPARE(find("passid")->environmentOf(world.account), Environment::live);
        world.account.secrets["key"].front() = crypto::Secret{};
        QCOMPARE(find("passid")->environmentOf(world.account), Environment::sandbox);
        world.account.secrets.clear();
        QCOMPARE(find("passid")->environmentOf(world.account), Environment::unknown);
    }
};

VERDESK_TEST(PassidSettingsTest)
#include "settings_test.moc"
