#include "backend/store/statement.h"
#include "backend/store/store.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/staff.h"
#include "backend/store/tables/verifications.h"
#include "crypto/random.h"
#include "tests/backend/store/harness.h"
#include "tests/backend/store/samples.h"
#include "tests/support/registry.h"

#include <QRegularExpression>

#include <set>

using namespace verdesk;
using namespace verdesk::backend::store;
using namespace verdesk::test;

namespace {

// Every test works inside one transaction, on a store of its engine that all share.
struct Shared {
    explicit Shared(Engine engine) : h{engine} {}
    Harness h;
};

std::vector<std::string> idsOf(const std::vector<CaseRow>& rows) {
    std::vector<std::string> ids;
    for (const auto& row : rows) {
        ids.push_back(row.id.value);
    }
    return ids;
}

CaseRow insertedCase(Transaction& t, const std::string& branch = "city", const std::string& reference = "K-1") {
    const auto row = sampleCase(branch, reference);
    tables::insert(t, row);
    return row;
}

VerificationRow insertedVerification(Transaction& t, const CaseRow& kase) {
    const auto row = sampleVerification(kase);
    tables::insert(t, row);
    return row;
}

}  // namespace

class TablesTest : public QObject {
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

    void verifications_insertedAndAnswered_isReadAsItWas_data() {
        bothEngines();
    }
    void verifications_insertedAndAnswered_isReadAsItWas() {
        inTransaction([](Transaction& t) {
            const auto kase = insertedCase(t);
            auto row = insertedVerification(t, kase);
            compare(*tables::findVerification(t, row.id), row);
            row = answered(row);
            tables::update(t, row);
            compare(*tables::findVerification(t, row.id), row);
            QCOMPARE(tables::verificationsOf(t, kase.id).size(), std::size_t{1});
            QVERIFY(!tables::findVerification(t, VerificationId{"no such"}).has_value());
        });
    }
    void verifications_withoutCase_isRefused_data() {
        bothEngines();
    }
    void verifications_withoutCase_isRefused() {
        QFETCH(Engine, engine);
        auto& h = shared(engine);
        const auto row = sampleVerification(sampleCase());
        QVERIFY_THROWS_EXCEPTION(StoreError, h.write([row](Transaction& t) { tables::insert(t, row); }));
    }
    void verifications_keyAndToken_findTheirs_data() {
        bothEngines();
    }
    void verifications_keyAndToken_findTheirs() {
        inTransaction([](Transaction& t) {
            const auto kase = insertedCase(t);
            const auto row = insertedVerification(t, kase);
            const auto other = insertedVerification(t, kase);
            QCOMPARE(tables::findByProviderKey(t, row.account, row.providerKey)->id, row.id);
            QVERIFY(!tables::findByProviderKey(t, "other", row.providerKey).has_value());
            QVERIFY(!tables::findByProviderKey(t, row.account, "").has_value());
            tables::rememberToken(t, row.account, "d1", row.id);
            QCOMPARE(tables::findByToken(t, row.account, "d1")->id, row.id);
            tables::rememberToken(t, row.account, "d1", other.id);
            QCOMPARE(tables::findByToken(t, row.account, "d1")->id, other.id);
            QVERIFY(!tables::findByToken(t, "other", "d1").has_value());
        });
    }
    void verifications_open_leastRecentlyPolledFirst_data() {
        bothEngines();
    }
    void verifications_open_leastRecentlyPolledFirst() {
        inTransaction([](Transaction& t) {
            const auto kase = insertedCase(t);
            const auto late = insertedVerification(t, kase);
            const auto early = insertedVerification(t, kase);
            const auto never = insertedVerification(t, kase);
            auto over = insertedVerification(t, kase);
            over = answered(over);
            tables::update(t, over);
            tables::schedule(t, late.id, at(50), at(20));
            tables::schedule(t, early.id, at(40), at(10));
            const auto open = tables::openOf(t, late.account, 10);
            QCOMPARE(open.size(), std::size_t{3});
            QCOMPARE(open.at(0).id, never.id);
            QCOMPARE(open.at(1).id, early.id);
            QCOMPARE(open.at(2).id, late.id);
            QCOMPARE(tables::openOf(t, late.account, 2).size(), std::size_t{2});
            QVERIFY(tables::openOf(t, "other", 10).empty());
        });
    }
    void verifications_due_soonestFirst_data() {
        bothEngines();
    }
    void verifications_due_soonestFirst() {
        inTransaction([](Transaction& t) {
            QVERIFY(!tables::nextDue(t).has_value());
            const auto kase = insertedCase(t);
            const auto second = insertedVerification(t, kase);
            const auto first = insertedVerification(t, kase);
            const auto resting = insertedVerification(t, kase);
            tables::schedule(t, second.id, at(20), {});
            tables::schedule(t, first.id, at(10), {});
            tables::schedule(t, resting.id, {}, at(1));
            const auto due = tables::dueVerifications(t, at(20), 10);
            QCOMPARE(due.size(), std::size_t{2});
            QCOMPARE(due.at(0).id, first.id);
            QVERIFY(due.at(0).at == at(10));
            QCOMPARE(due.at(1).account, second.account);
            QCOMPARE(tables::dueVerifications(t, at(15), 10).size(), std::size_t{1});
            QVERIFY(tables::nextDue(t) == at(10));
        });
    }
    void verifications_scheduledAfterTheEnd_stayAtRest_data() {
        bothEngines();
    }
    void verifications_scheduledAfterTheEnd_stayAtRest() {
        inTransaction([](Transaction& t) {
            const auto row = answered(insertedVerification(t, insertedCase(t)));
            tables::update(t, row);
            tables::schedule(t, row.id, at(70), at(60));
            compare(*tables::findVerification(t, row.id), row);
        });
    }
    void verifications_leased_oneHolderAtATime_data() {
        bothEngines();
    }
    void verifications_leased_oneHolderAtATime() {
        inTransaction([](Transaction& t) {
            const auto row = insertedVerification(t, insertedCase(t));
            QVERIFY(tables::lease(t, row.id, "a", at(0), at(10)));
            QVERIFY(tables::lease(t, row.id, "a", at(5), at(15)));
            QVERIFY(!tables::lease(t, row.id, "b", at(14), at(30)));
            QVERIFY(tables::lease(t, row.id, "b", at(15), at(30)));
            QVERIFY(!tables::lease(t, VerificationId{"no such"}, "b", at(15), at(30)));
        });
    }
    void evidence_digest_isOfTheDetailsUnderTheCaseKey_data() {
        bothEngines();
    }
    void evidence_digest_isOfTheDetailsUnderTheCaseKey() {
        inTransaction([](Transaction& t) {
            const auto kase = insertedCase(t);
            auto row = answered(insertedVerification(t, kase));
            tables::update(t, row);
            const auto digest = tables::evidenceDigest(t, row);
            QCOMPARE(digest.size(), std::size_t{64});
            QCOMPARE(tables::evidenceDigest(t, *tables::findVerification(t, row.id)), digest);
            auto changed = row;
            std::get<claims::Score>(changed.details.claims.front().value).value += 1;
            QVERIFY(tables::evidenceDigest(t, changed) != digest);
            const auto otherCase = insertedCase(t);
            row.caseId = otherCase.id;
            QVERIFY(tables::evidenceDigest(t, row) != digest);
        });
    }
    void rawAnswers_inserted_areOpened_data() {
        bothEngines();
    }
    void rawAnswers_inserted_areOpened() {
        inTransaction([](Transaction& t) {
            const auto row = insertedVerification(t, insertedCase(t));
            tables::insert(t, RawAnswerRow{freshId(), row.id, row.caseId, "poll", everyByte(), at(4)});
            tables::insert(t, RawAnswerRow{freshId(), row.id, row.caseId, "begin", "", at(3)});
            const auto answers = tables::rawAnswersOf(t, row.id);
            QCOMPARE(answers.size(), std::size_t{2});
            QCOMPARE(answers.at(0).what, std::string{"begin"});
            QCOMPARE(answers.at(1).body, everyByte());
        });
    }
    void journal_written_isAnsweredOnce_data() {
        bothEngines();
    }
    void journal_written_isAnsweredOnce() {
        inTransaction([](Transaction& t) {
            const auto row = insertedVerification(t, insertedCase(t));
            const JournalRow entry{"key-1", row.id, row.caseId, everyByte(), {}, at(4), {}};
            QVERIFY(tables::insertJournal(t, entry));
            auto other = entry;
            other.request = "another";
            QVERIFY(!tables::insertJournal(t, other));
            QCOMPARE(tables::unansweredJournal(t).size(), std::size_t{1});
            QCOMPARE(tables::findJournal(t, "key-1")->request, everyByte());
            QVERIFY(!tables::findJournal(t, "key-1")->answer.has_value());
            tables::answerJournal(t, "key-1", everyByte(), at(6));
            const auto found = tables::findJournal(t, "key-1");
            QVERIFY(found->answer == everyByte());
            QVERIFY(found->answeredAt == at(6));
            QVERIFY(tables::unansweredJournal(t).empty());
            QVERIFY_THROWS_EXCEPTION(StoreError, tables::answerJournal(t, "no such", "", at(6)));
        });
    }

    void hooks_replayed_areKeptOnce_data() {
        bothEngines();
    }
    void hooks_replayed_areKeptOnce() {
        inTransaction([](Transaction& t) {
            auto hook = sampleHook();
            hook.body = everyByte();
            QVERIFY(tables::insertHook(t, hook));
            auto again = sampleHook();
            again.digest = hook.digest;
            QVERIFY(!tables::insertHook(t, again));
            auto earlier = sampleHook();
            earlier.receivedAt = at(1);
            QVERIFY(tables::insertHook(t, earlier));
            const auto waiting = tables::waitingHooks(t, 10);
            QCOMPARE(waiting.size(), std::size_t{2});
            QCOMPARE(waiting.at(0).id, earlier.id);
            QCOMPARE(waiting.at(1).body, everyByte());
            QCOMPARE(waiting.at(1).headers, hook.headers);
            QCOMPARE(tables::waitingHooks(t, 1).size(), std::size_t{1});
            const auto row = insertedVerification(t, insertedCase(t));
            tables::setHookState(t, hook.id, HookState::done, row.id);
            tables::setHookState(t, earlier.id, HookState::unmatched, {});
            QVERIFY(tables::waitingHooks(t, 10).empty());
            QCOMPARE(tables::countHooks(t, HookState::unmatched), 1);
            QCOMPARE(tables::dropHooks(t, at(10)), 0);
            QCOMPARE(tables::dropHooks(t, at(11)), 1);
            QCOMPARE(tables::countHooks(t, HookState::unmatched), 1);
        });
    }

    void sealed_onDisk_nothingPersonalIsInTheClear_data() {
        bothEngines();
    }
    void sealed_onDisk_nothingPersonalIsInTheClear() {
        inTransaction([](Transaction& t) {
            auto row = insertedVerification(t, insertedCase(t));
            row = answered(row);
            row.details.asks = {"SECRET"};
            tables::update(t, row);
            tables::insert(t, RawAnswerRow{freshId(), row.id, row.caseId, "poll", "SECRET", at(4)});
            tables::insertJournal(t, {"key", row.id, row.caseId, "SECRET", "SECRET", at(4), at(5)});
            tables::insert(t, DecisionRow{row.caseId, DecisionKind::reject, "SECRET", at(3), StaffId{"x"}, "x"});
            auto hook = sampleHook();
            hook.body = hook.headers = "SECRET";
            tables::insertHook(t, hook);
            tables::insertIdempotency(t, {StaffId{"x"}, "k", "d", 200, "SECRET", at(3)});
            for (const auto& [table, column] :
                 std::vector<std::pair<std::string, std::string>>{{"verifications", "details"},
                                                                  {"raw_answers", "body"},
                                                                  {"journal", "request"},
                                                                  {"journal", "answer"},
                                                                  {"decisions", "reason"},
                                                                  {"hooks", "body"},
                                                                  {"hooks", "headers"},
                                                                  {"idempotency", "answer"}}) {
                for (auto& found : select(t, column, "from " + table)) {
                    std::string stored;
                    found.into(stored);
                    const auto bytes = crypto::fromBase64(stored);
                    QVERIFY2(bytes.has_value() && bytes->size() >= 28, column.c_str());
                    QVERIFY2(crypto::textOf(*bytes).find("SECRET") == std::string::npos, column.c_str());
                }
            }
        });
    }

    void cleanupTestCase() {
        sqlite_.reset();
        postgres_.reset();
    }

private:
    Harness& shared(Engine engine) {
        auto& slot = engine == Engine::sqlite ? sqlite_ : postgres_;
        if (!slot) {
            slot = std::make_unique<Shared>(engine);
        }
        return slot->h;
    }

    struct RolledBack {};
    template <class Work>
    void inTransaction(Work work) {
        QFETCH(Engine, engine);
        try {
            shared(engine).write([&](Transaction& t) {
                work(t);
                throw RolledBack{};
            });
        } catch (const RolledBack&) {
        }
    }

    static void compare(const CaseRow& a, const CaseRow& b) {
        QCOMPARE(a.id, b.id);
        QCOMPARE(a.number, b.number);
        QCOMPARE(a.branch, b.branch);
        QCOMPARE(a.reference, b.reference);
        QCOMPARE(a.purpose, b.purpose);
        QCOMPARE(a.state, b.state);
        QCOMPARE(a.verdict, b.verdict);
        QCOMPARE(a.decision, b.decision);
        QCOMPARE(a.environment, b.environment);
        QCOMPARE(a.openedBy, b.openedBy);
        QCOMPARE(a.openedByName, b.openedByName);
        QVERIFY(a.openedAt == b.openedAt);
        QVERIFY(a.updatedAt == b.updatedAt);
        QCOMPARE(a.consentVersion, b.consentVersion);
        QCOMPARE(a.consentLanguage, b.consentLanguage);
        QCOMPARE(a.attestationVersion, b.attestationVersion);
    }
    static void compare(const VerificationRow& a, const VerificationRow& b) {
        QCOMPARE(a.id, b.id);
        QCOMPARE(a.caseId, b.caseId);
        QCOMPARE(a.branch, b.branch);
        QCOMPARE(a.counter, b.counter);
        QCOMPARE(a.flow, b.flow);
        QCOMPARE(a.flowDigest, b.flowDigest);
        QCOMPARE(a.rulesVersion, b.rulesVersion);
        QCOMPARE(a.provider, b.provider);
        QCOMPARE(a.account, b.account);
        QCOMPARE(a.environment, b.environment);
        QCOMPARE(a.launch, b.launch);
        QCOMPARE(a.state, b.state);
        QCOMPARE(a.verdict, b.verdict);
        QVERIFY(a.decline == b.decline);
        QVERIFY(a.failure == b.failure);
        QCOMPARE(a.code, b.code);
        QCOMPARE(a.providerCode, b.providerCode);
        QCOMPARE(a.providerKey, b.providerKey);
        QVERIFY(a.startedAt == b.startedAt);
        QVERIFY(a.endedAt == b.endedAt);
        QVERIFY(a.deadline == b.deadline);
        QVERIFY(a.nextPollAt == b.nextPollAt);
        QVERIFY(a.polledAt == b.polledAt);
        QCOMPARE(a.startedBy, b.startedBy);
        QCOMPARE(a.startedByName, b.startedByName);
        QCOMPARE(a.tier, b.tier);
        QVERIFY(a.score == b.score);
        QVERIFY(a.details == b.details);
    }

    std::unique_ptr<Shared> sqlite_;
    std::unique_ptr<Shared> postgres_;
};

VERDESK_TEST(TablesTest)
#include "tables_test.moc"
