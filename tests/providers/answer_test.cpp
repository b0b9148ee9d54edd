#include "providers/answer.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::providers;

class AnswerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneLine_isAlwaysText_data() {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char* name, const QByteArray& given, const QByteArray& line) {
            QTest::newRow(name) << given << line;
        };
        row("plain", "invalid_scope", "invalid_scope");
        row("controls", QByteArray{"a\r\nb\0c\x7f", 7}, "a  b c ");
        row("characters", "gr\xC3\xBC\xE2\x82\xAC\xF0\x9F\x99\x82", "gr\xC3\xBC\xE2\x82\xAC\xF0\x9F\x99\x82");
        row("no characters", "\xff\xfe", "??");
        row("broken off", "a\xE2\x82", "a??");
        row("longer than needed", "\xC0\xAF\xE0\x80\xAF", "?????");
        row("half of a pair", "\xED\xA0\x80", "???");
        row("beyond the last one", "\xF4\x90\x80\x80", "????");
    }
    void oneLine_isAlwaysText() {
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, line);
        QCOMPARE(QByteArray::fromStdString(oneLine(given.toStdString(), 64)), line);
    }

    void oneLine_isCutAtWholeCharacters() {
        const std::string text =
            "ab\xE2\x82\xAC"
            "c";
        QCOMPARE(oneLine(text, 6), text);
        QCOMPARE(oneLine(text, 5), std::string{"ab\xE2\x82\xAC"});
        QCOMPARE(oneLine(text, 4), std::string{"ab"});
        QCOMPARE(oneLine(text, 0), std::string{});
    }
};

VERDESK_TEST(AnswerTest)
#include "answer_test.moc"
