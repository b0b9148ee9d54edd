#include "contract/problem.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using nlohmann::json;

class ProblemTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void problem_ofAMember_namesIt() {
        const auto problem = problemOf(MemberError{"consent.language", "is missing"});
        QCOMPARE(problem.status, 400);
        QCOMPARE(problem.code, std::string{"member-invalid"});
        QCOMPARE(problem.member, std::string{"consent.language"});
        QCOMPARE(problemOf(MemberError{"", "not JSON"}).code, std::string{"body-invalid"});
    }

    void problem_keepsItsExtraMembers() {
        const Problem problem{409, "case-open", "There is an open case", {}, {}, json{{"openCase", {{"id", "c"}}}}};
        const auto text = toJson(problem);
        QCOMPARE(text.at("openCase").at("id").get<std::string>(), std::string{"c"});
        QCOMPARE(text.at("type").get<std::string>(), std::string{"about:blank"});
        QVERIFY(problemFrom(JsonReader{text}) == problem);
    }

    void problem_withNothingInIt_isAnUnknownError() {
        const auto text = json::object();
        const auto problem = problemFrom(JsonReader{text});
        QCOMPARE(problem.status, 500);
        QCOMPARE(problem.code, std::string{"unknown"});
    }

    void thrownProblem_saysItsTitle() {
        const ProblemError error{Problem{403, "forbidden", "Not yours", {}, {}}};
        QCOMPARE(std::string{error.what()}, std::string{"Not yours"});
        QCOMPARE(error.problem().status, 403);
    }
};

VERDESK_TEST(ProblemTest)
#include "problem_test.moc"
