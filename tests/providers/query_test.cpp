#include "providers/query.h"
#include "providers/answer.h"
#include "providers/base_url.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::providers;

class QueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void query_isEncoded_andReadBack() {
        const Parameters parameters{
            {"state", "a-b_c.~"}, {"redirect_uri", "https://desk.example/x?y=z&\xC3\xA9 +"}, {"v", ".."}};
        const auto text = queryOf(parameters);
        QCOMPARE(text,
                 std::string{"state=a-b_c.~&redirect_uri=https%3A%2F%2Fdesk.example%2Fx%3Fy%3Dz%26%C3%A9%20%2B&v=.."});
        QVERIFY(parametersOf(text) == parameters);
        QCOMPARE(queryOf({}), std::string{});
    }

    void query_ofOthers_isReadTolerantly() {
        QVERIFY((parametersOf("&a=1&&b&=x&c=%zz+%4") == Parameters{{"a", "1"}, {"b", ""}, {"", "x"}, {"c", "%zz %4"}}));
        QVERIFY(parametersOf("").empty());
        QVERIFY(onlyOne({{"a", "1"}, {"a", "1"}}, "a") == std::nullopt);
        QVERIFY(onlyOne({{"a", "1"}, {"b", "2"}}, "b") == "2");
        QVERIFY(has({{"a", "1"}, {"a", "1"}}, "a") && !has({}, "a"));
    }

    void url_isSplit() {
        QCOMPARE(split("https://d.example/r?a=1?b#c?d").base, std::string_view{"https://d.example/r"});
        QCOMPARE(split("https://d.example/r?a=1?b#c?d").query, std::string_view{"a=1?b"});
        QCOMPARE(split("https://d.example/r#?a=1").query, std::string_view{});
    }

    void origin_isWrittenAsBrowsersDo() {
        QCOMPARE(originOf("https://My.Passport.IO:443/widget?x#y"), std::string{"https://my.passport.io"});
        QCOMPARE(originOf("http://passport-io.localhost:4001/"), std::string{"http://passport-io.localhost:4001"});
        QCOMPARE(originOf("http://a.example:80"), std::string{"http://a.example"});
        QCOMPARE(originOf("https://[::1]:8/x"), std::string{"https://[::1]:8"});
        QCOMPARE(originOf("https://a.example?x"), std::string{"https://a.example"});
        for (const auto* none : {"", "a.example", "ftp://a.example", "https://", "https://u@a.example/", "https://a b/",
                                 "https://a.example\\@b/", "javascript:alert(1)"}) {
            QCOMPARE(originOf(none), std::string{});
        }
    }

    void date_isOfADayThatExists() {
        for (const auto* good : {"1987-01-12", "2024-02-29", "1987-01-12T00:00:00Z", "1987-01-12 10:00"}) {
            QVERIFY2(dateFrom(good), good);
            QCOMPARE(dateFrom(good)->value.size(), std::size_t{10});
        }
        for (const auto* bad : {"", "1987-1-12", "12.01.1987", "2023-02-29", "1987-13-01", "1987-00-10", "1987-01-00",
                                "-987-01-12", "1987-01-12x", "0000-01-01", "1987-+1-12", "1987-01-1\xC3"}) {
            QVERIFY2(!dateFrom(bad), bad);
        }
    }

    void texts_areCutAndCleaned() {
        QCOMPARE(oneLine("a\r\nb\x7f", 10), std::string{"a  b "});
        QCOMPARE(oneLine("\xC3\xA9\xC3\xA9", 3), std::string{"\xC3\xA9"});
        QCOMPARE(without("key cs_1 and cs_1", {"cs_1", ""}), std::string{"key ... and ..."});
    }
};

VERDESK_TEST(QueryTest)
#include "query_test.moc"
