// Recorded messages of Passbase, as tests/providers/support/messages.h says. The body is the first answer to
//
//   identity        the question about a known identity
//   search          the question for an attempt that is not found yet
//   resources       the question for the documents of an approved identity (data/approved.json)
//   authentication  the question about a customer who is looked at again; "before": the identity as it was
//   message         no question: it is what the page said
//   probe           the look at the project
//   webhook         no question either; "secrets": webhook_secret, "encryptWith": the body is encrypted with it first
//
// "key" says by what the attempt is known where that is not the usual: "sought" (by nothing), "named" (the page said
// which identity it is), "known" (by the identity).
//
// "heard" are the words that were remembered of the attempt, "now" is when it is asked.
//
// A case may also have "further": [{"status"?, "body"}] of the answers after the first, "keep": ["documents", "video"],
// "metadata": true (the account encrypts metadata), "launch", and "requests" in what is expected.

#include "tests/providers/support/messages.h"
#include "crypto/cbc.h"
#include "providers/registry.h"
#include "tests/providers/passbase/fixture.h"

#include "tests/support/registry.h"

#include <QTest>

#include <algorithm>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;
using World = test::PassbaseFixture;

namespace {

const Provider& passbase() {
    return *find("passbase");
}

std::vector<HttpReply> repliesOf(const test::Message& message) {
    std::vector<HttpReply> replies;
    if (message.kind == "resources") {
        replies.push_back({200, test::contentsOf("data/approved.json"), {}});
    }
    if (message.kind != "message") {
        replies.push_back(message.reply());
    }
    for (const auto& further : message.given.value("further", json::array())) {
        const auto& body = further.at("body");
        replies.push_back({further.value("status", 200), body.is_string() ? body.get<std::string>() : body.dump(), {}});
    }
    return replies;
}

json resultOfPush(const test::Message& message, World& world) {
    for (const auto& secret : message.given.value("secrets", json::array())) {
        world.account.secrets["webhook_secret"].emplace_back(secret.get<std::string>());
    }
    PushRequest request{message.headers(), message.body};
    if (message.given.contains("encryptWith")) {
        const auto key = *crypto::Key::from(crypto::viewOf(message.given.at("encryptWith").get<std::string>()));
        request.body = crypto::toBase64(crypto::encryptCbc(key, {}, crypto::viewOf(message.body)));
    }
    return test::dumpOf(passbase().receive(world.context(), request));
}

std::string keyFor(const test::Message& message, const World& world) {
    if (message.given.contains("before")) {
        return world.awaitedKey(message.given.at("before"));
    }
    const auto word =
        message.given.value("key", message.kind == "identity" || message.kind == "resources" ? std::string{"known"}
                                                                                             : std::string{"sought"});
    return word == "known"   ? std::string{World::identity}
           : word == "named" ? world.soughtKey() + ":" + World::identity
                             : world.soughtKey();
}

json resultOf(const test::Message& message, World& world) {
    if (message.kind == "webhook") {
        return resultOfPush(message, world);
    }
    const auto keep = message.given.value("keep", std::vector<std::string>{});
    world.flow.keep.documents = std::find(keep.begin(), keep.end(), "documents") != keep.end();
    world.flow.keep.video = std::find(keep.begin(), keep.end(), "video") != keep.end();
    if (message.given.value("metadata", false)) {
        world.useMetadata();
    }
    if (message.given.contains("before")) {
        world.reauthenticate();
    }
    if (message.kind == "probe") {
        const auto context = world.context();
        return test::asked(passbase().probe(context), repliesOf(message));
    }
    const auto launch = *fromWord<LaunchKind>(message.given.value("launch", "widget"));
    auto attempt = world.attempt(keyFor(message, world), launch);
    world.now = instantFrom(message.given.value("now", "")).value_or(world.now);
    const auto context = world.context();
    attempt.heard = message.given.value("heard", std::vector<std::string>{});
    if (message.kind == "message") {
        const Return returned = MessageReturn{message.body};
        return test::asked(passbase().complete(context, attempt, returned), repliesOf(message));
    }
    return test::asked(passbase().poll(context, attempt), repliesOf(message));
}

}  // namespace

class PassbaseMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void message_isReadAsExpected_data() {
        QVERIFY2(test::addMessages(QStringLiteral(VERDESK_TEST_DATA "/passbase/data")) > 80,
                 "the recorded messages were not found");
    }
    void message_isReadAsExpected() {
        QFETCH(QString, path);
        QFETCH(QString, kind);
        const auto message = test::messageAt(path, kind);
        World world;
        test::apply(message, world.account, world.flow);

        auto actual = resultOf(message, world);

        const auto difference = test::differenceOf(message, actual);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        actual.erase("raw");  // what Passbase wrote itself is kept sealed
        QVERIFY(actual.dump(-1, ' ', true, json::error_handler_t::replace).find(World::secretKey) == std::string::npos);
    }

    void damagedAnswers_areReadOrRefused_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* kind, const char* name) {
            QTest::newRow(kind) << QString::fromUtf8(kind) + QLatin1Char('/') + QString::fromUtf8(name)
                                << QString::fromUtf8(kind);
        };
        row("identity", "approved");
        row("search", "by_metadata");
        row("resources", "documents_and_video");
        row("authentication", "changed_in_time_alone");
    }
    void damagedAnswers_areReadOrRefused() {
        QFETCH(QString, path);
        QFETCH(QString, kind);
        auto message = test::messageAt(QStringLiteral(VERDESK_TEST_DATA "/passbase/data/") + path, kind);
        int read = 0;
        int refused = 0;
        for (auto& body : test::damaged(message.body)) {
            message.body = std::move(body);
            World world;
            test::apply(message, world.account, world.flow);
            const auto actual = resultOf(message, world);
            if (actual.contains("state") || actual.at("failure") == "more requests than replies" ||
                actual.at("failure") == "fewer requests than replies") {
                ++read;
            } else {
                QCOMPARE(actual.at("failure").get<std::string>(), std::string{"provider_broken"});
                ++refused;
            }
        }
        QVERIFY(read > 50 && refused > 50);
    }

    void damagedWebhooks_leadToACallAtMost() {
        auto message = test::messageAt(QStringLiteral(VERDESK_TEST_DATA "/passbase/data/webhook/reviewed"),
                                       QStringLiteral("webhook"));
        for (const auto& body : test::damaged(message.body)) {
            const World world;
            const auto pushed = passbase().receive(world.context(), {{}, body});
            QVERIFY(!std::holds_alternative<PushedProgress>(pushed.what) && !pushed.authenticated);
        }
    }

    void damagedEncryptedWebhooks_areRefusedInOneWord() {
        World world;
        world.account.secrets["webhook_secret"].emplace_back(World::webhookSecret);
        const auto body = test::contentsOf("data/webhook/published_vector.body.json");
        int refused = 0;
        for (const auto& each : test::damaged(body)) {
            const auto pushed = passbase().receive(world.context(), {{}, each});
            if (const auto* rejected = std::get_if<Rejected>(&pushed.what)) {
                QCOMPARE(rejected->why, std::string{"not encrypted with this account's webhook secret"});
                ++refused;
            }
        }
        QVERIFY(refused > 400);
    }
};

VERDESK_TEST(PassbaseMessagesTest)
#include "messages_test.moc"
