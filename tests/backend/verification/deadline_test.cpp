#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using std::chrono::milliseconds;
using std::chrono::seconds;
using test::FakePassid;
using test::Office;
using Fault = FakePassid::Fault;

// A session of ten seconds: asked at 2.5, 5, 7.5 and, at the deadline, at 10 s.
class DeadlineTest : public QObject {
    Q_OBJECT

private:
    struct Ten : Office {
        Ten() {
            passid.ttl = seconds{10};
            id = startQr(openCase()).id;
        }
        VerificationId id;
    };

private Q_SLOTS:
    void provider_that_says_expired_ends_it_at_the_deadline() {
        Ten office;
        office.advance(milliseconds{9'999});
        QCOMPARE(office.get(office.id).state, State::awaiting);
        QCOMPARE(office.passid.count("poll"), std::size_t{3});
        office.advance(milliseconds{1});
        QVERIFY(office.reaches(office.id, State::expired));
        QVERIFY(office.get(office.id).decline == claims::Decline::requestExpired);
        QCOMPARE(office.get(office.id).code, std::string{"VD-D102"});
        QVERIFY(office.faults().empty());
    }

    void approval_in_the_last_moment_is_found() {
        Ten office;
        office.advance(milliseconds{9'999});
        office.passid.approve("req_1");
        office.advance(milliseconds{1});
        QVERIFY(office.reaches(office.id, State::completed));
    }

    void provider_that_is_silent_at_the_deadline_has_thirty_seconds() {
        Ten office;
        office.advance(milliseconds{9'999});
        office.passid.next("poll", Fault::hang, 9);
        office.advance(milliseconds{30'000});
        QCOMPARE(office.get(office.id).state, State::awaiting);
        office.advance(milliseconds{1});
        QVERIFY(office.reaches(office.id, State::expired));
        QVERIFY(!office.get(office.id).proof);
    }

    void provider_that_comes_back_within_the_thirty_seconds_is_believed() {
        Ten office;
        office.advance(milliseconds{9'999});
        office.passid.next("poll", Fault::serverError, 4);
        office.passid.approve("req_1");
        office.advance(milliseconds{29'000});
        QVERIFY(office.reaches(office.id, State::completed));
    }

    void answer_after_expiry_keeps_its_alarms_alone() {
        Ten office;
        const auto owner = office.row(office.id).caseId;
        office.advance(milliseconds{9'999});
        office.passid.next("poll", Fault::hang);
        office.advance(milliseconds{30'001});
        QVERIFY(office.reaches(office.id, State::expired));
        office.closeCase(owner);
        office.passid.approve("req_1", FakePassid::sanctioned());
        office.passid.release();
        QVERIFY(office.until([&] { return office.caseRow(owner).verdict == claims::Verdict::blocked; }));
        QCOMPARE(office.get(office.id).state, State::expired);
        QVERIFY(office.get(office.id).claims.empty());
        QCOMPARE(office.caseRow(owner).state, CaseState::open);
        QVERIFY(office.faults().empty());
    }

    void provider_whose_clock_is_behind_is_asked_until_it_says_so() {
        Ten office;
        // PASSID gives it a little more time than it said: as if its clock were four seconds behind.
        office.passid.ttl = seconds{14};
        const auto id = office.startQr(office.openCase("K-1002")).id;
        office.advance(seconds{13});
        QCOMPARE(office.get(id).state, State::awaiting);
        office.advance(seconds{2});
        QVERIFY(office.reaches(id, State::expired));
    }
};

VERDESK_TEST(DeadlineTest)
#include "deadline_test.moc"
