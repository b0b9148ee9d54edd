// Recorded messages of Identomat, as tests/providers/support/messages.h says. The body is the first answer to
//
//   begin     the opening of a session
//   result    the question what became of one
//   picture   the question for one of its pictures; "picture": "card-front" (usual), "face-video" ...
//   delete    the deletion of one
//   probe     the look at the account
//   callback  no question: Identomat's own call; "secrets": callback_api_key (usual: the one that is set)
//
// A case may also have "further": [{"status"?, "body", "signed"?}] of the answers after the first, "signed": true or
// another key (the account signs, and so is the answer; false: the account signs, and the answer is not), "keep":
// ["documents", "video"], "questions": true (the flow has questionnaires), "launch", and "requests" in what is
// expected.

#include "tests/providers/support/messages.h"
#include "providers/registry.h"
#include "tests/providers/identomat/fixture.h"

#include "tests/support/registry.h"

#include <QTest>

#include <algorithm>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;
using World = test::IdentomatFixture;

namespace {

const Provider& identomat() {
    return *find("identomat");
}

HttpReply withSignature(HttpReply reply, const json& how) {
    if (how.is_string()) {
        return test::signedReply(std::move(reply), how.get<std::string>());
    }
    return how == true ? test::signedReply(std::move(reply)) : reply;
}

std::vector<HttpReply> repliesOf(const test::Message& message) {
    std::vector<HttpReply> replies{withSignature(message.reply(), message.given.value("signed", json{}))};
    for (const auto& further : message.given.value("further", json::array())) {
        const auto& body = further.at("body");
        replies.push_back(
            withSignature({further.value("status", 200), body.is_string() ? body.get<std::string>() : body.dump(), {}},
                          further.value("signed", json{})));
    }
    return replies;
}

json dumpOfPush(const Pushed& pushed) {
    auto dump = test::dumpOf(pushed);
    if (const auto* relay = std::get_if<Relay>(&pushed.what)) {
        dump["what"] = "relay";
        dump["relay"] = {relay->channel, relay->to, relay->text};
    }
    return dump;
}

json resultOf(const test::Message& message, World& world) {
    if (message.given.contains("signed")) {
        world.useSignatures();
    }
    if (message.given.value("questions", false)) {
        world.useQuestions();
    }
    for (const auto& secret : message.given.value("secrets", json::array({World::callbackKey}))) {
        world.account.secrets["callback_api_key"].emplace_back(secret.get<std::string>());
        world.account.secrets["hook_segment"] = {crypto::Secret{"00112233445566778899aabbccddeeff"}};
    }
    const auto keep = message.given.value("keep", std::vector<std::string>{});
    world.flow.keep.documents = std::find(keep.begin(), keep.end(), "documents") != keep.end();
    world.flow.keep.video = std::find(keep.begin(), keep.end(), "video") != keep.end();
    const auto context = world.context();
    if (message.kind == "callback") {
        return dumpOfPush(identomat().receive(context, {message.headers(), message.body}));
    }
    const auto launch = *fromWord<LaunchKind>(message.given.value("launch", "widget"));
    const auto subject = world.subject(launch);
    const auto attempt = world.attempt(launch);
    const DocumentRef picture{"picture", "https://widget.identomat.com/external-api/result/" +
                                             message.given.value("picture", "card-front") +
                                             "/?session_token=" + World::token};
    if (message.kind == "begin") {
        return test::askedIdentomat(identomat().begin(context, subject), repliesOf(message));
    }
    if (message.kind == "picture") {
        return test::askedIdentomat(identomat().fetch(context, picture), repliesOf(message));
    }
    if (message.kind == "delete") {
        return test::askedIdentomat(identomat().forget(context, attempt), repliesOf(message));
    }
    if (message.kind == "probe") {
        return test::askedIdentomat(identomat().probe(context), repliesOf(message));
    }
    return test::askedIdentomat(identomat().poll(context, attempt), repliesOf(message));
}

}  // namespace

class IdentomatMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void message_isReadAsExpected_data() {
        QVERIFY2(test::addMessages(QStringLiteral(VERDESK_TEST_DATA "/identomat/data")) > 100,
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
        actual.erase("raw");  // what Identomat wrote itself is kept sealed
        const auto text = actual.dump(-1, ' ', true, json::error_handler_t::replace);
        for (const auto* secret : {World::companyKey, World::secretKey, World::callbackKey}) {
            QVERIFY(text.find(secret) == std::string::npos);
        }
    }

    void damagedAnswers_areReadOrRefused_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* kind, const char* name) {
            QTest::newRow(name) << QString::fromUtf8(kind) + QLatin1Char('/') + QString::fromUtf8(name)
                                << QString::fromUtf8(kind);
        };
        row("result", "approved");
        row("result", "general_documents");
        row("result", "answers");
    }
    void damagedAnswers_areReadOrRefused() {
        QFETCH(QString, path);
        QFETCH(QString, kind);
        auto message = test::messageAt(QStringLiteral(VERDESK_TEST_DATA "/identomat/data/") + path, kind);
        int read = 0;
        int refused = 0;
        for (auto& body : test::damaged(message.body)) {
            message.body = std::move(body);
            World world;
            test::apply(message, world.account, world.flow);
            const auto actual = resultOf(message, world);
            if (actual.contains("state")) {
                ++read;
            } else {
                QCOMPARE(actual.at("failure").get<std::string>(), std::string{"provider_broken"});
                ++refused;
            }
        }
        QVERIFY(read > 50 && refused > 50);
    }

    void damagedAnswers_areNeverTaken_whereTheyAreSigned() {
        const auto message = test::messageAt(QStringLiteral(VERDESK_TEST_DATA "/identomat/data/result/approved"),
                                             QStringLiteral("result"));
        World world;
        world.useSignatures();
        const auto context = world.context();
        const auto attempt = world.attempt();
        const auto whole = test::signedReply(message.reply());
        for (auto& body : test::damaged(message.body)) {
            auto reply = whole;
            reply.body = std::move(body);
            if (reply.body != whole.body) {
                const auto actual = test::askedIdentomat(identomat().poll(context, attempt), {reply});
                QVERIFY(actual.value("state", "") != "completed");
            }
        }
        QVERIFY(test::askedIdentomat(identomat().poll(context, attempt), {whole}).at("state") == "completed");
    }

    void damagedCallbacks_leadToNothingWithoutTheKey() {
        const auto message = test::messageAt(
            QStringLiteral(VERDESK_TEST_DATA "/identomat/data/callback/one_time_password"), QStringLiteral("callback"));
        World world;
        world.account.secrets["callback_api_key"].emplace_back("another key");
        for (const auto& body : test::damaged(message.body)) {
            const auto pushed = identomat().receive(world.context(), {{}, body});
            QVERIFY(std::holds_alternative<Rejected>(pushed.what) && !pushed.authenticated);
        }
    }
};

VERDESK_TEST(IdentomatMessagesTest)
#include "messages_test.moc"
