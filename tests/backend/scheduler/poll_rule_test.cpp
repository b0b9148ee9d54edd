#include "backend/scheduler/poll_rule.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

const Instant t0 = *instantFrom("2026-03-17T14:00:00Z");

PollState until(milliseconds life) {
    PollState state;
    state.deadline = t0 + life;
    return state;
}

// What follows a question at `asked` that was answered at `answered`, in milliseconds after t0.
PollStep step(PollState& state, PollOutcome outcome, milliseconds asked, milliseconds answered) {
    noteAsked(state, t0 + asked);
    return afterAnswer(state, outcome, t0 + answered);
}

PollStep at(milliseconds when) {
    return AskAt{t0 + when};
}

}  // namespace

class PollRuleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void first_question_comes_after_one_interval() {
        QCOMPARE(firstAsk(until(seconds{600}), t0), std::optional{t0 + milliseconds{2500}});
    }

    void first_question_of_a_short_session_comes_at_its_deadline() {
        QCOMPARE(firstAsk(until(milliseconds{2499}), t0), std::optional{t0 + milliseconds{2499}});
        QCOMPARE(firstAsk(until(milliseconds{-5}), t0), std::optional{t0});
    }

    void nothing_to_ask_by_means_waiting_for_the_deadline() {
        auto state = until(seconds{600});
        state.askable = false;
        QCOMPARE(firstAsk(state, t0), std::optional{t0 + seconds{600}});
        state.deadline.reset();
        QVERIFY(!firstAsk(state, t0));
    }

    void interval_counts_from_the_question() {
        auto state = until(seconds{600});
        QVERIFY(step(state, PollOutcome::pending, milliseconds{2500}, milliseconds{2700}) == at(milliseconds{5000}));
    }

    void slow_answer_is_followed_at_once() {
        auto state = until(seconds{600});
        QVERIFY(step(state, PollOutcome::pending, milliseconds{2500}, milliseconds{9000}) == at(milliseconds{9000}));
    }

    void deadline_is_met_to_the_millisecond() {
        auto state = until(milliseconds{6000});
        QVERIFY(step(state, PollOutcome::pending, milliseconds{5000}, milliseconds{5010}) == at(milliseconds{6000}));
        QVERIFY(!endOfPatience(state));
        noteAsked(state, t0 + milliseconds{5999});
        QVERIFY(!endOfPatience(state));
        noteAsked(state, t0 + milliseconds{6000});
        QCOMPARE(endOfPatience(state), std::optional{t0 + milliseconds{36'000}});
    }

    void answer_of_a_question_before_the_deadline_is_not_the_last_word() {
        auto state = until(milliseconds{6000});
        QVERIFY(step(state, PollOutcome::pending, milliseconds{5999}, milliseconds{6100}) == at(milliseconds{6100}));
    }

    void pending_after_the_deadline_is_asked_again_until_patience_ends() {
        auto state = until(milliseconds{6000});
        QVERIFY(step(state, PollOutcome::pending, milliseconds{6000}, milliseconds{6010}) == at(milliseconds{8500}));
        QVERIFY(step(state, PollOutcome::pending, milliseconds{35'000}, milliseconds{35'999}) ==
                at(milliseconds{36'000}));
        QVERIFY(step(state, PollOutcome::pending, milliseconds{35'000}, milliseconds{36'000}) == PollStep{Expire{}});
    }

    void provider_that_is_away_at_the_deadline_has_thirty_seconds() {
        auto state = until(milliseconds{6000});
        QVERIFY(step(state, PollOutcome::unreachable, milliseconds{6000}, milliseconds{6001}) ==
                at(milliseconds{8500}));
        QVERIFY(step(state, PollOutcome::unreachable, milliseconds{33'499}, milliseconds{35'999}) ==
                at(milliseconds{35'999}));
        QVERIFY(step(state, PollOutcome::unreachable, milliseconds{35'999}, milliseconds{36'000}) ==
                PollStep{Expire{}});
    }

    void patience_counts_from_the_first_question_after_a_restart() {
        auto state = until(milliseconds{6000});
        noteAsked(state, t0 + seconds{3600});
        QCOMPARE(endOfPatience(state), std::optional{t0 + seconds{3630}});
    }

    void failures_make_pauses_grow_to_thirty_seconds_and_an_answer_ends_that() {
        auto state = until(seconds{3600});
        int seen = 0;
        for (const int pause : {2500, 5000, 10'000, 20'000, 30'000, 30'000}) {
            const auto asked = seconds{100 * ++seen};
            QVERIFY(step(state, PollOutcome::unreachable, asked, asked) == at(asked + milliseconds{pause}));
        }
        QVERIFY(step(state, PollOutcome::pending, seconds{1000}, seconds{1000}) == at(milliseconds{1'002'500}));
    }

    void interval_grows_by_half_with_each_question_up_to_the_longest() {
        auto state = until(seconds{3600});
        state.interval = seconds{5};
        state.longest = seconds{30};
        QCOMPARE(firstAsk(state, t0), std::optional{t0 + seconds{5}});
        int seen = 0;
        for (const int pause : {7'500, 11'250, 16'875, 25'312, 30'000, 30'000}) {
            const auto asked = seconds{100 * ++seen};
            QVERIFY(step(state, PollOutcome::pending, asked, asked) == at(asked + milliseconds{pause}));
        }
        resetPace(state);
        QVERIFY(step(state, PollOutcome::pending, seconds{1000}, seconds{1000}) == at(milliseconds{1'007'500}));
    }

    void interval_that_may_not_grow_stays() {
        auto state = until(seconds{3600});
        state.longest = milliseconds{2500};
        for (const int asked : {10, 20, 30}) {
            QVERIFY(step(state, PollOutcome::pending, seconds{asked}, seconds{asked}) ==
                    at(seconds{asked} + milliseconds{2500}));
        }
    }

    void growing_pause_does_not_jump_over_the_deadline() {
        auto state = until(seconds{60});
        state.failures = 5;
        QVERIFY(step(state, PollOutcome::unreachable, seconds{50}, seconds{51}) == at(seconds{60}));
    }

    void refusal_is_given_up_at_once_and_nonsense_in_the_end() {
        auto state = until(seconds{600});
        QVERIFY(step(state, PollOutcome::refused, seconds{5}, seconds{5}) == PollStep{GiveUp{}});
        auto broken = until(seconds{600});
        for (int i = 1; i < mostNonsense; ++i) {
            QVERIFY(std::holds_alternative<AskAt>(step(broken, PollOutcome::broken, seconds{i}, seconds{i})));
        }
        QVERIFY(step(broken, PollOutcome::broken, seconds{9}, seconds{9}) == PollStep{GiveUp{}});
    }
};

VERDESK_TEST(PollRuleTest)
#include "poll_rule_test.moc"
