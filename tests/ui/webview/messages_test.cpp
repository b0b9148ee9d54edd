#include "tests/support/registry.h"
#include "tests/ui/webview/heard.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::test;

// What a page says from its frame, through a real browser.
class WebviewMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closing_widget_finishes() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<p>Widget</p><script>parent.postMessage({messageType: 'triggerCloseWidget'}, '*')</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.on = {rule(R"({"messageType": "triggerCloseWidget"})", MessageAction::finish)};
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(QStringLiteral("finished")));
        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        QVERIFY(heard.said().contains(QStringLiteral("where %1 secure").arg(server.origin())));
        QCOMPARE(heard.host().counts().foreignOrigin, 0);
        QCOMPARE(heard.host().counts().unmatched, 0);
    }
};

VERDESK_TEST(WebviewMessagesTest)
#include "messages_test.moc"
