// What comes before a verification: the form of its flow, and people who are added to one that runs.

#include "desk/participants.h"
#include "tests/desk/support/check_desk.h"
#include "tests/support/registry.h"

#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::desk;
using namespace verdesk::test;

namespace {

Flow withForm() {
    auto flow = test::sampleFlows()[2];
    flow.forms = {test::sampleForm()};
    return flow;
}

Verification host() {
    auto running = test::sampleVerification(State::awaiting, LaunchKind::widget);
    running.participants = true;
    return running;
}

Verification added(const char* id) {
    auto person = test::sampleVerification(State::awaiting, LaunchKind::widget, id);
    person.parent = VerificationId{"ver-1"};
    return person;
}

}  // namespace

class CheckFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        desk_ = std::make_unique<CheckDesk>();
    }
    void cleanup() {
        desk_.reset();
    }

    void flowWithQuestions_waitsAtItsForm_withThePresets() {
        const auto id = desk_->flow.startNew(test::sampleOpening(), {}, withForm(), LaunchKind::widget);
        QVERIFY(check(id)->page == Page::form);
        QVERIFY(check(id)->filledIn == presets());
        QCOMPARE(desk_->checks.rowCount(), 1);
        QVERIFY(desk_->backend.seen().empty());
    }

    void formWithoutQuestions_isNone() {
        auto flow = test::sampleFlows()[2];
        flow.forms = {Form{}};
        desk_->backend.next("POST", starts, answerWith(host(), 201));
        const auto id = desk_->flow.startIn(test::sampleSummary(), flow, LaunchKind::widget);
        QTRY_VERIFY(check(id)->page == Page::browser);
    }

    void start_sendsTheAnswersThatAreShown() {
        const auto id = desk_->flow.startNew(test::sampleOpening(), {}, withForm(), LaunchKind::widget);
        desk_->flow.keepAnswers(id,
                                {{"source", {"pay"}}, {"explain", {"hidden"}}, {"papers", {}}, {"branch", {"012"}}});
        desk_->backend.next("POST", "/cases", Reply::ok(toJson(test::sampleCase()), 201));
        desk_->backend.next("POST", starts, answerWith(host(), 201));
        desk_->flow.staff(id, Event::start);
        QTRY_VERIFY(check(id)->page == Page::browser);
        const auto sent = startVerificationFrom(JsonReader{desk_->backend.seen("POST", starts).front().document()});
        QVERIFY(sent.answers == (Answers{{"source", {"pay"}}}));
    }

    void backendAway_formIsKept_andTheStartIsNotLost() {
        const auto id = desk_->flow.startIn(test::sampleSummary(), withForm(), LaunchKind::widget);
        const Answers typed{{"source", {"other"}}, {"explain", {"a gift"}}};
        desk_->flow.keepAnswers(id, typed);
        desk_->backend.kill();
        desk_->flow.connectionLost();
        QVERIFY(check(id)->page == Page::form);
        QVERIFY(check(id)->filledIn == typed);
        desk_->flow.staff(id, Event::start);
        QVERIFY(check(id)->page == Page::requesting);
        desk_->backend.next("POST", starts, answerWith(host(), 201));
        desk_->backend.start();
        desk_->client.hurry();
        QTRY_VERIFY(check(id)->page == Page::browser);
    }

    void refusedAnswer_isBackAtTheForm_untilItIsChanged() {
        const auto id = desk_->flow.startIn(test::sampleSummary(), withForm(), LaunchKind::widget);
        const Answers typed{{"source", {"other"}}};
        desk_->flow.keepAnswers(id, typed);
        desk_->backend.next("POST", starts, wrongAnswer());
        QSignalSpy ofTheForm{&desk_->flow, &CheckFlow::formRefused};
        QSignalSpy elsewhere{&desk_->flow, &CheckFlow::startRefused};
        desk_->flow.staff(id, Event::start);
        QTRY_COMPARE(ofTheForm.count(), 1);
        QCOMPARE(elsewhere.count(), 0);
        QVERIFY(check(id)->page == Page::form);
        QCOMPARE(check(id)->problem->problem.member, std::string{"answers.source"});
        QVERIFY(check(id)->filledIn == typed);
        desk_->flow.keepAnswers(id, {{"source", {"pay"}}});
        QVERIFY(!check(id)->problem);
        desk_->backend.next("POST", starts, answerWith(host(), 201));
        desk_->flow.staff(id, Event::start);
        QTRY_VERIFY(check(id)->page == Page::browser);
    }

    void refused_whereTheFormHelps_andWhereNot_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("attempts");  // of the client, before it gives up
        QTest::addColumn<bool>("backAtTheForm");
        QTest::newRow("busy") << 429 << QByteArray{"too-many-requests"} << 3 << true;
        QTest::newRow("broken") << 500 << QByteArray{"internal"} << 3 << true;
        QTest::newRow("overloaded") << 503 << QByteArray{"overloaded"} << 1 << true;
        QTest::newRow("account down") << 503 << QByteArray{"account-down"} << 1 << false;
        QTest::newRow("closed") << 409 << QByteArray{"case-closed"} << 1 << false;
        QTest::newRow("flow gone") << 400 << QByteArray{"flow-unknown"} << 1 << false;
    }
    void refused_whereTheFormHelps_andWhereNot() {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(int, attempts);
        QFETCH(bool, backAtTheForm);
        const auto id = desk_->flow.startIn(test::sampleSummary(), withForm(), LaunchKind::widget);
        for (int i = 0; i < attempts; ++i) {
            desk_->backend.next("POST", starts, Reply::problem(status, code.constData()));
        }
        QSignalSpy ofTheForm{&desk_->flow, &CheckFlow::formRefused};
        QSignalSpy elsewhere{&desk_->flow, &CheckFlow::startRefused};
        desk_->flow.staff(id, Event::start);
        QTRY_COMPARE(ofTheForm.count() + elsewhere.count(), 1);
        QCOMPARE(ofTheForm.count() == 1, backAtTheForm);
        QCOMPARE(check(id) != nullptr, backAtTheForm);
    }

    void leftForm_isKeptForTheSameVisit_andForNoOther() {
        const Answers typed{{"source", {"other"}}, {"explain", {"a gift"}}};
        const auto id = desk_->flow.startNew(test::sampleOpening(), {}, withForm(), LaunchKind::widget);
        desk_->flow.keepAnswers(id, typed);
        QSignalSpy abandoned{&desk_->flow, &CheckFlow::abandoned};
        desk_->flow.staff(id, Event::leaveForm);
        QCOMPARE(abandoned.count(), 1);
        QVERIFY(check(id) == nullptr);
        const auto again = desk_->flow.startNew(test::sampleOpening(), {}, withForm(), LaunchKind::widget);
        QVERIFY(check(again)->filledIn == typed);
        const auto other = desk_->flow.startNew(test::sampleOpening("C-1111-111"), {}, withForm(), LaunchKind::widget);
        QVERIFY(check(other)->filledIn == presets());
        desk_->flow.clear();
        const auto later = desk_->flow.startNew(test::sampleOpening(), {}, withForm(), LaunchKind::widget);
        QVERIFY(check(later)->filledIn == presets());
    }

    void tryAgain_sendsTheSameAnswers() {
        const auto id = desk_->flow.startIn(test::sampleSummary(), withForm(), LaunchKind::widget);
        desk_->flow.keepAnswers(id, {{"source", {"pay"}}, {"papers", {"tax"}}});
        desk_->backend.next("POST", starts, answerWith(host(), 201));
        desk_->flow.staff(id, Event::start);
        QTRY_VERIFY(check(id)->page == Page::browser);
        desk_->backend.next("GET", reads, answerWith(test::sampleVerification(State::failed, LaunchKind::widget)));
        desk_->flow.take(moved(State::failed));
        QTRY_VERIFY(check(id)->page == Page::failed);
        desk_->backend.next("POST", starts, answerWith(host(), 201));
        desk_->flow.staff(id, Event::tryAgain);
        QTRY_COMPARE(desk_->backend.seen("POST", starts).size(), size_t{2});
        const auto sent = desk_->backend.seen("POST", starts);
        QVERIFY(sent[0].document()["answers"] == sent[1].document()["answers"]);
    }

    void participant_isOneMoreOfTheSameFlow_belowItsCheck() {
        const auto id = startHost();
        const auto other = desk_->flow.takeOver(test::sampleSummary("case-2"), second());
        desk_->backend.next("POST", starts, answerWith(added("ver-2"), 201));
        const auto person = desk_->flow.addParticipant(id, test::sampleFlows()[2]);
        QVERIFY(person != 0);
        QTRY_VERIFY(check(person)->page == Page::browser);
        QCOMPARE(check(person)->participant, 1);
        QCOMPARE(check(person)->number, check(id)->number);
        const auto sent = desk_->backend.seen("POST", starts).back().document();
        QCOMPARE(QString::fromStdString(sent["parent"]), QStringLiteral("ver-1"));
        QCOMPARE(QString::fromStdString(sent["flow"]), QStringLiteral("passport"));
        const auto next = desk_->flow.takeOver(test::sampleSummary(), added("ver-3"), 4);
        QCOMPARE(check(next)->participant, 4);
        const auto last = desk_->flow.addParticipant(id, test::sampleFlows()[2]);
        QCOMPARE(check(last)->participant, 5);
        QCOMPARE(desk_->checks.grouped(), (std::vector<int>{id, person, next, last, other}));
        QVERIFY(check(id)->page == Page::browser);
    }

    void participantNumber_isTheirPlaceAmongThoseOfTheirCheck() {
        auto elsewhere = added("ver-4");
        elsewhere.parent = VerificationId{"ver-9"};
        const std::vector<Verification> all{host(), added("ver-2"), second(), added("ver-3"), elsewhere};
        QCOMPARE(participantNumber(all, all[0]), 0);
        QCOMPARE(participantNumber(all, all[1]), 1);
        QCOMPARE(participantNumber(all, all[2]), 0);
        QCOMPARE(participantNumber(all, all[3]), 2);
        QCOMPARE(participantNumber(all, all[4]), 1);
        QCOMPARE(participantNumber({all[1]}, all[1]), 0);  // its check is not there
    }

    void participant_whereNobodyCanBeAdded_isNone() {
        const auto id = startHost();
        QCOMPARE(desk_->flow.addParticipant(id, test::sampleFlows()[0]), 0);  // another flow
        QCOMPARE(desk_->flow.addParticipant(id + 100, test::sampleFlows()[2]), 0);
        auto full = host();
        full.participants = false;
        desk_->backend.next("GET", reads, answerWith(full));
        desk_->flow.take(moved(State::awaiting));
        QTRY_VERIFY(!check(id)->verification->participants);
        QCOMPARE(desk_->flow.addParticipant(id, test::sampleFlows()[2]), 0);
    }

    void participant_refused_isSaidAtTheirCheck() {
        const auto id = startHost();
        desk_->backend.next("POST", starts, Reply::problem(409, "verification-over"));
        QSignalSpy refused{&desk_->flow, &CheckFlow::startRefused};
        const auto person = desk_->flow.addParticipant(id, test::sampleFlows()[2]);
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(check(person) == nullptr);
        QVERIFY(check(id)->problem->is("verification-over"));
        QVERIFY(check(id)->page == Page::browser);
    }

    void participantsForm_isNeverFilledInWithSomebodyElsesAnswers() {
        const auto id = startHost();
        const auto person = desk_->flow.addParticipant(id, withForm());
        QVERIFY(check(person)->page == Page::form);
        desk_->flow.keepAnswers(person, {{"source", {"other"}}, {"explain", {"a gift"}}});
        desk_->flow.staff(person, Event::leaveForm);
        const auto next = desk_->flow.addParticipant(id, withForm());
        QVERIFY(check(next)->filledIn == presets());
    }

private:
    const Check* check(int id) const {
        return desk_->checks.find(id);
    }
    static Answers presets() {
        return {{"branch", {"012"}}, {"papers", {"slip"}}};
    }
    static Reply wrongAnswer() {
        return Reply::problem(400, "member-invalid", {{"member", "answers.source"}});
    }
    static Verification second() {
        return test::sampleVerification(State::awaiting, LaunchKind::qr, "ver-9", "case-2");
    }
    int startHost() {
        desk_->backend.next("POST", starts, answerWith(host(), 201));
        const auto id = desk_->flow.startIn(test::sampleSummary(), test::sampleFlows()[2], LaunchKind::widget);
        [&] { QTRY_VERIFY(check(id)->page == Page::browser); }();
        return id;
    }

    std::unique_ptr<CheckDesk> desk_;
};

VERDESK_TEST(CheckFormTest)
#include "check_form_test.moc"
