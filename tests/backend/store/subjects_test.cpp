// Who is known to the provider of an account, and who is so no more.
#include "backend/store/tables/subjects.h"

#include "tests/backend/store/tables_fixture.h"
#include "tests/support/registry.h"

using namespace verdesk;
using namespace verdesk::test;

namespace {

constexpr const char* account = "passid_practice";

// A completed check that told who it was.
VerificationRow told(Transaction& t, const CaseRow& kase, claims::Verdict verdict, const std::string& person,
                     Instant when) {
    auto row = sampleVerification(kase);
    row.state = State::completed;
    row.verdict = verdict;
    row.nextPollAt.reset();
    row.details.person = person;
    tables::insert(t, row);
    tables::linkSubject(t, row, kase.reference, when);
    return row;
}

void decide(Transaction& t, CaseRow kase, DecisionKind kind) {
    if (kind != DecisionKind::close) {
        kase.decision = kind;
    }
    kase.state = kind == DecisionKind::escalate ? CaseState::open : CaseState::closed;
    tables::update(t, kase);
    tables::insert(t, DecisionRow{kase.id, kind, "seen", at(50), StaffId{"officer"}, "Olga Officer"});
}

}  // namespace

class SubjectsTest : public TablesFixture {
    Q_OBJECT

private Q_SLOTS:
    void person_ofTheNewestAcceptedCheck_isFound_data() {
        bothEngines();
    }
    void person_ofTheNewestAcceptedCheck_isFound() {
        inTransaction([](Transaction& t) {
            const auto kase = insertedCase(t, "city", "K-7");
            told(t, kase, claims::Verdict::pass, "identity-1", at(10));
            told(t, insertedCase(t, "harbour", "K-7"), claims::Verdict::pass, "identity-2", at(20));
            told(t, insertedCase(t, "city", "K-8"), claims::Verdict::pass, "identity-3", at(30));
            QCOMPARE(tables::personOf(t, account, "K-7"), std::string{"identity-2"});
            QCOMPARE(tables::personOf(t, "other", "K-7"), std::string{});
            QCOMPARE(tables::personOf(t, account, "K-9"), std::string{});
            QCOMPARE(tables::accountsThatKnow(t, "K-7"), std::vector<std::string>{account});
            QVERIFY(tables::accountsThatKnow(t, "K-9").empty());
        });
    }

    void person_whomNobodyAccepted_isNotKnown_data() {
        bothEngines();
    }
    void person_whomNobodyAccepted_isNotKnown() {
        inTransaction([](Transaction& t) {
            const auto kase = insertedCase(t, "city", "K-7");
            told(t, kase, claims::Verdict::review, "identity-1", at(10));
            QCOMPARE(tables::personOf(t, account, "K-7"), std::string{});
            decide(t, kase, DecisionKind::approve);
            QCOMPARE(tables::personOf(t, account, "K-7"), std::string{"identity-1"});
            // Reopened by something worse, and closed by somebody who decided nothing.
            decide(t, kase, DecisionKind::close);
            QCOMPARE(tables::personOf(t, account, "K-7"), std::string{});
        });
    }

    void person_ofARejectedOrBlockedCase_isNotKnown_data() {
        bothEngines();
    }
    void person_ofARejectedOrBlockedCase_isNotKnown() {
        inTransaction([](Transaction& t) {
            const auto rejected = insertedCase(t, "city", "K-7");
            told(t, rejected, claims::Verdict::pass, "identity-1", at(10));
            decide(t, rejected, DecisionKind::reject);
            QCOMPARE(tables::personOf(t, account, "K-7"), std::string{});
            auto blocked = insertedCase(t, "city", "K-8");
            told(t, blocked, claims::Verdict::pass, "identity-2", at(10));
            QCOMPARE(tables::personOf(t, account, "K-8"), std::string{"identity-2"});
            blocked.verdict = claims::Verdict::blocked;
            tables::update(t, blocked);
            QCOMPARE(tables::personOf(t, account, "K-8"), std::string{});
        });
    }
};

VERDESK_TEST(SubjectsTest)
#include "subjects_test.moc"
