// Erasing a case, and the list of what providers are still to delete.
#include "backend/store/tables/erasures.h"

#include "backend/store/statement.h"
#include "backend/store/tables/documents.h"
#include "backend/store/tables/subjects.h"
#include "tests/backend/store/story.h"
#include "tests/backend/store/tables_fixture.h"
#include "tests/support/registry.h"

using namespace verdesk;
using namespace verdesk::test;

namespace {

ErasureRow erasureOf(const CaseId& id) {
    return {id, at(100), StaffId{"officer"}, "Olga Officer", "the customer asked for it"};
}

std::int64_t countOf(Transaction& t, const std::string& table, const CaseId& id) {
    return selectNumber(t, "count(*)", "from " + table + " where case_id = :case", id);
}

ForgetRow sampleForget(const VerificationRow& row) {
    ForgetRow wanted;
    wanted.verification = row.id;
    wanted.caseId = row.caseId;
    wanted.account = row.account;
    wanted.provider = row.provider;
    wanted.flow = row.flow;
    wanted.launch = row.launch;
    wanted.providerKeys = {"identity-0", "identity-1"};
    wanted.nextAt = wanted.at = at(100);
    return wanted;
}

}  // namespace

class ErasuresTest : public TablesFixture {
    Q_OBJECT

private Q_SLOTS:
    void erased_case_hasNothingLeftButItsEnds_data() {
        bothEngines();
    }
    void erased_case_hasNothingLeftButItsEnds() {
        inTransaction([](Transaction& t) {
            auto story = tellApproved(t, sampleCase());
            auto row = story.verification;
            row.details.person = "identity-1";
            tables::update(t, row);
            tables::linkSubject(t, row, story.kase.reference, at(9));
            DocumentRow picture;
            picture.id = freshId();
            picture.verification = row.id;
            picture.caseId = row.caseId;
            picture.mediaType = "image/png";
            tables::insert(t, picture, "a picture");
            tables::eraseCase(t, erasureOf(story.kase.id));

            const auto left = *tables::findCase(t, story.kase.id);
            QCOMPARE(left.reference, std::string{});
            QCOMPARE(left.state, CaseState::closed);
            QCOMPARE(left.verdict, story.kase.verdict);
            QVERIFY(left.erasedAt == at(100));
            const auto check = *tables::findVerification(t, row.id);
            QVERIFY(check.erased);
            QCOMPARE(check.state, row.state);
            QCOMPARE(check.verdict, row.verdict);
            QCOMPARE(check.providerKey, std::string{});
            QCOMPARE(check.tier, std::string{});
            QVERIFY(!check.score);
            QVERIFY(check.details == VerificationDetails{});
            for (const auto* table : {"documents", "fetches", "raw_answers", "journal", "subjects"}) {
                QCOMPARE(countOf(t, table, story.kase.id), std::int64_t{0});
            }
            QCOMPARE(selectNumber(t, "count(*)", "from document_pieces where document_id = :id", picture.id),
                     std::int64_t{0});
            QCOMPARE(selectNumber(t, "count(*)", "from tokens where verification_id = :id", row.id), std::int64_t{0});
            QCOMPARE(tables::decisionsOf(t, story.kase.id).at(0).reason, std::string{});
            QVERIFY_THROWS_EXCEPTION(StoreError, (void)tables::evidenceDigest(t, check));
            const auto erasure = *tables::findErasure(t, story.kase.id);
            QCOMPARE(erasure.reason, std::string{"the customer asked for it"});
            QCOMPARE(erasure.by, StaffId{"officer"});
        });
    }

    void erased_case_leavesOthersAlone_data() {
        bothEngines();
    }
    void erased_case_leavesOthersAlone() {
        inTransaction([](Transaction& t) {
            const auto story = tellApproved(t, sampleCase());
            const auto other = tellApproved(t, sampleCase("city", "K-1002"));
            tables::eraseCase(t, erasureOf(story.kase.id));
            compare(*tables::findCase(t, other.kase.id), other.kase);
            compare(*tables::findVerification(t, other.verification.id), other.verification);
            QCOMPARE(countOf(t, "raw_answers", other.kase.id), std::int64_t{1});
        });
    }

    void forgets_areTakenOnceAndComeAgain_data() {
        bothEngines();
    }
    void forgets_areTakenOnceAndComeAgain() {
        inTransaction([](Transaction& t) {
            const auto row = insertedVerification(t, insertedCase(t));
            tables::insert(t, sampleForget(row));
            QVERIFY(tables::waitingForgets(t, at(99), 10).empty());
            const auto waiting = tables::waitingForgets(t, at(100), 10);
            QCOMPARE(waiting.size(), std::size_t{1});
            QCOMPARE(waiting.front().providerKeys, (std::vector<std::string>{"identity-0", "identity-1"}));
            QCOMPARE(waiting.front().launch, row.launch);
            QVERIFY(tables::takeForget(t, row.id, 0, at(400)));
            QVERIFY(!tables::takeForget(t, row.id, 0, at(400)));
            QVERIFY(tables::waitingForgets(t, at(399), 10).empty());
            tables::postponeForget(t, row.id, 1, at(500));
            QVERIFY(tables::waitingForgets(t, at(499), 10).empty());
            tables::hastenForgets(t, at(200));
            QCOMPARE(tables::waitingForgets(t, at(200), 10).front().tries, 1);
            QVERIFY(tables::endForget(t, row.id, 1));
            QVERIFY(!tables::endForget(t, row.id, 1));
            QCOMPARE(tables::countForgets(t), std::int64_t{0});
        });
    }

    void forgets_thatGotAKey_areNotEndedByAnEarlierTry_data() {
        bothEngines();
    }
    void forgets_thatGotAKey_areNotEndedByAnEarlierTry() {
        inTransaction([](Transaction& t) {
            const auto row = insertedVerification(t, insertedCase(t));
            QVERIFY(!tables::findForget(t, row.id));
            tables::insert(t, sampleForget(row));
            QVERIFY(tables::takeForget(t, row.id, 0, at(400)));
            tables::addKey(t, *tables::findForget(t, row.id), "identity-2", at(150));
            QVERIFY(!tables::endForget(t, row.id, 1));
            const auto waiting = tables::waitingForgets(t, at(150), 10);
            QCOMPARE(waiting.size(), std::size_t{1});
            QCOMPARE(waiting.front().providerKeys,
                     (std::vector<std::string>{"identity-0", "identity-1", "identity-2"}));
            QVERIFY(tables::endForget(t, row.id, waiting.front().tries));
        });
    }

    void forgets_waitSinceTheyWereWanted_howeverOftenTheyWereTried_data() {
        bothEngines();
    }
    void forgets_waitSinceTheyWereWanted_howeverOftenTheyWereTried() {
        inTransaction([](Transaction& t) {
            QVERIFY(!tables::oldestForget(t));
            const auto kase = insertedCase(t);
            const auto first = insertedVerification(t, kase);
            const auto second = insertedVerification(t, kase);
            auto later = sampleForget(second);
            later.nextAt = later.at = at(300);
            tables::insert(t, later);
            tables::insert(t, sampleForget(first));
            tables::takeForget(t, first.id, 0, at(900));
            QCOMPARE(tables::countForgets(t), std::int64_t{2});
            QVERIFY(tables::oldestForget(t) == at(100));
            tables::endForget(t, first.id, 1);
            QVERIFY(tables::oldestForget(t) == at(300));
        });
    }
};

VERDESK_TEST(ErasuresTest)
#include "erasures_test.moc"
