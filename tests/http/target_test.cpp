#include "http/target.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::http;

class TargetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitTarget_forms_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("good");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        const auto row = [](const char* target, bool good, const char* path = "", const char* query = "") {
            QTest::newRow(target) << QByteArray{target} << good << QByteArray{path} << QByteArray{query};
        };
        row("/", true, "/");
        row("/a?b=c?d", true, "/a", "b=c?d");
        row("/a?", true, "/a");
        row("http://host:80/a?b", true, "/a", "b");
        row("HTTPS://host/a", true, "/a");
        row("http://host", false);
        row("http:///a", false);
        row("http://host?a/b", false);
        row("*", false);
        row("a/b", false);
        row("", false);
        row("/a#b", false);
        row("/a\x7f", false);
        row("/a\tb", false);
    }
    void splitTarget_forms() {
        QFETCH(QByteArray, target);
        QFETCH(bool, good);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, query);
        const std::string text = target.toStdString();
        const auto parts = splitTarget(text);
        QCOMPARE(parts.has_value(), good);
        if (good) {
            QCOMPARE(std::string{parts->path}, path.toStdString());
            QCOMPARE(std::string{parts->query}, query.toStdString());
        }
    }

    void percentDecode_valid_decodes() {
        QCOMPARE(*percentDecode("a%20b%2Fc%2f+%C3%BC"), std::string{"a b/c/+\xC3\xBC"});
        QCOMPARE(*percentDecode("a+b", true), std::string{"a b"});
    }
    void percentDecode_broken_isNothing() {
        for (const auto* text : {"%", "%2", "a%", "%2x", "%x2", "%00", "a%2"}) {
            QVERIFY2(!percentDecode(text), text);
        }
    }

    void parseQuery_pairs_lastCounts() {
        const auto query = parseQuery("a=1&b=x%26y&a=2&&c&d=");
        QVERIFY(query);
        QCOMPARE(query->at("a"), std::string{"2"});
        QCOMPARE(query->at("b"), std::string{"x&y"});
        QCOMPARE(query->at("c"), std::string{});
        QCOMPARE(query->at("d"), std::string{});
        QCOMPARE(query->size(), std::size_t{4});
        QVERIFY(!parseQuery("a=%zz"));
    }
};

VERDESK_TEST(TargetTest)
#include "target_test.moc"
