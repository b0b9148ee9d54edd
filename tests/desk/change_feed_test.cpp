#include "desk/change_feed.h"

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

constexpr auto path = "/changes";

Reply changesReply(std::int64_t cursor, int count = 0) {
    Changes changes;
    changes.cursor = cursor;
    for (int i = 0; i < count; ++i) {
        changes.changes.push_back({cursor, "verification.completed", CaseId{"case-1"}, VerificationId{"ver-1"},
                                   State::completed, claims::Verdict::pass});
    }
    return Reply::ok(toJson(changes));
}

QString afterOf(const test::Seen& seen) {
    return seen.query.queryItemValue(QStringLiteral("after"));
}

}  // namespace

class ChangeFeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        backend_ = std::make_unique<test::ScriptedBackend>();
        // Holds what may be held, answers at once what asks to be.
        backend_->otherwise = [this](const test::Seen& seen) {
            return seen.query.queryItemValue(QStringLiteral("wait")) == QLatin1String("0") ? changesReply(cursor_)
                                                                                           : Reply::hang();
        };
        client_ = std::make_unique<BackendClient>();
        QVERIFY(client_->setAddress(backend_->address()));
        client_->setToken("t");
        feed_ = std::make_unique<ChangeFeed>(*client_);
    }
    void cleanup() {
        feed_.reset();
        client_.reset();
        backend_.reset();
    }

    void change_isTold_andTheCursorMoves() {
        QSignalSpy changed{feed_.get(), &ChangeFeed::changed};
        feed_->start(7);
        QTRY_COMPARE(backend_->hanging(path), 1);
        QCOMPARE(afterOf(backend_->seen().back()), QStringLiteral("7"));
        backend_->release(path, changesReply(9, 2));
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed.front().front().value<Changes>().changes.size(), size_t{2});
        QTRY_COMPARE(backend_->hanging(path), 1);
        QCOMPARE(afterOf(backend_->seen().back()), QStringLiteral("9"));
    }

    void killed_isLost_andBack_isConnected() {
        QSignalSpy lost{feed_.get(), &ChangeFeed::lost};
        QSignalSpy connected{feed_.get(), &ChangeFeed::connected};
        feed_->start(7);
        QTRY_COMPARE(backend_->hanging(path), 1);
        connected.clear();
        backend_->kill();
        QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, 2000);
        QVERIFY(!feed_->isConnected());
        backend_->start();
        QTRY_COMPARE(connected.count(), 1);
        QTRY_COMPARE(backend_->hanging(path), 1);
        QCOMPARE(afterOf(backend_->seen().back()), QStringLiteral("7"));
    }

    void oneDroppedConnection_isNoLoss() {
        QSignalSpy lost{feed_.get(), &ChangeFeed::lost};
        feed_->start(7);
        QTRY_COMPARE(backend_->hanging(path), 1);
        backend_->release(path, Reply::drop());
        QTRY_COMPARE(backend_->hanging(path), 1);
        QCOMPARE(lost.count(), 0);
        QVERIFY(feed_->isConnected());
    }

    void anotherCallIsLost_theFeedProbes() {
        QSignalSpy lost{feed_.get(), &ChangeFeed::lost};
        feed_->start(7);
        QTRY_COMPARE(backend_->hanging(path), 1);
        // The backend is there but mute, as a machine that sleeps.
        backend_->otherwise = [](const test::Seen&) { return Reply::hang(); };
        Q_EMIT client_->unanswered();
        QTRY_COMPARE_WITH_TIMEOUT(lost.count(), 1, 2000);
        backend_->otherwise = [](const test::Seen&) { return changesReply(8); };
        QSignalSpy connected{feed_.get(), &ChangeFeed::connected};
        backend_->release(path, changesReply(8));
        QTRY_COMPARE(connected.count(), 1);
    }

    void cursorTooOld_asksForAReload_andStops() {
        QSignalSpy reload{feed_.get(), &ChangeFeed::reloadNeeded};
        backend_->next("GET", path, Reply::problem(410, "cursor-too-old"));
        feed_->start(1);
        QTRY_COMPARE(reload.count(), 1);
        QVERIFY(!feed_->isRunning());
        feed_->start(99);
        QTRY_COMPARE(backend_->hanging(path), 1);
        QCOMPARE(afterOf(backend_->seen().back()), QStringLiteral("99"));
    }

    void superseded_pollsAgain_withoutAnAlarm() {
        QSignalSpy lost{feed_.get(), &ChangeFeed::lost};
        backend_->next("GET", path, Reply::problem(409, "superseded"));
        feed_->start(7);
        QTRY_COMPARE(backend_->hanging(path), 1);
        QVERIFY(backend_->seen().size() >= 2);
        QCOMPARE(lost.count(), 0);
    }

    void sessionEnded_stops() {
        backend_->next("GET", path, Reply::problem(401, "session-ended"));
        QSignalSpy ended{client_.get(), &BackendClient::sessionEnded};
        feed_->start(7);
        QTRY_COMPARE(ended.count(), 1);
        QTRY_VERIFY(!feed_->isRunning());
        QVERIFY(feed_->isConnected());
        feed_->resume();
        QTRY_COMPARE(backend_->hanging(path), 1);
        QCOMPARE(afterOf(backend_->seen().back()), QStringLiteral("7"));
    }

    void garbage_countsAsLost_andIsTriedAgain() {
        QSignalSpy lost{feed_.get(), &ChangeFeed::lost};
        backend_->next("GET", path, Reply::raw(200, "{"));
        feed_->start(7);
        QTRY_COMPARE(lost.count(), 1);
        QTRY_VERIFY(feed_->isConnected());
    }

    void emptyAnswersAtOnce_doNotSpin() {
        backend_->otherwise = [](const test::Seen&) { return changesReply(7); };
        feed_->start(7);
        QTRY_VERIFY(backend_->seen().size() >= 3);
        const auto before = backend_->seen().size();
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(backend_->seen().size() >= before + 2);
        QVERIFY(timer.elapsed() >= 300);
    }

private:
    std::int64_t cursor_ = 7;
    std::unique_ptr<test::ScriptedBackend> backend_;
    std::unique_ptr<BackendClient> client_;
    std::unique_ptr<ChangeFeed> feed_;
};

VERDESK_TEST(ChangeFeedTest)
#include "change_feed_test.moc"
