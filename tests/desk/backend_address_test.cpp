#include "desk/backend_address.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::desk;

class BackendAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void address_isJudged_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
        };
        row("https://verdesk.bank.example", "https://verdesk.bank.example/");
        row(" https://verdesk.bank.example:8443/desk ", "https://verdesk.bank.example:8443/desk/");
        row("http://127.0.0.1:8080", "http://127.0.0.1:8080/");
        row("http://[::1]:8080", "http://[::1]:8080/");
        row("http://localhost:8080/", "http://localhost:8080/");
        row("http://verdesk.bank.example", "");
        row("http://127.0.0.1.evil.example", "");
        row("http://localhost.evil.example", "");
        row("http://evil.example/127.0.0.1", "");
        row("https://user:secret@verdesk.bank.example", "");
        row("https://verdesk.bank.example/?a=b", "");
        row("ftp://verdesk.bank.example", "");
        row("verdesk.bank.example", "");
        row("https://", "");
        row("", "");
    }
    void address_isJudged() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto url = backendAddress(text);
        QCOMPARE(url ? url->toString() : QString{}, expected);
    }
};

VERDESK_TEST(BackendAddressTest)
#include "backend_address_test.moc"
