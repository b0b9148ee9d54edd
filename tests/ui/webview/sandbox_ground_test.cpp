#include "ui/webview/sandbox.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::ui::webview;

class WebviewSandboxGroundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void trouble_isTold_whereTheEngineWouldEndTheProgram() {
        const auto never = [] { return false; };
        const auto always = [] { return true; };
        QVERIFY(sandboxTrouble({false, false, always}) == SandboxTrouble::none);
        QVERIFY(sandboxTrouble({false, true, always}) == SandboxTrouble::root);
        QVERIFY(sandboxTrouble({false, false, never}) == SandboxTrouble::noNamespaces);
        QVERIFY(sandboxTrouble({true, true, never}) == SandboxTrouble::none);
    }

    void words_sayTheWayOut() {
        QVERIFY(inWords(SandboxTrouble::none).isEmpty());
        QVERIFY(inWords(SandboxTrouble::root).contains(QStringLiteral("Start Verdesk as an ordinary user")));
        QVERIFY(inWords(SandboxTrouble::noNamespaces).contains(QStringLiteral("Ask your administrator")));
    }
};

VERDESK_TEST(WebviewSandboxGroundTest)
#include "sandbox_ground_test.moc"
