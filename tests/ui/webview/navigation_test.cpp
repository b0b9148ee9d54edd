#include "tests/support/registry.h"
#include "tests/ui/webview/heard.h"
#include "ui/webview/engine.h"

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>
#include <QWebEngineView>

using namespace verdesk;
using namespace verdesk::test;

namespace {

RedirectLaunch redirectAt(const PageServer& server, const QString& path, const QString& backend) {
    RedirectLaunch redirect;
    redirect.url = server.at(path).toString().toStdString();
    redirect.redirectUri = backend.toStdString() + "/return/example";
    redirect.backUri = backend.toStdString() + "/return/example/back";
    redirect.origins = {server.origin().toStdString()};
    return redirect;
}

}  // namespace

// Where pages may go, and what they may do, through a real browser.
class WebviewNavigationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void return_is_caught_on_every_way_data() {
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("by its server") << QByteArray{};
        QTest::newRow("by a script") << QByteArray{"<script>location = '{to}'</script>"};
        QTest::newRow("by a form") << QByteArray{
            "<form action='{bare}'><input name=code value=c><input name=state value=s>"
            "</form><script>document.forms[0].submit()</script>"};
        QTest::newRow("by a refresh") << QByteArray{"<meta http-equiv=refresh content='0;url={to}'>"};
        QTest::newRow("in a frame") << QByteArray{"<iframe src='{to}'></iframe>"};
    }

    void return_is_caught_on_every_way() {
        QFETCH(QByteArray, page);
        PageServer server;
        PageServer backend;
        const auto bare = backend.origin(QStringLiteral("127.0.0.1")) + QStringLiteral("/return/example");
        const auto to = bare + QStringLiteral("?code=c&state=s");
        if (page.isEmpty()) {
            server.redirect(QStringLiteral("/authorize"), to.toUtf8());
        } else {
            server.put(QStringLiteral("/authorize"),
                       page.replace("{to}", to.toUtf8()).replace("{bare}", bare.toUtf8()));
        }
        Heard heard{
            {redirectAt(server, QStringLiteral("/authorize"), backend.origin(QStringLiteral("127.0.0.1"))), {}}};

        QVERIFY(heard.waitFor(QStringLiteral("returned ") + to));
        rest(300);
        QCOMPARE(backend.asked(), QStringList{});
        QVERIFY(heard.said().filter(QStringLiteral("troubled")).isEmpty());
        QCOMPARE(heard.host().counts().navigations, 0);
    }

    void way_back_is_caught() {
        PageServer server;
        PageServer backend;
        const auto origin = backend.origin(QStringLiteral("127.0.0.1"));
        server.put(QStringLiteral("/authorize"),
                   "<script>location = '" + origin.toUtf8() + "/return/example/back?state=s'</script>");
        Heard heard{{redirectAt(server, QStringLiteral("/authorize"), origin), {}}};

        QVERIFY(heard.waitFor(QStringLiteral("wentBack")));
        QCOMPARE(backend.asked(), QStringList{});
    }

    // Its customer does not get on, and nothing shows it: what was there stays.
    void page_on_top_that_strays_is_told_and_is_no_load_failure_data() {
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("by itself") << QByteArray{"<script>location = '{out}'</script>"};
        QTest::newRow("by its server") << QByteArray{"<script>location = '/on'</script>"};
        QTest::newRow("by a form") << QByteArray{
            "<form action='{out}'></form><script>document.forms[0].submit()"
            "</script>"};
        QTest::newRow("by a link that a script clicks")
            << QByteArray{"<a id=out href='{out}'>out</a><script>out.click()</script>"};
        QTest::newRow("after it was painted")
            << QByteArray{"<script>setTimeout(() => { location = '{out}' }, 1000)</script>"};
    }

    void page_on_top_that_strays_is_told_and_is_no_load_failure() {
        QFETCH(QByteArray, page);
        PageServer server;
        PageServer elsewhere;
        const auto out = elsewhere.at(QStringLiteral("/")).toEncoded();
        server.put(QStringLiteral("/authorize"), page.replace("{out}", out));
        server.redirect(QStringLiteral("/on"), out);
        Heard heard{{redirectAt(server, QStringLiteral("/authorize"), QStringLiteral("http://127.0.0.1:9")), {}}};

        QVERIFY(heard.waitFor(QStringLiteral("troubled strayed")));
        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        rest(300);
        QCOMPARE(heard.host().counts().navigations, 1);
        QCOMPARE(elsewhere.asked(), QStringList{});
        QCOMPARE(heard.said().filter(QStringLiteral("troubled")).size(), 1);
    }

    void frame_never_reaches_another_origin() {
        PageServer server;
        PageServer elsewhere;
        server.put(QStringLiteral("/widget"),
                   "<script>location = '" + elsewhere.at(QStringLiteral("/")).toEncoded() + "'</script>");
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}};

        until([&] { return heard.host().counts().navigations == 1; });
        QCOMPARE(heard.host().counts().navigations, 1);
        QVERIFY(heard.waitFor(QStringLiteral("troubled loadFailed")));  // nothing of the provider is left in the frame
        QCOMPARE(elsewhere.asked(), QStringList{});
    }

    void frame_never_replaces_our_page() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<style>a{position:fixed;inset:0}</style>"
                   "<a target=_top href='/next'>Leave</a>");
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));

        heard.clickUntil([&] { return heard.host().counts().navigations == 1; });

        QCOMPARE(heard.host().counts().navigations, 1);
        rest(300);
        QCOMPARE(server.asked(), QStringList{QStringLiteral("/widget")});
        QVERIFY(heard.said().filter(QStringLiteral("troubled")).isEmpty());
    }

    void frame_that_moves_within_the_launch_says_where() {
        PageServer server;
        server.put(QStringLiteral("/widget"), "<script>location = 'http://b.localhost:{self}/next'</script>");
        server.put(QStringLiteral("/next"), "<p>Next</p>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.origins.push_back(server.origin(QStringLiteral("b.localhost")).toStdString());
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(QStringLiteral("where %1 secure").arg(server.origin(QStringLiteral("b.localhost")))));
        QVERIFY(heard.waitFor(QStringLiteral("shown")));
    }

    void page_that_is_not_there_is_a_load_failure_data() {
        QTest::addColumn<bool>("isOnTop");
        QTest::addColumn<bool>("isUp");
        QTest::newRow("frame, no server") << false << false;
        QTest::newRow("top, no server") << true << false;
        QTest::newRow("frame, error") << false << true;
        QTest::newRow("top, error") << true << true;
    }

    void page_that_is_not_there_is_a_load_failure() {
        QFETCH(const bool, isOnTop);
        QFETCH(const bool, isUp);
        if (isUp && !isOnTop && ui::webview::engineVersion().majorVersion() < 109) {
            QSKIP("this engine does not say with which status a frame's page came");
        }
        PageServer server;
        auto widget = widgetAt(server, QStringLiteral("/missing"));
        widget.placement = isOnTop ? Placement::top : Placement::iframe;
        if (!isUp) {
            server.close();
        }
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(QStringLiteral("troubled loadFailed")));
        QVERIFY(!heard.said().contains(QStringLiteral("shown")));
    }

    void page_that_forbids_frames_is_a_load_failure() {
        PageServer server;
        server.put(QStringLiteral("/widget"), "<p>Widget</p>",
                   "Content-Security-Policy: frame-ancestors https://other.example\r\n");
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}};

        QVERIFY(heard.waitFor(QStringLiteral("troubled loadFailed")));
    }

    void page_that_lets_the_registered_origin_in_is_shown() {
        PageServer server;
        server.put(QStringLiteral("/widget"), "<p>Widget</p>",
                   "Content-Security-Policy: frame-ancestors https://desk.bank.example\r\n");
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}};

        QVERIFY(heard.waitFor(QStringLiteral("shown")));
    }

    void page_that_never_answers_is_silent() {
        PageServer server;
        server.stall(QStringLiteral("/widget"));
        auto limits = testLimits();
        limits.silence = std::chrono::milliseconds{1500};
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}, limits};

        QVERIFY(heard.waitFor(QStringLiteral("troubled silent")));
    }

    void wrong_certificate_is_never_accepted_data() {
        QTest::addColumn<Placement>("placement");
        QTest::newRow("frame") << Placement::iframe;
        QTest::newRow("top") << Placement::top;
    }

    void wrong_certificate_is_never_accepted() {
        QFETCH(const Placement, placement);
        const QTemporaryDir folder;
        const auto key = folder.filePath(QStringLiteral("key.pem"));
        const auto certificate = folder.filePath(QStringLiteral("certificate.pem"));
        if (QProcess::execute(QStringLiteral("openssl"),
                              {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                               QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-subj"),
                               QStringLiteral("/CN=a.localhost"), QStringLiteral("-days"), QStringLiteral("2"),
                               QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate}) != 0) {
            QSKIP("there is no openssl to make a certificate with");
        }
        QFile keyFile{key};
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        QSslConfiguration own;
        own.setPrivateKey(QSslKey{&keyFile, QSsl::Rsa});
        own.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
        QSslServer server;
        server.setSslConfiguration(own);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        WidgetLaunch widget;
        widget.page = QStringLiteral("https://a.localhost:%1/").arg(server.serverPort()).toStdString();
        widget.placement = placement;
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(QStringLiteral("troubled certificate")));
        rest(1000);
        QCOMPARE(heard.said(), QStringList{QStringLiteral("troubled certificate")});
    }

    void address_that_is_not_protected_is_never_opened() {
        WidgetLaunch widget;
        widget.page = "http://provider.example/widget";
        Heard heard{{widget, {}}};

        QVERIFY(heard.waitFor(QStringLiteral("troubled loadFailed")));
    }

    void download_is_cancelled() {
        PageServer server;
        server.put(QStringLiteral("/widget"), "<a id=file href='/file' download>file</a><script>file.click()</script>");
        server.put(QStringLiteral("/file"), "content",
                   "Content-Disposition: attachment; filename=verdesk-test.bin\r\n");
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}};

        until([&] { return heard.host().counts().downloads == 1; });
        QCOMPARE(heard.host().counts().downloads, 1);
        QVERIFY(heard.said().filter(QStringLiteral("troubled")).isEmpty());
    }

    void window_of_a_script_is_refused() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<script>parent.postMessage(String(window.open('https://terms.example/')), '*')</script>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.on = {rule("\"null\"", MessageAction::forward)};
        QList<QUrl> opened;
        auto limits = testLimits();
        limits.outside.openInBrowser = [&opened](const QUrl& address) { opened << address; };
        Heard heard{{widget, {}}, limits};

        QVERIFY(heard.waitFor(QStringLiteral("forwarded \"null\"")));  // it was given no window
        QVERIFY(heard.waitFor(QStringLiteral("shown")));
        rest(300);
        QVERIFY(opened.isEmpty());
        QCOMPARE(heard.host().counts().navigations, 0);
    }

    void terms_open_in_the_systems_browser_when_clicked() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<style>a{position:fixed;inset:0}</style>"
                   "<a target=_blank href='https://terms.example/a'>Terms</a>");
        QList<QUrl> opened;
        auto limits = testLimits();
        limits.outside.openInBrowser = [&opened](const QUrl& address) { opened << address; };
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}, limits};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));

        heard.clickUntil([&] { return !opened.isEmpty(); });

        QCOMPARE(opened, QList<QUrl>{QUrl{QStringLiteral("https://terms.example/a")}});
        QCOMPARE(heard.host().counts().windows, 0);
    }

    void link_to_an_open_address_is_refused() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<style>a{position:fixed;inset:0}</style>"
                   "<a target=_blank href='http://terms.example/a'>Terms</a>");
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));

        heard.clickUntil([&] { return heard.host().counts().windows == 1; });

        QCOMPARE(heard.host().counts().windows, 1);
    }

    // As many providers have their terms: a plain link, which would take the page's own place.
    void link_elsewhere_opens_in_the_systems_browser_when_clicked_data() {
        QTest::addColumn<Placement>("placement");
        QTest::newRow("in a frame") << Placement::iframe;
        QTest::newRow("on top") << Placement::top;
    }

    void link_elsewhere_opens_in_the_systems_browser_when_clicked() {
        QFETCH(const Placement, placement);
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<style>a{position:fixed;inset:0}</style><a href='https://terms.example/a'>Terms</a>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.placement = placement;
        QList<QUrl> opened;
        auto limits = testLimits();
        limits.outside.openInBrowser = [&opened](const QUrl& address) { opened << address; };
        Heard heard{{widget, {}}, limits};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));

        heard.clickUntil([&] { return !opened.isEmpty(); });

        QVERIFY(!opened.isEmpty());
        QCOMPARE(opened.first(), QUrl{QStringLiteral("https://terms.example/a")});
        rest(300);
        QCOMPARE(heard.host().counts().navigations, 0);
        QCOMPARE(heard.said().filter(QStringLiteral("where")).size(), 1);
        QVERIFY(heard.said().filter(QStringLiteral("troubled")).isEmpty());
        QCOMPARE(server.asked().count(QStringLiteral("/widget")), 1);
    }

    void link_that_nobody_clicked_opens_nothing() {
        PageServer server;
        server.put(QStringLiteral("/widget"),
                   "<a id=out href='https://terms.example/a'>Terms</a>"
                   "<script>setTimeout(() => out.click(), 300)</script>");
        QList<QUrl> opened;
        auto limits = testLimits();
        limits.outside.openInBrowser = [&opened](const QUrl& address) { opened << address; };
        Heard heard{{widgetAt(server, QStringLiteral("/widget")), {}}, limits};

        until([&] { return heard.host().counts().navigations == 1; });

        QCOMPARE(heard.host().counts().navigations, 1);
        QVERIFY(opened.isEmpty());
    }

    void link_elsewhere_that_is_not_encrypted_is_counted_and_no_more() {
        PageServer server;
        PageServer elsewhere;
        server.put(QStringLiteral("/widget"), "<style>a{position:fixed;inset:0}</style><a href='" +
                                                  elsewhere.at(QStringLiteral("/")).toEncoded() + "'>Terms</a>");
        auto widget = widgetAt(server, QStringLiteral("/widget"));
        widget.placement = Placement::top;
        Heard heard{{widget, {}}};
        QVERIFY(heard.waitFor(QStringLiteral("shown")));

        heard.clickUntil([&] { return heard.host().counts().navigations >= 1; });

        QVERIFY(heard.host().counts().navigations >= 1);
        rest(300);
        QCOMPARE(elsewhere.asked(), QStringList{});
        QVERIFY(heard.said().filter(QStringLiteral("troubled")).isEmpty());
    }
};

VERDESK_TEST(WebviewNavigationTest)
#include "navigation_test.moc"
