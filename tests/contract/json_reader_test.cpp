#include "contract/json_reader.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using nlohmann::json;

namespace {

template <class Read>
std::string complaintOf(Read read) {
    try {
        read();
    } catch (const MemberError& error) {
        return error.what();
    }
    return "none";
}

}  // namespace

class JsonReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parse_brokenText_isPlacedAndNotQuoted() {
        const auto said = complaintOf([] { (void)parseJson(R"({"name": "Wanjiku" oops)"); });
        QVERIFY2(said.find("byte 20") != std::string::npos, said.c_str());
        QVERIFY(said.find("Wanjiku") == std::string::npos);
        QVERIFY(said.find("oops") == std::string::npos);
        QVERIFY_THROWS_EXCEPTION(MemberError, (void)parseJson(""));
        QVERIFY_THROWS_EXCEPTION(MemberError, (void)parseJson("{} {}"));
        QVERIFY_THROWS_EXCEPTION(MemberError, (void)parseJson("\"\xff\""));
        QVERIFY_THROWS_EXCEPTION(MemberError, (void)parseJson("{\"amount\": 1e999}"));
    }

    void complaints_nameTheWholePath() {
        const json text{{"consent", {{"language", 7}}}, {"launches", {{{"url", "u"}}, {{"url", false}}}}};
        const JsonReader reader{text};
        QCOMPARE(complaintOf([&] { (void)reader.requiredObject("consent").text("language"); }),
                 std::string{"\"consent.language\" must be a string"});
        QCOMPARE(complaintOf([&] { (void)reader.objects("launches").at(1).text("url"); }),
                 std::string{"\"launches[1].url\" must be a string"});
        QCOMPARE(complaintOf([&] { (void)reader.requiredText("reference"); }), std::string{"\"reference\" is missing"});
    }

    void null_isMissing() {
        const json text{{"a", nullptr}};
        const JsonReader reader{text};
        QVERIFY(!reader.has("a"));
        QVERIFY(!reader.text("a"));
        QVERIFY(!reader.object("a"));
        QVERIFY(reader.texts("a").empty());
        QVERIFY_THROWS_EXCEPTION(MemberError, (void)reader.requiredFlag("a"));
    }

    void integer_isWholeAndFits() {
        const json text{{"half", 1.5}, {"whole", 2.0}, {"big", UINT64_MAX}, {"least", INT64_MIN}, {"word", "3"}};
        const JsonReader reader{text};
        QVERIFY_THROWS_EXCEPTION(MemberError, (void)reader.integer("half"));
        QVERIFY_THROWS_EXCEPTION(MemberError, (void)reader.integer("whole"));
        QVERIFY_THROWS_EXCEPTION(MemberError, (void)reader.integer("big"));
        QVERIFY_THROWS_EXCEPTION(MemberError, (void)reader.integer("word"));
        QCOMPARE(reader.integer("least").value_or(0), INT64_MIN);
        QCOMPARE(reader.number("half").value_or(0), 1.5);
    }

    void instant_isRfc3339() {
        const json text{{"at", "yesterday"}, {"good", "2026-03-17T14:12:11Z"}};
        const JsonReader reader{text};
        QVERIFY(complaintOf([&] { (void)reader.instant("at"); }).starts_with("\"at\" must be a date and time"));
        QCOMPARE(toText(reader.requiredInstant("good")), std::string{"2026-03-17T14:12:11.000Z"});
    }
};

VERDESK_TEST(JsonReaderTest)
#include "json_reader_test.moc"
