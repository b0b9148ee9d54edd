#include "tests/support/registry.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

class SettingsTest : public QObject {
    Q_OBJECT

    static QString textOf(const char* path) {
        QFile file{QStringLiteral(VERDESK_TEST_DATA "/../../docs/") + QString::fromUtf8(path)};
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("cannot read %s", path);
        }
        return QString::fromUtf8(file.readAll());
    }

private Q_SLOTS:
    void everySettingOfTheExamples_isExplained_data() {
        QTest::addColumn<QString>("example");
        QTest::addColumn<int>("settings");
        QTest::newRow("verdesk") << QStringLiteral("examples/verdesk.toml") << 40;
        QTest::newRow("browser checks") << QStringLiteral("examples/browser-checks.toml") << 30;
    }
    void everySettingOfTheExamples_isExplained() {
        QFETCH(QString, example);
        QFETCH(int, settings);
        const auto explained = textOf("configuration.md");
        const QRegularExpression setting{QStringLiteral("^(?:# )?([a-z_]+) = "), QRegularExpression::MultilineOption};
        int count = 0;
        QString table;
        for (const auto& line : textOf(qPrintable(example)).split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1Char('['))) {
                table = line.section(QLatin1Char(']'), 0, 0).mid(1);
            }
            const auto found = setting.match(line);
            // A purpose and a text's language are the institution's own words.
            if (!found.hasMatch() || table == QStringLiteral("purposes") || table.endsWith(QStringLiteral(".text"))) {
                continue;
            }
            ++count;
            const QRegularExpression word{QStringLiteral("`(?:[a-z]+\\.)?%1`").arg(found.captured(1))};
            QVERIFY2(word.match(explained).hasMatch(), qPrintable(found.captured(1)));
        }
        QVERIFY(count > settings);
    }
};

VERDESK_TEST(SettingsTest)
#include "settings_test.moc"
