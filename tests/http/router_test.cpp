#include "http/router.h"

#include "fixture.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::http;

class RouterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        router_ = {};
        for (const auto& [method, pattern] : {std::pair{"GET", "/"},
                                              {"GET", "/cases"},
                                              {"POST", "/cases"},
                                              {"GET", "/cases/{id}"},
                                              {"GET", "/cases/today"},
                                              {"PUT", "/cases/{id}"},
                                              {"GET", "/hooks/{provider}/{segment}"}}) {
            router_.add(method, pattern, test::always({}));
        }
    }

    void match_path_givesPattern_data() {
        QTest::addColumn<std::string>("method");
        QTest::addColumn<std::string>("path");
        QTest::addColumn<std::string>("pattern");
        const auto row = [](const char* title, std::string method, std::string path, std::string pattern) {
            QTest::newRow(title) << std::move(method) << std::move(path) << std::move(pattern);
        };
        row("root", "GET", "/", "/");
        row("plain", "GET", "/cases", "/cases");
        row("by method", "POST", "/cases", "/cases");
        row("parameter", "GET", "/cases/7", "/cases/{id}");
        row("a word wins over a parameter", "GET", "/cases/today", "/cases/today");
        row("the parameter where the word has not that method", "PUT", "/cases/today", "/cases/{id}");
        row("two parameters", "GET", "/hooks/passid/x", "/hooks/{provider}/{segment}");
        row("encoded word", "GET", "/%63ases", "/cases");
        row("HEAD is GET", "HEAD", "/cases", "/cases");
        row("an empty parameter is none", "GET", "/cases/", "");
        row("a segment too many", "GET", "/cases/7/8", "");
        row("case counts", "GET", "/Cases", "");
        row("nothing", "GET", "", "");
        row("an encoded slash separates nothing", "GET", "/hooks%2Fpassid%2Fx", "");
    }
    void match_path_givesPattern() {
        QFETCH(std::string, method);
        QFETCH(std::string, path);
        QFETCH(std::string, pattern);
        const auto match = router_.match(method, path);
        QCOMPARE(match.pattern, pattern);
        QCOMPARE(match.handler != nullptr, !pattern.empty());
    }

    void match_parameters_areDecodedAfterSplitting() {
        const auto match = router_.match("GET", "/hooks/a%2Fb/c%20d");
        QCOMPARE(match.parameters.at("provider"), std::string{"a/b"});
        QCOMPARE(match.parameters.at("segment"), std::string{"c d"});
    }

    void match_otherMethod_namesAllowed() {
        const auto match = router_.match("DELETE", "/cases/7");
        QVERIFY(match.handler == nullptr);
        QCOMPARE(match.allowed, (std::vector<std::string>{"GET", "HEAD", "PUT"}));
    }

    void match_unknownPath_allowsNothing() {
        QVERIFY(router_.match("GET", "/elsewhere").allowed.empty());
    }

private:
    Router router_;
};

VERDESK_TEST(RouterTest)
#include "router_test.moc"
