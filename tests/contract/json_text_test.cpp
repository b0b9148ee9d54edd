#include "contract/json_text.h"
#include "contract/json_reader.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;

namespace {

std::string nested(int levels) {
    return std::string(static_cast<std::size_t>(levels), '[') + std::string(static_cast<std::size_t>(levels), ']');
}

}  // namespace

class JsonTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void levels_areCounted_butNotWithinTexts() {
        QVERIFY(!nestsDeeper(nested(64), 64));
        QVERIFY(nestsDeeper(nested(65), 64));
        QVERIFY(nestsDeeper(R"([{"a":[1]}])", 2));
        QVERIFY(!nestsDeeper(R"([1],[2],[3])", 1));
        QVERIFY(!nestsDeeper("[\"[[[[\", \"{\\\"[[[\"]", 1));
        QVERIFY(nestsDeeper("[\"a\\\\\", [2]]", 1));
        QVERIFY(!nestsDeeper("\"\\", 1));
    }

    void textFromOutside_isNone_whereItNestsTooDeep() {
        QVERIFY(jsonOrNone(nested(64)).is_array());
        QVERIFY(jsonOrNone(nested(65)).is_discarded());
        QVERIFY(jsonOrNone(nested(250'000)).is_discarded());
        QVERIFY(jsonOrNone("{").is_discarded());
        QVERIFY(parseOutside(nested(64)).is_array());
        QVERIFY_THROWS_EXCEPTION(MemberError, parseOutside(nested(65)));
        QVERIFY_THROWS_EXCEPTION(MemberError, parseOutside("{"));
    }

    void ourOwn_mayWrapWhatCameFromOutside() {
        QVERIFY(parseJson(nested(128)).is_array());
        QVERIFY_THROWS_EXCEPTION(MemberError, parseJson(nested(129)));
    }
};

VERDESK_TEST(JsonTextTest)
#include "json_text_test.moc"
