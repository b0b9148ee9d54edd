#include "desk/backend_client.h"

#include "tests/desk/support/samples.h"
#include "tests/desk/support/scripted_backend.h"
#include "tests/support/registry.h"

#include <QSignalSpy>
#include <QTest>

using namespace verdesk;
using namespace verdesk::desk;
using test::Reply;
using Kind = CallError::Kind;

namespace {

// What a call came to, once it did.
template <class T>
struct Outcome {
    std::optional<Answer<T>> answer;
    Then<T> then() {
        return [this](Answer<T> given) { answer = std::move(given); };
    }
    bool wait() {
        return QTest::qWaitFor([this] { return answer.has_value(); }, 15'000);
    }
    Kind kind() const {
        return answer && !*answer ? answer->error().kind : Kind::unreachable;
    }
    bool failed() const {
        return answer && !answer->has_value();
    }
};

}  // namespace

class BackendClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        backend_ = std::make_unique<test::ScriptedBackend>();
        client_ = std::make_unique<BackendClient>();
        QVERIFY(client_->setAddress(backend_->address()));
        client_->setToken("secret-token");
    }
    void cleanup() {
        client_.reset();
        backend_.reset();
    }

    void setAddress_plainHttpElsewhere_isRefused() {
        QVERIFY(!client_->setAddress(QStringLiteral("http://verdesk.bank.example")));
        QCOMPARE(client_->address(), backend_->address() + QLatin1Char('/'));
    }

    void request_carriesTokenVersionAndKey() {
        backend_->next("POST", "/cases", Reply::ok(toJson(test::sampleCase()), 201));
        Outcome<Case> outcome;
        client_->openCase(test::sampleOpening(), "key-1", this, outcome.then());
        QVERIFY(outcome.wait());
        QVERIFY(outcome.answer->has_value());
        QCOMPARE(QString::fromStdString((*outcome.answer)->summary.number), QStringLiteral("K7-204"));
        const auto& seen = backend_->seen().front();
        QCOMPARE(seen.headers.value("authorization"), QByteArray{"Bearer secret-token"});
        QCOMPARE(seen.headers.value("verdesk-desk"), QByteArray{VERDESK_VERSION});
        QCOMPARE(seen.headers.value("idempotency-key"), QByteArray{"key-1"});
        QCOMPARE(seen.headers.value("content-type"), QByteArray{"application/json"});
        QCOMPARE(seen.document()["reference"].get<std::string>(), std::string{"C-2231-884"});
    }

    void practicePhone_isReadWithoutASession() {
        backend_->next("GET", "/practice", Reply::ok({{"phone", "http://127.0.0.1:4000/phone"}}));
        Outcome<std::string> outcome;
        client_->practicePhone(this, outcome.then());
        QVERIFY(outcome.wait());
        QVERIFY(outcome.answer->has_value());
        QCOMPARE(**outcome.answer, std::string{"http://127.0.0.1:4000/phone"});
        QVERIFY(!backend_->seen().front().headers.contains("authorization"));
    }

    void signIn_carriesNoTokenAndNoKey() {
        backend_->next("POST", "/sessions", Reply::ok(toJson(test::sampleSignedIn()), 201));
        Outcome<SignedIn> outcome;
        client_->signIn({}, this, outcome.then());
        QVERIFY(outcome.wait());
        QVERIFY(!backend_->seen().front().headers.contains("authorization"));
        QVERIFY(!backend_->seen().front().headers.contains("idempotency-key"));
    }

    void post_lostAnswer_isSentAgainWithTheSameKey() {
        backend_->next("POST", "/cases", Reply::drop());
        backend_->next("POST", "/cases", Reply::drop());
        backend_->next("POST", "/cases", Reply::ok(toJson(test::sampleCase()), 201));
        Outcome<Case> outcome;
        client_->openCase(test::sampleOpening(), "key-7", this, outcome.then());
        QVERIFY(outcome.wait());
        QVERIFY(outcome.answer->has_value());
        const auto& seen = backend_->seen();
        QVERIFY(seen.size() >= 3);
        for (const auto& each : seen) {
            QCOMPARE(each.headers.value("idempotency-key"), QByteArray{"key-7"});
            QCOMPARE(each.body, seen.front().body);
        }
    }

    void post_backendAway_waitsUntilItIsBack() {
        backend_->kill();
        Outcome<Case> outcome;
        QSignalSpy unanswered{client_.get(), &BackendClient::unanswered};
        client_->openCase(test::sampleOpening(), "key-8", this, outcome.then());
        QTRY_VERIFY(unanswered.count() >= 2);
        QVERIFY(!outcome.answer);
        backend_->otherwise = [](const test::Seen&) { return Reply::ok(toJson(test::sampleCase()), 201); };
        backend_->start();
        client_->hurry();
        QVERIFY(outcome.wait());
        QVERIFY(outcome.answer->has_value());
        QCOMPARE(backend_->seen().front().headers.value("idempotency-key"), QByteArray{"key-8"});
    }

    void signIn_lostAnswer_isSaidAtOnce() {
        backend_->kill();
        Outcome<SignedIn> outcome;
        client_->signIn({}, this, outcome.then());
        QVERIFY(outcome.wait());
        QVERIFY(outcome.failed() && outcome.kind() == Kind::unreachable);
    }

    void get_lost_givesUpAfterAFewAttempts() {
        backend_->otherwise = [](const test::Seen&) { return Reply::drop(); };
        Outcome<Me> outcome;
        client_->me(this, outcome.then());
        QVERIFY(outcome.wait());
        QVERIFY(outcome.failed() && outcome.kind() == Kind::unreachable);
    }

    void refusal_keepsTheProblemWithItsMember() {
        backend_->next("POST", "/cases", Reply::problem(422, "idempotency-key-reused"));
        Outcome<Case> reused;
        client_->openCase(test::sampleOpening(), "k", this, reused.then());
        QVERIFY(reused.wait());
        QVERIFY(reused.failed() && reused.answer->error().is("idempotency-key-reused"));
        QCOMPARE(reused.answer->error().problem.status, 422);

        backend_->next("POST", "/cases", Reply::problem(400, "member-invalid", {{"member", "reference"}}));
        Outcome<Case> invalid;
        client_->openCase(test::sampleOpening(), "l", this, invalid.then());
        QVERIFY(invalid.wait());
        QCOMPARE(QString::fromStdString(invalid.answer->error().problem.member), QStringLiteral("reference"));
    }

    void sessionOver_isSignalled_andReadingFails() {
        backend_->next("GET", "/me", Reply::problem(401, "session-ended"));
        QSignalSpy ended{client_.get(), &BackendClient::sessionEnded};
        Outcome<Me> outcome;
        client_->me(this, outcome.then());
        QVERIFY(outcome.wait());
        QVERIFY(outcome.failed() && outcome.kind() == Kind::sessionEnded);
        QCOMPARE(ended.count(), 1);
    }

    void sessionOver_postWaitsForTheNextSession_withItsKey() {
        backend_->next("POST", "/cases", Reply::problem(401, "session-ended"));
        QSignalSpy ended{client_.get(), &BackendClient::sessionEnded};
        Outcome<Case> outcome;
        client_->openCase(test::sampleOpening(), "key-9", this, outcome.then());
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(!outcome.answer);
        backend_->next("POST", "/cases", Reply::ok(toJson(test::sampleCase()), 201));
        client_->setToken("next-token");
        QVERIFY(outcome.wait());
        QVERIFY(outcome.answer->has_value());
        QCOMPARE(backend_->seen().back().headers.value("authorization"), QByteArray{"Bearer next-token"});
        QCOMPARE(backend_->seen().back().headers.value("idempotency-key"), QByteArray{"key-9"});
    }

    void sessionReplaced_answerToTheOldOne_isAskedAgainInTheNew() {
        backend_->next("GET", "/me", Reply::hang());
        QSignalSpy ended{client_.get(), &BackendClient::sessionEnded};
        Outcome<Me> outcome;
        client_->me(this, outcome.then());
        QTRY_COMPARE(backend_->hanging("/me"), 1);
        client_->setToken("next-token");
        backend_->next("GET", "/me", Reply::ok(toJson(test::sampleMe())));
        QVERIFY(backend_->release("/me", Reply::problem(401, "session-ended")));
        QVERIFY(outcome.wait());
        QVERIFY(outcome.answer->has_value());
        QCOMPARE(ended.count(), 0);
    }

    void endSession_forgetsTokenAndCalls_andTellsTheBackend() {
        backend_->next("GET", "/me", Reply::hang());
        backend_->next("DELETE", "/sessions/current", Reply{.status = 204});
        Outcome<Me> me;
        client_->me(this, me.then());
        QTRY_COMPARE(backend_->hanging("/me"), 1);
        Outcome<Nothing> goodbye;
        client_->endSession(this, goodbye.then());
        QVERIFY(!client_->hasToken());
        QVERIFY(goodbye.wait());
        QVERIFY(goodbye.answer->has_value());
        QVERIFY(!me.answer);
        QCOMPARE(backend_->seen().back().headers.value("authorization"), QByteArray{"Bearer secret-token"});
    }

    void tooOld_isSignalledWithItsWords() {
        backend_->next("GET", "/me", Reply::problem(426, "desk-too-old", {{"detail", "needs 2.0.0"}}));
        QSignalSpy tooOld{client_.get(), &BackendClient::tooOld};
        Outcome<Me> outcome;
        client_->me(this, outcome.then());
        QVERIFY(outcome.wait());
        QVERIFY(outcome.failed() && outcome.kind() == Kind::tooOld);
        QCOMPARE(tooOld.front().front().toString(), QStringLiteral("needs 2.0.0"));
    }

    void slow_isCutOffAtTheDeadline() {
        client_->setLimits({.deadline = std::chrono::milliseconds{50}});
        backend_->otherwise = [](const test::Seen&) { return Reply::hang(); };
        Outcome<SignedIn> outcome;
        client_->signIn({}, this, outcome.then());
        QVERIFY(outcome.wait());
        QVERIFY(outcome.failed() && outcome.kind() == Kind::unreachable);
    }

    void garbage_isUnreadable_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("detail");
        QTest::newRow("no JSON") << QByteArray{"<html>Chibwana"} << QStringLiteral("byte 1");
        QTest::newRow("broken off") << QByteArray{R"({"staff":)"} << QStringLiteral("not JSON");
        QTest::newRow("missing member") << QByteArray{R"({"staff":{"id":"1","name":"a"}})"}
                                        << QStringLiteral("\"staff.displayName\" is missing");
        QTest::newRow("wrong type") << QByteArray{R"({"staff":7})"} << QStringLiteral("staff");
        QTest::newRow("an array") << QByteArray{"[]"} << QStringLiteral("must be an object");
        QTest::newRow("empty") << QByteArray{} << QStringLiteral("not JSON");
    }
    void garbage_isUnreadable() {
        QFETCH(QByteArray, body);
        QFETCH(QString, detail);
        backend_->next("GET", "/me", Reply::raw(200, body));
        Outcome<Me> outcome;
        client_->me(this, outcome.then());
        QVERIFY(outcome.wait());
        QVERIFY(outcome.failed() && outcome.kind() == Kind::unreadable);
        const auto said = QString::fromStdString(outcome.answer->error().detail);
        QVERIFY2(said.contains(detail), qPrintable(said));
        QVERIFY(!said.contains(QLatin1String("Chibwana")));
    }

    void oversized_isCutOff() {
        client_->setLimits({.largestAnswer = 1000});
        backend_->next("GET", "/me", Reply::raw(200, QByteArray(100'000, ' ')));
        Outcome<Me> outcome;
        client_->me(this, outcome.then());
        QVERIFY(outcome.wait());
        QVERIFY(outcome.failed() && outcome.kind() == Kind::unreadable);
    }

    void redirect_isNotFollowed() {
        auto reply = Reply::raw(307, {});
        reply.extraHeaders = "Location: " + backend_->address().toLatin1() + "/api/v1/elsewhere\r\n";
        backend_->next("GET", "/me", reply);
        Outcome<Me> outcome;
        client_->me(this, outcome.then());
        QVERIFY(outcome.wait());
        QVERIFY(outcome.failed() && outcome.kind() == Kind::unreadable);
        QCOMPARE(backend_->seen().size(), size_t{1});
    }

    void proxyPage_countsAsNoAnswer() {
        backend_->next("POST", "/cases", Reply::raw(502, "<html>Bad gateway</html>"));
        backend_->next("POST", "/cases", Reply::ok(toJson(test::sampleCase()), 201));
        QSignalSpy unanswered{client_.get(), &BackendClient::unanswered};
        Outcome<Case> outcome;
        client_->openCase(test::sampleOpening(), "key", this, outcome.then());
        QVERIFY(outcome.wait());
        QVERIFY(outcome.answer->has_value());
        QCOMPARE(unanswered.count(), 1);
    }

    void caller_gone_isNeverCalled() {
        backend_->next("GET", "/me", Reply::hang());
        bool called = false;
        auto context = std::make_unique<QObject>();
        client_->me(context.get(), [&called](const Answer<Me>&) { called = true; });
        QTRY_COMPARE(backend_->hanging("/me"), 1);
        context.reset();
        QTRY_COMPARE(backend_->hanging("/me"), 0);
        QVERIFY(!called);
    }

    void cases_query_isEncoded() {
        backend_->next("GET", "/cases", Reply::ok(toJson(CaseList{{test::sampleSummary()}, ""})));
        Outcome<CaseList> outcome;
        client_->cases({.day = QDate{2026, 3, 17}, .reference = "a&b=c d", .state = CaseState::open}, this,
                       outcome.then());
        QVERIFY(outcome.wait());
        QCOMPARE((*outcome.answer)->cases.size(), size_t{1});
        const auto query = backend_->seen().front().query;
        QCOMPARE(query.queryItemValue(QStringLiteral("day")), QStringLiteral("2026-03-17"));
        QCOMPARE(query.queryItemValue(QStringLiteral("reference"), QUrl::FullyDecoded), QStringLiteral("a&b=c d"));
        QCOMPARE(query.queryItemValue(QStringLiteral("state")), QStringLiteral("open"));
        QVERIFY(query.hasQueryItem(QStringLiteral("utcOffsetMinutes")));
    }

private:
    std::unique_ptr<test::ScriptedBackend> backend_;
    std::unique_ptr<BackendClient> client_;
};

VERDESK_TEST(BackendClientTest)
#include "backend_client_test.moc"
