// People who are added to a check that runs.
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::seconds;
using test::Office;
using test::ScriptedProvider;

namespace {

StartVerification addedTo(const VerificationId& parent) {
    StartVerification start;
    start.parent = parent;
    return start;
}

}  // namespace

class ParticipantsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void participant_is_begun_with_the_running_attempt() {
        Office office;
        office.scripted.takesOthers = true;
        const auto owner = office.openCase();
        const auto first = office.startScripted(owner);
        QVERIFY(first.participants);
        const auto second = office.startScripted(owner, addedTo(first.id));
        QCOMPARE(office.scripted.begun.back().parent, ScriptedProvider::firstKey(first.id));
        QCOMPARE(second.parent, first.id);
        QVERIFY(!second.participants);
        QVERIFY(office.faults().empty());
    }

    void participant_ends_and_is_judged_by_itself() {
        Office office;
        office.scripted.takesOthers = true;
        const auto owner = office.openCase();
        const auto first = office.startScripted(owner).id;
        const auto second = office.startScripted(owner, addedTo(first)).id;
        const claims::Claim risky{
            std::string{claims::name::fraudRisk}, claims::Text{"high"}, claims::Status::proven, {}, "high"};
        office.scripted.script[ScriptedProvider::firstKey(second)] = {
            ScriptedProvider::accepted("identity-2", "person-2", {risky})};
        office.cancel(first);
        office.advance(seconds{10});
        QVERIFY(office.reaches(second, State::completed));
        QCOMPARE(office.get(second).verdict, claims::Verdict::review);
        QCOMPARE(office.get(first).verdict, claims::Verdict::none);
        QCOMPARE(office.caseRow(owner).verdict, claims::Verdict::review);
        QVERIFY(!office.get(first).participants);
        QVERIFY(office.faults().empty());
    }

    void participant_of_what_does_not_take_any_is_refused() {
        Office office;
        const auto owner = office.openCase("K-1");
        const auto first = office.startScripted(owner).id;
        QVERIFY(!office.get(first).participants);
        const auto refused = [&](const CaseId& id, const VerificationId& parent) {
            return office.problemOf([&] { office.startScripted(id, addedTo(parent)); });
        };
        QCOMPARE(refused(owner, first), std::string{"participants-not-taken"});
        office.scripted.takesOthers = true;
        QCOMPARE(refused(office.openCase("K-2"), first), std::string{"member-invalid"});
        QCOMPARE(refused(owner, VerificationId{"no such"}), std::string{"member-invalid"});
        const auto second = office.startScripted(owner, addedTo(first)).id;
        QCOMPARE(refused(owner, second), std::string{"participants-not-taken"});
        office.cancel(first);
        QCOMPARE(refused(owner, first), std::string{"verification-over"});
    }
};

VERDESK_TEST(ParticipantsTest)
#include "participants_test.moc"
