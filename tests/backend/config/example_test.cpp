// The example that administrators start from is right, and is complete.
#include "providers/registry.h"
#include "tests/backend/config/fake_provider.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

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
    // The example, with its secrets in the sample's folder.
    static std::string example(const Sample& sample) {
        sample.write("passid.segment", "00112233445566778899aabbccddeeff");
        sample.write("passid-webhook.new", "whsec_new");
        sample.write("passid-webhook.old", "whsec_old");
        return textOf("verdesk.toml");
    }
    static std::string browserChecks(const Sample& sample) {
        sample.write("passport.segment", "ffeeddccbbaa99887766554433221100");
        sample.write("passport.secret", "invented-1");
        sample.write("passport-login.secret", "invented-2");
        sample.write("passport-pingback.secret", "invented-3");
        sample.write("authenteq.secret", "invented-4");
        sample.write("passbase.secret", "invented-5");
        sample.write("identomat.key", "invented-6");
        sample.write("identomat-hmac.secret", "invented-7");
        sample.write("identomat-callback.key", "invented-8");
        sample.write("identomat.segment", "9f8e7d6c5b4a39281706f5e4d3c2b1a0");
        sample.write("passbase.segment", "0a1b2c3d4e5f60718293a4b5c6d7e8f9");
        sample.write("passbase-webhook.secret", "0123456789abcdef0123456789abcdef");
        sample.write("passbase-metadata.pem", textOf("../../tests/crypto/data/rsa_private.pem"));
        return textOf("browser-checks.toml");
    }
    // With what is only shown switched on, but for the settings of Authenteq's other kind.
    static std::string withEverything(const std::string& text) {
        static const QRegularExpression shown{QStringLiteral("^# (?!url_path|result_path)(?=[a-z_]+ = )"),
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

    void browserChecks_nameEveryOptionOfTheirProviders() {
        Sample sample;
        const auto text = browserChecks(sample);
        for (const auto* id : {"passport_io", "authenteq", "passbase", "identomat"}) {
            const auto& info = verdesk::providers::find(id)->info();
            auto keys = info.accountOptions;
            keys.insert(keys.end(), info.secrets.begin(), info.secrets.end());
            for (const auto& key : keys) {
                QVERIFY2(text.find("\n" + key + " = ") != std::string::npos ||
                             text.find("\n# " + key + " = ") != std::string::npos,
                         key.c_str());
            }
        }
    }

    void example_namesEverySetting() {
        Sample sample;
        sample.surroundings = surroundingsOfProcess();
        const auto text = example(sample);
        for (const auto* key :
             {"accent",          "certificate",  "key",           "sqlite",       "postgres",
              "version",         "life_seconds", "idle_seconds",  "lock_seconds", "hide_claims_seconds",
              "minimum_version", "header_kib",   "body_kib",      "connections",  "requests_per_second",
              "timeout_ms",      "poll_speed",   "proxy",         "ca_file",      "environment",
              "hook_segment",    "description",  "usual_seconds", "previous",     "minimum_engine"}) {
            QVERIFY2(text.find(std::string{key} + " = ") != std::string::npos, key);
        }
    }
};

VERDESK_TEST(ConfigExampleTest)
#include "example_test.moc"
