// The example that administrators start from is right, and is complete.
#include "tests/backend/config/fake_provider.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QTest>

using namespace verdesk::backend;
using verdesk::backend::test::Sample;

class ConfigExampleTest : public QObject {
    Q_OBJECT

    // The example, with its secrets in the sample's folder.
    static std::string example(const Sample& sample) {
        QFile file{QStringLiteral(VERDESK_TEST_DATA "/../../../docs/examples/verdesk.toml")};
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("the example is missing");
        }
        sample.write("passid.segment", "00112233445566778899aabbccddeeff");
        sample.write("passid-webhook.new", "whsec_new");
        sample.write("passid-webhook.old", "whsec_old");
        return QString::fromUtf8(file.readAll()).replace(QStringLiteral("/etc/verdesk/"), QString{}).toStdString();
    }

private Q_SLOTS:
    void example_isRight() {
        Sample sample;
        sample.surroundings = surroundingsOfProcess();  // with the true providers
        for (const auto& each : sample.mistakesOf(example(sample))) {
            QFAIL(each.c_str());
        }
    }

    void example_namesEverySetting() {
        Sample sample;
        sample.surroundings = surroundingsOfProcess();
        const auto text = example(sample);
        for (const auto* key :
             {"accent",          "certificate",  "key",          "sqlite",       "postgres",
              "version",         "life_seconds", "idle_seconds", "lock_seconds", "hide_claims_seconds",
              "minimum_version", "header_kib",   "body_kib",     "connections",  "requests_per_second",
              "timeout_ms",      "poll_speed",   "proxy",        "ca_file",      "environment",
              "hook_segment",    "description",  "usual_seconds"}) {
            QVERIFY2(text.find(std::string{key} + " = ") != std::string::npos, key);
        }
    }
};

VERDESK_TEST(ConfigExampleTest)
#include "example_test.moc"
