#include "contract/instant.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;

class InstantTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_rfc3339_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(expected);
        };
        row("plain", "2026-03-17T14:12:11Z", "2026-03-17T14:12:11.000Z");
        row("millis", "2026-03-17T14:12:11.123Z", "2026-03-17T14:12:11.123Z");
        row("nanos are cut", "2026-03-17T14:12:11.123987654Z", "2026-03-17T14:12:11.123Z");
        row("east", "2026-03-17T14:12:11+05:30", "2026-03-17T08:42:11.000Z");
        row("west over midnight", "2026-03-17T23:12:11-02:00", "2026-03-18T01:12:11.000Z");
        row("leap day", "2028-02-29T00:00:00z", "2028-02-29T00:00:00.000Z");
        row("no leap day", "2026-02-29T00:00:00Z", "");
        row("no offset", "2026-03-17T14:12:11", "");
        row("trailing", "2026-03-17T14:12:11Z ", "");
        row("hour 24", "2026-03-17T24:12:11Z", "");
        row("sign in a field", "2026-03-17T-1:12:11Z", "");
        row("empty", "", "");
    }
    void reads_rfc3339() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto instant = instantFrom(text.toStdString());
        QCOMPARE(QString::fromStdString(instant ? toText(*instant) : ""), expected);
    }
};

VERDESK_TEST(InstantTest)
#include "instant_test.moc"
