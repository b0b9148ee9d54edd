#include "backend/api/decision.h"
#include "tests/backend/api/harness.h"
#include "tests/support/registry.h"

#include <QTest>

#include <thread>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::test;
using claims::Verdict;
using nlohmann::json;

namespace {

std::string open(HttpClient& client, const std::string& reference) {
    return client.post("/api/v1/cases", openCaseBody(reference)).json().at("id");
}

json decision(const std::string& kind) {
    return {{"kind", kind}, {"reason", "seen and judged"}};
}

}  // namespace

class DecisionApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decide_everyRoleAndKind() {
        Harness h;
        auto opener = h.client(h.signIn("teller"));
        int count = 0;
        for (const auto* name : {"teller", "officer", "admin"}) {
            auto client = h.client(h.signIn(name));
            for (const auto* kind : {"approve", "reject", "escalate", "close"}) {
                const auto id = open(opener, "20000" + std::to_string(count % 10) + "-" +
                                                 std::string(1, static_cast<char>('A' + count / 10)));
                ++count;
                h.addVerification(id, State::completed, Verdict::review);
                const auto answer = client.post("/api/v1/cases/" + id + "/decisions", decision(kind));
                const bool allowed = std::string{name} != "teller" || std::string{kind} == "close";
                QVERIFY2(answer.status == (allowed ? 201 : 403), (std::string{name} + " " + kind).c_str());
                if (!allowed) {
                    QCOMPARE(answer.code(), std::string{"role-missing"});
                    continue;
                }
                const auto after = answer.json();
                QCOMPARE(after.at("state").get<std::string>(),
                         std::string{std::string{kind} == "escalate" ? "open" : "closed"});
                QCOMPARE(after.contains("decision"), std::string{kind} != "close");
                QCOMPARE(after.at("decisions").size(), std::size_t{1});
                QCOMPARE(after.at("decisions")[0].at("reason").get<std::string>(), std::string{"seen and judged"});
                QCOMPARE(after.at("decisions")[0].at("by").get<std::string>(), std::string{name} + " of the tests");
            }
        }
    }

    void erase_isForOfficersAndAdmins_withAReason() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const auto path = "/api/v1/cases/" + open(teller, "200100-A") + "/erase";
        const int before = fake().erasures;
        const json body{{"reason", "the customer asked for it"}};
        QCOMPARE(teller.post(path, body).code(), std::string{"role-missing"});
        for (const auto* name : {"officer", "admin"}) {
            auto client = h.client(h.signIn(name));
            for (const auto& none :
                 {json::object(), json{{"reason", " \n"}}, json{{"reason", std::string(2001, 'x')}}}) {
                const auto refused = client.post(path, none);
                QCOMPARE(refused.status, 400);
                QCOMPARE(refused.json().at("member").get<std::string>(), std::string{"reason"});
            }
            QCOMPARE(client.post(path, body).status, 200);
        }
        QCOMPARE(fake().erasures - before, 2);
    }

    void reason_isAsLongInEveryScript() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        auto officer = h.client(h.signIn("officer"));
        const auto path = "/api/v1/cases/" + open(teller, "200101-A") + "/erase";
        const auto written = QString{2000, QChar{0x10D0}}.toStdString();
        QCOMPARE(officer.post(path, {{"reason", written + "x"}}).status, 400);
        QCOMPARE(officer.post(path, {{"reason", written}}).status, 200);
    }

    // A role is refused before anything is said about the case: also for one that is not there.
    void decide_roleComesBeforeExistence() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const auto answer =
            teller.post("/api/v1/cases/018f0000-0000-7000-8000-000000000000/decisions", decision("approve"));
        QCOMPARE(answer.status, 403);
        QCOMPARE(teller.post("/api/v1/cases/018f0000-0000-7000-8000-000000000000/decisions", decision("close")).status,
                 404);
    }

    void decide_needsAReason_butForClose() {
        Harness h;
        auto officer = h.client(h.signIn("officer"));
        const auto id = open(officer, "200001-A");
        h.addVerification(id, State::completed, Verdict::pass);
        for (const auto* kind : {"approve", "reject", "escalate"}) {
            for (const auto* reason : {"", " \n\t "}) {
                const auto answer =
                    officer.post("/api/v1/cases/" + id + "/decisions", {{"kind", kind}, {"reason", reason}});
                QCOMPARE(answer.status, 400);
                QCOMPARE(answer.member(), std::string{"reason"});
            }
        }
        const json tooLong{{"kind", "close"}, {"reason", std::string(2'001, 'x')}};
        QCOMPARE(officer.post("/api/v1/cases/" + id + "/decisions", tooLong).member(), std::string{"reason"});
        QCOMPARE(officer.post("/api/v1/cases/" + id + "/decisions", {{"kind", "destroy"}}).member(),
                 std::string{"kind"});
        QCOMPARE(officer.post("/api/v1/cases/" + id + "/decisions", {{"kind", "close"}}).status, 201);
    }

    void approve_withoutACompletedVerification_isNothingToDecide() {
        Harness h;
        auto officer = h.client(h.signIn("officer"));
        const auto id = open(officer, "200001-A");
        QCOMPARE(officer.post("/api/v1/cases/" + id + "/decisions", decision("approve")).code(),
                 std::string{"nothing-to-decide"});
        h.addVerification(id, State::declined, Verdict::none);
        QCOMPARE(officer.post("/api/v1/cases/" + id + "/decisions", decision("approve")).code(),
                 std::string{"nothing-to-decide"});
        QCOMPARE(officer.post("/api/v1/cases/" + id + "/decisions", decision("reject")).status, 201);
        QCOMPARE(officer.post("/api/v1/cases/" + id + "/decisions", decision("reject")).code(),
                 std::string{"case-closed"});
    }

    void blocked_isApprovedByNobody() {
        Harness h;
        auto opener = h.client(h.signIn("teller"));
        const auto id = open(opener, "200001-A");
        h.addVerification(id, State::completed, Verdict::pass);
        h.addVerification(id, State::declined, Verdict::blocked);
        for (const auto* name : {"officer", "admin", "teller"}) {
            auto client = h.client(h.signIn(name));
            const auto answer = client.post("/api/v1/cases/" + id + "/decisions", decision("approve"));
            QCOMPARE(answer.status, std::string{name} == "teller" ? 403 : 409);
            QCOMPARE(answer.code(), std::string{std::string{name} == "teller" ? "role-missing" : "case-blocked"});
        }
        auto officer = h.client(h.signIn("officer"));
        // Escalated, closed, reopened by nothing: it stays so.
        QCOMPARE(officer.post("/api/v1/cases/" + id + "/decisions", decision("escalate")).status, 201);
        QCOMPARE(officer.post("/api/v1/cases/" + id + "/decisions", decision("approve")).code(),
                 std::string{"case-blocked"});
        QCOMPARE(opener.post("/api/v1/cases/" + id + "/decisions", {{"kind", "close"}}).status, 201);
        QCOMPARE(officer.post("/api/v1/cases/" + id + "/decisions", decision("approve")).code(),
                 std::string{"case-blocked"});
    }

    // An old answer under the same key is no way around it.
    void blocked_afterwards_aRepeatedApprovalIsTheOldAnswer_andApprovesNothing() {
        Harness h;
        auto officer = h.client(h.signIn("officer"));
        const auto id = open(officer, "200001-A");
        const auto verification = h.addVerification(id, State::completed, Verdict::pass);
        const HttpClient::Headers key{{"Idempotency-Key", "approve-once"}};
        QCOMPARE(officer.post("/api/v1/cases/" + id + "/decisions", decision("approve"), key).status, 201);
        h.worsen(verification, Verdict::blocked);
        QCOMPARE(officer.post("/api/v1/cases/" + id + "/decisions", decision("approve"), key).status, 201);
        const auto now = officer.get("/api/v1/cases/" + id).json();
        QCOMPARE(now.at("state").get<std::string>(), std::string{"open"});
        QCOMPARE(now.at("verdict").get<std::string>(), std::string{"blocked"});
        QCOMPARE(now.at("decisions").size(), std::size_t{1});
        QCOMPARE(officer.post("/api/v1/cases/" + id + "/decisions", decision("approve")).code(),
                 std::string{"case-blocked"});
    }

    // The verdict gets worse while officers approve: whoever comes first, a blocked case never ends approved.
    void blocked_racingAnApproval_wins() {
        Harness h;
        auto officer = h.client(h.signIn("officer"));
        int refused = 0;
        for (int round = 0; round < 40; ++round) {
            const auto id = open(officer, "3000" + std::to_string(10 + round) + "-R");
            const auto verification = h.addVerification(id, State::completed, Verdict::pass);
            HttpAnswer answer;
            std::thread approving{[&] {
                if (round % 2 == 0) {
                    std::this_thread::yield();
                }
                answer = officer.post("/api/v1/cases/" + id + "/decisions", decision("approve"));
            }};
            h.worsen(verification, Verdict::blocked);
            approving.join();
            QVERIFY(answer.status == 201 || answer.code() == "case-blocked");
            refused += answer.status == 409 ? 1 : 0;
            const auto now = officer.get("/api/v1/cases/" + id).json();
            QCOMPARE(now.at("verdict").get<std::string>(), std::string{"blocked"});
            QCOMPARE(now.at("state").get<std::string>(), std::string{"open"});
        }
        QVERIFY(refused > 0);
    }

    // The rule itself, over every verdict, kind and state.
    void whyNot_holdsForEveryVerdict() {
        for (const auto verdict : {Verdict::none, Verdict::pass, Verdict::review, Verdict::fail, Verdict::blocked}) {
            for (const auto state : {CaseState::open, CaseState::closed}) {
                store::CaseRow row;
                row.verdict = verdict;
                row.state = state;
                store::VerificationRow done;
                done.state = State::completed;
                const auto why = api::whyNot(row, {done}, DecisionKind::approve);
                QCOMPARE(why.has_value(), verdict == Verdict::blocked || state == CaseState::closed);
                QVERIFY(verdict != Verdict::blocked || why->code == "case-blocked");
                QCOMPARE(api::whyNot(row, {}, DecisionKind::close).has_value(), state == CaseState::closed);
            }
        }
        store::CaseRow forgotten;  // the case's own verdict says nothing, one of its verifications does
        store::VerificationRow blocked;
        blocked.verdict = Verdict::blocked;
        blocked.state = State::completed;
        QCOMPARE(api::whyNot(forgotten, {blocked}, DecisionKind::approve)->code, std::string{"case-blocked"});
    }
};

VERDESK_TEST(DecisionApiTest)
#include "decision_test.moc"
