#include "ui/verify/verify_context.h"

#include "tests/support/registry.h"
#include "tests/ui/verify/support/fake_widgets.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;

namespace {

Flow flowTo(const char* id, std::vector<LaunchKind> launches, const char* fallback = "") {
    Flow flow;
    flow.id = id;
    flow.launches = std::move(launches);
    flow.fallback = fallback;
    return flow;
}

QString idOf(const Flow* flow) {
    return flow == nullptr ? QStringLiteral("none") : QString::fromStdString(flow->id);
}

}  // namespace

// Which flow is offered where another cannot be used.
class VerifyContextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        widgets_ = {};
    }

    void fallback_isTheOneThatTheFlowNames() {
        const auto context = contextWith({flowTo("a", {LaunchKind::widget}, "b"), flowTo("b", {LaunchKind::redirect})});
        QCOMPARE(idOf(context.fallbackOf("a")), QStringLiteral("b"));
        QCOMPARE(idOf(context.fallbackOf("b")), QStringLiteral("none"));
        QCOMPARE(idOf(context.fallbackOf("unheard of")), QStringLiteral("none"));
    }

    void fallback_withoutViews_skipsWhatNeedsOne() {
        widgets_.trouble = QStringLiteral("Not installed.");
        const auto context =
            contextWith({flowTo("a", {LaunchKind::widget}, "b"), flowTo("b", {LaunchKind::redirect}, "c"),
                         flowTo("c", {LaunchKind::script, LaunchKind::qr}, "d"), flowTo("d", {})});
        QCOMPARE(idOf(context.fallbackOf("a")), QStringLiteral("c"));
        QVERIFY(context.launchHere(*context.flow("c")) == LaunchKind::qr);
        QVERIFY(context.launchHere(*context.flow("b")) == LaunchKind::unknown);
        QCOMPARE(idOf(context.fallbackOf("c")), QStringLiteral("none"));
    }

    void fallback_onADeskWithoutAnyViews_skipsWhatNeedsOne() {
        auto context = contextWith({flowTo("a", {LaunchKind::widget}, "b"), flowTo("b", {LaunchKind::redirect})});
        context.widgets = nullptr;
        QCOMPARE(idOf(context.fallbackOf("a")), QStringLiteral("none"));
    }

    void fallback_thatDoesNotAnswer_isSkipped() {
        auto down = flowTo("b", {LaunchKind::qr}, "c");
        down.answering = Answering::down;
        const auto context = contextWith({flowTo("a", {LaunchKind::qr}, "b"), down, flowTo("c", {LaunchKind::token})});
        QCOMPARE(idOf(context.fallbackOf("a")), QStringLiteral("c"));
    }

    void fallback_inACircle_ends() {
        widgets_.trouble = QStringLiteral("Not installed.");
        const auto context =
            contextWith({flowTo("a", {LaunchKind::widget}, "b"), flowTo("b", {LaunchKind::redirect}, "c"),
                         flowTo("c", {LaunchKind::script}, "b"), flowTo("own", {LaunchKind::qr}, "own")});
        QCOMPARE(idOf(context.fallbackOf("a")), QStringLiteral("none"));
        QCOMPARE(idOf(context.fallbackOf("own")), QStringLiteral("none"));
    }

private:
    VerifyContext contextWith(std::vector<Flow> flows) {
        VerifyContext context;
        context.flows = std::move(flows);
        context.widgets = &widgets_;
        return context;
    }

    test::FakeWidgets widgets_;
};

VERDESK_TEST(VerifyContextTest)
#include "verify_context_test.moc"
