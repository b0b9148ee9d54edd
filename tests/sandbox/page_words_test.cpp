// The doubles' pages say everything in the customer's language. What lies in a folder of src/sandbox is looked at:
// words are files that end in "words.js", and pages those that load some.
#include "sandbox/assets.h"
#include "tests/support/registry.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace verdesk::sandbox;

namespace {

// "passport_io/widget.html", for "*.html".
QStringList filesLike(const QString& pattern) {
    const QDir sandbox{QStringLiteral(VERDESK_TEST_DATA "/../../src/sandbox")};
    QStringList all;
    const auto folders = sandbox.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto& folder : folders) {
        const auto names = QDir{sandbox.filePath(folder)}.entryList({pattern}, QDir::Files);
        for (const auto& name : names) {
            all << folder + QLatin1Char('/') + name;
        }
    }
    return all;
}

QString textOf(const QString& file) {
    return QString::fromStdString(std::string{asset(file.toStdString())});
}

// What `pattern` catches, in the order of the text.
QStringList caught(const QString& text, const char* pattern) {
    QStringList all;
    auto match =
        QRegularExpression{QString::fromLatin1(pattern), QRegularExpression::MultilineOption}.globalMatch(text);
    while (match.hasNext()) {
        all << match.next().captured(1);
    }
    return all;
}

QStringList namesIn(const QString& words) {
    return caught(words, "^ {4}(\\w+): ['\"]");
}

}  // namespace

class PageWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_areTheSameInBothLanguages_data() {
        QTest::addColumn<QString>("file");
        const auto files = filesLike(QStringLiteral("*_words.js")) << QStringLiteral("pages/words.js");
        QVERIFY(files.size() > 1);
        for (const auto& file : files) {
            QTest::newRow(qPrintable(file)) << file;
        }
    }
    void words_areTheSameInBothLanguages() {
        QFETCH(QString, file);
        const auto text = textOf(file);
        const auto german = text.indexOf(QStringLiteral("\n  de: {"));
        QVERIFY(german > 0);
        const auto names = namesIn(text.left(german));
        QVERIFY(!names.isEmpty());
        QCOMPARE(namesIn(text.mid(german)), names);
    }

    void page_asksForWordsThatAreThere_andSaysNothingElse_data() {
        QTest::addColumn<QString>("page");
        const auto pages = filesLike(QStringLiteral("*.html"));
        QStringList speaking;
        for (const auto& page : pages) {
            if (textOf(page).contains(QStringLiteral("_words.js\""))) {
                QTest::newRow(qPrintable(page)) << page;
                speaking << page.section(QLatin1Char('/'), 0, 0);
            }
        }
        const auto words = filesLike(QStringLiteral("*_words.js"));
        for (const auto& file : words) {
            QVERIFY2(speaking.contains(file.section(QLatin1Char('/'), 0, 0)), qPrintable(file));
        }
    }
    void page_asksForWordsThatAreThere_andSaysNothingElse() {
        QFETCH(QString, page);
        const auto folder = page.section(QLatin1Char('/'), 0, 0);
        const auto html = textOf(page);
        auto asked = caught(html, "data-(?:word|alt)=\"(\\w+)\"");
        QVERIFY(asked.size() > 1);
        QStringList known;
        const auto scripts = caught(html, "<script src=\"/(\\w+\\.js)\"");
        for (const auto& name : scripts) {
            const auto own = textOf(folder + QLatin1Char('/') + name);
            const auto script = own.isEmpty() ? textOf(QStringLiteral("pages/") + name) : own;
            QVERIFY2(!script.isEmpty(), qPrintable(name));
            if (name.endsWith(QStringLiteral("words.js"))) {
                known << namesIn(script);
            } else {
                asked << caught(script, "(?:say|offerCamera)\\('(\\w+)'")
                      << caught(script, "button\\('[\\w-]+', '(\\w+)'") << caught(script, "'(camera\\w+)'");
            }
        }
        for (const auto& name : asked) {
            QVERIFY2(known.contains(name), qPrintable(name));
        }
        // Nothing is said in one language alone: the provider's mark with its name behind it is no word.
        auto rest = html.mid(html.indexOf(QStringLiteral("<main")));
        rest.remove(QRegularExpression{QStringLiteral("<span class=\"mark\"[^>]*>\\w+</span>[^<]*")});
        rest.remove(QRegularExpression{QStringLiteral("<[^>]*>|\\{\\{\\w+\\}\\}|·")});
        QCOMPARE(rest.simplified(), QString{});
    }
};

VERDESK_TEST(PageWordsTest)
#include "page_words_test.moc"
