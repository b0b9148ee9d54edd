// Questionnaires: what a definition may hold, and what becomes of the answers.
#include "sandbox/identomat/questionnaire.h"

#include "tests/sandbox/identomat/fixture.h"
#include "tests/sandbox/json_compare.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::sandbox;
using namespace verdesk::sandbox::test;

class IdentomatQuestionnaireTest : public QObject {
    Q_OBJECT

    // One with everything: a condition on a choice, one on several choices, a preset, one that cannot be changed.
    static Json questionnaire() {
        return Json::parse(
            R"({"type":"user-questionnaire","key":"sof","title":{"en":"Funds","de":"Mittel"},"questions":[
            {"type":"string","key":"fixed","title":"Account","answer":"Savings","readOnly":true,"mandatory":true},
            {"type":"options","key":"src","title":"Source?","mandatory":true,
             "options":[{"key":"pay","title":"Salary"},{"key":"oth","title":{"en":"Other","de":"Anderes"}}]},
            {"type":"string","key":"txt","title":"Explain","mandatory":true,"showConditions":{"questionKey":"src","answer":"oth"}},
            {"type":"multiple-choice","key":"use","title":"Use","answer":["card"],
             "options":[{"key":"card","title":"Cards"},{"key":"far","title":"Abroad"}]},
            {"type":"string","key":"land","title":"Where","showConditions":
             [{"questionKey":"use","answer":"far"},{"questionKey":"txt","answer":"go"}]}]})");
    }

private Q_SLOTS:
    void definition_withAMistake_isRefused_data() {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char* name, const char* pointer, const char* value) {
            QTest::newRow(name) << QByteArray{pointer} << QByteArray{value};
        };
        row("no questions", "/questions", "[]");
        row("unknown type", "/questions/0/type", R"("number")");
        row("no title", "/questions/0/title", "\"\"");
        row("title of no language", "/questions/0/title", "{}");
        row("title that is no text", "/title", "7");
        row("no key", "/questions/0/key", "\"\"");
        row("the same key", "/questions/0/key", R"("src")");
        row("mandatory that is no flag", "/questions/0/mandatory", R"("yes")");
        row("options of a text", "/questions/0/options", R"([{"key":"a","title":"A"}])");
        row("no options", "/questions/1/options", "[]");
        row("option without a key", "/questions/1/options/0", R"({"title":"A"})");
        row("option that is none", "/questions/1/options/0", "7");
        row("the same option", "/questions/1/options/0/key", R"("oth")");
        row("the same option elsewhere", "/questions/1/options/0/key", R"("card")");
        row("preset that is no option", "/questions/1/answer", R"("none")");
        row("preset of another type", "/questions/0/answer", "7");
        row("presets that are no options", "/questions/3/answer", R"(["card","none"])");
        row("preset of several that is one", "/questions/3/answer", R"("card")");
        row("condition that points nowhere", "/questions/2/showConditions/questionKey", R"("none")");
        row("condition on itself", "/questions/2/showConditions/questionKey", R"("txt")");
        row("condition that cannot hold", "/questions/2/showConditions/answer", R"("none")");
        row("condition that is none", "/questions/2/showConditions", R"(["src"])");
    }
    void definition_withAMistake_isRefused() {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        IdentomatFixture fixture;
        auto step = questionnaire();
        QVERIFY(fixture.begin(Json::array({step})).size() == 40);
        step[Json::json_pointer{pointer.toStdString()}] = Json::parse(value.toStdString());
        COMPARE_JSON(Json(fixture.begin(Json::array({step}))), Json("STEPS_INVALID"));
    }

    void answers_countAsTheyAreShown_data() {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("kept");     // empty: refused
        QTest::addColumn<QByteArray>("missing");  // which question
        const auto row = [](const char* name, const char* given, const char* kept, const char* missing = "") {
            QTest::newRow(name) << QByteArray{given} << QByteArray{kept} << QByteArray{missing};
        };
        row("the least", R"({"src":"pay"})", R"({"fixed":"Savings","src":"pay"})");
        row("all", R"({"src":"oth","txt":"go","use":["card","far"],"land":"NOR"})",
            R"({"fixed":"Savings","src":"oth","txt":"go","use":["card","far"],"land":"NOR"})");
        row("nothing", "{}", "", "src");
        row("shown and mandatory", R"({"src":"oth"})", "", "txt");
        row("mandatory and empty", R"({"src":"oth","txt":""})", "", "txt");
        row("no such option", R"({"src":"none"})", "", "src");
        row("one option for several", R"({"src":"pay","use":"card"})", "", "use");
        row("several for one", R"({"src":["pay"]})", "", "src");
        row("not shown", R"({"src":"pay","txt":"go","use":["far"],"land":"NOR"})",
            R"({"fixed":"Savings","src":"pay","use":["far"]})");
        row("one of two conditions", R"({"src":"oth","txt":"no","use":["far"],"land":"NOR"})",
            R"({"fixed":"Savings","src":"oth","txt":"no","use":["far"]})");
        row("changed although it cannot be", R"({"fixed":"Trading","src":"pay"})",
            R"({"fixed":"Savings","src":"pay"})");
        row("preset taken away", R"({"src":"pay","use":[]})", R"({"fixed":"Savings","src":"pay"})");
    }
    void answers_countAsTheyAreShown() {
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, kept);
        QFETCH(QByteArray, missing);
        const auto answers = identomat::answersOf(questionnaire(), Json::parse(given.toStdString()));
        QCOMPARE(answers.has_value(), !kept.isEmpty());
        if (answers) {
            COMPARE_JSON(*answers, Json::parse(kept.toStdString()));
        } else {
            QCOMPARE(answers.error(), missing.toStdString());
        }
    }

    void questionsInACircle_areNeverShown() {
        const auto step = Json::parse(R"({"questions":[
            {"type":"string","key":"a","title":"A","showConditions":{"questionKey":"b","answer":"1"}},
            {"type":"string","key":"b","title":"B","showConditions":{"questionKey":"a","answer":"1"}}]})");
        QVERIFY(!identomat::isShown(step, step["questions"][0], {{"a", "1"}, {"b", "1"}}));
    }

    void customersAnswers_standInTheResult() {
        IdentomatFixture fixture;
        const auto token = fixture.start(Json::array({questionnaire()}));
        const auto refused = fixture.step(token, "sof", {{"answers", {{"src", "oth"}}}});
        QCOMPARE(refused.status, 422);
        COMPARE_JSON(refused.json(), (Json{{"why", "answerMissing"}, {"question", "txt"}}));
        fixture.step(token, "sof", {{"answers", {{"src", "oth"}, {"txt", "A legacy"}, {"use", {"card"}}}}});
        fixture.harness.advance(std::chrono::seconds{2});
        const auto result = fixture.result(token);
        COMPARE_JSON(
            result["questionnaires"],
            Json::array({{{"key", "sof"},
                          {"questions", Json::array({{{"key", "fixed"}, {"answer", "Savings"}},
                                                     {{"key", "src"}, {"answer", "oth"}},
                                                     {{"key", "txt"}, {"answer", "A legacy"}},
                                                     {{"key", "use"}, {"answer", Json::array({"card"})}}})}}}));
        COMPARE_JSON(result["document_type"], Json(""));
        COMPARE_JSON(result["person"], Json::object());
    }

    void operatorsQuestionnaire_isNotTheCustomers_andIsFilledInByTheOperator() {
        IdentomatFixture fixture;
        auto theirs = questionnaire();
        theirs["type"] = "operator-questionnaire";
        theirs["key"] = "theirs";
        const auto token = fixture.start(Json::array({{{"type", "liveness"}}, theirs}));
        COMPARE_JSON(fixture.view(token)["steps"].size(), Json(1));
        fixture.step(token, "liveness", {{"how", "capture"}});
        fixture.harness.advance(std::chrono::seconds{2});
        // The automatic one takes presets, and the first option where there has to be an answer.
        const auto filled = fixture.result(token)["questionnaires"][0];
        COMPARE_JSON(filled["key"], Json("theirs"));
        COMPARE_JSON(filled["questions"][1], (Json{{"key", "src"}, {"answer", "pay"}}));

        fixture.company({{"automaticOperator", false}});
        const auto attended = fixture.start(Json::array({theirs}));
        const auto answer = [&](const Json& answers) {
            return fixture.own("POST", "/manage/" + attended + "/answers/theirs", textOf({{"answers", answers}}));
        };
        COMPARE_JSON(answer({{"src", "none"}}).json()["question"], Json("src"));
        QCOMPARE(answer({{"src", "oth"}, {"txt", "seen"}}).status, 200);
        fixture.own("POST", "/manage/" + attended + "/decide", R"({"result":"approved","comment":"Fine"})");
        const auto result = fixture.result(attended);
        COMPARE_JSON(result["questionnaires"][0]["questions"][2], (Json{{"key", "txt"}, {"answer", "seen"}}));
        COMPARE_JSON(result["result_comment"], Json("Fine"));
    }
};

VERDESK_TEST(IdentomatQuestionnaireTest)
#include "identomat/questionnaire_test.moc"
