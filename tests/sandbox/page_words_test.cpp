// The doubles' pages speak the customer's language.
#include "sandbox/assets.h"
#include "tests/sandbox/authenteq/fixture.h"
#include "tests/sandbox/identomat/fixture.h"
#include "tests/sandbox/passbase/fixture.h"
#include "tests/sandbox/passport_io/fixture.h"
#include "tests/support/registry.h"

#include <QRegularExpression>
#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

namespace {

QString textOf(const char* name) {
    return QString::fromStdString(std::string{asset(name)});
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

// The names of the English words; checks that the German ones are the same.
QStringList namesIn(const char* file) {
    const auto text = textOf(file);
    const auto german = text.indexOf(QStringLiteral("\n  de: {"));
    const auto names = caught(text.left(german), "^ {4}(\\w+): ['\"]");
    [&] {
        QVERIFY(german > 0 && !names.isEmpty());
        QCOMPARE(caught(text.mid(german), "^ {4}(\\w+): ['\"]"), names);
    }();
    return names;
}

}  // namespace

class PageWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_areTheSameInBothLanguages_andAllThatAPageAsksForIsThere_data() {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("Passport.io") << QByteArray{"passport_io/widget_words.js"}
                                     << QByteArray{"passport_io/widget.html"} << QByteArray{"passport_io/widget.js"};
        QTest::newRow("Authenteq") << QByteArray{"authenteq/identity_words.js"} << QByteArray{"authenteq/identity.html"}
                                   << QByteArray{"authenteq/identity.js"};
        QTest::newRow("Passbase") << QByteArray{"passbase/flow_words.js"} << QByteArray{"passbase/flow.html"}
                                  << QByteArray{"passbase/flow.js"};
        QTest::newRow("Passbase, a problem") << QByteArray{"passbase/flow_words.js"}
                                             << QByteArray{"passbase/problem.html"} << QByteArray{"passbase/flow.js"};
        const auto identomat = [](const char* name, const char* page, const char* script) {
            QTest::newRow(name) << QByteArray{"identomat/widget_words.js"} << "identomat/" + QByteArray{page}
                                << "identomat/" + QByteArray{script};
        };
        identomat("Identomat", "widget.html", "widget.js");
        identomat("Identomat, its steps", "widget.html", "steps.js");
        identomat("Identomat, a call", "widget.html", "call.js");
        identomat("Identomat, the operator", "operator.html", "operator.js");
        identomat("Identomat, a problem", "problem.html", "steps.js");
    }
    void words_areTheSameInBothLanguages_andAllThatAPageAsksForIsThere() {
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, script);
        const auto known = namesIn("pages/words.js") + namesIn(words.constData());
        const auto html = textOf(page.constData());
        const auto asked = caught(html, "data-(?:word|alt)=\"(\\w+)\"") +
                           caught(textOf(script.constData()), "(?:say|offerCamera)\\('(\\w+)'") +
                           caught(textOf(script.constData()), "button\\('[\\w-]+', '(\\w+)'") +
                           caught(textOf("pages/visitor.js"), "'(camera\\w+)'");
        QVERIFY(asked.size() > 10);
        for (const auto& name : asked) {
            QVERIFY2(known.contains(name), qPrintable(name));
        }
        // Nothing is said in one language alone: a name is no word.
        auto rest = html.mid(html.indexOf(QStringLiteral("<main")));
        rest.remove(QRegularExpression{QStringLiteral("<[^>]*>|\\{\\{\\w+\\}\\}")});
        QCOMPARE(rest.simplified().remove(
                     QRegularExpression{QStringLiteral("Passport\\.io|Authenteq|Passbase|Identomat|[PAI]\\b|·|\\s")}),
                 QString{});
    }

    void page_isInTheLanguageOfTheBrowser() {
        PassportFixture passport;
        AuthenteqFixture authenteq;
        PassbaseFixture passbase;
        IdentomatFixture identomat;
        const auto session = identomat.begin(Json::array({{{"type", "liveness"}}}));
        for (const auto& [wish, language] : {std::pair{"de-AT,de;q=0.9", "de"}, std::pair{"fr", "en"}}) {
            const Headers headers{{"Accept-Language", wish}};
            const auto lang = "<html lang=\"" + std::string{language} + "\">";
            const auto widget =
                passport.own("GET",
                             "/widget-endusers/?clientId=" + passport.ready.at("clientId").get<std::string>() +
                                 "&client_token=" + passport.token(),
                             {}, headers);
            const auto identity = authenteq.own(
                "GET",
                "/authorize?response_type=code&client_id=" + authenteq.ready.at("clientId").get<std::string>() +
                    "&redirect_uri=" + AuthenteqFixture::redirectUri,
                {}, headers);
            const auto terms = passport.own("GET", "/terms", {}, headers);
            const auto button = passbase.own("GET", "/browser/v4/controller.html", {}, headers);
            const auto operators = identomat.own("GET", "/manage/" + session, {}, headers);
            for (const auto& page : {widget, identity, terms, button, operators}) {
                QCOMPARE(page.status, 200);
                QVERIFY2(page.text.find(lang) != std::string::npos, page.text.c_str());
            }
            const bool german = std::string{language} == "de";
            const auto noteOf = [](const Reply& people) { return people.json()["people"][0]["note"]; };
            QCOMPARE(noteOf(passport.own("GET", "/widget/people", {}, headers)).get<std::string>(),
                     std::string{german ? "alles wird anerkannt" : "everything is approved"});
            QCOMPARE(noteOf(authenteq.own("GET", "/identity/people", {}, headers)).get<std::string>(),
                     std::string{german ? "ein Reisepass, in Ordnung" : "a passport, in order"});
            QCOMPARE(noteOf(passbase.own("GET", "/people", {}, headers)).get<std::string>(),
                     std::string{german ? "alles in Ordnung" : "everything is in order"});
            // Identomat's widget goes by its session.
            QCOMPARE(noteOf(identomat.own("GET", "/people?language=" + std::string{language})).get<std::string>(),
                     std::string{german ? "alles in Ordnung" : "everything is in order"});
            QCOMPARE(identomat.own("GET", "/?session_token=none", {}, headers).text.find(lang) != std::string::npos,
                     true);
        }
    }
};

VERDESK_TEST(PageWordsTest)
#include "page_words_test.moc"
