#include "desk/desk_session.h"

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

Reply flowsReply() {
    nlohmann::json flows = nlohmann::json::array();
    for (const auto& flow : test::sampleFlows()) {
        flows.push_back(toJson(flow));
    }
    return Reply::ok({{"flows", flows}});
}

}  // namespace

class DeskSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        backend_ = std::make_unique<test::ScriptedBackend>();
        backend_->otherwise = [](const test::Seen& seen) {
            if (seen.path == QLatin1String("/sessions")) {
                return Reply::ok(toJson(test::sampleSignedIn()), 201);
            }
            return seen.path == QLatin1String("/flows") ? flowsReply() : Reply{.status = 204};
        };
        client_ = std::make_unique<BackendClient>();
        QVERIFY(client_->setAddress(backend_->address()));
        now_ = 0;
        session_ = std::make_unique<DeskSession>(*client_, nullptr, [this] { return now_; });
        session_->setCounter(QStringLiteral("counter 3"), QStringLiteral("012"));
    }
    void cleanup() {
        session_.reset();
        client_.reset();
        backend_.reset();
    }

    void signIn_success_givesMeAndFlows() {
        QSignalSpy flows{session_.get(), &DeskSession::flowsChanged};
        signInAsTeller();
        QVERIFY(session_->me().has_value());
        QTRY_COMPARE(flows.count(), 1);
        QVERIFY(session_->flow("passid") != nullptr);
        QVERIFY(session_->flow("other") == nullptr);
        const auto sent = backend_->seen("POST", "/sessions").front().document();
        QCOMPARE(sent["counter"].get<std::string>(), std::string{"counter 3"});
        QCOMPARE(sent["branch"].get<std::string>(), std::string{"012"});
    }

    void signIn_refused_saysWhy_andStaysOut() {
        backend_->next("POST", "/sessions", Reply::problem(429, "sign-in-throttled", {{"retryAfterMs", 3000}}));
        QSignalSpy refused{session_.get(), &DeskSession::refused};
        session_->signIn(QStringLiteral("teller"), QStringLiteral("x"));
        QVERIFY(session_->state() == DeskSession::State::signingIn);
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(refused.front().front().value<CallError>().is("sign-in-throttled"));
        QVERIFY(session_->state() == DeskSession::State::signedOut);
    }

    void idle_overTheLimit_locks_andActivityPutsItOff() {
        signInAsTeller();
        now_ = 599'999;
        session_->checkIdle();
        QVERIFY(session_->state() == DeskSession::State::active);
        session_->noteActivity();
        now_ = 2 * 599'999;
        session_->checkIdle();
        QVERIFY(session_->state() == DeskSession::State::active);
        now_ = 599'999 + 600'000;
        session_->checkIdle();
        QVERIFY(session_->state() == DeskSession::State::locked);
        QVERIFY(session_->lockReason() == DeskSession::LockReason::idle);
    }

    void lock_keepsTheSession_andUnlockReplacesIt() {
        signInAsTeller();
        session_->lock();
        QVERIFY(session_->state() == DeskSession::State::locked);
        QVERIFY(session_->me().has_value());
        QVERIFY(client_->hasToken());
        QSignalSpy unlocked{session_.get(), &DeskSession::unlocked};
        session_->unlock(QStringLiteral("practice"));
        QTRY_COMPARE(unlocked.count(), 1);
        QVERIFY(session_->state() == DeskSession::State::active);
        QTRY_COMPARE(backend_->seen("DELETE", "/sessions/current").size(), size_t{1});
        QCOMPARE(QString::fromStdString(backend_->seen("POST", "/sessions").back().document()["name"]),
                 QStringLiteral("teller"));
    }

    void unlock_refused_staysLocked() {
        signInAsTeller();
        session_->lock();
        backend_->next("POST", "/sessions", Reply::problem(401, "sign-in-failed"));
        QSignalSpy refused{session_.get(), &DeskSession::refused};
        session_->unlock(QStringLiteral("wrong"));
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(session_->state() == DeskSession::State::locked);
    }

    void sessionEnded_locks_withItsReason() {
        signInAsTeller();
        backend_->next("GET", "/me", Reply::problem(401, "session-ended"));
        session_->reload();
        QTRY_VERIFY(session_->state() == DeskSession::State::locked);
        QVERIFY(session_->lockReason() == DeskSession::LockReason::sessionEnded);
    }

    void signOut_forgetsEverything() {
        signInAsTeller();
        QSignalSpy out{session_.get(), &DeskSession::signedOut};
        session_->signOut();
        QCOMPARE(out.count(), 1);
        QVERIFY(!session_->me().has_value());
        QVERIFY(session_->flows().empty());
        QVERIFY(!client_->hasToken());
        QTRY_COMPARE(backend_->seen("DELETE", "/sessions/current").size(), size_t{1});
    }

private:
    void signInAsTeller() {
        QSignalSpy in{session_.get(), &DeskSession::signedIn};
        session_->signIn(QStringLiteral(" teller "), QStringLiteral("practice"));
        QTRY_COMPARE(in.count(), 1);
        QVERIFY(session_->state() == DeskSession::State::active);
    }

    std::int64_t now_ = 0;
    std::unique_ptr<test::ScriptedBackend> backend_;
    std::unique_ptr<BackendClient> client_;
    std::unique_ptr<DeskSession> session_;
};

VERDESK_TEST(DeskSessionTest)
#include "desk_session_test.moc"
