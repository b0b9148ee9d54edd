#include "backend/verification/transition.h"

#include "backend/events/event_types.h"
#include "tests/backend/verification/transition_samples.h"
#include "tests/support/registry.h"

#include <QTest>

#include <algorithm>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::test;
using claims::Channel;
using claims::Decline;
using claims::Verdict;

Q_DECLARE_METATYPE(Happening)
Q_DECLARE_METATYPE(State)

class TransitionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // One line a happening, one column a state, in the order of `everyState`. "-" nothing to write; otherwise the event
    // and, after a slash, the verdict that the row has then.
    void every_state_and_every_happening_data();
    void every_state_and_every_happening();

    void begun_keeps_what_the_provider_gave();
    void completed_fills_columns_and_proof();
    void completed_with_a_missing_claim_is_reviewed();
    void unsigned_push_is_never_pass();
    void completed_that_also_says_no_is_declined();
    void declined_says_why_in_both_words();
    void failed_has_its_code();
    void second_channel_confirms_once();
    void later_part_of_the_claims_confirms();
    void later_answer_with_more_claims_confirms();
    void later_answer_with_more_claims_may_be_an_alarm();
    void later_answer_that_leaves_claims_out_is_no_alarm();
    void later_sanctions_match_blocks_and_is_not_taken();
    void cancelled_keeps_alarms_and_no_claims();
    void same_alarm_twice_reopens_once();
    void begun_after_cancellation_keeps_the_key();
    void renewed_after_the_end_keeps_the_key_of_what_nobody_opens();
    void token_before_begun_keeps_verifying();
    void pushed_answer_stands_alone_only_if_whole();
    void document_that_will_not_come_is_missing_and_judged();
    void later_answer_that_names_a_kept_document_confirms();
};

void TransitionTest::every_state_and_every_happening_data() {
    QTest::addColumn<Happening>("happening");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("expected");
    const auto line = [](const char* name, const Happening& happening, const char* cells) {
        const auto expected = QString::fromLatin1(cells).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        QCOMPARE(expected.size(), qsizetype{std::size(everyState)});
        for (std::size_t i = 0; i < std::size(everyState); ++i) {
            const auto title = std::string{name} + " when " + std::string{toWord(everyState[i])};
            QTest::newRow(title.c_str()) << happening << everyState[i] << expected[static_cast<qsizetype>(i)];
        }
    };
    const auto bad = completed({flag(claims::name::identity, true), flag(claims::name::sanctionsClear, false)});
    auto doubtful = good();
    doubtful.claims.push_back(text(claims::name::fraudRisk, "medium"));
    // clang-format off
    //                                                requesting        awaiting          verifying         completed         declined          expired           cancelled         failed
    line("begun", HasBegun{begun()},                 "awaiting/none     -                 -                 -                 -                 -                 -                 -");
    line("being verified", IsBeingVerified{},        "verifying/none    verifying/none    -                 -                 -                 -                 -                 -");
    line("awaiting", polled(at(State::awaiting)),    "-                 -                 -                 -                 -                 -                 -                 -");
    line("verifying", polled(at(State::verifying)),  "-                 verifying/none    -                 -                 -                 -                 -                 -");
    line("no answer", polled(at(State::unknown)),    "-                 -                 -                 -                 -                 -                 -                 -");
    line("good claims", polled(good()),              "completed/pass    completed/pass    completed/pass    confirmed/pass    ignored/none      ignored/none      ignored/none      ignored/none");
    line("doubtful claims", polled(doubtful),        "completed/review  completed/review  completed/review  worsened/review   worsened/review   worsened/review   worsened/review   worsened/review");
    line("sanctions claims", polled(bad),            "completed/blocked completed/blocked completed/blocked worsened/blocked  worsened/blocked  worsened/blocked  worsened/blocked  worsened/blocked");
    line("customer said no", polled(declined(Decline::customerDeclined)),
                                                     "declined/none     declined/none     declined/none     ignored/pass      -                 ignored/none      ignored/none      ignored/none");
    line("token used", polled(declined(Decline::tokenAlreadyUsed)),
                                                     "declined/none     declined/none     declined/none     ignored/pass      ignored/none      ignored/none      ignored/none      ignored/none");
    line("hard deny", polled(declined(Decline::sanctionsMatch)),
                                                     "declined/blocked  declined/blocked  declined/blocked  worsened/blocked  worsened/blocked  worsened/blocked  worsened/blocked  worsened/blocked");
    line("expired there", polled(at(State::expired)),"expired/none      expired/none      expired/none      ignored/pass      ignored/none      -                 ignored/none      ignored/none");
    line("cancelled there", polled(at(State::cancelled)),
                                                     "cancelled/none    cancelled/none    cancelled/none    ignored/pass      ignored/none      ignored/none      -                 ignored/none");
    line("heard", HasHeard{"seen"},                  "heard/none        heard/none        heard/none        -                 -                 -                 -                 -");
    line("failed", HasFailed{Failure::providerBroken},
                                                     "failed/none       failed/none       failed/none       -                 -                 -                 -                 -");
    line("deadline", HasExpired{},                   "expired/none      expired/none      expired/none      -                 -                 -                 -                 -");
    line("cancelled", IsCancelled{},                 "cancelled/none    cancelled/none    cancelled/none    -                 -                 -                 -                 -");
    // clang-format on
}

void TransitionTest::every_state_and_every_happening() {
    QFETCH(Happening, happening);
    QFETCH(State, state);
    QFETCH(QString, expected);
    const auto before = rowIn(state);

    const auto after = apply(before, happening, now);

    QString seen = QStringLiteral("-");
    if (after.changed) {
        auto type = QString::fromUtf8(after.eventType.data(), static_cast<qsizetype>(after.eventType.size()));
        type.remove(QStringLiteral("verification."));
        type = type == QStringLiteral("answer_ignored")     ? QStringLiteral("ignored")
               : type == QStringLiteral("verdict_worsened") ? QStringLiteral("worsened")
                                                            : type;
        seen = type + QLatin1Char('/') + QString::fromStdString(std::string{toWord(after.row.verdict)});
    }
    QCOMPARE(seen, expected);
    // What holds in every cell.
    QVERIFY(after.row.verdict >= before.verdict);
    QCOMPARE(after.reopens, after.row.verdict > before.verdict && after.row.verdict > Verdict::pass);
    if (isFinal(state)) {
        QCOMPARE(after.row.state, state);
        QCOMPARE(after.row.endedAt, before.endedAt);
        // Alarms of a completed one stand before what there was; of others they count and are not shown.
        const auto& shown = after.row.details.claims;
        const auto& known = before.details.claims;
        QVERIFY(shown.size() >= known.size() && std::equal(known.rbegin(), known.rend(), shown.rbegin()));
        QVERIFY(shown.size() == known.size() || (state == State::completed && after.reopens));
        QVERIFY(after.row.decline == before.decline);
        QCOMPARE(after.row.code, before.code);
    }
    QCOMPARE(isFinal(after.row.state), after.row.endedAt.has_value());
    QVERIFY(!isFinal(after.row.state) || !after.row.nextPollAt);
    QVERIFY(after.row.state != State::completed || after.row.verdict != Verdict::none);
    QVERIFY(after.row.verdict != Verdict::pass || after.row.state == State::completed);
    QCOMPARE(after.row.decline.has_value(), after.row.state == State::declined || after.row.state == State::expired);
    QCOMPARE(after.row.failure.has_value(), after.row.state == State::failed);
    QCOMPARE(after.row.code.empty(), !after.row.decline && !after.row.failure);
}

void TransitionTest::begun_keeps_what_the_provider_gave() {
    const auto after = apply(rowIn(State::requesting), HasBegun{begun()}, now);
    QCOMPARE(after.row.providerKey, std::string{"req_7a"});
    QCOMPARE(after.row.deadline, begun().deadline);
    QVERIFY(after.row.details.launches == begun().launches);
    QCOMPARE(after.row.state, State::awaiting);
}

void TransitionTest::completed_fills_columns_and_proof() {
    auto progress = good();
    progress.verifiedAt = now - std::chrono::seconds{3};
    progress.claims.push_back({"tier", claims::Tier{"A"}, claims::Status::proven, {}, "A"});
    claims::Score score;
    score.value = 812;
    progress.claims.push_back({"score", score, claims::Status::proven, {}, 812});

    const auto after = apply(rowIn(State::awaiting), HasProgress{progress, Channel::webhook, true}, now);

    QCOMPARE(after.row.tier, std::string{"A"});
    QCOMPARE(after.row.score, std::optional<double>{812});
    QCOMPARE(after.row.endedAt, std::optional{now});
    const auto& proof = after.row.details.proof;
    QVERIFY(proof && proof->isSigned && proof->channel == Channel::webhook);
    QCOMPARE(proof->receivedAt, std::optional{now});
    QCOMPARE(proof->verifiedAt, progress.verifiedAt);
    QVERIFY(!proof->confirmedAt);
}

void TransitionTest::completed_with_a_missing_claim_is_reviewed() {
    const auto after =
        apply(rowIn(State::awaiting), polled(completed({flag(claims::name::sanctionsClear, true)})), now);
    QCOMPARE(after.row.verdict, Verdict::review);
    QVERIFY(after.reopens);
    QCOMPARE(after.row.details.reasons.front().rule, std::string{"missing"});
}

void TransitionTest::unsigned_push_is_never_pass() {
    const auto after = apply(rowIn(State::awaiting), HasProgress{good(), Channel::webhook, false}, now);
    QCOMPARE(after.row.verdict, Verdict::review);
    QVERIFY(!after.row.details.proof->isSigned);
}

void TransitionTest::completed_that_also_says_no_is_declined() {
    auto progress = good();
    progress.decline = Decline::tokenRevoked;
    const auto after = apply(rowIn(State::verifying), polled(progress), now);
    QCOMPARE(after.row.state, State::declined);
    QVERIFY(after.row.details.claims.empty());
    QCOMPARE(after.row.verdict, Verdict::none);
}

void TransitionTest::declined_says_why_in_both_words() {
    const auto after = apply(rowIn(State::verifying), polled(declined(Decline::sanctionsMatch)), now);
    QVERIFY(after.row.decline == Decline::sanctionsMatch);
    QCOMPARE(after.row.code, std::string{"VD-D106"});
    QCOMPARE(after.row.providerCode, std::string{"SOME_CODE"});
    QCOMPARE(after.row.details.reasons.front().rule, std::string{"hard_deny"});
    const auto without = apply(rowIn(State::verifying), polled(at(State::declined)), now);
    QVERIFY(without.row.decline == Decline::unknown);
    QCOMPARE(without.row.code, std::string{"VD-D100"});
}

void TransitionTest::failed_has_its_code() {
    const auto after = apply(rowIn(State::requesting), HasFailed{Failure::providerUnreachable}, now);
    QVERIFY(after.row.failure == Failure::providerUnreachable);
    QCOMPARE(after.row.code, std::string{"VD-F201"});
    QVERIFY(after.row.providerCode.empty());
    const auto told = apply(rowIn(State::verifying), HasFailed{Failure::providerBroken, "FATAL_ERROR"}, now);
    QCOMPARE(told.row.providerCode, std::string{"FATAL_ERROR"});
}

void TransitionTest::second_channel_confirms_once() {
    const auto first = apply(rowIn(State::awaiting), HasProgress{good(), Channel::webhook, true}, now);
    const auto again = apply(first.row, HasProgress{good(), Channel::webhook, true}, now);
    QVERIFY(!again.changed);
    const auto later = now + std::chrono::seconds{1};
    auto answer = good();
    answer.claims.front().path = "data.claims.identity_verified";
    const auto confirmed = apply(first.row, polled(answer), later);
    QVERIFY(confirmed.changed && !confirmed.reopens);
    QCOMPARE(confirmed.row.details.proof->confirmedAt, std::optional{later});
    QVERIFY(!apply(confirmed.row, polled(good()), later).changed);

    const auto byPoll = apply(rowIn(State::awaiting), polled(good()), now);
    const auto pushed = apply(byPoll.row, HasProgress{good(), Channel::webhook, true}, later);
    QVERIFY(pushed.row.details.proof->isSigned);
    QVERIFY(pushed.row.details.proof->channel == Channel::poll);
}

void TransitionTest::later_part_of_the_claims_confirms() {
    const auto after = apply(rowIn(State::completed), polled(completed({flag(claims::name::identity, true)})), now);
    QVERIFY(after.eventType == event::verificationConfirmed);
    QCOMPARE(after.row.verdict, Verdict::pass);
}

void TransitionTest::later_answer_with_more_claims_confirms() {
    auto more = good();
    more.claims.push_back(text("corridor", "KE-GB"));
    const auto after = apply(rowIn(State::completed), polled(more), now);
    QVERIFY(after.eventType == event::verificationConfirmed);
    QVERIFY(claims::find(after.row.details.claims, "corridor") == nullptr);
}

void TransitionTest::later_answer_with_more_claims_may_be_an_alarm() {
    auto more = good();
    more.claims.push_back(flag(claims::name::watchlistMatch, true));
    const auto after = apply(rowIn(State::completed), polled(more), now);
    QVERIFY(after.eventType == event::verificationWorsened);
    QCOMPARE(after.row.verdict, Verdict::review);
    QVERIFY(!after.row.details.proof->confirmedAt);
}

void TransitionTest::later_answer_that_leaves_claims_out_is_no_alarm() {
    const auto after = apply(rowIn(State::completed), polled(completed({text("address", "somewhere else")})), now);
    QVERIFY(after.eventType == event::verificationAnswerIgnored);
    QCOMPARE(after.ignored, std::string{"completed"});
    QCOMPARE(after.row.verdict, Verdict::pass);
}

void TransitionTest::later_sanctions_match_blocks_and_is_not_taken() {
    const auto after = apply(rowIn(State::completed), polled(declined(Decline::sanctionsMatch)), now);
    QCOMPARE(after.row.state, State::completed);
    QCOMPARE(after.row.verdict, Verdict::blocked);
    QVERIFY(!after.row.decline);
    QVERIFY(after.reopens);
    QCOMPARE(after.ignored, std::string{"declined"});
}

void TransitionTest::cancelled_keeps_alarms_and_no_claims() {
    const auto bad = completed({flag(claims::name::identity, true), flag(claims::name::sanctionsClear, false)});
    const auto after = apply(rowIn(State::cancelled), HasProgress{bad, Channel::webhook, true}, now);
    QCOMPARE(after.row.state, State::cancelled);
    QCOMPARE(after.row.verdict, Verdict::blocked);
    QVERIFY(after.row.details.claims.empty());
    QVERIFY(!after.row.details.proof);
    QCOMPARE(after.row.details.reasons.front().rule, std::string{"sanctions"});
}

void TransitionTest::same_alarm_twice_reopens_once() {
    const auto bad = polled(completed({flag(claims::name::sanctionsClear, false)}));
    const auto first = apply(rowIn(State::cancelled), bad, now);
    const auto second = apply(first.row, bad, now);
    QVERIFY(!second.reopens);
    QVERIFY(second.eventType == event::verificationAnswerIgnored);
    QVERIFY(second.row.details.reasons == first.row.details.reasons);
}

void TransitionTest::begun_after_cancellation_keeps_the_key() {
    auto row = rowIn(State::requesting);
    row = apply(row, IsCancelled{}, now).row;
    const auto after = apply(row, HasBegun{begun()}, now);
    QVERIFY(after.eventType == event::verificationAnswerIgnored);
    QCOMPARE(after.row.providerKey, std::string{"req_7a"});
    QCOMPARE(after.row.state, State::cancelled);
    QVERIFY(after.row.details.launches.empty());
}

void TransitionTest::renewed_after_the_end_keeps_the_key_of_what_nobody_opens() {
    const auto row = apply(apply(rowIn(State::requesting), HasBegun{begun()}, now).row, IsCancelled{}, now).row;
    auto fresh = begun();
    fresh.providerKey = "req_7b";
    const auto after = apply(row, HasRenewed{fresh}, now);
    QVERIFY(after.eventType == event::verificationAnswerIgnored);
    QCOMPARE(after.row.state, State::cancelled);
    QCOMPARE(after.row.providerKey, row.providerKey);
    QCOMPARE(after.row.details.formerKeys, std::vector<std::string>{"req_7b"});
    QVERIFY(!apply(row, HasRenewed{begun()}, now).changed);  // the same session
}

void TransitionTest::token_before_begun_keeps_verifying() {
    auto row = apply(rowIn(State::requesting), IsBeingVerified{}, now).row;
    const auto after = apply(row, HasBegun{begun()}, now);
    QVERIFY(after.changed);
    QCOMPARE(after.row.state, State::verifying);
    QCOMPARE(after.row.providerKey, std::string{"req_7a"});
}

void TransitionTest::pushed_answer_stands_alone_only_if_whole() {
    const auto row = rowIn(State::awaiting);
    QVERIFY(answersAll(good(), row));
    QVERIFY(!answersAll(completed({flag(claims::name::sanctionsClear, true)}), row));
    auto missing = good();
    missing.claims.front().status = claims::Status::missing;
    QVERIFY(!answersAll(missing, row));
    QVERIFY(answersAll(completed({flag(claims::name::sanctionsClear, false)}), row));
    QVERIFY(answersAll(declined(Decline::customerDeclined), row));
    QVERIFY(!answersAll(at(State::awaiting), row));
    auto asksNothing = row;
    asksNothing.details.asks.clear();
    QVERIFY(!answersAll(completed({}), asksNothing));
}

namespace {

providers::Progress withDocument() {
    auto progress = good();
    progress.claims.push_back({std::string{claims::name::document}, claims::Document{}, claims::Status::proven,
                               "data.resources[2]", "https://files.example/d"});
    return progress;
}

}  // namespace

void TransitionTest::document_that_will_not_come_is_missing_and_judged() {
    auto row = rowIn(State::awaiting);
    const LacksDocument lacks{"data.resources[2]", "refused_address"};
    const auto unasked = apply(apply(row, polled(withDocument()), now).row, lacks, now);
    QCOMPARE(unasked.row.verdict, Verdict::pass);
    QVERIFY(!unasked.reopens);
    row.details.asks.emplace_back(claims::name::document);
    const auto taken = apply(row, polled(withDocument()), now).row;
    QCOMPARE(taken.verdict, Verdict::pass);
    const auto after = apply(taken, lacks, now + std::chrono::hours{24 * 400});
    QVERIFY(after.changed && after.reopens);
    QVERIFY(after.eventType == event::verificationDocumentMissing);
    QCOMPARE(after.row.verdict, Verdict::review);
    QCOMPARE(after.row.details.claims.back().status, claims::Status::missing);
    QVERIFY(after.row.details.claims.back().value == claims::Value{claims::Document{}});
    QCOMPARE(after.row.details.reasons.size(), std::size_t{1});
    QVERIFY(!apply(after.row, lacks, now).changed);
}

void TransitionTest::later_answer_that_names_a_kept_document_confirms() {
    const auto taken = apply(rowIn(State::awaiting), polled(withDocument()), now).row;
    const auto kept = apply(taken, HasDocument{"data.resources[2]", {"0196-d", "image/png"}}, now).row;
    const auto after = apply(kept, HasProgress{withDocument(), Channel::webhook, true}, now);
    QVERIFY(after.eventType == event::verificationConfirmed);
}

VERDESK_TEST(TransitionTest)
#include "transition_test.moc"
