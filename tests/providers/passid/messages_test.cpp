// Recorded messages of PASSID. A case is a pair of files under data/begin, session, verify or webhook:
//
//   NAME.body.json   the body as it came, byte for byte
//   NAME.case.json   {"about"?, "status"? (200), "headers"?, "asks"?, "launches"? (["qr"]), "flow"? (its options),
//                     "expected": members that the result must have}
//   and for webhooks {"secrets"? (one), "signWith"? (the first of them), "scheme"? ("sha256="), "upperCase"?,
//                     "signature"? (verbatim instead; null: none)}
//
// `expected` is compared member by member: what it does not name is free. "claims" is by name, "claimNames" is the
// whole list in order, "absent" are names that must not be there. A call that fails gives "failure" and "error".

#include "contract/claim_json.h"
#include "crypto/digest.h"
#include "providers/registry.h"
#include "tests/providers/passid/fixture.h"

#include "tests/support/registry.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;

namespace {

QByteArray contentsOf(const QString& path) {
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

// What of `expected` is not in `actual`: a path and both values, or nothing.
QString differenceOf(const json& expected, const json& actual, const std::string& path = {}) {
    if (expected.is_object() && actual.is_object()) {
        for (const auto& [name, value] : expected.items()) {
            if (path.empty() && name == "absent") {
                continue;
            }
            if (!actual.contains(name)) {
                return QString::fromStdString(path + "/" + name + " is not there in " + actual.dump());
            }
            const auto difference = differenceOf(value, actual.at(name), path + "/" + name);
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return {};
    }
    return expected == actual
               ? QString{}
               : QString::fromStdString(path + " is " + actual.dump() + " instead of " + expected.dump());
}

json namesOf(const std::vector<claims::Claim>& claims) {
    json names = json::array();
    for (const auto& claim : claims) {
        names.push_back(claim.name);
    }
    return names;
}

json dumpOf(const Begun& begun) {
    json launches = json::array();
    for (const auto& launch : begun.launches) {
        launches.push_back(toJson(launch));
    }
    return {{"providerKey", begun.providerKey},
            {"deadline", begun.deadline ? json(toText(*begun.deadline)) : json{}},
            {"launches", std::move(launches)},
            {"warnings", begun.warnings},
            {"raw", begun.raw}};
}

json dumpOf(const Progress& progress) {
    json claims = json::object();
    for (const auto& claim : progress.claims) {
        claims[claim.name] = toJson(claim);
    }
    return {{"state", toWord(progress.state)},
            {"decline", progress.decline ? json(toWord(*progress.decline)) : json{}},
            {"providerCode", progress.providerCode},
            {"verifiedAt", progress.verifiedAt ? json(toText(*progress.verifiedAt)) : json{}},
            {"claims", std::move(claims)},
            {"claimNames", namesOf(progress.claims)},
            {"warnings", progress.warnings},
            {"raw", progress.raw}};
}

json dumpOf(const Pushed& pushed) {
    json out;
    if (const auto* progress = std::get_if<PushedProgress>(&pushed.what)) {
        out = dumpOf(progress->progress);
        out["what"] = "progress";
        out["key"] = progress->key;
        out["token"] = progress->token;
    } else if (const auto* wake = std::get_if<WakeUp>(&pushed.what)) {
        out = {{"what", "wake_up"}, {"key", wake->key}};
    } else if (const auto* ignored = std::get_if<Ignored>(&pushed.what)) {
        out = {{"what", "ignored"}, {"why", ignored->why}};
    } else if (const auto* rejected = std::get_if<Rejected>(&pushed.what)) {
        out = {{"what", "rejected"}, {"why", rejected->why}};
    }
    out["eventId"] = pushed.eventId;
    out["type"] = pushed.type;
    out["authenticated"] = pushed.authenticated;
    return out;
}

template <class T>
json answered(Exchange<T> call, const HttpReply& reply) {
    try {
        if (call.start() == nullptr || call.answer(reply) != nullptr) {
            return {{"failure", "not one request"}};
        }
        return dumpOf(call.result());
    } catch (const ProviderError& error) {
        return {{"failure", toWord(error.failure())}, {"error", error.what()}, {"raw", error.raw()}};
    }
}

std::vector<Header> headersOf(const json& given) {
    std::vector<Header> headers;
    const auto all = given.value("headers", json::object());
    for (const auto& [name, value] : all.items()) {
        headers.emplace_back(name, value.get<std::string>());
    }
    return headers;
}

json resultOfCall(const QString& kind, const json& given, const std::string& body, test::PassidFixture& world) {
    const auto& passid = *find("passid");
    const auto context = world.context();
    const HttpReply reply{given.value("status", 200), body, headersOf(given)};
    const Attempt attempt{VerificationId{"v"}, LaunchKind::qr, "req_7a", "key-1"};
    if (kind == QStringLiteral("begin")) {
        return answered(passid.begin(context, {VerificationId{"v"}, LaunchKind::qr, "en", "nonce"}), reply);
    }
    if (kind == QStringLiteral("session")) {
        return answered(passid.poll(context, attempt), reply);
    }
    const Return returned = TokenReturn{crypto::Secret{"PASSID-AB3X-7YQM-K9PQ-3MNX"}};
    return answered(passid.complete(context, attempt, returned), reply);
}

json resultOfPush(const json& given, const std::string& body, test::PassidFixture& world) {
    const auto secrets = given.value("secrets", std::vector<std::string>{"whsec_test_0002"});
    world.setWebhookSecrets(secrets);
    PushRequest request{headersOf(given), body};
    if (!given.contains("signature")) {
        const auto with = given.value("signWith", secrets.empty() ? std::string{} : secrets.front());
        auto hex = crypto::toHex(crypto::hmacSha256(crypto::viewOf(with), crypto::viewOf(body)));
        if (given.value("upperCase", false)) {
            std::transform(hex.begin(), hex.end(), hex.begin(),
                           [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
        }
        request.headers.emplace_back("x-passid-signature", given.value("scheme", "sha256=") + hex);
    } else if (!given.at("signature").is_null()) {
        request.headers.emplace_back("X-PASSID-Signature", given.at("signature").get<std::string>());
    }
    return dumpOf(find("passid")->receive(world.context(), request));
}

}  // namespace

class PassidMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void message_isReadAsExpected_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("kind");
        QDirIterator files{QStringLiteral(VERDESK_TEST_DATA "/passid/data"),
                           {QStringLiteral("*.case.json")},
                           QDir::Files,
                           QDirIterator::Subdirectories};
        int count = 0;
        while (files.hasNext()) {
            const QFileInfo file{files.next()};
            const auto kind = file.dir().dirName();
            const auto name = file.fileName().chopped(static_cast<int>(sizeof(".case.json")) - 1);
            QTest::newRow(qPrintable(kind + QLatin1Char('/') + name)) << file.dir().filePath(name) << kind;
            ++count;
        }
        QVERIFY2(count > 100, "the recorded messages were not found");
    }
    void message_isReadAsExpected() {
        QFETCH(QString, path);
        QFETCH(QString, kind);
        QVERIFY(QFile::exists(path + QStringLiteral(".body.json")));
        const auto body = contentsOf(path + QStringLiteral(".body.json")).toStdString();
        const auto given = json::parse(contentsOf(path + QStringLiteral(".case.json")).toStdString());
        test::PassidFixture world;
        world.flow.asks = given.value("asks", std::vector<std::string>{});
        world.flow.options = given.value("flow", json::object());
        world.flow.launches.clear();
        for (const auto& word : given.value("launches", std::vector<std::string>{"qr"})) {
            world.flow.launches.push_back(*fromWord<LaunchKind>(word));
        }

        const auto actual = kind == QStringLiteral("webhook") ? resultOfPush(given, body, world)
                                                              : resultOfCall(kind, given, body, world);

        const auto difference = differenceOf(given.at("expected"), actual);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        for (const auto& name : given.at("expected").value("absent", std::vector<std::string>{})) {
            QVERIFY2(!actual.at("claims").contains(name), name.c_str());
        }
        if (kind != QStringLiteral("webhook")) {
            QCOMPARE(actual.at("raw").get<std::string>(), body);  // kept for support, whatever came
        }
    }
};

VERDESK_TEST(PassidMessagesTest)
#include "messages_test.moc"
