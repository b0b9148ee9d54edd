#include "desk/form_answers.h"

#include "tests/desk/support/samples.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::desk;

namespace {

std::vector<std::string> keysOf(const std::vector<const Question*>& questions) {
    std::vector<std::string> keys;
    for (const auto* each : questions) {
        keys.push_back(each->key);
    }
    return keys;
}

using Keys = std::vector<std::string>;

}  // namespace

class FormAnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void presets_areWhatTheConfigurationSays() {
        QVERIFY(presetsOf({test::sampleForm()}) == (Answers{{"branch", {"012"}}, {"papers", {"slip"}}}));
    }

    void shown_followsTheAnswers() {
        const std::vector<Form> forms{test::sampleForm()};
        QCOMPARE(keysOf(shownQuestions(forms, {})), (Keys{"source", "papers", "branch"}));
        QCOMPARE(keysOf(shownQuestions(forms, {{"source", {"other"}}})),
                 (Keys{"source", "explain", "papers", "branch"}));
        QCOMPARE(keysOf(shownQuestions(forms, {{"source", {"pay"}}})), (Keys{"source", "papers", "branch"}));
    }

    void shown_hiddenQuestionsAnswer_showsNothing() {
        auto form = test::sampleForm();
        form.questions[2].showIf = {{"explain", "gift"}};
        const Answers filledIn{{"source", {"pay"}}, {"explain", {"gift"}}};
        QCOMPARE(keysOf(shownQuestions({form}, filledIn)), (Keys{"source", "branch"}));
    }

    void shown_whatWasLeftEmpty_countsAsItIsPreset() {
        auto form = test::sampleForm();
        form.questions[1].showIf = {{"papers", "slip"}};
        const auto isThere = [&form](const Answers& filledIn) {
            return shownQuestions({form}, filledIn).at(1)->key == "explain";
        };
        QVERIFY(isThere({}));
        QVERIFY(isThere({{"papers", {}}}));
        QVERIFY(!isThere({{"papers", {"tax"}}}));
    }

    void shown_conditionsReachOverForms() {
        auto first = test::sampleForm();
        Form second;
        second.questions = {first.questions[1]};
        first.questions.erase(first.questions.begin() + 1);
        QCOMPARE(keysOf(shownQuestions({first, second}, {{"source", {"other"}}})),
                 (Keys{"source", "papers", "branch", "explain"}));
    }

    void sent_isWhatIsShownAndAnswered_data() {
        QTest::addColumn<QString>("filledIn");
        QTest::addColumn<QString>("sent");
        const auto row = [](const char* name, const char* filledIn, const char* sent) {
            QTest::newRow(name) << QString::fromLatin1(filledIn) << QString::fromLatin1(sent);
        };
        row("nothing but the preset", R"({"papers": ["slip"]})", R"({"papers": ["slip"]})");
        row("a preset was taken out", R"({"papers": []})", R"({})");
        row("left to the customer", R"({"source": [], "papers": ["tax"]})", R"({"papers": ["tax"]})");
        row("hidden by now", R"({"source": ["pay"], "explain": ["a gift"], "papers": ["slip", "tax"]})",
            R"({"source": ["pay"], "papers": ["slip", "tax"]})");
        row("everything", R"({"source": ["other"], "explain": ["a gift"], "papers": ["slip"]})",
            R"({"source": ["other"], "explain": ["a gift"], "papers": ["slip"]})");
        row("an empty text", R"({"source": ["other"], "explain": [""], "papers": ["slip"]})",
            R"({"source": ["other"], "papers": ["slip"]})");
        row("fixed", R"({"branch": ["Harbour Street"], "source": ["pay"]})", R"({"source": ["pay"]})");
    }
    void sent_isWhatIsShownAndAnswered() {
        QFETCH(QString, filledIn);
        QFETCH(QString, sent);
        const auto read = [](const QString& text) { return nlohmann::json::parse(text.toStdString()).get<Answers>(); };
        QVERIFY(answersToSend({test::sampleForm()}, read(filledIn)) == read(sent));
    }

    void question_isFoundByTheProblemsMember() {
        auto form = test::sampleForm();
        auto longer = form.questions[0];
        longer.key = "source[0]";  // a key may look like a place in a list
        form.questions.push_back(longer);
        const std::vector<Form> forms{form};
        QCOMPARE(questionOf(forms, "answers.papers"), &forms[0].questions[2]);
        QCOMPARE(questionOf(forms, "answers.papers[1]"), &forms[0].questions[2]);
        QCOMPARE(questionOf(forms, "answers.source[0]"), &forms[0].questions[4]);
        QCOMPARE(questionOf(forms, "answers.paper"), nullptr);
        QCOMPARE(questionOf(forms, "answers"), nullptr);
        QCOMPARE(questionOf(forms, "reference"), nullptr);
    }
};

VERDESK_TEST(FormAnswersTest)
#include "form_answers_test.moc"
