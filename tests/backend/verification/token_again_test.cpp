// One token that is typed twice: a provider takes it once, and keeps its answer under the key that it first came with.
#include "backend/store/statement.h"
#include "tests/backend/support/office.h"
#include "tests/support/postgres.h"
#include "tests/support/registry.h"

#include <QTest>

#include <set>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::hours;
using std::chrono::seconds;
using test::FakePassid;
using test::goodToken;
using test::Office;
using Fault = FakePassid::Fault;

class TokenAgainTest : public QObject {
    Q_OBJECT

    static std::set<std::string> keys(const Office& office) {
        std::set<std::string> all;
        for (const auto& each : office.passid.sent) {
            if (each.what == "verify") {
                all.insert(each.key);
            }
        }
        return all;
    }

    // A token whose answer was lost as often as it was asked for.
    static VerificationId unanswered(Office& office, const CaseId& owner) {
        office.passid.offerToken(goodToken);
        office.passid.next("verify", Fault::answerLost, 2);
        const auto seen = office.startToken(owner);
        office.token(seen.id);
        office.advance(seconds{30});
        if (!office.reaches(seen.id, State::failed)) {
            qFatal("the verification did not fail");
        }
        return seen.id;
    }

    static void completesUnderOneKey(Office& office, const Verification& seen) {
        QVERIFY(office.reaches(seen.id, State::completed));
        QCOMPARE(office.get(seen.id).verdict, claims::Verdict::pass);
        QVERIFY(!office.get(seen.id).claims.empty());
        QCOMPARE(keys(office).size(), std::size_t{1});
        QVERIFY(office.passid.usedTwice.empty());
        QCOMPARE(office.unanswered(), std::size_t{0});
        QVERIFY(office.faults().empty());
    }

private Q_SLOTS:
    void answer_that_was_lost_comes_to_the_next_verification() {
        Office office;
        const auto owner = office.openCase();
        const auto first = unanswered(office, owner);
        QCOMPARE(office.get(first).code, std::string{"VD-F201"});
        const auto second = office.startToken(owner);
        office.token(second.id, " passid-ab3x-7yqm-k9pq-3mnx ", "k2");
        completesUnderOneKey(office, second);
        QCOMPARE(office.get(first).state, State::failed);
        // Both acts are done, and are not done again.
        const auto sent = office.passid.count("verify");
        QCOMPARE(office.token(first).state, State::failed);
        QCOMPARE(office.token(second.id, goodToken, "k2").state, State::completed);
        QCOMPARE(office.passid.count("verify"), sent);
    }

    void answer_that_was_lost_comes_to_another_case() {
        Office office;
        unanswered(office, office.openCase());
        const auto second = office.startToken(office.openCase("K-1002"));
        office.token(second.id, goodToken, "k2");
        completesUnderOneKey(office, second);
    }

    void answer_that_is_lost_again_comes_to_the_third() {
        Office office;
        const auto owner = office.openCase();
        unanswered(office, owner);
        office.passid.next("verify", Fault::answerLost, 2);
        const auto second = office.startToken(owner);
        office.token(second.id, goodToken, "k2");
        office.advance(seconds{30});
        QVERIFY(office.reaches(second.id, State::failed));
        QCOMPARE(office.unanswered(), std::size_t{1});
        const auto third = office.startToken(owner);
        office.advance(seconds{30});
        office.token(third.id, goodToken, "k3");
        completesUnderOneKey(office, third);
    }

    void kill_in_the_second_verification_changes_nothing_of_it() {
        Office office;
        const auto owner = office.openCase();
        unanswered(office, owner);
        office.passid.next("verify", Fault::hang);
        const auto second = office.startToken(owner);
        QCOMPARE(office.token(second.id, goodToken, "k2").state, State::verifying);
        office.restart();
        completesUnderOneKey(office, second);
        QCOMPARE(office.token(second.id, goodToken, "k2").state, State::completed);
    }

    // The start asks for the lost answer, for a verification that takes no claims any more.
    void answer_that_came_too_late_for_the_first_comes_to_the_second() {
        Office office;
        const auto owner = office.openCase();
        const auto first = unanswered(office, owner);
        office.restart();
        QVERIFY(office.until([&] { return office.unanswered() == 0; }));
        QCOMPARE(office.get(first).state, State::failed);
        const auto second = office.startToken(owner);
        office.token(second.id, goodToken, "k2");
        completesUnderOneKey(office, second);
    }

    void token_that_is_being_checked_waits() {
        Office office;
        office.passid.offerToken(goodToken);
        office.passid.next("verify", Fault::hang);
        const auto owner = office.openCase();
        const auto first = office.startToken(owner);
        QCOMPARE(office.token(first.id).state, State::verifying);
        const auto second = office.startToken(owner);
        const auto typed = [&] { office.token(second.id, goodToken, "k2"); };
        QCOMPARE(office.problemOf(typed), std::string{"token-under-way"});
        QCOMPARE(office.get(second.id).state, State::awaiting);
        // Cancelled, it is still being checked.
        office.cancel(first.id);
        QCOMPARE(office.problemOf(typed), std::string{"token-under-way"});
        office.passid.release();
        QVERIFY(office.until([&] { return office.unanswered() == 0; }));
        typed();
        completesUnderOneKey(office, second);
        QCOMPARE(office.get(first.id).state, State::cancelled);
        QVERIFY(office.get(first.id).claims.empty());
    }

    void broken_answer_is_asked_for_again_under_its_key() {
        Office office;
        office.passid.offerToken(goodToken);
        office.passid.next("verify", Fault::nonsense);
        const auto owner = office.openCase();
        const auto first = office.startToken(owner);
        office.token(first.id);
        QVERIFY(office.reaches(first.id, State::failed));
        const auto second = office.startToken(owner);
        office.token(second.id, goodToken, "k2");
        completesUnderOneKey(office, second);
    }

    // Whether a token may be used a second time is the provider's to say: some may. It hears that this is another act.
    void token_that_was_taken_here_is_another_act() {
        Office office;
        office.passid.offerToken(goodToken);
        const auto owner = office.openCase();
        const auto first = office.startToken(owner);
        office.token(first.id);
        QVERIFY(office.reaches(first.id, State::completed));
        const auto second = office.startToken(owner);
        office.token(second.id, goodToken, "k2");
        QVERIFY(office.reaches(second.id, State::declined));
        QVERIFY(office.get(second.id).decline == claims::Decline::tokenAlreadyUsed);
        QCOMPARE(keys(office).size(), std::size_t{2});
        QCOMPARE(office.get(first.id).verdict, claims::Verdict::pass);
        // The log says whose it was.
        QCOMPARE(office.earlier(second.id), first.id.value);
        QVERIFY(office.earlier(first.id).empty());
        QVERIFY(office.faults().empty());
    }

    void answer_older_than_a_day_is_not_waited_for() {
        Office office;
        const auto owner = office.openCase();
        unanswered(office, owner);
        office.time.skip(hours{25});
        const auto second = office.startToken(owner);
        office.token(second.id, goodToken, "k2");
        QVERIFY(office.reaches(second.id, State::declined));
        QCOMPARE(keys(office).size(), std::size_t{2});
        QVERIFY(office.faults().empty());
    }

    void other_account_has_nothing_to_do_with_it() {
        Office office;
        auto other = office.config.accounts.at("passid_main");
        other.account.id = "passid_other";
        other.hookSegment = "seg2";
        office.config.accounts["passid_other"] = other;
        const auto owner = office.openCase();
        unanswered(office, owner);
        const auto second = office.startToken(owner);
        office.write([id = second.id](store::Transaction& t) {
            store::execute(t, "update verifications set account = 'passid_other' where id = :id", id);
        });
        office.token(second.id, goodToken, "k2");
        QVERIFY(office.reaches(second.id, State::declined));
        QCOMPARE(keys(office).size(), std::size_t{2});
    }

    void another_replica_sends_it_under_the_same_key() {
        Office office{store::PostgresServer{crypto::Secret{test::Postgres::instance().makeDatabase()}}};
        office.speakToAnother();
        const auto owner = office.openCase();
        unanswered(office, owner);
        office.speakToAnother();
        const auto second = office.startToken(owner);
        office.token(second.id, goodToken, "k2");
        completesUnderOneKey(office, second);
    }
};

VERDESK_TEST(TokenAgainTest)
#include "token_again_test.moc"
