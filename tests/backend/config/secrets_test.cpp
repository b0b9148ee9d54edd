#include "backend/config/secret_file.h"
#include "tests/backend/config/fake_provider.h"
#include "tests/support/registry.h"

#include <QTest>

#include <unistd.h>

using namespace verdesk;
using namespace verdesk::backend;
using verdesk::backend::test::Sample;

class ConfigSecretsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void file_thatOthersCanRead_isAMistakeThatSaysHow_data() {
        QTest::addColumn<unsigned>("mode");
        QTest::newRow("group") << 0640U;
        QTest::newRow("others") << 0604U;
        QTest::newRow("group may write") << 0620U;
    }
    void file_thatOthersCanRead_isAMistakeThatSaysHow() {
        QFETCH(unsigned, mode);
        const Sample sample;
        sample.write("passid.key", "sk_sandbox_invented", mode);
        const auto found = sample.mistakesOf(sample.text());
        QVERIFY(!found.empty());
        QVERIFY(found.front().find("accounts.main.key: \"passid.key\" can be read by others (mode 06") !=
                std::string::npos);
        QVERIFY(found.front().find("chmod 600") != std::string::npos);
    }

    void sources_areToldInOrder_withoutTheirValues() {
        const Sample sample;
        std::vector<SecretSource> told;
        QVERIFY(parseConfig(sample.text(), "small.toml", sample.folder(), sample.surroundings, &told).has_value());
        using Way = SecretSource::Way;
        const auto in = [&](const char* name) { return (sample.folder() / name).string(); };
        QVERIFY(told == (std::vector<SecretSource>{{Way::file, "keys.master", in("master.key")},
                                                   {Way::file, "accounts.main.key", in("passid.key")},
                                                   {Way::environment, "accounts.main.webhook_secret", "PASSID_WEBHOOK"},
                                                   {Way::file, "accounts.main.hook_segment", in("segment")}}));
    }

    void file_ofAnotherUser_isAMistake() {
        if (::geteuid() != 0) {
            QSKIP("only root can give a file away");
        }
        const Sample sample;
        QCOMPARE(::chown((sample.folder() / "passid.key").c_str(), 12345, 12345), 0);
        const auto found = sample.mistakesOf(sample.text());
        QVERIFY(!found.empty());
        QVERIFY(found.front().find("belongs to another user") != std::string::npos);
    }

    void file_missingOrEmptyOrNoFile_isAMistake() {
        const Sample sample;
        QVERIFY(!readSecretFile(sample.folder() / "nothing"));
        sample.write("empty", "\n\n");
        QVERIFY(!readSecretFile(sample.folder() / "empty"));
        QVERIFY(!readSecretFile(sample.folder()));
    }

    void file_endsWithoutItsLineEnd() {
        const Sample sample;
        sample.write("s", "with inner  blanks \r\n");
        QCOMPARE(readSecretFile(sample.folder() / "s")->reveal(), std::string_view{"with inner  blanks "});
    }

    void credential_isReadFromSystemdsFolder() {
        Sample sample;
        const auto text = sample.with("key = { file = \"passid.key\" }", "key = { credential = \"passid\" }");
        QVERIFY(sample.mistakesOf(text).front().find("there are no systemd credentials here") != std::string::npos);
        sample.write("passid", "sk_sandbox_of_systemd", 0440);
        sample.surroundings.credentials = sample.folder();
        const auto config = sample.parse(text);
        QVERIFY(config.has_value());
        QCOMPARE(config->accounts.at("main").account.secrets.at("key").front().reveal(),
                 std::string_view{"sk_sandbox_of_systemd"});
        const auto out = sample.with("key = { file = \"passid.key\" }", "key = { credential = \"../passid\" }");
        QVERIFY(sample.mistakesOf(out).front().find("bare name") != std::string::npos);
    }

    void list_keepsItsOrder_newestFirst() {
        const Sample sample;
        sample.write("old", "whsec_old");
        const auto config = sample.parse(
            sample.with("[{ env = \"PASSID_WEBHOOK\" }]", "[{ env = \"PASSID_WEBHOOK\" }, { file = \"old\" }]"));
        QVERIFY(config.has_value());
        const auto& secrets = config->accounts.at("main").account.secrets.at("webhook_secret");
        QCOMPARE(secrets.size(), std::size_t{2});
        QCOMPARE(secrets.back().reveal(), std::string_view{"whsec_old"});
    }

    void mistake_neverQuotesASecret() {
        const Sample sample;
        sample.write("master.key", "this-is-not-a-key-but-secret");
        sample.write("segment", "short-secret");
        for (const auto& each :
             sample.mistakesOf(sample.with("key = { file = \"passid.key\" }", "key = \"in-clear\""))) {
            QVERIFY(each.find("secret\"") == std::string::npos && each.find("but-secret") == std::string::npos);
            QVERIFY(each.find("short-secret") == std::string::npos && each.find("in-clear") == std::string::npos);
        }
    }

    void write_neverTouchesWhatIsThere() {
        const Sample sample;
        const auto file = sample.folder() / "new.key";
        QVERIFY(writeSecretFile(file, crypto::Secret{"first"}).has_value());
        QVERIFY(!writeSecretFile(file, crypto::Secret{"second"}).has_value());
        QCOMPARE(readSecretFile(file)->reveal(), std::string_view{"first"});
        QCOMPARE(static_cast<unsigned>(std::filesystem::status(file).permissions()), 0600U);
    }
};

VERDESK_TEST(ConfigSecretsTest)
#include "secrets_test.moc"
