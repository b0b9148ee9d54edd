#include "desk/unmatched_book.h"

#include "desk/backend_client.h"
#include "tests/desk/support/samples.h"
#include "tests/desk/support/scripted_backend.h"
#include "tests/support/registry.h"

#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::desk;
using test::Reply;

namespace {

Unmatched result(const char* id = "u-1") {
    return {UnmatchedId{id}, "practice", "Passport.io", Instant{}, {"Erika Muster"}, 2};
}
Reply listOf(const std::vector<Unmatched>& all) {
    auto list = nlohmann::json::array();
    for (const auto& each : all) {
        list.push_back(toJson(each));
    }
    return Reply::ok({{"unmatched", list}});
}
Reply casesOf(const std::vector<CaseSummary>& cases, const std::string& next = {}) {
    return Reply::ok(toJson(CaseList{cases, next}));
}
Case withChecks() {
    auto value = test::sampleCase();
    value.verifications = {test::sampleVerification(State::verifying, LaunchKind::widget, "ver-1"),
                           test::sampleVerification(State::completed, LaunchKind::qr, "ver-2")};
    value.verifications[1].account = "another";
    value.verifications.push_back(test::sampleVerification(State::expired, LaunchKind::widget, "ver-3"));
    return value;
}

}  // namespace

class UnmatchedBookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        backend_ = std::make_unique<test::ScriptedBackend>();
        client_ = std::make_unique<BackendClient>();
        QVERIFY(client_->setAddress(backend_->address()));
        client_->setToken("t");
        book_ = std::make_unique<UnmatchedBook>(*client_);
        found_.clear();
        connect(book_.get(), &UnmatchedBook::found, this,
                [this](const std::vector<Candidate>& each) { found_ = each; });
    }
    void cleanup() {
        book_.reset();
        client_.reset();
        backend_.reset();
    }

    void list_isRead() {
        backend_->next("GET", "/unmatched", listOf({result()}));
        book_->read();
        QTRY_VERIFY(book_->reading() == UnmatchedBook::Reading::done);
        QVERIFY(book_->all() == std::vector<Unmatched>{result()});
    }

    void search_byReference_offersTheChecksOfThatAccount() {
        backend_->next("GET", "/cases", casesOf({test::sampleSummary()}));
        backend_->next("GET", "/cases/case-1", Reply::ok(toJson(withChecks())));
        book_->search(QStringLiteral(" C-2231-884 "), "practice");
        QTRY_COMPARE(found_.size(), size_t{1});
        QCOMPARE(found_[0].verification.id.value, std::string{"ver-1"});
        QCOMPARE(backend_->seen("GET", "/cases").front().query.queryItemValue(QStringLiteral("reference")),
                 QStringLiteral("C-2231-884"));
    }

    void search_byNumber_looksThroughThePages() {
        backend_->next("GET", "/cases", Reply::problem(400, "member-invalid", {{"member", "reference"}}));
        backend_->next("GET", "/cases", casesOf({}, "page-2"));
        backend_->next("GET", "/cases", casesOf({test::sampleSummary()}));
        backend_->next("GET", "/cases/case-1", Reply::ok(toJson(withChecks())));
        book_->search(QStringLiteral("k7-204"), "practice");
        QTRY_COMPARE(found_.size(), size_t{1});
        QCOMPARE(backend_->seen("GET", "/cases")[2].query.queryItemValue(QStringLiteral("after")),
                 QStringLiteral("page-2"));
    }

    void search_nothing_saysSo() {
        QSignalSpy found{book_.get(), &UnmatchedBook::found};
        backend_->next("GET", "/cases", casesOf({}));
        backend_->next("GET", "/cases", casesOf({}));
        book_->search(QStringLiteral("X"), "practice");
        QTRY_COMPARE(found.count(), 1);
        QVERIFY(found_.empty());
    }

    void assign_isSentOnce_andLeavesTheList() {
        backend_->next("GET", "/unmatched", listOf({result(), result("u-2")}));
        book_->read();
        QTRY_COMPARE(book_->all().size(), size_t{2});
        backend_->next("POST", "/unmatched/u-1/assign", Reply::ok(nlohmann::json::object()));
        backend_->next("GET", "/unmatched", listOf({result("u-2")}));
        QSignalSpy settled{book_.get(), &UnmatchedBook::settled};
        book_->assign(UnmatchedId{"u-1"}, VerificationId{"ver-1"});
        book_->assign(UnmatchedId{"u-1"}, VerificationId{"ver-1"});
        QTRY_COMPARE(settled.count(), 1);
        QCOMPARE(book_->all().size(), size_t{1});
        const auto sent = backend_->seen("POST", "/unmatched/u-1/assign");
        QCOMPARE(sent.size(), size_t{1});
        QCOMPARE(sent[0].document()["verification"].get<std::string>(), std::string{"ver-1"});
        QVERIFY(!sent[0].headers.value("idempotency-key").isEmpty());
    }

    void dismiss_tooLate_isSaid_andReadAgain() {
        backend_->next("POST", "/unmatched/u-1/dismiss", Reply::problem(409, "already-assigned"));
        backend_->next("GET", "/unmatched", listOf({}));
        QSignalSpy refused{book_.get(), &UnmatchedBook::refused};
        book_->dismiss(UnmatchedId{"u-1"}, QStringLiteral("A test of theirs."));
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(refused[0][0].value<CallError>().is("already-assigned"));
        QTRY_VERIFY(book_->reading() == UnmatchedBook::Reading::done);
        QVERIFY(!book_->isBusy());
    }

private:
    std::unique_ptr<test::ScriptedBackend> backend_;
    std::unique_ptr<BackendClient> client_;
    std::unique_ptr<UnmatchedBook> book_;
    std::vector<Candidate> found_;
};

VERDESK_TEST(UnmatchedBookTest)
#include "unmatched_book_test.moc"
