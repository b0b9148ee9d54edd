#include "desk/case_book.h"

#include "desk/backend_client.h"
#include "tests/desk/support/samples.h"
#include "tests/desk/support/scripted_backend.h"
#include "tests/support/registry.h"

#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::desk;
using test::Reply;
using Reading = CaseBook::Reading;

namespace {

Reply listOf(std::vector<std::string> ids, const std::string& next = {}) {
    CaseList list;
    for (const auto& id : ids) {
        list.cases.push_back(test::sampleSummary(id));
    }
    list.next = next;
    return Reply::ok(toJson(list));
}

Changes moved(const std::string& id) {
    return {9, {{9, "case.decided", CaseId{id}, {}, State::unknown, claims::Verdict::pass}}};
}

}  // namespace

class CaseBookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        backend_ = std::make_unique<test::ScriptedBackend>();
        client_ = std::make_unique<BackendClient>();
        QVERIFY(client_->setAddress(backend_->address()));
        client_->setToken("t");
        book_ = std::make_unique<CaseBook>(*client_);
    }
    void cleanup() {
        book_.reset();
        client_.reset();
        backend_.reset();
    }

    void list_isReadPageByPage_ofToday() {
        backend_->next("GET", "/cases", listOf({"case-3", "case-2"}, "more"));
        backend_->next("GET", "/cases", listOf({"case-1"}));
        book_->readToday();
        QVERIFY(book_->todayReading() == Reading::underWay);
        QTRY_VERIFY(book_->todayReading() == Reading::done);
        QCOMPARE(book_->today().size(), size_t{3});
        QVERIFY(!book_->todayIsCut());
        const auto seen = backend_->seen("GET", "/cases");
        QCOMPARE(seen.front().query.queryItemValue(QStringLiteral("day")), QDate::currentDate().toString(Qt::ISODate));
        QCOMPARE(seen.back().query.queryItemValue(QStringLiteral("after")), QStringLiteral("more"));
    }

    void list_failed_isSaid_butAnOldOneStays() {
        backend_->next("GET", "/cases", Reply::problem(403, "role-missing"));
        book_->readToday();
        QTRY_VERIFY(book_->todayReading() == Reading::failed);
        backend_->next("GET", "/cases", listOf({"case-1"}));
        book_->readToday();
        QTRY_VERIFY(book_->todayReading() == Reading::done);
        backend_->next("GET", "/cases", Reply::problem(403, "role-missing"));
        book_->readToday();
        QTRY_VERIFY(book_->todayError().has_value());
        QVERIFY(book_->todayReading() == Reading::done);
        QCOMPARE(book_->today().size(), size_t{1});
    }

    void changes_readTheOpenCaseAgain_andTheListOnceForSeveral() {
        backend_->next("GET", "/cases", listOf({"case-1"}));
        book_->readToday();
        backend_->next("GET", "/cases/case-1", Reply::ok(toJson(test::sampleCase())));
        book_->open(CaseId{"case-1"});
        QTRY_VERIFY(book_->current().has_value());
        QTRY_VERIFY(book_->todayReading() == Reading::done);
        auto closed = test::sampleCase();
        closed.summary.state = CaseState::closed;
        backend_->next("GET", "/cases/case-1", Reply::ok(toJson(closed)));
        backend_->next("GET", "/cases", listOf({"case-1", "case-2"}));
        book_->take(moved("case-1"));
        book_->take(moved("case-2"));
        QTRY_VERIFY(book_->current()->summary.state == CaseState::closed);
        QTRY_COMPARE(book_->today().size(), size_t{2});
        QCOMPARE(backend_->seen("GET", "/cases").size(), size_t{2});
    }

    void listNeverLookedAt_isNotReadByChanges() {
        CaseBook looked{*client_};
        backend_->next("GET", "/cases", listOf({"case-1"}));
        looked.readToday();
        QTRY_VERIFY(looked.todayReading() == Reading::done);
        backend_->next("GET", "/cases", listOf({"case-1", "case-2"}));
        book_->take(moved("case-2"));  // before the other, so that it would read first
        looked.take(moved("case-2"));
        QTRY_COMPARE(looked.today().size(), size_t{2});
        QCOMPARE(backend_->seen().size(), size_t{2});
    }

    void anotherCaseOpened_lateAnswerOfTheFirst_isDropped() {
        backend_->next("GET", "/cases/case-1", Reply::hang());
        book_->open(CaseId{"case-1"});
        QTRY_COMPARE(backend_->hanging("/cases/case-1"), 1);
        backend_->next("GET", "/cases/case-2", Reply::ok(toJson(test::sampleCase("case-2", "C-1111-111"))));
        book_->open(CaseId{"case-2"});
        backend_->release("/cases/case-1", Reply::ok(toJson(test::sampleCase("case-1"))));
        QTRY_VERIFY(book_->current().has_value());
        QCOMPARE(QString::fromStdString(book_->current()->summary.id.value), QStringLiteral("case-2"));
    }

    void decide_once_whateverIsPressed() {
        openFirst();
        backend_->next("POST", "/cases/case-1/decisions", Reply::hang());
        QSignalSpy decided{book_.get(), &CaseBook::decided};
        book_->decide(DecisionKind::approve, QStringLiteral(" fine "));
        book_->decide(DecisionKind::reject, QStringLiteral("twice"));
        QVERIFY(book_->isDeciding());
        QTRY_COMPARE(backend_->hanging("/cases/case-1/decisions"), 1);
        backend_->release("/cases/case-1/decisions", Reply::ok(toJson(test::sampleCase()), 201));
        QTRY_COMPARE(decided.count(), 1);
        const auto sent = backend_->seen("POST", "/cases/case-1/decisions");
        QCOMPARE(sent.size(), size_t{1});
        QCOMPARE(QString::fromStdString(sent.front().document()["reason"]), QStringLiteral("fine"));
    }

    void decide_refused_isTold_andTheCaseReadAgain() {
        openFirst();
        backend_->next("POST", "/cases/case-1/decisions", Reply::problem(409, "case-blocked"));
        auto blocked = test::sampleCase();
        blocked.summary.verdict = claims::Verdict::blocked;
        backend_->next("GET", "/cases/case-1", Reply::ok(toJson(blocked)));
        QSignalSpy refused{book_.get(), &CaseBook::decisionRefused};
        book_->decide(DecisionKind::approve, QStringLiteral("fine"));
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(refused.front().front().value<CallError>().is("case-blocked"));
        QTRY_VERIFY(book_->current()->summary.verdict == claims::Verdict::blocked);
        QVERIFY(!book_->isDeciding());
    }

    void erase_once_leavesWhatIsLeft() {
        openFirst();
        backend_->next("POST", erases, Reply::hang());
        QSignalSpy erased{book_.get(), &CaseBook::erased};
        book_->erase(QStringLiteral(" asked for it "));
        book_->erase(QStringLiteral("twice"));
        book_->decide(DecisionKind::close, {});
        QVERIFY(book_->isDeciding());
        QTRY_COMPARE(backend_->hanging(erases), 1);
        auto left = test::sampleCase();
        left.summary.reference.clear();
        left.erasure = Erasure{"asked for it", left.summary.openedAt, "Olga Officer"};
        backend_->release(erases, Reply::ok(toJson(left)));
        QTRY_COMPARE(erased.count(), 1);
        QVERIFY(*book_->current() == left);
        QVERIFY(!book_->isDeciding());
        const auto sent = backend_->seen("POST", erases);
        QCOMPARE(sent.size(), size_t{1});
        QCOMPARE(QString::fromStdString(sent.front().document()["reason"]), QStringLiteral("asked for it"));
        QVERIFY(!sent.front().headers.value("idempotency-key").isEmpty());
        QVERIFY(backend_->seen("POST", "/cases/case-1/decisions").empty());
    }

    void erase_refused_isTold_andTheCaseStays() {
        openFirst();
        backend_->next("POST", erases, Reply::problem(403, "role-missing"));
        backend_->next("GET", "/cases/case-1", Reply::ok(toJson(test::sampleCase())));
        QSignalSpy refused{book_.get(), &CaseBook::eraseRefused};
        book_->erase(QStringLiteral("asked for it"));
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(refused.front().front().value<CallError>().is("role-missing"));
        QVERIFY(book_->current().has_value());
        QVERIFY(!book_->isDeciding());
    }

    void answerAboutACaseThatIsOpenNoMore_isNotSaidOfTheNext() {
        openFirst();
        backend_->next("POST", erases, Reply::hang());
        book_->erase(QStringLiteral("asked for it"));
        QTRY_COMPARE(backend_->hanging(erases), 1);
        auto other = test::sampleCase();
        other.summary.id = CaseId{"case-2"};
        backend_->next("GET", "/cases/case-2", Reply::ok(toJson(other)));
        book_->open(other.summary.id);
        QTRY_VERIFY(book_->current().has_value());
        QSignalSpy erased{book_.get(), &CaseBook::erased};
        backend_->release(erases, Reply::ok(toJson(test::sampleCase())));
        QTRY_VERIFY(!book_->isDeciding());
        QCOMPARE(erased.count(), 0);
        QVERIFY(*book_->current() == other);

        backend_->next("POST", "/cases/case-2/decisions", Reply::hang());
        book_->decide(DecisionKind::approve, QStringLiteral("fine"));
        QTRY_COMPARE(backend_->hanging("/cases/case-2/decisions"), 1);
        openFirst();
        QSignalSpy decided{book_.get(), &CaseBook::decided};
        backend_->release("/cases/case-2/decisions", Reply::ok(toJson(other)));
        QTRY_VERIFY(!book_->isDeciding());
        QCOMPARE(decided.count(), 0);
    }

private:
    static constexpr auto erases = "/cases/case-1/erase";

    void openFirst() {
        backend_->next("GET", "/cases/case-1", Reply::ok(toJson(test::sampleCase())));
        book_->open(CaseId{"case-1"});
        QTRY_VERIFY(book_->current().has_value());
    }

    std::unique_ptr<test::ScriptedBackend> backend_;
    std::unique_ptr<BackendClient> client_;
    std::unique_ptr<CaseBook> book_;
};

VERDESK_TEST(CaseBookTest)
#include "case_book_test.moc"
