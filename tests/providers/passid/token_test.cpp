#include "providers/registry.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;

class PassidTokenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void token_hasOneForm_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("normal");
        const auto row = [](const char* name, const char* typed, const char* normal) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(normal);
        };
        row("as it is", "PASSID-AB3X-7YQM-K9PQ-3MNX", "PASSID-AB3X-7YQM-K9PQ-3MNX");
        row("lower case", "passid-ab3x-7yqm-k9pq-3mnx", "PASSID-AB3X-7YQM-K9PQ-3MNX");
        row("blanks around", "  KE8V-3TXY-Z72L\r\n", "KE8V-3TXY-Z72L");
        row("blanks inside", "KE8V - 3TXY\t- Z72L", "KE8V-3TXY-Z72L");
        row("no-break and thin blanks", "KE8V\u00A0-\u20093TXY\u202F-Z72L\uFEFF", "KE8V-3TXY-Z72L");
        row("dashes of a word processor", "KE8V\u20133TXY\u2014Z72L\u2212X\u2011Y", "KE8V-3TXY-Z72L-X-Y");
        row("without dashes it is another token", "KE8V3TXYZ72L", "KE8V3TXYZ72L");
        row("another shape", "x1", "X1");
        row("other letters stay", "äß1", "äß1");
        row("nothing", " ", "");
    }
    void token_hasOneForm() {
        QFETCH(QString, typed);
        QFETCH(QString, normal);
        const auto& passid = *providers::find("passid");
        const auto once = passid.normalToken(typed.toStdString());
        QCOMPARE(QString::fromStdString(once), normal);
        QCOMPARE(passid.normalToken(once), once);
    }
};

VERDESK_TEST(PassidTokenTest)
#include "token_test.moc"
