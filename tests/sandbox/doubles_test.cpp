// What all doubles share: settings and secrets, the desk that they are told about, the control API.
#include "sandbox/doubles.h"

#include "harness.h"
#include "json_compare.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class DoublesTest : public QObject {
    Q_OBJECT

    static Json readyOf(const std::string& stateFile, const std::string& settings = R"({"practice":true})") {
        boost::asio::io_context context;
        Options options;
        options.stateFile = stateFile;
        options.readSettings(settings);
        return Json::parse(Sandbox{context.get_executor(), options}.readyLine());
    }

private Q_SLOTS:
    void everyDouble_hasItsIdAndItsPlace() {
        std::set<std::string_view> ids;
        std::set<std::string_view> hosts;
        for (const auto& kind : doubles()) {
            QVERIFY(ids.insert(kind.id).second);
            QVERIFY(hosts.insert(kind.host).second);
        }
        const auto ready = readyOf({});
        for (const auto& id : ids) {
            QVERIFY(ready.at(std::string{id}).is_object());
        }
    }

    void practice_isToldOnlyWhereItIsAskedFor_eachSecretUnderItsName() {
        QVERIFY(!readyOf({}, "{}").contains("practice"));
        const auto ready = readyOf({});
        QCOMPARE(ready.at("practice").size(), doubles().size());
        std::set<std::string> names;
        for (const auto& one : ready.at("practice")) {
            const auto text = one.at("configuration").get<std::string>();
            for (const auto& [name, secret] : one.at("secrets").items()) {
                QVERIFY2(names.insert(name).second, name.c_str());
                QVERIFY(text.find("{ env = \"" + name + "\" }") != std::string::npos);
                QVERIFY(text.find(secret.get<std::string>()) == std::string::npos);
            }
        }
    }

    void secrets_thatTheSandboxMade_surviveARestart() {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("state.json")).toStdString();
        const auto secrets = [](const Json& ready) {
            Json all = Json::array();
            for (const auto& one : ready.at("practice")) {
                all.push_back(one.at("secrets"));
            }
            return all;
        };
        const auto first = secrets(readyOf(file));
        COMPARE_JSON(secrets(readyOf(file)), first);
        QVERIFY(secrets(readyOf({})) != first);
    }

    void state_ofAnOlderSandbox_isTakenAsFarAsItGoes() {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("state.json")).toStdString();
        readyOf(file);
        auto state = Json::parse(textIn(file));
        state["passid"].erase("secrets");
        state["passid"].erase("deliveries");
        for (const auto& kind : doubles()) {
            if (kind.id != "passid") {
                state.erase(std::string{kind.id});
            }
        }
        state["deliveries"] = Json::array();
        write(file, textOf(state));
        QVERIFY(readyOf(file).at("ready").get<bool>());
    }

    void desk_isToldToAll_andWebhooksFindIt() {
        Harness harness;
        Receiver hooks{harness.loop()};
        const auto origin = hooks.url().substr(0, hooks.url().rfind('/'));
        QCOMPARE(harness.post("/control/desk", {{"publicOrigin", origin}, {"institution", "Other"}}).status, 200);
        harness.verify("KE8V-3TXY-Z72L");
        COMPARE_JSON(harness.open()["deepLink"].get<std::string>().ends_with("&i=Other"), true);
        const auto url = harness.get("/control/passid/deliveries").json()["deliveries"][0]["url"].get<std::string>();
        QVERIFY(url.starts_with(origin + "/hooks/passid/"));
        for (const auto* bad : {"http://example.com", "https://127.0.0.1", "http://127.0.0.1:1/path", "x"}) {
            QCOMPARE(harness.post("/control/desk", {{"publicOrigin", bad}}).status, 400);
        }
    }

    void control_refusesPagesOfOtherOrigins() {
        Harness harness;
        const auto reply = [&](const Headers& headers) {
            return harness.post("/control/clock", Json::object(), headers).status;
        };
        QCOMPARE(reply({}), 200);
        QCOMPARE(reply({{"Origin", "http://127.0.0.1"}}), 200);  // the harness's Host
        QCOMPARE(reply({{"Origin", "https://evil.example"}}), 403);
        QCOMPARE(reply({{"Origin", "null"}}), 403);
    }

private:
    static std::string textIn(const std::string& path) {
        QFile file{QString::fromStdString(path)};
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
    }
    static void write(const std::string& path, const std::string& text) {
        QFile file{QString::fromStdString(path)};
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
            file.write(QByteArray::fromStdString(text));
        }
    }
};

VERDESK_TEST(DoublesTest)
#include "doubles_test.moc"
