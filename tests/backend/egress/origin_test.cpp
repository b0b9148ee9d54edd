#include "backend/egress/origin.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::backend::egress;

class OriginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void origin_isReadAsItIsCalled_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("origin");
        QTest::addColumn<bool>("loopback");
        const auto row = [](const char* url, const char* origin, bool loopback) {
            QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(origin) << loopback;
        };
        row("https://API.passid.io/api/bridge?x=http://127.0.0.1", "https://api.passid.io:443", false);
        row("http://127.0.0.1:4001/x", "http://127.0.0.1:4001", true);
        row("http://passid.localhost", "http://passid.localhost:80", true);
        row("http://[::1]:8080/", "http://[::1]:8080", true);
        row("http://127.0.0.1.evil.example/", "http://127.0.0.1.evil.example:80", false);
        row("http://localhost.evil.example/", "http://localhost.evil.example:80", false);
        row("https://user:pass@127.0.0.1/", "", false);
        row("http://127.0.0.1@evil.example/", "", false);
        row("ftp://127.0.0.1/", "", false);
        row("file:///etc/passwd", "", false);
        row("127.0.0.1/x", "", false);
        row("", "", false);
    }
    void origin_isReadAsItIsCalled() {
        QFETCH(QString, url);
        QFETCH(QString, origin);
        QFETCH(bool, loopback);
        const auto read = originOf(url.toStdString());
        QCOMPARE(QString::fromStdString(read ? read->text() : ""), origin);
        QCOMPARE(read && read->loopback, loopback);
    }
};

VERDESK_TEST(OriginTest)
#include "origin_test.moc"
