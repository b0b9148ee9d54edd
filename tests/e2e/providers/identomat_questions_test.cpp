// A questionnaire of Identomat's: staff fill it in beforehand, the customer changes it, and the answers come back.
#include "tests/e2e/providers/identomat_branch.h"
#include "tests/e2e/providers/proven.h"
#include "tests/support/registry.h"

#include <QTest>

#include <memory>

using namespace verdesk;
using namespace verdesk::test;
using nlohmann::json;

class IdentomatQuestionsTest : public QObject {
    Q_OBJECT

    static StartVerification questions(Answers answers) {
        return {"identomat_questions", LaunchKind::widget, std::move(answers)};
    }
    // What the customer finds filled in, by the question's key.
    json presets(const std::string& token) {
        auto found = json::object();
        const auto session = branch_->session(token);
        for (const auto& question : session.at("steps").at(0).at("questions")) {
            if (question.contains("answer")) {
                found[question.at("key").get<std::string>()] = question.at("answer");
            }
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase() {
        branch_ = std::make_unique<IdentomatBranch>();
    }
    void init() {
        branch_->reset();
    }
    void cleanupTestCase() {
        QCOMPARE(branch_->end(), std::string{});
    }

    void form_isOfferedToStaff() {
        const auto body = branch_->staffAsk("/flows").json();
        for (const auto& each : body.at("flows")) {
            const auto flow = flowFrom(JsonReader{each});
            if (flow.id == "identomat_questions") {
                QCOMPARE(flow.forms.size(), std::size_t{1});
                const auto& questions = flow.forms.front().questions;
                QCOMPARE(questions.size(), std::size_t{5});
                QVERIFY(questions[0].readOnly && questions[0].preset == std::vector<std::string>{"Savings"});
                QVERIFY(questions[2].showIf == (std::vector<ShowCondition>{{"funds/source", "other"}}));
                return;
            }
        }
        QFAIL("the flow is not offered");
    }

    void answersOfStaff_areThePresets_andThoseOfTheCustomerCount() {
        const auto check = branch_->start(branch_->openCase(), questions({{"funds/source", {"other"}},
                                                                          {"funds/explain", {"An inheritance"}},
                                                                          {"funds/uses", {"cards", "transfers"}}}));
        QVERIFY2(check.state == State::awaiting, describe(check).c_str());
        const auto token = IdentomatBranch::tokenOf(check);
        const json filledIn{{"reason", "Savings"},
                            {"source", "other"},
                            {"explain", "An inheritance"},
                            {"uses", {"cards", "transfers"}}};
        QVERIFY2(presets(token) == filledIn, presets(token).dump().c_str());

        branch_->act(token, "start", {{"person", "nino"}});
        const auto early = branch_->act(token, "steps/funds", {{"answers", {{"source", "other"}}}});
        QCOMPARE(early.status, 422);  // what is shown by a condition has to be answered
        QCOMPARE(early.json().value("question", ""), std::string{"explain"});
        const json answers{
            {"source", "other"}, {"explain", "A lottery"}, {"uses", {"transfers"}}, {"countries", "Portugal"}};
        QCOMPARE(branch_->act(token, "steps/funds", {{"answers", answers}}).status, 200);
        branch_->forwardToResult();
        const auto seen = branch_->reaches(check.id, State::completed);
        QVERIFY2(seen.state == State::completed, describe(seen).c_str());
        QCOMPARE(answerTo(seen, "What for?"), std::string{"Savings"});
        QCOMPARE(answerTo(seen, "Where from?"), std::string{"Something else"});
        QCOMPARE(answerTo(seen, "What else?"), std::string{"A lottery"});
        QCOMPARE(answerTo(seen, "How used?"), std::string{"Transfers"});
        QCOMPARE(answerTo(seen, "Where to?"), std::string{"Portugal"});
    }

    void questionThatIsNotShown_isNeitherFilledInNorAnswered() {
        const auto check = branch_->start(
            branch_->openCase(), questions({{"funds/source", {"salary"}}, {"funds/explain", {"Nobody sees this"}}}));
        const auto token = IdentomatBranch::tokenOf(check);
        const json filledIn{{"reason", "Savings"}, {"source", "salary"}, {"uses", {"cards"}}};
        QVERIFY2(presets(token) == filledIn, presets(token).dump().c_str());
        branch_->act(token, "start", {{"person", "nino"}});
        const json answers{{"source", "salary"}, {"explain", "Nobody asked"}, {"uses", {"cards"}}};
        QCOMPARE(branch_->act(token, "steps/funds", {{"answers", answers}}).status, 200);
        branch_->forwardToResult();
        const auto seen = branch_->reaches(check.id, State::completed);
        QCOMPARE(answerTo(seen, "Where from?"), std::string{"Salary"});
        QCOMPARE(answerTo(seen, "What else?"), std::string{});
    }

    void answerThatFitsNoQuestion_isRefused_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("unknown question") << QByteArray{"funds/else"} << QByteArray{"x"};
        QTest::newRow("unknown option") << QByteArray{"funds/source"} << QByteArray{"theft"};
        QTest::newRow("read-only") << QByteArray{"funds/reason"} << QByteArray{"Spending"};
    }
    void answerThatFitsNoQuestion_isRefused() {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, answer);
        const auto refused =
            branch_->tryStart(branch_->openCase(), questions({{key.toStdString(), {answer.toStdString()}}}));
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.json().value("member", ""), "answers." + key.toStdString());
    }

private:
    std::unique_ptr<IdentomatBranch> branch_;
};

VERDESK_TEST(IdentomatQuestionsTest)
#include "identomat_questions_test.moc"
