#include "ui/webview/message_rules.h"

#include "tests/support/registry.h"

#include <QTest>

#include <string>

using namespace verdesk;
using namespace verdesk::ui::webview;
using nlohmann::json;

class WebviewMessageRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void match_fits_data() {
        QTest::addColumn<QByteArray>("match");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char* name, const char* match, const char* message, bool fits) {
            QTest::newRow(name) << QByteArray{match} << QByteArray{message} << fits;
        };
        row("equal text", R"("DONE")", R"("DONE")", true);
        row("other text", R"("DONE")", R"("DONE ")", false);
        row("equal object", R"({"type":"close"})", R"({"type":"close"})", true);
        row("further members", R"({"type":"close"})", R"({"data":[1],"type":"close"})", true);
        row("other value", R"({"type":"close"})", R"({"type":"open"})", false);
        row("other type of value", R"({"type":1})", R"({"type":"1"})", false);
        row("null is no missing member", R"({"type":null})", R"({})", false);
        row("member is further inside", R"({"type":"close"})", R"({"data":{"type":"close"}})", false);
        row("inner object has to be equal", R"({"data":{"a":1}})", R"({"data":{"a":1,"b":2}})", false);
        row("one of two members", R"({"a":1,"b":2})", R"({"a":1})", false);
        row("empty object is equal to itself alone", R"({})", R"({"a":1})", false);
        row("list", R"([1,2])", R"([1,2])", true);
        row("longer list", R"([1,2])", R"([1,2,3])", false);
        row("object against text", R"({"a":1})", R"("a")", false);
    }

    void match_fits() {
        QFETCH(const QByteArray, match);
        QFETCH(const QByteArray, message);
        QTEST(ui::webview::fits(json::parse(match.toStdString()), json::parse(message.toStdString())), "fits");
    }

    void first_fitting_rule_counts() {
        const std::vector<MessageRule> rules{{json{{"type", "x"}}, MessageAction::forward, {}},
                                             {json{{"type", "y"}}, MessageAction::finish, {}},
                                             {json{{"type", "y"}}, MessageAction::fail, {}}};

        QCOMPARE(ruleFor(rules, json{{"type", "y"}, {"n", 1}}), &rules[1]);
        QVERIFY(ruleFor(rules, json{{"type", "z"}}) == nullptr);
        QVERIFY(ruleFor({}, json{{"type", "z"}}) == nullptr);
    }

    void what_is_not_json_is_not_read() {
        for (const auto* text : {"", " ", "{", "{\"a\":1,}", "undefined", "'a'", "{\"a\":1} x", "\"\xff\"",
                                 "\"\\ud800\"", "NaN", "// no\n1"}) {
            QVERIFY2(!readMessage(text), text);
        }
        QCOMPARE(readMessage(R"({"a":[1,null,"ä"]})").value().dump(), std::string{R"({"a":[1,null,"ä"]})"});
    }

    void message_at_the_limit_is_read_and_one_more_byte_is_not() {
        const std::string full = '"' + std::string(longestMessage - 2, 'a') + '"';

        QVERIFY(readMessage(full));
        QVERIFY(!readMessage('"' + std::string(longestMessage - 1, 'a') + '"'));
    }

    void deep_message_is_not_read() {
        const auto nested = [](int depth) { return std::string(depth, '[') + std::string(depth, ']'); };

        QVERIFY(readMessage(nested(deepestMessage)));
        QVERIFY(!readMessage(nested(deepestMessage + 2)));
        QVERIFY(!readMessage(nested(30'000)));
    }
};

VERDESK_TEST(WebviewMessageRulesTest)
#include "message_rules_test.moc"
