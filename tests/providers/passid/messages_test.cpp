// Recorded messages of PASSID, as tests/providers/support/messages.h says, under data/begin, session, verify, webhook
// or probe (a look at the account, with "further" answers and "environment"?). Webhooks have also {"secrets"? (one),
// "signWith"? (the first of them), "scheme"? ("sha256="), "upperCase"?, "signature"? (verbatim instead; null: none)}.

#include "tests/providers/support/messages.h"
#include "crypto/digest.h"
#include "providers/registry.h"
#include "tests/providers/passid/fixture.h"

#include "tests/providers/support/subject.h"
#include "tests/support/registry.h"

#include <QTest>

#include <algorithm>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;

namespace {

json resultOfCall(const test::Message& message, const test::PassidFixture& world) {
    const auto& passid = *find("passid");
    const auto context = world.context();
    const Attempt attempt{VerificationId{"v"}, LaunchKind::qr, "req_7a", "key-1"};
    const auto subject = test::subjectOf("v", LaunchKind::qr, "nonce");
    if (message.kind == "begin") {
        return test::answered(passid.begin(context, subject), {message.reply()});
    }
    if (message.kind == "session") {
        return test::answered(passid.poll(context, attempt), {message.reply()});
    }
    const Return returned = TokenReturn{crypto::Secret{"PASSID-AB3X-7YQM-K9PQ-3MNX"}};
    return test::answered(passid.complete(context, attempt, returned), {message.reply()});
}

json resultOfProbe(const test::Message& message, test::PassidFixture& world) {
    world.account.environment = *fromWord<Environment>(message.given.value("environment", "sandbox"));
    world.setWebhookSecrets(message.given.value("secrets", std::vector<std::string>{"whsec_test_0123456789abcdef"}));
    const auto context = world.context();
    return test::probed(find("passid")->probe(context), message, "https://api.passid.example/api/bridge");
}

json resultOfPush(const test::Message& message, test::PassidFixture& world) {
    const auto& [kind, given, body] = message;
    const auto secrets = given.value("secrets", std::vector<std::string>{"whsec_test_0002"});
    world.setWebhookSecrets(secrets);
    PushRequest request{message.headers(), body};
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
    return test::dumpOf(find("passid")->receive(world.context(), request));
}

}  // namespace

class PassidMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void message_isReadAsExpected_data() {
        QVERIFY2(test::addMessages(QStringLiteral(VERDESK_TEST_DATA "/passid/data")) > 100,
                 "the recorded messages were not found");
    }
    void message_isReadAsExpected() {
        QFETCH(QString, path);
        QFETCH(QString, kind);
        const auto message = test::messageAt(path, kind);
        test::PassidFixture world;
        test::apply(message, world.account, world.flow);

        const auto actual = message.kind == "webhook" ? resultOfPush(message, world)
                            : message.kind == "probe" ? resultOfProbe(message, world)
                                                      : resultOfCall(message, world);

        const auto difference = test::differenceOf(message, actual);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        if (message.kind == "probe") {
            QVERIFY(actual.dump().find("sk_sandbox_test_0001") == std::string::npos);
        } else if (message.kind != "webhook") {
            QCOMPARE(actual.at("raw").get<std::string>(), message.body);  // kept for support, whatever came
        }
    }

    void sampleWebhook_isAuthenticAndAboutNobody() {
        test::PassidFixture world;
        QVERIFY(!find("passid")->sampleWebhook(world.account, world.now));
        world.setWebhookSecrets({"whsec_new", "whsec_old"});
        const auto sample = find("passid")->sampleWebhook(world.account, world.now);
        QVERIFY(sample.has_value());
        const auto pushed = find("passid")->receive(world.context(), *sample);
        QVERIFY(pushed.authenticated && std::holds_alternative<Ignored>(pushed.what));
        const auto another = find("passid")->sampleWebhook(world.account, world.now);
        QVERIFY(another->body != sample->body);  // else the second would be a replay
        world.setWebhookSecrets({"whsec_old"});
        QVERIFY(std::holds_alternative<Rejected>(find("passid")->receive(world.context(), *sample).what));
    }
};

VERDESK_TEST(PassidMessagesTest)
#include "messages_test.moc"
