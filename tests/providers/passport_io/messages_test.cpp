// Recorded messages of Passport.io, as tests/providers/support/messages.h says: data/token are answers to the call for
// the one-time token, data/login what the login by QR code says, data/probe looks at the account, data/pingback its
// pingbacks. The latter two have also {"secret"? (pingback_secret), "signWith"?: made into the header X-Signature}.

#include "tests/providers/support/messages.h"
#include "crypto/digest.h"
#include "providers/registry.h"
#include "tests/providers/passport_io/fixture.h"

#include "tests/providers/support/subject.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;

namespace {

json resultOfPush(const test::Message& message, test::PassportIoFixture& world) {
    PushRequest request{message.headers(), message.body};
    if (message.given.contains("secret")) {
        world.account.secrets["pingback_secret"].emplace_back(message.given.at("secret").get<std::string>());
    }
    if (message.given.contains("signWith")) {
        const auto with = message.given.at("signWith").get<std::string>();
        request.headers.emplace_back(
            "x-signature", crypto::toHex(crypto::hmacSha256(crypto::viewOf(with), crypto::viewOf(message.body))));
    }
    return test::dumpOf(find("passport_io")->receive(world.context(), request));
}

json resultOf(const test::Message& message, test::PassportIoFixture& world) {
    if (message.kind == "pingback") {
        return resultOfPush(message, world);
    }
    const auto& provider = *find("passport_io");
    if (message.kind == "probe" && message.given.contains("secret")) {
        world.account.secrets["pingback_secret"].emplace_back(message.given.at("secret").get<std::string>());
    }
    const auto context = world.context();
    if (message.kind == "probe") {
        return test::probed(provider.probe(context), message, "https://kyc.passport.io");
    }
    if (message.kind == "token") {
        const auto subject = test::subjectOf("0196-v", LaunchKind::widget, "nonce");
        return test::answered(provider.begin(context, subject), {message.reply()});
    }
    const Attempt attempt{VerificationId{"0196-v"}, LaunchKind::script, "0196-v", "key-1"};
    const Return returned = MessageReturn{message.body};
    return test::answered(provider.complete(context, attempt, returned), {});
}

}  // namespace

class PassportIoMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void message_isReadAsExpected_data() {
        QVERIFY2(test::addMessages(QStringLiteral(VERDESK_TEST_DATA "/passport_io/data")) > 40,
                 "the recorded messages were not found");
    }
    void message_isReadAsExpected() {
        QFETCH(QString, path);
        QFETCH(QString, kind);
        const auto message = test::messageAt(path, kind);
        test::PassportIoFixture world;
        test::apply(message, world.account, world.flow);

        const auto actual = resultOf(message, world);

        const auto difference = test::differenceOf(message, actual);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        QVERIFY(actual.dump().find("tk_once") == std::string::npos || kind != QStringLiteral("login"));
    }

    void sampleWebhook_isAuthenticAndAboutNobody_whereASignatureWasAgreed() {
        test::PassportIoFixture world;
        QVERIFY(!find("passport_io")->sampleWebhook(world.account, world.now));
        world.account.options["pingback_check"] = "hmac_sha256";
        world.account.options["pingback_header"] = "X-Signature";
        world.account.secrets["pingback_secret"].emplace_back("pp_invented");
        const auto sample = find("passport_io")->sampleWebhook(world.account, world.now);
        QVERIFY(sample.has_value());
        const auto pushed = find("passport_io")->receive(world.context(), *sample);
        QVERIFY(pushed.authenticated && std::holds_alternative<Ignored>(pushed.what));
    }

    void damagedPingbacks_areReadOrIgnored() {
        const test::PassportIoFixture world;
        const auto message = test::messageAt(QStringLiteral(VERDESK_TEST_DATA "/passport_io/data/pingback/documented"),
                                             QStringLiteral("pingback"));
        int read = 0;
        for (const auto& body : test::damaged(message.body)) {
            const auto pushed = find("passport_io")->receive(world.context(), {{}, body});
            read += std::holds_alternative<PushedProgress>(pushed.what) ? 1 : 0;
            QVERIFY(!pushed.authenticated);
        }
        QVERIFY(read > 100);
    }
};

VERDESK_TEST(PassportIoMessagesTest)
#include "messages_test.moc"
