// Questionnaires: every mistake in one, the form that staff see, and what of their answers goes to Identomat.

#include "providers/registry.h"
#include "tests/providers/identomat/fixture.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::providers;
using nlohmann::json;
using World = test::IdentomatFixture;

namespace {

std::string found(const World& world) {
    std::string keys;
    for (const auto& problem : find("identomat")->check(world.account, &world.flow)) {
        keys += (keys.empty() ? "" : " ") + problem.key;
    }
    return keys;
}

World asking(const char* questions) {
    World world;
    world.flow.options["steps"] = json::array({{{"type", "user-questionnaire"}, {"key", "q"}, {"title", "Q"}}});
    world.step(0)["questions"] = json::parse(questions);
    return world;
}

// The steps that go to Identomat when staff answered so.
json stepsSent(const World& world, const Answers& answers) {
    const auto context = world.context();
    auto subject = world.subject();
    subject.answers = answers;
    auto call = find("identomat")->begin(context, subject);
    const auto* request = call.start();
    return request == nullptr ? json{} : json::parse(request->body).at("steps");
}

}  // namespace

class IdentomatQuestionnaireTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMistake_isFoundAtOnce() {
        const auto world = asking(R"([
            {"type": "string", "key": "a", "title": "A", "options": [], "answer": 7, "hint": "?"},
            {"type": "string", "key": "a", "title": {"en": ""}, "mandatory": "yes"},
            {"type": "options", "key": "b", "title": "B"},
            {"type": "options", "key": "c", "title": "C", "answer": "no",
             "options": [{"key": "x", "title": "X"}, {"key": "x", "title": "X"}, {"key": "y"}, {"title": "Z"}]},
            {"type": "multiple-choice", "key": "d", "title": "D", "answer": "x", "options": [{"key": "v", "title": "V"}]},
            {"type": "multiple-choice", "key": "e", "title": "E", "answer": ["w", "w", "v"],
             "options": [{"key": "w", "title": "W"}]},
            {"type": "choice", "key": "f", "title": "F"},
            {"key": "g f", "title": "G"},
            {"type": "string", "readOnly": 1}])");
        QCOMPARE(found(world),
                 std::string{"steps[0].questions[0].hint steps[0].questions[0].options "
                             "steps[0].questions[1].mandatory steps[0].questions[1].title steps[0].questions[1].key "
                             "steps[0].questions[2].options steps[0].questions[3].options[1].key "
                             "steps[0].questions[3].options[2].title steps[0].questions[3].options[3].key "
                             "steps[0].questions[6].type steps[0].questions[7].key steps[0].questions[7].type "
                             "steps[0].questions[8].readOnly steps[0].questions[8].title steps[0].questions[8].key "
                             "steps[0].questions[0].answer steps[0].questions[3].answer steps[0].questions[4].answer "
                             "steps[0].questions[5].answer steps[0].questions[5].answer"});
    }

    void condition_thatPointsNowhere_isAMistake() {
        const auto one = [](const char* condition) {
            auto world =
                asking(R"([{"type": "options", "key": "a", "title": "A", "options": [{"key": "x", "title": "X"}]},
                                    {"type": "string", "key": "b", "title": "B"},
                                    {"type": "string", "key": "c", "title": "C"}])");
            world.step(0)["questions"][2]["showConditions"] = json::parse(condition);
            return found(world);
        };
        const std::string at = "steps[0].questions[2].showConditions";
        QCOMPARE(one(R"({"questionKey": "a", "answer": "x"})"), std::string{});
        QCOMPARE(one(R"({"questionKey": "b", "answer": "any text"})"), std::string{});
        QCOMPARE(one(R"([{"questionKey": "a", "answer": "x"}, {"questionKey": "b", "answer": "y"}])"), std::string{});
        QCOMPARE(one(R"({"questionKey": "z", "answer": "x"})"), at + ".questionKey");
        QCOMPARE(one(R"({"questionKey": "c", "answer": "x"})"), at + ".questionKey");
        QCOMPARE(one(R"({"questionKey": "a", "answer": "y"})"), at + ".answer");
        QCOMPARE(one(R"({"questionKey": "a"})"), at + ".answer");
        QCOMPARE(one(R"({"answer": "x"})"), at + ".questionKey");
        QCOMPARE(one(R"([{"questionKey": "a", "answer": "x"}, {"questionKey": "b", "answer": 7}])"), at + "[1].answer");
        QCOMPARE(one(R"({"questionKey": "a", "answer": "x", "not": true})"), at + ".not");
        QCOMPARE(one(R"("a")"), at);
    }

    void optionKeys_areUniqueInTheWholeQuestionnaire() {
        const auto* question =
            R"({"type": "options", "key": "%", "title": "A", "options": [{"key": "yes", "title": "Y"}]})";
        auto text = std::string{"["} + question + "," + question + "]";
        text.replace(text.find('%'), 1, "a");
        text.replace(text.find('%'), 1, "b");
        QCOMPARE(found(asking(text.c_str())), std::string{"steps[0].questions[1].options[0].key"});
    }

    void operators_haveNoButton() {
        World world;
        world.useQuestions();
        QCOMPARE(found(world), std::string{});
        world.step(3)["successButtonTitle"] = "Send";
        world.step(2)["flags"] = json::object();
        world.step(2).erase("title");
        QCOMPARE(found(world), std::string{"steps[2].flags steps[2].title steps[3].successButtonTitle"});
    }

    void forms_areTheQuestionsOfAllQuestionnaires() {
        World world;
        QVERIFY(find("identomat")->forms(world.flow).empty());
        world.useQuestions();
        const auto forms = find("identomat")->forms(world.flow);
        QCOMPARE(forms.size(), std::size_t{2});
        QCOMPARE(forms[0].title.in("de"), std::string{"Mittel"});
        QCOMPARE(forms[0].description.in("de"), std::string{"Where the money comes from"});
        QCOMPARE(forms[0].questions.size(), std::size_t{3});
        const auto& source = forms[0].questions[0];
        QCOMPARE(source.key, std::string{"funds/src"});
        QVERIFY(source.kind == QuestionKind::choice && source.mandatory && !source.readOnly);
        QVERIFY(source.preset == std::vector<std::string>{"pay"} && source.options.size() == 2);
        QCOMPARE(source.options[0].title.in("de"), std::string{"Gehalt"});
        const auto& explain = forms[0].questions[1];
        QVERIFY(explain.kind == QuestionKind::text && explain.preset.empty());
        QVERIFY(explain.showIf == (std::vector<ShowCondition>{{"funds/src", "oth"}}));
        QVERIFY(forms[0].questions[2].kind == QuestionKind::choices);
        QVERIFY(forms[0].questions[2].preset == std::vector<std::string>{"at"});
        QCOMPARE(forms[1].title.in("en"), std::string{"The call"});
        QVERIFY(forms[1].questions[0].readOnly && forms[1].questions[0].key == "call/note");
    }

    void answers_becomePresets() {
        World world;
        world.useQuestions();
        const auto steps = stepsSent(world, {{"funds/src", {"oth"}},
                                             {"funds/txt", {"A \"gift\""}},
                                             {"funds/where", {"at", "de", "fr"}},
                                             {"call/note", {"passport in hand"}},
                                             {"funds/none", {"x"}}});
        QVERIFY(steps.at(2).at("questions").at(0).at("answer") == "oth");
        QVERIFY(steps.at(2).at("questions").at(1).at("answer") == "A \"gift\"");
        QVERIFY(steps.at(2).at("questions").at(2).at("answer") == json::array({"de", "at"}));
        QVERIFY(steps.at(3).at("questions").at(0).at("answer") == "passport in hand");
        auto without = steps;
        auto before = stepsSent(world, {});
        for (auto* all : {&without, &before}) {
            for (const std::size_t step : {2, 3}) {
                for (auto& question : all->at(step).at("questions")) {
                    question.erase("answer");
                }
            }
        }
        QVERIFY(without == before);
    }

    void presets_standUntilStaffChangeThem() {
        World world;
        world.useQuestions();
        const auto untouched = stepsSent(world, {});
        QVERIFY(untouched.at(2).at("questions").at(0).at("answer") == "pay");
        QVERIFY(untouched.at(2).at("questions").at(2).at("answer") == json::array({"at"}));
        QVERIFY(!untouched.at(2).at("questions").at(1).contains("answer"));
        const auto emptied =
            stepsSent(world, {{"funds/src", {"gone"}}, {"funds/txt", {""}}, {"funds/where", {}}, {"call/note", {}}});
        for (const std::size_t step : {2, 3}) {
            for (const auto& question : emptied.at(step).at("questions")) {
                QVERIFY(!question.contains("answer"));
            }
        }
    }

    void keysOfForms_areNeverTheSame() {
        World world;
        world.useQuestions();
        world.step(2)["key"] = "a/b";
        world.step(2)["questions"][0]["key"] = "c";
        world.step(2)["questions"].erase(1);
        world.step(3)["key"] = "a";
        world.step(3)["questions"][0]["key"] = "b/c";
        QCOMPARE(found(world), std::string{});
        const auto forms = find("identomat")->forms(world.flow);
        QVERIFY(forms[0].questions[0].key != forms[1].questions[0].key);
        const auto steps = stepsSent(world, {{forms[1].questions[0].key, {"new"}}});
        QVERIFY(steps.at(2).at("questions").at(0).at("answer") == "pay");
        QVERIFY(steps.at(3).at("questions").at(0).at("answer") == "new");
    }
};

VERDESK_TEST(IdentomatQuestionnaireTest)
#include "questionnaire_test.moc"
