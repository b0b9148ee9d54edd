#include "backend/verification/answers.h"

#include "contract/json_reader.h"
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::seconds;
using test::Office;
using test::ScriptedProvider;

namespace {

Question question(const std::string& key, QuestionKind kind, const std::vector<std::string>& options = {}) {
    Question made;
    made.key = key;
    made.kind = kind;
    for (const auto& option : options) {
        made.options.push_back({option, {}});
    }
    return made;
}

std::vector<Form> forms() {
    Form first;
    first.questions = {question("email", QuestionKind::text), question("country", QuestionKind::choice, {"de", "fr"})};
    first.questions.front().readOnly = false;
    first.questions.push_back(question("fixed", QuestionKind::text));
    first.questions.back().readOnly = true;
    first.questions.back().preset = {"as agreed"};
    first.questions.push_back(question("desk", QuestionKind::text));
    first.questions.back().readOnly = true;
    first.questions.push_back(question("newer", QuestionKind::unknown));
    Form second;
    second.questions = {question("documents", QuestionKind::choices, {"passport", "id_card"})};
    second.questions.front().showIf.push_back({"country", "de"});
    return {first, second};
}

// The member that is complained of, or "" where there is none.
std::string complaint(const Answers& answers) {
    try {
        (void)checkedAnswers(forms(), answers);
    } catch (const MemberError& error) {
        return error.member();
    }
    return {};
}

}  // namespace

class AnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_that_fit_are_taken() {
        const Answers given{
            {"email", {"lena@example.com"}}, {"country", {"de"}}, {"documents", {"passport", "id_card"}}};
        QVERIFY(checkedAnswers(forms(), given) == given);
        QVERIFY(checkedAnswers(forms(), {}).empty());
    }

    void answer_is_as_long_in_every_script() {
        const Answers given{{"email", {QString{longestAnswer, QChar{0xE4}}.toStdString()}}};
        QVERIFY(checkedAnswers(forms(), given) == given);
    }

    void what_the_customer_may_not_change_is_staffs_to_answer_unless_it_is_fixed() {
        const Answers given{{"desk", {"seen in person"}}};
        QVERIFY(checkedAnswers(forms(), given) == given);
    }

    void answers_that_do_not_fit_are_named() {
        QCOMPARE(complaint({{"shoe", {"44"}}}), std::string{"answers.shoe"});
        QCOMPARE(complaint({{"fixed", {"x"}}}), std::string{"answers.fixed"});
        QCOMPARE(complaint({{"newer", {"x"}}}), std::string{"answers.newer"});
        QCOMPARE(complaint({{"email", {"a", "b"}}}), std::string{"answers.email"});
        QCOMPARE(complaint({{"email", {std::string(longestAnswer + 1, 'x')}}}), std::string{"answers.email"});
        QCOMPARE(complaint({{"country", {"de", "fr"}}}), std::string{"answers.country"});
        QCOMPARE(complaint({{"country", {"it"}}}), std::string{"answers.country"});
        QCOMPARE(complaint({{"documents", {"passport", "passport"}}}), std::string{"answers.documents"});
    }

    void answers_that_say_nothing_are_left_out() {
        QVERIFY(checkedAnswers(forms(), {{"email", {}}, {"country", {" "}}}).empty());
    }

    void answers_to_what_is_not_shown_are_left_out() {
        const Answers hidden{{"country", {"fr"}}, {"documents", {"passport"}}};
        QVERIFY(checkedAnswers(forms(), hidden) == (Answers{{"country", {"fr"}}}));
        auto preset = forms();
        preset.front().questions.at(1).preset = {"de"};
        const Answers shown{{"documents", {"passport"}}};
        QVERIFY(checkedAnswers(preset, shown) == shown);
    }

    void answers_reach_the_provider_and_are_kept_until_the_end() {
        Office office;
        office.scripted.questions = {question("email", QuestionKind::text)};
        StartVerification start;
        start.answers = {{"email", {"lena@example.com"}}};
        const auto id = office.startScripted(office.openCase(), start).id;
        QVERIFY(office.scripted.begun.back().answers == start.answers);
        QVERIFY(office.row(id).details.answers == start.answers);
        office.scripted.script[ScriptedProvider::firstKey(id)] = {ScriptedProvider::accepted("identity-1", "person-1")};
        office.advance(seconds{10});
        QVERIFY(office.reaches(id, State::completed));
        QVERIFY(office.row(id).details.answers.empty());
        QVERIFY(office.faults().empty());
    }

    void answers_that_do_not_fit_start_nothing() {
        Office office;
        StartVerification start;
        start.answers = {{"email", {"lena@example.com"}}};
        const auto owner = office.openCase();
        QVERIFY_THROWS_EXCEPTION(MemberError, office.startScripted(owner, start));
        QVERIFY(office.scripted.begun.empty());
    }
};

VERDESK_TEST(AnswersTest)
#include "answers_test.moc"
