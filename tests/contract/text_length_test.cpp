#include "contract/text_length.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;

class TextLengthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void character_isOne_howeverManyBytesItTakes() {
        QCOMPARE(characterCount(""), std::size_t{0});
        QCOMPARE(characterCount("abc"), std::size_t{3});
        QCOMPARE(characterCount("\u00fc\u10d0\U0001f600"), std::size_t{3});
    }
};

VERDESK_TEST(TextLengthTest)
#include "text_length_test.moc"
