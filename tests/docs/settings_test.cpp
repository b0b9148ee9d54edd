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

    void everyExplainedSetting_standsInAnExample() {
        const auto examples = textOf("examples/verdesk.toml") + textOf("examples/browser-checks.toml");
        const QRegularExpression row{QStringLiteral("^\\| (`[a-z_.`, ]+`)(?: \\([^|]*\\))? \\|"),
                                     QRegularExpression::MultilineOption};
        const QRegularExpression key{QStringLiteral("`(?:[a-z]+\\.)?([a-z_]+)`")};
        // These are tables of their own.
        const QStringList tables{QStringLiteral("text"), QStringLiteral("steps")};
        int count = 0;
        const auto explained = textOf("configuration.md").section(QStringLiteral("## Counters"), 0, 0);
        for (auto rows = row.globalMatch(explained); rows.hasNext();) {
            for (auto keys = key.globalMatch(rows.next().captured(1)); keys.hasNext(); ++count) {
                const auto name = keys.next().captured(1);
                const QRegularExpression set{QStringLiteral("(?:^|[ {])%1 = ").arg(name),
                                             QRegularExpression::MultilineOption};
                QVERIFY2(tables.contains(name) || set.match(examples).hasMatch(), qPrintable(name));
            }
        }
        QVERIFY(count > 80);
    }
};

VERDESK_TEST(SettingsTest)
#include "settings_test.moc"
