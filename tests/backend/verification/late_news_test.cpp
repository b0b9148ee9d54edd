// What comes beside an answer or after it: later findings, the provider's own ids, and what is gone at the end.
#include "backend/events/event_types.h"
#include "tests/backend/verification/transition_samples.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::test;
using claims::Channel;
using claims::Decline;
using claims::Verdict;

namespace {

providers::Progress listed() {
    auto progress = good();
    progress.claims.push_back(flag(claims::name::watchlistMatch, true));
    progress.claims.push_back(text(claims::name::watchlistListing, "List A"));
    progress.claims.push_back(text(claims::name::watchlistListing, "List B"));
    return progress;
}

providers::Progress known(providers::Progress progress) {
    progress.providerKey = "identity-1";
    progress.person = "person-1";
    return progress;
}

}  // namespace

class LateNewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void later_alarm_stands_before_what_was_accepted() {
        auto clear = good();
        clear.claims.push_back(
            {std::string{claims::name::watchlistMatch}, claims::Flag{false}, claims::Status::proven, "clean", true});
        const auto taken = apply(rowIn(State::awaiting), polled(clear), now).row;
        const auto after = apply(taken, polled(listed()), now);
        QCOMPARE(taken.verdict, Verdict::pass);
        QVERIFY(after.reopens);
        QCOMPARE(after.row.verdict, Verdict::review);
        const auto& all = after.row.details.claims;
        QCOMPARE(all.size(), taken.details.claims.size() + 3);
        QVERIFY(claims::find(all, claims::name::watchlistMatch)->value == claims::Value{claims::Flag{true}});
        // The same once more, and the one before it coming late, change nothing.
        QVERIFY(apply(after.row, polled(listed()), now).eventType != event::verificationWorsened);
        const auto late = apply(after.row, polled(clear), now);
        QVERIFY(!late.reopens);
        QCOMPARE(late.row.verdict, Verdict::review);
        QVERIFY(late.row.details.claims == all);
    }

    void later_alarm_of_another_kind_reopens_what_was_for_review() {
        const auto risky = completed({flag(claims::name::identity, true), flag(claims::name::sanctionsClear, true),
                                      text(claims::name::fraudRisk, "high")});
        const auto taken = apply(rowIn(State::awaiting), polled(risky), now).row;
        QCOMPARE(taken.verdict, Verdict::review);
        const auto after = apply(taken, polled(listed()), now);
        QVERIFY(after.reopens);
        QVERIFY(after.eventType == event::verificationWorsened);
        QCOMPARE(after.row.verdict, Verdict::review);
        QVERIFY(!apply(after.row, polled(listed()), now).reopens);
    }

    void later_listing_reopens_what_a_list_was_known_of() {
        const auto taken = apply(rowIn(State::awaiting), polled(listed()), now).row;
        QCOMPARE(taken.verdict, Verdict::review);
        auto more = listed();
        more.claims.push_back(text(claims::name::watchlistListing, "List C"));
        const auto after = apply(taken, polled(more), now);
        QVERIFY(after.reopens);
        QVERIFY(after.eventType == event::verificationWorsened);
        QCOMPARE(after.row.details.claims.size(), taken.details.claims.size() + 1);
        QCOMPARE(after.row.details.claims.front().value, (claims::Value{claims::Text{"List C"}}));
        QVERIFY(!apply(after.row, polled(more), now).reopens);
    }

    void later_correction_of_what_was_proven_is_for_review_and_stands_first() {
        const auto bornOn = [](const char* day) {
            auto answer = good();
            answer.claims.push_back({std::string{claims::name::dateOfBirth}, claims::Date{day}, claims::Status::proven,
                                     "date_of_birth", day});
            return answer;
        };
        const auto taken = apply(rowIn(State::awaiting), polled(bornOn("1988-02-03")), now).row;
        QCOMPARE(taken.verdict, Verdict::pass);
        QVERIFY(!apply(taken, polled(bornOn("1988-02-03")), now).reopens);
        QVERIFY(!apply(taken, polled(good()), now).reopens);  // what it leaves out says nothing
        const auto after = apply(taken, polled(bornOn("1988-03-02")), now);
        QVERIFY(after.reopens);
        QVERIFY(after.eventType == event::verificationWorsened);
        QCOMPARE(after.row.verdict, Verdict::review);
        const claims::Reason changed{"changed", std::string{claims::name::dateOfBirth}};
        QVERIFY(after.row.details.reasons.back() == changed);
        const auto& all = after.row.details.claims;
        QCOMPARE(all.size(), taken.details.claims.size() + 1);
        QVERIFY(claims::find(all, claims::name::dateOfBirth)->value == claims::Value{claims::Date{"1988-03-02"}});
        QVERIFY(!apply(after.row, polled(bornOn("1988-03-02")), now).reopens);
        auto unsure = polled(bornOn("1988-04-04"));
        unsure.authenticated = false;
        const auto told = apply(taken, unsure, now);
        QVERIFY(claims::find(told.row.details.claims, claims::name::dateOfBirth)->value ==
                claims::Value{claims::Date{"1988-02-03"}});
    }

    void key_and_person_are_learned_from_any_answer() {
        const auto waiting = apply(rowIn(State::awaiting), polled(known(at(State::awaiting))), now);
        QVERIFY(waiting.eventType == event::verificationIdentified);
        QCOMPARE(waiting.row.state, State::awaiting);
        QCOMPARE(waiting.row.providerKey, std::string{"identity-1"});
        QCOMPARE(waiting.row.details.person, std::string{"person-1"});
        QVERIFY(!apply(waiting.row, polled(known(at(State::awaiting))), now).changed);
        const auto going = apply(rowIn(State::awaiting), polled(known(at(State::verifying))), now);
        QVERIFY(going.eventType == event::verificationVerifying);
        QCOMPARE(going.row.providerKey, std::string{"identity-1"});
        const auto ended = apply(rowIn(State::awaiting), polled(known(good())), now);
        QVERIFY(ended.eventType == event::verificationCompleted);
        QCOMPARE(ended.row.details.person, std::string{"person-1"});
        const auto later = apply(rowIn(State::completed), polled(known(at(State::verifying))), now);
        QVERIFY(later.eventType == event::verificationIdentified);
        QCOMPARE(later.row.state, State::completed);
    }

    void key_and_person_are_not_learned_from_an_unsigned_push() {
        const HasProgress pushed{known(at(State::awaiting)), Channel::webhook, false};
        const auto after = apply(rowIn(State::awaiting), pushed, now);
        QVERIFY(!after.changed);
        QCOMPARE(after.row.providerKey, std::string{"req_7a"});
    }

    void person_is_kept_where_the_claims_are() {
        auto row = apply(rowIn(State::awaiting), polled(known(at(State::awaiting))), now).row;
        QVERIFY(apply(row, polled(declined(Decline::customerDeclined)), now).row.details.person.empty());
        QVERIFY(apply(row, IsCancelled{}, now).row.details.person.empty());
        const auto cancelled = apply(rowIn(State::cancelled), polled(known(good())), now).row;
        QVERIFY(cancelled.details.person.empty());
        QCOMPARE(cancelled.providerKey, std::string{"identity-1"});
    }

    void what_staff_filled_in_is_gone_at_the_end() {
        auto row = rowIn(State::awaiting);
        row.details.answers = {{"email", {"lena@example.com"}}};
        row.details.userAgent = "Verdesk/1.0";
        QCOMPARE(apply(row, IsBeingVerified{}, now).row.details.answers.size(), std::size_t{1});
        for (const auto& after : {apply(row, polled(good()), now), apply(row, HasExpired{}, now)}) {
            QVERIFY(after.row.details.answers.empty());
            QVERIFY(after.row.details.userAgent.empty());
        }
    }

    void what_was_heard_is_remembered_once_and_not_without_end() {
        auto row = rowIn(State::awaiting);
        for (int i = 0; i < 20; ++i) {
            row = apply(row, HasHeard{"seen " + std::to_string(i)}, now).row;
        }
        QCOMPARE(row.details.heard.size(), std::size_t{16});
        QCOMPARE(row.details.heard.back(), std::string{"seen 19"});
        QVERIFY(!apply(row, HasHeard{"seen 19"}, now).changed);
        QVERIFY(apply(row, polled(good()), now).row.details.heard.empty());
    }

    void erased_changes_no_more() {
        auto row = rowIn(State::completed);
        row.erased = true;
        QVERIFY(!apply(row, polled(completed({flag(claims::name::sanctionsClear, false)})), now).changed);
        QVERIFY(!apply(row, polled(known(good())), now).changed);
    }
};

VERDESK_TEST(LateNewsTest)
#include "late_news_test.moc"
