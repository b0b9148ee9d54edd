#include "backend/config/mistakes.h"
#include "tests/backend/config/fake_provider.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::backend;
using verdesk::backend::test::Sample;

class ConfigMistakesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mistake_isNamedWithFileLineAndKey_data() {
        QTest::addColumn<QString>("piece");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("mistake");
        const auto row = [](const char* name, const char* piece, const char* other, const char* mistake) {
            QTest::newRow(name) << QString::fromUtf8(piece) << QString::fromUtf8(other) << QString::fromUtf8(mistake);
        };
        row("syntax", "[store]", "[store", "small.toml:21: cannot be read as TOML");
        row("unknown key", "name = ", "nmae = ",
            "small.toml:2: institution.nmae: is not a setting that Verdesk knows: did you mean \"name\"?");
        row("unknown table", "[store]", "[strength]\n[store]", "small.toml:21: strength: is not a setting");
        row("missing key", "name = \"Small Bank\"\n", "", "small.toml:1: institution.name: is missing");
        row("wrong type", "languages = [\"en\"]", "languages = \"en\"",
            "small.toml:3: institution.languages: must be a");
        row("language without text", "languages = [\"en\"]", "languages = [\"en\", \"de\"]",
            "small.toml:13: purposes.loan: has no text for \"de\"");
        row("broken pattern", "[0-9]{6}", "[0-9", "small.toml:4: institution.reference.pattern: is no regular expr");
        row("example against pattern", "123456", "12345",
            "small.toml:4: institution.reference.example: does not match the pattern");
        row("staff in the clear", "staff = { port = 0 }", "staff = { address = \"0.0.0.0\", port = 0 }",
            "small.toml:17: listen.staff.address: passwords and claims must not cross a network in the clear");
        row("certificate alone", "staff = { port = 0 }", "staff = { port = 0, certificate = \"master.key\" }",
            "small.toml:17: listen.staff.certificate: certificate and key belong together");
        row("address that is a name", "ops = { port = 0 }", "ops = { address = \"localhost\", port = 0 }",
            "small.toml:19: listen.ops.address: must be an IP address");
        row("address that is none", "staff = { port = 0 }", "staff = { address = \"127.999.1.1\", port = 0 }",
            "small.toml:17: listen.staff.address: must be an IP address");
        row("one port for two", "staff = { port = 0 }\npublic = { port = 0,",
            "staff = { port = 8443 }\npublic = { port = 8443,",
            "small.toml:18: listen.public.port: is another listener's");
        row("certificate that is none", "staff = { port = 0 }",
            "staff = { port = 0, certificate = \"master.key\", key = \"master.key\" }",
            "small.toml:17: listen.staff.certificate: has no certificate");
        row("certificate's key for everybody", "staff = { port = 0 }",
            "staff = { port = 0, certificate = \"master.key\", key = \"open.key\" }",
            "small.toml:17: listen.staff.key: can be read by everybody (mode 0644): chmod 600");
        row("ops for everybody", "ops = { port = 0 }", "ops = { address = \"10.0.0.1\", port = 0 }",
            "small.toml:19: listen.ops.address: health and metrics");
        row("port out of range", "public = { port = 0,", "public = { port = 65536,",
            "small.toml:18: listen.public.port: must be a whole number from 0 to 65535");
        row("origin with a path", "hooks.bank.example", "hooks.bank.example/x",
            "small.toml:18: listen.public.origin: must be scheme, host");
        row("no store", "sqlite = \"verdesk.db\"", "", "small.toml:21: store: needs either sqlite");
        row("two stores", "sqlite = \"verdesk.db\"", "sqlite = \"a\"\npostgres = { file = \"passid.key\" }",
            "small.toml:21: store: needs either sqlite");
        row("no master key", "file = \"master.key\"", "file = \"segment\"",
            "small.toml:25: keys.master: is not a master");
        row("key before that is none", "file = \"master.key\" }",
            "file = \"master.key\" }\nversion = 2\nprevious = { file = \"segment\" }",
            "small.toml:27: keys.previous: is not a master key");
        row("key before that is today's", "file = \"master.key\" }",
            "file = \"master.key\" }\nversion = 2\nprevious = { file = \"master.key\" }",
            "small.toml:27: keys.previous: is the same as keys.master");
        row("key before without a count", "file = \"master.key\" }",
            "file = \"master.key\" }\nprevious = { file = \"other.key\" }",
            "small.toml:24: keys.version: must count up where keys.previous is given");
        row("unknown provider", "provider = \"passid\"", "provider = \"passit\"",
            "small.toml:28: accounts.main.provider: there is no provider \"passit\"; there are: passid");
        row("the provider's own check", "base_url = \"https://api.passid.example\"\n", "",
            "small.toml:27: accounts.main.base_url: is missing");
        row("unknown option of an account", "base_url", "path_prefx = \"/x\"\nbase_url",
            "small.toml:29: accounts.main.path_prefx: is not a setting that Verdesk knows: did you mean "
            "\"path_prefix\"?");
        row("environment against the key", "base_url", "environment = \"live\"\nbase_url",
            "small.toml:29: accounts.main.environment: says \"live\", but the key is one of the sandbox environment");
        row("segment that can be guessed", "hook_segment = { file = \"segment\" }",
            "hook_segment = { env = \"PASSID_WEBHOOK\" }",
            "small.toml:32: accounts.main.hook_segment: must be 22 to 128");
        row("secret in the clear", "key = { file = \"passid.key\" }", "key = \"sk_sandbox_x\"",
            "small.toml:30: accounts.main.key: is a secret and must not stand in this file");
        row("no key", "key = { file = \"passid.key\" }\n", "", "small.toml:27: accounts.main.key: is missing");
        row("webhooks without an address", "hook_segment = { file = \"segment\" }", "",
            "small.toml:27: accounts.main.hook_segment: is missing");
        row("unknown account", "account = \"main\"\nlaunches = [\"qr\"", "account = \"mein\"\nlaunches = [\"qr\"",
            "small.toml:36: flows.second.account: there is no [accounts.mein]: did you mean \"main\"?");
        row("launch that the provider lacks", "launches = [\"token\"]", "launches = [\"widget\"]",
            "small.toml:44: flows.another.launches: PASSID does not offer \"widget\"");
        row("word that is no launch", "launches = [\"token\"]", "launches = [\"qrcode\"]",
            "small.toml:44: flows.another.launches: \"qrcode\" is no launch");
        row("claim that nobody proves", "\"sanctions_clear\"]", "\"sanction_clear\"]",
            "small.toml:45: flows.another.asks: PASSID cannot prove \"sanction_clear\": did you mean "
            "\"sanctions_clear\"?");
        row("the flow's own check", "ttl_seconds = 900", "ttl_seconds = 3601",
            "small.toml:39: flows.second.ttl_seconds: must be from 1 to 3600");
        row("fallback to itself", "ttl_seconds = 900", "ttl_seconds = 900\nfallback = \"second\"",
            "small.toml:40: flows.second.fallback: leads back to the flow itself");
        row("fallback to nothing", "ttl_seconds = 900", "ttl_seconds = 900\nfallback = \"anather\"",
            "small.toml:40: flows.second.fallback: there is no [flows.anather]: did you mean \"another\"?");
        row("source that is no network", "[flows.second]", "hook_sources = [\"192.0.2.1/24\"]\n[flows.second]",
            "small.toml:34: accounts.main.hook_sources: \"192.0.2.1/24\" is no network such as");
        row("origin with a path", "[flows.second]", "document_origins = [\"https://a.example/x\"]\n[flows.second]",
            "small.toml:34: accounts.main.document_origins: \"https://a.example/x\" must be scheme, host");
        row("proxy with a password", "[keys]", "[providers]\nproxy = \"http://a:b@proxy.example\"\n[keys]",
            "small.toml:25: providers.proxy: must be such as");
        row("engine that is no version", "[keys]", "[desk]\nminimum_engine = \"102.x\"\n[keys]",
            "small.toml:25: desk.minimum_engine: must be a version of Chromium, such as \"102\"");
        row("engine that is a number", "[keys]", "[desk]\nminimum_engine = 102\n[keys]",
            "small.toml:25: desk.minimum_engine: must be a text");
        row("what cannot be kept", "ttl_seconds = 900", "ttl_seconds = 900\nkeep = [\"claims\", \"sound\"]",
            "small.toml:40: flows.second.keep: \"sound\" cannot be kept; there are: claims, documents, video");
        row("sender without a command", "[keys]", "[sender]\ntimeout_seconds = 5\n[keys]",
            "small.toml:24: sender.command: needs the program");
        row("sender that is not there", "[keys]", "[sender]\ncommand = [\"nothing\"]\n[keys]",
            "small.toml:25: sender.command: there is no file");
        row("sender that may not be run", "[keys]", "[sender]\ncommand = [\"master.key\"]\n[keys]",
            "is no program that may be run");
        row("no flows", "[flows.", "[fows.", "small.toml: flows: is missing or empty");
    }
    void mistake_isNamedWithFileLineAndKey() {
        QFETCH(QString, piece);
        QFETCH(QString, other);
        QFETCH(QString, mistake);
        const Sample sample;
        sample.write("open.key", "no key\n", 0644);
        auto text = sample.with(piece.toStdString(), other.toStdString());
        if (piece == QStringLiteral("[flows.")) {
            text = sample.text().substr(0, sample.text().find("[flows."));
        }
        const auto found = sample.mistakesOf(text);
        QString all;
        for (const auto& each : found) {
            all += QString::fromStdString(each) + QLatin1Char('\n');
        }
        QVERIFY2(all.contains(mistake), qPrintable(QStringLiteral("got:\n") + all));
        QVERIFY2(found.size() == 1 || piece == QStringLiteral("languages = [\"en\"]") ||
                     piece.startsWith(QStringLiteral("name = ")),
                 qPrintable(QStringLiteral("one slip, one mistake; got:\n") + all));
    }

    void mistakes_areAllToldAtOnce_inTheOrderOfTheFile() {
        const Sample sample;
        const auto found = sample.mistakesOf("[institution]\nnmae = 1\n[listen.staff]\nport = -1\n[flows.x]\n");
        QVERIFY(found.size() > 10);
        QVERIFY(std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) {
            const auto line = [](const std::string& text) {
                return text.rfind("small.toml:", 0) == 0 ? std::atoi(text.c_str() + 11) : 0;
            };
            return line(a) < line(b);
        }));
    }

    void didYouMean_isForSlipsAlone() {
        QCOMPARE(didYouMean("titel", {"title", "account"}), std::string{": did you mean \"title\"?"});
        QCOMPARE(didYouMean("colour", {"title", "account"}), std::string{});
        QCOMPARE(didYouMean("x", {"title"}), std::string{});
    }
};

VERDESK_TEST(ConfigMistakesTest)
#include "mistakes_test.moc"
