#include "desk/settings.h"

#include "tests/support/registry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace verdesk::desk;

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void read_wholeFile() {
        const auto read =
            readSettings(write("counter=Counter 3\nbranch=012\nlanguage=de\ntheme=dark\n"
                               "[backend]\naddress=https://verdesk.bank.example\n"));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().inWords()));
        QCOMPARE(read->address, QStringLiteral("https://verdesk.bank.example"));
        QCOMPARE(read->counter, QStringLiteral("Counter 3"));
        QCOMPARE(read->branch, QStringLiteral("012"));
        QCOMPARE(read->language, QStringLiteral("de"));
        QVERIFY(read->theme == verdesk::desk::Theme::dark);
    }

    void read_counterWithAComma_staysOneText() {
        const auto read = readSettings(write("counter=Hall 2, left\n[backend]\naddress=https://b.example\n"));
        QVERIFY(read.has_value());
        QCOMPARE(read->counter, QStringLiteral("Hall 2, left"));
    }

    void mistake_namesFileAndKey_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("key");
        QTest::newRow("empty") << QByteArray{""} << QStringLiteral("backend/address");
        QTest::newRow("no address") << QByteArray{"counter=3\n"} << QStringLiteral("backend/address");
        QTest::newRow("plain http") << QByteArray{"[backend]\naddress=http://bank.example\n"}
                                    << QStringLiteral("backend/address");
        QTest::newRow("no address at all")
            << QByteArray{"[backend]\naddress=:::\n"} << QStringLiteral("backend/address");
        QTest::newRow("theme") << QByteArray{"theme=pink\n[backend]\naddress=https://b.example\n"}
                               << QStringLiteral("theme");
        QTest::newRow("language") << QByteArray{"language=qqqq\n[backend]\naddress=https://b.example\n"}
                                  << QStringLiteral("language");
        QTest::newRow("misspelt") << QByteArray{"[backend]\naddress=https://b.example\nadress=x\n"}
                                  << QStringLiteral("backend/adress");
        QTest::newRow("no ini file") << QByteArray{"]]]\n\x01\x02"} << QString{};
    }
    void mistake_namesFileAndKey() {
        QFETCH(QByteArray, text);
        QFETCH(QString, key);
        const auto file = write(text);
        const auto read = readSettings(file);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().key, key);
        QCOMPARE(read.error().file, file);
        QVERIFY(read.error().inWords().contains(file));
        QVERIFY(!read.error().message.isEmpty());
    }

    void missingFile_isAnError() {
        const auto read = readSettings(folder_.filePath(QStringLiteral("none.ini")));
        QVERIFY(!read.has_value());
        QVERIFY(read.error().key.isEmpty());
    }

private:
    QString write(const QByteArray& text) {
        const auto name = folder_.filePath(QStringLiteral("verdesk-%1.ini").arg(++count_));
        QFile file{name};
        if (file.open(QIODevice::WriteOnly)) {
            file.write(text);
        }
        return name;
    }

    QTemporaryDir folder_;
    int count_ = 0;
};

VERDESK_TEST(SettingsTest)
#include "settings_test.moc"
