// Recorded messages of Authenteq, as tests/providers/support/messages.h says: data/token are answers to the exchange of
// a code, data/details those with the data, data/web_idv_begin and data/web_idv_result the successor's, data/probe and
// data/web_idv_probe looks at the account.

#include "tests/providers/support/messages.h"
#include "providers/registry.h"
#include "tests/providers/authenteq/fixture.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;

namespace {

json resultOf(const test::Message& message, const test::AuthenteqFixture& world) {
    const auto& provider = *find("authenteq");
    const auto context = world.context();
    if (message.kind == "probe" || message.kind == "web_idv_probe") {
        return test::probed(provider.probe(context), message, "https://api.authenteq.com");
    }
    if (message.kind == "web_idv_begin") {
        const auto subject = world.subject();
        return test::answered(provider.begin(context, subject), {message.reply()});
    }
    const auto attempt = world.attempt();
    const Return returned = RedirectReturn{test::AuthenteqFixture::returnedWithCode()};
    std::vector<HttpReply> replies{message.reply()};
    if (message.kind == "details") {
        replies.insert(replies.begin(), {200, R"({"token":"tk_1"})", {}});
    }
    return test::answered(provider.complete(context, attempt, returned), std::move(replies));
}

}  // namespace

class AuthenteqMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void message_isReadAsExpected_data() {
        QVERIFY2(test::addMessages(QStringLiteral(VERDESK_TEST_DATA "/authenteq/data")) > 50,
                 "the recorded messages were not found");
    }
    void message_isReadAsExpected() {
        QFETCH(QString, path);
        QFETCH(QString, kind);
        const auto message = test::messageAt(path, kind);
        test::AuthenteqFixture world;
        if (kind.startsWith(QStringLiteral("web_idv"))) {
            world.useWebIdv();
        }
        test::apply(message, world.account, world.flow);

        const auto actual = resultOf(message, world);

        const auto difference = test::differenceOf(message, actual);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void damagedAnswers_areReadOrRefused_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("kind");
        QTest::newRow("details") << QStringLiteral("details/documented") << QStringLiteral("details");
        QTest::newRow("result") << QStringLiteral("web_idv_result/passed") << QStringLiteral("web_idv_result");
    }
    void damagedAnswers_areReadOrRefused() {
        QFETCH(QString, path);
        QFETCH(QString, kind);
        test::AuthenteqFixture world;
        if (kind.startsWith(QStringLiteral("web_idv"))) {
            world.useWebIdv();
        }
        auto message = test::messageAt(QStringLiteral(VERDESK_TEST_DATA "/authenteq/data/") + path, kind);
        int read = 0;
        for (auto& body : test::damaged(message.body)) {
            message.body = std::move(body);
            const auto actual = resultOf(message, world);
            if (actual.contains("state")) {
                ++read;
            } else {
                QCOMPARE(actual.at("failure").get<std::string>(), std::string{"provider_broken"});
            }
        }
        QVERIFY(read > 100);
    }
};

VERDESK_TEST(AuthenteqMessagesTest)
#include "messages_test.moc"
