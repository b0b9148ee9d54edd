// The examples that administrators start from are right, and have every option of every provider.
#include "providers/registry.h"
#include "tests/backend/config/fake_provider.h"
#include "tests/support/registry.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <filesystem>

using namespace verdesk::backend;
using verdesk::backend::test::Sample;

class ConfigExampleTest : public QObject {
    Q_OBJECT

    static std::string textOf(const char* name) {
        QFile file{QStringLiteral(VERDESK_TEST_DATA "/../../../docs/examples/") + QString::fromUtf8(name)};
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("the example %s is missing", name);
        }
        return QString::fromUtf8(file.readAll()).replace(QStringLiteral("/etc/verdesk/"), QString{}).toStdString();
    }
    // One that serves wherever a secret may have a length or must be no other account's.
    static std::string inventedSecret(const QString& file) {
        return file.endsWith(QStringLiteral(".pem"))
                   ? textOf("../../tests/crypto/data/rsa_private.pem")
                   : QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha256).toHex().left(32).toStdString();
    }
    // The example, with every secret that it names in the sample's folder.
    static std::string example(const Sample& sample, const char* name = "verdesk.toml") {
        const auto text = textOf(name);
        static const QRegularExpression secret{QStringLiteral("\\{ file = \"([\\w.-]+)\" \\}")};
        auto named = secret.globalMatch(QString::fromStdString(text));
        while (named.hasNext()) {
            const auto file = named.next().captured(1);
            if (!std::filesystem::exists(sample.folder() / file.toStdString())) {
                sample.write(file.toStdString(), inventedSecret(file));
            }
        }
        return text;
    }
    static std::string browserChecks(const Sample& sample) {
        return example(sample, "browser-checks.toml");
    }
    // The tables of a provider's accounts in all examples.
    static std::string accountsOf(const std::string& provider) {
        static const QRegularExpression table{
            QStringLiteral("^\\[accounts\\..*?(?=^\\[|\\z)"),
            QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption};
        const auto text = QString::fromStdString(textOf("verdesk.toml") + textOf("browser-checks.toml"));
        std::string found;
        for (auto accounts = table.globalMatch(text); accounts.hasNext();) {
            const auto account = accounts.next().captured().toStdString();
            found += account.find("\nprovider = \"" + provider + "\"") == std::string::npos ? "" : account;
        }
        return found;
    }
    // With what is only shown switched on, but for the settings of Authenteq's other kind.
    static std::string withEverything(const std::string& text) {
        static const QRegularExpression shown{
            QStringLiteral("^# (?!url_path|result_path|flow_slug|multi_document)(?=[a-z_]+ = )"),
            QRegularExpression::MultilineOption};
        return QString::fromStdString(text).replace(shown, QString{}).toStdString();
    }

private Q_SLOTS:
    void example_isRight() {
        Sample sample;
        sample.surroundings = surroundingsOfProcess();  // with the true providers
        for (const auto& each : sample.mistakesOf(example(sample))) {
            QFAIL(each.c_str());
        }
    }

    void browserChecks_areRight_behindTheExample() {
        Sample sample;
        sample.surroundings = surroundingsOfProcess();
        const auto both = example(sample) + "\n" + browserChecks(sample);
        for (const auto& each : sample.mistakesOf(both)) {
            QFAIL(each.c_str());
        }
        for (const auto& each : sample.mistakesOf(example(sample) + "\n" + withEverything(browserChecks(sample)))) {
            QFAIL(each.c_str());
        }
    }

    void examples_nameEveryOptionOfEveryProvider() {
        for (const auto* provider : verdesk::providers::all()) {
            const auto& info = provider->info();
            const auto text = accountsOf(info.id);
            auto keys = info.accountOptions;
            keys.insert(keys.end(), info.secrets.begin(), info.secrets.end());
            for (const auto& key : keys) {
                QVERIFY2(text.find("\n" + key + " = ") != std::string::npos ||
                             text.find("\n# " + key + " = ") != std::string::npos,
                         (info.id + ": " + key).c_str());
            }
        }
    }
};

VERDESK_TEST(ConfigExampleTest)
#include "example_test.moc"
