#include "ui/webview/launch_plan.h"

#include "tests/support/registry.h"
#include "ui/webview/host_page.h"
#include "ui/webview/origins.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::ui::webview;

namespace {

QUrl url(const char* text) {
    return QUrl{QString::fromUtf8(text)};
}

Launch widget(const char* page, Placement placement = Placement::iframe) {
    return {WidgetLaunch{page, placement, {"https://cdn.example", "https://other.example/"}, {"camera"}, {}}, {}};
}

Launch redirect() {
    return {RedirectLaunch{"https://identity.example/authorize?state=s",
                           "https://desk.bank.example/return/example",
                           "https://desk.bank.example/return/example/back",
                           {"https://identity.example"},
                           {}},
            {}};
}

}  // namespace

class WebviewLaunchPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void origin_is_written_as_browsers_do_data() {
        QTest::addColumn<QUrl>("address");
        QTest::addColumn<QString>("origin");
        QTest::newRow("path and query") << url("https://my.example/a?b#c") << QStringLiteral("https://my.example");
        QTest::newRow("own port") << url("https://my.example:443/") << QStringLiteral("https://my.example");
        QTest::newRow("other port") << url("http://a.localhost:8080") << QStringLiteral("http://a.localhost:8080");
        QTest::newRow("capitals") << url("HTTPS://MY.Example/") << QStringLiteral("https://my.example");
        QTest::newRow("umlaut") << url("https://bücher.example/") << QStringLiteral("https://xn--bcher-kva.example");
        QTest::newRow("IPv6") << url("http://[::1]:80/") << QStringLiteral("http://[::1]");
        QTest::newRow("user") << url("https://a@my.example/") << QStringLiteral("https://my.example");
        QTest::newRow("no host") << url("https:///a") << QString{};
        QTest::newRow("other scheme") << url("file:///etc/passwd") << QString{};
        QTest::newRow("data") << url("data:text/html,a") << QString{};
        QTest::newRow("null") << url("null") << QString{};
    }

    void origin_is_written_as_browsers_do() {
        QFETCH(const QUrl, address);
        QTEST(originOf(address), "origin");
    }

    void protected_is_https_or_this_computer() {
        for (const auto* good : {"https://a.example", "http://127.0.0.1:1", "http://127.9.9.9", "http://localhost",
                                 "http://a.b.localhost:2", "http://[::1]/"}) {
            QVERIFY2(isProtected(url(good)), good);
        }
        for (const auto* bad : {"http://a.example", "http://127.0.0.1.example", "http://localhost.example",
                                "http://notlocalhost", "ftp://localhost", "http://1.127.0.0", ""}) {
            QVERIFY2(!isProtected(url(bad)), bad);
        }
    }

    void launch_that_no_browser_may_open_has_no_plan() {
        QVERIFY(!planOf({QrLaunch{}, {}}));
        QVERIFY(!planOf({TokenLaunch{}, {}}));
        QVERIFY(!planOf(widget("http://my.example/")));
        QVERIFY(!planOf(widget("file:///etc/passwd")));
        QVERIFY(!planOf(widget("javascript:alert(1)")));
        QVERIFY(!planOf(widget("")));
        QVERIFY(planOf(widget("http://a.localhost:1/")));
    }

    void page_goes_within_the_launch_alone_data() {
        QTest::addColumn<QUrl>("address");
        QTest::addColumn<bool>("isMainFrame");
        QTest::addColumn<Step>("step");
        const auto row = [](const char* address, bool isMainFrame, Step step) {
            QTest::addRow("%s %s", isMainFrame ? "page" : "frame", address) << url(address) << isMainFrame << step;
        };
        row("https://my.example/widget", false, Step::go);
        row("https://cdn.example/", false, Step::go);
        row("https://my.example/widget", true, Step::refuse);
        row("https://evil.example/", false, Step::refuse);
        row("https://my.example.evil.example/", false, Step::refuse);
        row("https://my.example:444/", false, Step::refuse);
        row("http://my.example/", false, Step::refuse);
        row("about:blank", false, Step::go);
        row("about:srcdoc", false, Step::go);
        row("about:blank", true, Step::refuse);
        row("data:text/html,a", false, Step::refuse);
        row("file:///etc/passwd", false, Step::refuse);
        row("chrome://crash", true, Step::refuse);
        row("javascript:1", false, Step::refuse);
        row("mailto:a@b.example", false, Step::refuse);
    }

    void page_goes_within_the_launch_alone() {
        QFETCH(const QUrl, address);
        QFETCH(const bool, isMainFrame);
        QTEST(judge(planOf(widget("https://my.example/widget")).value(), address, isMainFrame), "step");
    }

    void way_back_is_caught_exactly_data() {
        QTest::addColumn<QUrl>("address");
        QTest::addColumn<Step>("step");
        const auto row = [](const char* address, Step step) { QTest::newRow(address) << url(address) << step; };
        row("https://desk.bank.example/return/example?code=c&state=s", Step::caughtReturn);
        row("https://desk.bank.example:443/return/example", Step::caughtReturn);
        row("https://desk.bank.example/return/example/back?state=s", Step::caughtBack);
        row("https://desk.bank.example/return/example/", Step::refuse);
        row("https://desk.bank.example/return/exampl%65", Step::caughtReturn);  // the same path, written otherwise
        row("https://desk.bank.example/return/Example", Step::refuse);
        row("http://desk.bank.example/return/example", Step::refuse);
        row("https://desk.bank.example:8443/return/example", Step::refuse);
        row("https://desk.bank.example.evil.example/return/example", Step::refuse);
        row("https://identity.example/next", Step::go);
    }

    void way_back_is_caught_exactly() {
        QFETCH(const QUrl, address);
        QTEST(judge(planOf(redirect()).value(), address, true), "step");
        QTEST(judge(planOf(redirect()).value(), address, false), "step");
    }

    void policy_names_this_provider_alone() {
        const HostPage host{QStringLiteral("en"), QStringLiteral("A \"B\" <c>"),
                            QStringLiteral("https://desk.bank.example"), QStringLiteral("secret")};
        const auto page = hostPageOf(planOf(widget("https://my.example/widget")).value(), host);

        QVERIFY2(page.contains(QLatin1String("default-src &#39;none&#39;")) ||
                     page.contains(QLatin1String("default-src 'none'")),
                 qPrintable(page));
        QVERIFY2(
            page.contains(QLatin1String("frame-src https://my.example https://cdn.example https://other.example;")),
            qPrintable(page));
        QVERIFY(page.contains(QLatin1String("title=\"A &quot;B&quot; &lt;c&gt;\"")));
        QVERIFY(page.contains(
            QLatin1String("allow=\"camera https://my.example https://cdn.example https://other.example\"")));
        QVERIFY(!page.contains(QLatin1String("<script")));
    }

    void odd_origins_and_features_are_left_out() {
        WidgetLaunch odd{"https://my.example/",
                         Placement::iframe,
                         {"http://open.example", "https://*", "nonsense", "", "https://a.example; script-src *"},
                         {"camera; fullscreen *", "microphone"},
                         {}};
        const auto plan = planOf({odd, {}}).value();
        const HostPage host{{}, {}, {}, QStringLiteral("secret")};

        QCOMPARE(plan.origins, QStringList{QStringLiteral("https://my.example")});
        QVERIFY(hostPageOf(plan, host).contains(QLatin1String("allow=\"microphone https://my.example")));
        QVERIFY(!hostPageOf(plan, host).contains(QLatin1String("fullscreen")));
    }
};

VERDESK_TEST(WebviewLaunchPlanTest)
#include "launch_plan_test.moc"
