#include "backend/store/statement.h"
#include "backend/store/store.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/staff.h"
#include "backend/store/tables/verifications.h"
#include "crypto/random.h"
#include "tests/backend/store/tables_fixture.h"
#include "tests/support/registry.h"

#include <QRegularExpression>

#include <set>

using namespace verdesk;
using namespace verdesk::backend::store;
using namespace verdesk::test;

namespace {

std::vector<std::string> idsOf(const std::vector<CaseRow>& rows) {
    std::vector<std::string> ids;
    for (const auto& row : rows) {
        ids.push_back(row.id.value);
    }
    return ids;
}

}  // namespace

class TablesTest : public TablesFixture {
    Q_OBJECT

private Q_SLOTS:
    void staff_insertedAndUpdated_isFound_data() {
        bothEngines();
    }
    void staff_insertedAndUpdated_isFound() {
        inTransaction([](Transaction& t) {
            auto row = sampleStaff("berta");
            tables::insert(t, row);
            const auto found = tables::findStaff(t, row.id);
            QVERIFY(found.has_value());
            QCOMPARE(found->name, row.name);
            QCOMPARE(found->displayName, row.displayName);
            QCOMPARE(found->role, row.role);
            QCOMPARE(found->branches, row.branches);
            QCOMPARE(found->passwordHash, row.passwordHash);
            QCOMPARE(found->disabled, row.disabled);
            QCOMPARE(found->failures, row.failures);
            QVERIFY(found->lockedUntil == row.lockedUntil);
            QVERIFY(found->createdAt == row.createdAt);
            row.branches = {"harbour"};
            row.disabled = false;
            row.failures = 0;
            row.lockedUntil.reset();
            row.passwordHash = "other";
            tables::update(t, row);
            const auto changed = tables::findStaffByName(t, "berta");
            QVERIFY(changed.has_value());
            QCOMPARE(changed->branches, row.branches);
            QCOMPARE(changed->disabled, false);
            QCOMPARE(changed->passwordHash, std::string{"other"});
            QVERIFY(!changed->lockedUntil.has_value());
            QCOMPARE(tables::listStaff(t).size(), std::size_t{1});
            QVERIFY(!tables::findStaffByName(t, "Berta").has_value());
        });
    }
    void staff_nameTaken_isRefusedAndTransactionGoesOn_data() {
        bothEngines();
    }
    void staff_nameTaken_isRefusedAndTransactionGoesOn() {
        inTransaction([](Transaction& t) {
            tables::insert(t, sampleStaff("berta"));
            QVERIFY_THROWS_EXCEPTION(std::runtime_error, tables::insert(t, sampleStaff("berta")));
            QCOMPARE(tables::listStaff(t).size(), std::size_t{1});
        });
    }
    void sessions_touchedAndEnded_areGone_data() {
        bothEngines();
    }
    void sessions_touchedAndEnded_areGone() {
        inTransaction([](Transaction& t) {
            const auto staff = sampleStaff("berta");
            tables::insert(t, staff);
            for (const auto* hash : {"aa", "bb", "cc"}) {
                tables::insert(t, SessionRow{hash, staff.id, "city", "3", at(1), at(2), at(3)});
            }
            tables::touchSession(t, "aa", at(9));
            QVERIFY(tables::findSession(t, "aa")->seenAt == at(9));
            QVERIFY(tables::findSession(t, "bb")->expiresAt == at(3));
            QCOMPARE(tables::findSession(t, "bb")->counter, std::string{"3"});
            tables::endSession(t, "aa");
            QVERIFY(!tables::findSession(t, "aa").has_value());
            tables::endSessionsOf(t, staff.id);
            QVERIFY(!tables::findSession(t, "cc").has_value());
            tables::insert(t, SessionRow{"dd", staff.id, "city", "3", at(1), at(2), at(3)});
            QCOMPARE(tables::dropSessions(t, at(3)), 0);
            QCOMPARE(tables::dropSessions(t, at(4)), 1);
        });
    }
    void idempotency_sameKeyTwice_isTakenOnce_data() {
        bothEngines();
    }
    void idempotency_sameKeyTwice_isTakenOnce() {
        inTransaction([](Transaction& t) {
            const StaffId staff{freshId()};
            IdempotencyRow row{staff, "k1", "digest", 0, "", at(5)};
            QVERIFY(tables::insertIdempotency(t, row));
            QVERIFY(!tables::insertIdempotency(t, row));
            QVERIFY(!tables::findIdempotency(t, StaffId{"another"}, "k1").has_value());
            QCOMPARE(tables::findIdempotency(t, staff, "k1")->status, 0);
            row.status = 201;
            row.answer = everyByte();
            tables::answerIdempotency(t, row);
            const auto found = tables::findIdempotency(t, staff, "k1");
            QCOMPARE(found->status, 201);
            QCOMPARE(found->answer, everyByte());
            QCOMPARE(found->requestDigest, std::string{"digest"});
            QCOMPARE(tables::dropIdempotency(t, at(5)), 0);
            QCOMPARE(tables::dropIdempotency(t, at(6)), 1);
        });
    }

    void cases_inserted_isReadAsItWas_data() {
        bothEngines();
    }
    void cases_inserted_isReadAsItWas() {
        inTransaction([](Transaction& t) {
            auto row = insertedCase(t, "city", "Ünïcode 'quoted' \"reference\" \\ :name");
            const auto found = tables::findCase(t, row.id);
            QVERIFY(found.has_value());
            compare(*found, row);
            row.state = CaseState::closed;
            row.verdict = claims::Verdict::blocked;
            row.decision = DecisionKind::reject;
            row.updatedAt = at(99);
            row.reference = "";
            tables::update(t, row);
            compare(*tables::findCase(t, row.id), row);
            QVERIFY(!tables::findCase(t, CaseId{"no such"}).has_value());
            row.id = CaseId{"no such"};
            QVERIFY_THROWS_EXCEPTION(StoreError, tables::update(t, row));
        });
    }
    void cases_openAndBlocked_areFoundByReference_data() {
        bothEngines();
    }
    void cases_openAndBlocked_areFoundByReference() {
        inTransaction([](Transaction& t) {
            auto closed = insertedCase(t);
            closed.state = CaseState::closed;
            closed.verdict = claims::Verdict::blocked;
            tables::update(t, closed);
            QVERIFY(!tables::findOpenCase(t, "city", "K-1").has_value());
            const auto open = insertedCase(t);
            insertedCase(t, "harbour");
            insertedCase(t, "city", "K-2");
            QCOMPARE(tables::findOpenCase(t, "city", "K-1")->id, open.id);
            QCOMPARE(idsOf(tables::blockedCasesOf(t, "city", "K-1", open.id)), std::vector{closed.id.value});
            QVERIFY(tables::blockedCasesOf(t, "city", "K-1", closed.id).empty());
        });
    }
    void cases_listed_comeNewestFirstInPages_data() {
        bothEngines();
    }
    void cases_listed_comeNewestFirstInPages() {
        inTransaction([](Transaction& t) {
            std::vector<std::string> newestFirst;
            for (int i = 0; i < 25; ++i) {
                auto row = sampleCase("city", i % 2 == 0 ? "K-1" : "K-2");
                row.openedAt = at(i / 2);  // two at each moment
                row.state = i % 5 == 0 ? CaseState::closed : CaseState::open;
                tables::insert(t, row);
                newestFirst.insert(newestFirst.begin(), row.id.value);
            }
            insertedCase(t, "harbour");
            tables::CaseFilter filter;
            filter.branch = "city";
            filter.limit = 10;
            std::vector<std::string> seen;
            for (int page = 0; page < 3; ++page) {
                const auto ids = idsOf(tables::listCases(t, filter));
                QCOMPARE(ids.size(), page < 2 ? std::size_t{10} : std::size_t{5});
                seen.insert(seen.end(), ids.begin(), ids.end());
                filter.after = ids.back();
            }
            QCOMPARE(seen, newestFirst);
            QVERIFY(tables::listCases(t, filter).empty());
            filter = {};
            filter.branch = "city";
            filter.reference = "K-2";
            QCOMPARE(tables::listCases(t, filter).size(), std::size_t{12});
            filter.state = CaseState::closed;
            QCOMPARE(tables::listCases(t, filter).size(), std::size_t{2});
            filter = {};
            filter.branch = "city";
            filter.from = at(3);
            filter.until = at(5);
            QCOMPARE(tables::listCases(t, filter).size(), std::size_t{4});
            filter.after = "no such";
            QVERIFY(tables::listCases(t, filter).empty());
        });
    }
    void cases_freeNumber_canBeSpokenAndIsFree_data() {
        bothEngines();
    }
    void cases_freeNumber_canBeSpokenAndIsFree() {
        inTransaction([](Transaction& t) {
            std::set<std::string> numbers;
            for (int i = 0; i < 200; ++i) {
                auto row = sampleCase();
                row.number = tables::freeNumber(t, "city");
                QVERIFY2(QRegularExpression{QStringLiteral("^[BFHKLMQRWY][2-9]-[0-9]{3,}$")}
                             .match(QString::fromStdString(row.number))
                             .hasMatch(),
                         row.number.c_str());
                tables::insert(t, row);
                numbers.insert(row.number);
            }
            QCOMPARE(numbers.size(), std::size_t{200});
        });
    }
    void cases_numberTwice_isRefused_data() {
        bothEngines();
    }
    void cases_numberTwice_isRefused() {
        QFETCH(Engine, engine);
        auto& h = shared(engine);
        const auto row = sampleCase();
        auto other = sampleCase();
        other.number = row.number;
        QVERIFY_THROWS_EXCEPTION(StoreError, h.write([row, other](Transaction& t) {
            tables::insert(t, row);
            tables::insert(t, other);
        }));
    }
    void decisions_inserted_comeInOrderAndOpened_data() {
        bothEngines();
    }
    void decisions_inserted_comeInOrderAndOpened() {
        inTransaction([](Transaction& t) {
            const auto row = insertedCase(t);
            QVERIFY(tables::decisionsOf(t, row.id).empty());
            const StaffId officer{freshId()};
            tables::insert(t, DecisionRow{row.id, DecisionKind::escalate, everyByte(), at(3), officer, "Olga"});
            tables::insert(t, DecisionRow{row.id, DecisionKind::approve, "", at(2), officer, "Olga"});
            const auto decisions = tables::decisionsOf(t, row.id);
            QCOMPARE(decisions.size(), std::size_t{2});
            QCOMPARE(decisions.at(0).kind, DecisionKind::escalate);
            QCOMPARE(decisions.at(0).reason, everyByte());
            QCOMPARE(decisions.at(0).caseId, row.id);
            QVERIFY(decisions.at(0).at == at(3));
            QCOMPARE(decisions.at(1).reason, std::string{});
            QCOMPARE(decisions.at(1).byName, std::string{"Olga"});
        });
    }
};

VERDESK_TEST(TablesTest)
#include "tables_test.moc"
