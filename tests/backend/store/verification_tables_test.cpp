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

class VerificationTablesTest : public TablesFixture {
    Q_OBJECT

private Q_SLOTS:
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
            QCOMPARE(tables::findByProviderKey(t, row.account, row.providerKey).at(0).id, row.id);
            QVERIFY(tables::findByProviderKey(t, "other", row.providerKey).empty());
            QVERIFY(tables::findByProviderKey(t, row.account, "").empty());
            tables::rememberToken(t, row.account, "d1", row.id);
            QCOMPARE(tables::findByToken(t, row.account, "d1")->id, row.id);
            tables::rememberToken(t, row.account, "d1", other.id);
            QCOMPARE(tables::findByToken(t, row.account, "d1")->id, other.id);
            QVERIFY(!tables::findByToken(t, "other", "d1").has_value());
        });
    }
    void verifications_ofKeysThatBeginSo_areFoundWhileTheyAreOpen_data() {
        bothEngines();
    }
    void verifications_ofKeysThatBeginSo_areFoundWhileTheyAreOpen() {
        inTransaction([](Transaction& t) {
            const auto kase = insertedCase(t);
            const auto inserted = [&](const char* key, State state, int startedAt) {
                auto row = sampleVerification(kase);
                row.providerKey = key;
                row.state = state;
                row.startedAt = at(startedAt);
                tables::insert(t, row);
                return row;
            };
            const auto first = inserted("known:\u00fc%_1:a", State::awaiting, 1);
            const auto second = inserted("known:\u00fc%_1:b", State::verifying, 2);
            inserted("known:\u00fc%_1:c", State::completed, 3);
            inserted("KNOWN:\u00fc%_1:d", State::awaiting, 4);
            inserted("known:\u00fcxy1:e", State::awaiting, 5);
            inserted("x known:\u00fc%_1:f", State::awaiting, 6);
            const auto found = tables::openByKeyBeginning(t, first.account, "known:\u00fc%_1:");
            QCOMPARE(found.size(), std::size_t{2});
            QCOMPARE(found[0].id, second.id);
            QCOMPARE(found[1].id, first.id);
            QVERIFY(tables::openByKeyBeginning(t, "other", "known:").empty());
            QVERIFY(tables::openByKeyBeginning(t, first.account, "").empty());
        });
    }
    void verifications_ofOneKey_openOnesAreFoundAndElseAll_data() {
        bothEngines();
    }
    void verifications_ofOneKey_openOnesAreFoundAndElseAll() {
        inTransaction([](Transaction& t) {
            const auto kase = insertedCase(t);
            auto first = sampleVerification(kase);
            auto second = sampleVerification(kase);
            auto third = sampleVerification(kase);
            first.providerKey = second.providerKey = third.providerKey = "identity-1";
            first.startedAt = at(1);
            second.startedAt = at(2);
            third.startedAt = at(3);
            for (auto* row : {&first, &second, &third}) {
                row->state = State::completed;
                row->nextPollAt.reset();
                tables::insert(t, *row);
            }
            auto found = tables::findByProviderKey(t, first.account, "identity-1");
            QCOMPARE(found.size(), std::size_t{3});
            QCOMPARE(found.front().id, third.id);
            second.state = State::awaiting;
            tables::update(t, second);
            found = tables::findByProviderKey(t, first.account, "identity-1");
            QCOMPARE(found.size(), std::size_t{1});
            QCOMPARE(found.front().id, second.id);
        });
    }
    void details_ofAVisit_comeBackAndAreInTheDigest_data() {
        bothEngines();
    }
    void details_ofAVisit_comeBackAndAreInTheDigest() {
        inTransaction([](Transaction& t) {
            const auto kase = insertedCase(t);
            auto row = sampleVerification(kase);
            row.parent = VerificationId{"0197-parent"};
            row.details.person = "identity-1";
            row.details.heard = {"seen 1", "seen 2"};
            row.details.answers = {{"email", {"lena@example.com"}}};
            row.details.userAgent = "Verdesk/1.0";
            tables::insert(t, row);
            const auto found = *tables::findVerification(t, row.id);
            compare(found, row);
            QCOMPARE(found.parent, row.parent);
            auto without = row;
            without.details.person.clear();
            QVERIFY(tables::evidenceDigest(t, row) != tables::evidenceDigest(t, without));
            without.providerKey = "another";
            QVERIFY(tables::providerKeyDigest(t, row) != tables::providerKeyDigest(t, without));
        });
    }
    void runs_ofManyCases_areReadWithoutWhatIsSealed_data() {
        bothEngines();
    }
    void runs_ofManyCases_areReadWithoutWhatIsSealed() {
        inTransaction([](Transaction& t) {
            QVERIFY(tables::runsOf(t, {}).empty());
            std::vector<CaseId> cases;
            for (int i = 0; i < 130; ++i) {  // more than one list holds
                cases.push_back(insertedCase(t).id);
            }
            auto first = sampleCase();
            first.id = cases.front();
            auto last = first;
            last.id = cases.back();
            auto later = sampleVerification(first);
            later.startedAt = at(9);
            later.flow = "later";
            tables::insert(t, later);
            insertedVerification(t, first);
            tables::update(t, answered(insertedVerification(t, last)));
            execute(t, "update verifications set details = 'AAAA' where case_id = :first or case_id = :last", first.id,
                    last.id);
            const auto ofFirst = tables::runsOf(t, {first.id});
            QCOMPARE(ofFirst.size(), std::size_t{2});
            QVERIFY(ofFirst.at(0) == (tables::Run{first.id, "passid_qr", State::awaiting}));
            QVERIFY(ofFirst.at(1) == (tables::Run{first.id, "later", State::awaiting}));
            const auto all = tables::runsOf(t, cases);
            QCOMPARE(all.size(), std::size_t{3});
            QVERIFY(std::count(all.begin(), all.end(), tables::Run{last.id, "passid_qr", State::completed}) == 1);
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
            tables::putAwayHook(t, hook.id, HookState::done, row.id, {});
            QVERIFY(!tables::keepUnmatched(t, hook.id));
            QCOMPARE(tables::findHook(t, hook.id)->body, std::string{});
            QCOMPARE(tables::findHook(t, hook.id)->digest, hook.digest);
            QVERIFY(tables::keepUnmatched(t, earlier.id));
            QCOMPARE(tables::findHook(t, earlier.id)->body, earlier.body);
            QVERIFY(tables::waitingHooks(t, 10).empty());
            QCOMPARE(tables::countHooks(t, HookState::unmatched), 1);
            QCOMPARE(tables::dropHooks(t, at(10)), 0);
            QCOMPARE(tables::dropHooks(t, at(11)), 1);
            QCOMPARE(tables::countHooks(t, HookState::unmatched), 1);
        });
    }

    void hooks_withTheSameWords_areNewsOnceAVerificationBegan_data() {
        bothEngines();
    }
    void hooks_withTheSameWords_areNewsOnceAVerificationBegan() {
        inTransaction([](Transaction& t) {
            const auto kase = insertedCase(t);
            const auto began = [&](Instant moment, const std::string& account) {
                auto row = sampleVerification(kase);
                row.id = VerificationId{crypto::uuid7From(moment).substr(0, 14) + freshId().substr(14)};
                row.account = account;
                row.startedAt = moment;
                tables::insert(t, row);
            };
            const auto hook = sampleHook();
            const auto copy = [&](Instant received) {
                auto row = hook;
                row.id = freshId();
                row.receivedAt = received;
                return row;
            };
            began(hook.receivedAt - std::chrono::seconds{5}, hook.account);
            began(hook.receivedAt, hook.account);
            QVERIFY(tables::insertHook(t, hook, tables::SaidAgain::afterABeginning));
            QVERIFY(!tables::insertHook(t, copy(at(20)), tables::SaidAgain::afterABeginning));
            began(hook.receivedAt + std::chrono::milliseconds{1}, "another");
            QVERIFY(!tables::insertHook(t, copy(at(21)), tables::SaidAgain::afterABeginning));
            began(at(22), hook.account);
            QVERIFY(!tables::insertHook(t, copy(at(23))));
            QVERIFY(tables::insertHook(t, copy(at(23)), tables::SaidAgain::afterABeginning));
            QVERIFY(!tables::insertHook(t, copy(at(24)), tables::SaidAgain::afterABeginning));
            began(at(25), hook.account);
            QVERIFY(tables::insertHook(t, copy(at(26)), tables::SaidAgain::afterABeginning));
            QVERIFY(!tables::insertHook(t, copy(at(27)), tables::SaidAgain::afterABeginning));
            QCOMPARE(tables::waitingHooks(t, 10).size(), std::size_t{3});
        });
    }

    void wakeUp_countsAgain_onceTheFirstWasWorkedOff_data() {
        bothEngines();
    }
    void wakeUp_countsAgain_onceTheFirstWasWorkedOff() {
        inTransaction([](Transaction& t) {
            const auto hook = sampleHook();
            auto again = hook;
            again.id = freshId();
            QVERIFY(tables::insertHook(t, hook, tables::SaidAgain::afterItWasWorkedOff));
            QVERIFY(!tables::insertHook(t, again, tables::SaidAgain::afterItWasWorkedOff));
            tables::putAwayHook(t, hook.id, HookState::done, {}, {});
            QVERIFY(!tables::insertHook(t, again));
            QVERIFY(tables::insertHook(t, again, tables::SaidAgain::afterItWasWorkedOff));
            auto third = hook;
            third.id = freshId();
            QVERIFY(!tables::insertHook(t, third, tables::SaidAgain::afterItWasWorkedOff));
            QCOMPARE(tables::waitingHooks(t, 10).size(), std::size_t{1});
        });
    }

    void hooks_unmatched_arePagedNewestFirst_data() {
        bothEngines();
    }
    void hooks_unmatched_arePagedNewestFirst() {
        inTransaction([](Transaction& t) {
            std::vector<std::string> ids;
            for (int i = 0; i < 7; ++i) {
                auto hook = sampleHook();
                hook.state = HookState::unmatched;
                hook.receivedAt = at(10 + i / 3);
                QVERIFY(tables::insertHook(t, hook));
                ids.push_back(hook.id);
            }
            std::vector<std::string> seen;
            std::optional<tables::HookPlace> last;
            for (auto page = tables::unmatchedHooks(t, 2); !page.empty(); page = tables::unmatchedHooks(t, 2, last)) {
                for (const auto& hook : page) {
                    QVERIFY(!last || hook.receivedAt <= last->receivedAt);
                    seen.push_back(hook.id);
                    last = tables::HookPlace{hook.receivedAt, hook.id};
                }
            }
            QCOMPARE(seen.size(), ids.size());
            QCOMPARE(std::set<std::string>(seen.begin(), seen.end()).size(), ids.size());
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
};

VERDESK_TEST(VerificationTablesTest)
#include "verification_tables_test.moc"
