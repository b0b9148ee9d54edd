#include "tests/backend/store/story.h"

#include "backend/events/build.h"
#include "backend/events/event_types.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/hooks.h"
#include "backend/store/tables/staff.h"
#include "backend/store/tables/verifications.h"

namespace verdesk::test {

using namespace backend;
using namespace backend::store;

namespace {

void say(Transaction& t, const VerificationRow& row, claims::Verdict caseVerdict, const Actor& actor) {
    t.append(event::ofVerification(event::typeFor(row.state), row, caseVerdict, tables::evidenceDigest(t, row), actor,
                                   at(4), newEventId(at(4))));
}

Actor teller(const CaseRow& kase) {
    return {kase.openedBy.value, "3", kase.branch};
}

Story open(Transaction& t, CaseRow kase) {
    tables::insert(t, kase);
    t.append(event::ofCaseOpened(kase, teller(kase), kase.openedAt, newEventId(at(1))));
    auto row = sampleVerification(kase);
    row.state = State::requesting;
    tables::insert(t, row);
    say(t, row, claims::Verdict::none, teller(kase));
    return {std::move(kase), std::move(row), {}, {}};
}

}  // namespace

Story tellAwaiting(Transaction& t, CaseRow kase) {
    auto story = open(t, std::move(kase));
    story.verification.state = State::awaiting;
    tables::update(t, story.verification);
    say(t, story.verification, claims::Verdict::none, systemActor(story.kase.branch));
    return story;
}

Story tellApproved(Transaction& t, CaseRow kase) {
    auto story = tellAwaiting(t, std::move(kase));
    auto& row = story.verification;
    auto& visit = story.kase;
    story.journalKey = freshId();
    tables::insertJournal(t, {story.journalKey, row.id, visit.id, R"({"token":"PASSID-AAAA"})", {}, at(5), {}});
    tables::answerJournal(t, story.journalKey, R"({"valid":true})", at(6));
    tables::rememberToken(t, row.account, freshId(), row.id);
    tables::insert(t, RawAnswerRow{freshId(), row.id, visit.id, "verify", R"({"valid":true})", at(6)});
    story.hook = sampleHook();
    tables::insertHook(t, story.hook);
    tables::putAwayHook(t, story.hook.id, HookState::matched, row.id, {});
    t.append(event::ofHookMatched(story.hook.id, row, "evt_1", providerActor("passid", visit.branch), at(7),
                                  newEventId(at(7))));
    row = answered(row);
    row.decline.reset();
    row.failure.reset();
    row.code.clear();
    visit.verdict = row.verdict;
    tables::update(t, row);
    tables::update(t, visit);
    say(t, row, visit.verdict, providerActor("passid", visit.branch));
    const StaffId officer{freshId()};
    visit.state = CaseState::closed;
    visit.decision = DecisionKind::approve;
    tables::update(t, visit);
    tables::insert(t, DecisionRow{visit.id, DecisionKind::approve, "known to us", at(8), officer, "Olga Officer"});
    t.append(event::ofCaseDecided(visit, DecisionKind::approve, {officer.value, "9", visit.branch}, at(8),
                                  newEventId(at(8))));
    tables::insertIdempotency(t, {officer, freshId(), "aa", 201, R"({"id":"x"})", at(8)});
    return story;
}

}  // namespace verdesk::test
