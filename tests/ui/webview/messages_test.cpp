#include "tests/support/registry.h"
#include "tests/ui/webview/heard.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::test;

namespace {

QByteArray posting(const QByteArray& message, const QByteArray& target = "parent") {
    return "<p>Widget</p><script>" + target + ".postMessage(" + message + ", '*')</script>";
}

QString forwarded(const char* message) {
    return QStringLiteral("forwarded ") + QString::fromUtf8(message);
}

}  // namespace

// What pages say, through a real browser.
class WebviewMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closing_widget_finishes() {
        PageServer server;
        server.put(QStringLiteral("/widget"), posting("{messageType: 'triggerCloseWidget'}"));
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.on = {rule(R"({"messageType": "triggerCloseWidget"})", MessageAction::finish)};
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(QStringLiteral("finished")));
        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        QVERIFY(heard.said().contains(QStringLiteral("where %1 secure").arg(server.origin())));
        QCOMPARE(heard.host().counts().foreignOrigin, 0);
        QCOMPARE(heard.host().counts().unmatched, 0);
    }

    void message_is_forwarded_verbatim() {
        PageServer server;
        server.put(QStringLiteral("/widget"), posting("{type: 'token', data: ['ä', 1.50, null, {}]}"));
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.on = {rule(R"({"type": "token"})", MessageAction::forward)};
        Heard heard{{widget, {}}};

        const auto* told = R"({"type":"token","data":["ä",1.5,null,{}]})";
        QVERIFY(heard.waitFor(forwarded(told)));
    }

    void failing_page_is_a_trouble() {
        PageServer server;
        server.put(QStringLiteral("/widget"), posting("'ERROR'"));
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.on = {rule(R"("ERROR")", MessageAction::fail)};
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(QStringLiteral("troubled refused")));
    }

    void question_is_answered_to_its_origin() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<script>addEventListener('message', e => parent.postMessage("
                   "{got: e.data, from: e.origin}, '*'));parent.postMessage({type: 'ready'}, '*')</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.on = {rule(R"({"type": "ready"})", MessageAction::reply, R"({"type": "init", "n": 1})"),
                     rule("{\"from\": \"https://desk.bank.example\"}", MessageAction::forward)};
        Heard heard{{widget, {}}};

        const auto* told = "{\"got\":{\"n\":1,\"type\":\"init\"},\"from\":\"https://desk.bank.example\"}";
        QVERIFY(heard.waitFor(forwarded(told)));
    }

    void further_answers_come_in_their_order() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<script>const got = []; addEventListener('message', e => {got.push(e.data.n);"
                   "if (got.length === 3) parent.postMessage({got}, '*')});"
                   "parent.postMessage({type: 'ready'}, '*')</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        auto answers = rule(R"({"type": "ready"})", MessageAction::reply, R"({"n": 1})");
        answers.further = {{{"n", 2}}, {{"n", 3}}};
        widget.on = {answers, rule(R"({"got": [1, 2, 3]})", MessageAction::forward)};
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(forwarded("{\"got\":[1,2,3]}")));
    }

    void other_frames_are_counted_and_not_heard() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<iframe src='http://b.localhost:{self}/nested'></iframe>"
                   "<iframe src='/nested'></iframe>");
        server.put(QStringLiteral("/nested"), posting("{type: 'close'}", "top"));
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.origins.push_back(server.origin(QStringLiteral("b.localhost")).toStdString());
        widget.on = {rule(R"({"type": "close"})", MessageAction::finish)};
        Heard heard{{widget, {}}};

        until([&] { return heard.host().counts().foreignOrigin == 2; });
        QCOMPARE(heard.host().counts().foreignOrigin, 2);
        QVERIFY(!heard.said().contains(QStringLiteral("finished")));
    }

    void oversized_and_odd_messages_are_malformed() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<script>const a = {}; a.a = a; parent.postMessage({type: 'close', pad: 'x'.repeat(65536)}, '*');"
                   "parent.postMessage({type: 'close', pad: 'ä'.repeat(40000)}, '*'); parent.postMessage(a, '*');"
                   "parent.postMessage(1n, '*'); parent.postMessage(undefined, '*');"
                   "parent.postMessage({type: 'close', pad: '\\ud800'}, '*'); parent.postMessage('end', '*')</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.on = {rule(R"({"type": "close"})", MessageAction::finish), rule(R"("end")", MessageAction::forward)};
        Heard heard{{widget, {}}};

        const auto* told = R"("end")";
        QVERIFY(heard.waitFor(forwarded(told)));
        until([&] { return heard.host().counts().malformed == 6; });
        QCOMPARE(heard.host().counts().malformed, 6);
        QVERIFY(!heard.said().contains(QStringLiteral("finished")));
    }

    void message_without_a_rule_is_counted() {
        PageServer server;
        server.put(QStringLiteral("/widget"), posting("{type: 'hello'}") + posting("{type: 'close'}"));
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.on = {rule(R"({"type": "close"})", MessageAction::finish)};
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(QStringLiteral("finished")));
        QCOMPARE(heard.host().counts().unmatched, 1);
    }

    void flood_is_counted_and_ends() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<script>for (let i = 0; i < 20000; ++i) parent.postMessage({i}, '*')</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        Heard heard{{widget, {}}};

        const auto all = [&] { return heard.host().counts().malformed + heard.host().counts().unmatched; };
        until([&] { return all() == 20'000; });
        QCOMPARE(all(), 20'000);
        QVERIFY2(heard.host().counts().unmatched < 2000, qPrintable(QString::number(heard.host().counts().unmatched)));
    }

    void page_on_top_is_heard_and_answered() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<script>addEventListener('message', e => { if (e.data.n) postMessage({type: 'close'}, '*') });"
                   "postMessage({type: 'ready'}, '*')</script><iframe src='/nested'></iframe>");
        server.put(QStringLiteral("/nested"), posting("{type: 'close'}"));
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.placement = Placement::top;
        widget.on = {rule(R"({"type": "ready"})", MessageAction::reply, R"({"n": 1})"),
                     rule(R"({"type": "close"})", MessageAction::finish)};
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(QStringLiteral("finished")));
        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        until([&] { return heard.host().counts().foreignOrigin == 1; });
        QCOMPARE(heard.host().counts().foreignOrigin, 1);
        QCOMPARE(heard.host().counts().unmatched, 0);
        QCOMPARE(heard.said().count(QStringLiteral("finished")), 1);
    }

    void script_answers_once() {
        PageServer server;
        server.put(QStringLiteral("/sdk.js"),
                   "window.sdk = {start(options) { options.container.textContent = 'Scan'; "
                   "options.done({token: 't'}); options.done({token: 'again'}); window.postMessage('noise', '*'); }}",
                   "");
        ScriptLaunch script;
        script.script = server.at(QStringLiteral("/sdk.js")).toString().toStdString();
        script.call = "sdk.start({container: container, done: answer});";
        script.origins = {server.origin().toStdString()};
        Heard heard{{script, {}}};

        const auto* told = R"({"token":"t"})";
        QVERIFY(heard.waitFor(forwarded(told)));
        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        until([&] { return heard.host().counts().unmatched == 2; });
        QCOMPARE(heard.host().counts().unmatched, 2);
        QCOMPARE(heard.said().filter(QStringLiteral("forwarded")).size(), 1);
    }

    void script_that_is_not_there_is_a_load_failure() {
        PageServer server;
        ScriptLaunch script;
        script.script = server.at(QStringLiteral("/missing.js")).toString().toStdString();
        script.call = "sdk.start(container, answer)";
        Heard heard{{script, {}}};

        QVERIFY(heard.waitFor(QStringLiteral("troubled loadFailed")));
    }
};

VERDESK_TEST(WebviewMessagesTest)
#include "messages_test.moc"
