#include "contract/changes.h"
#include "tests/backend/api/harness.h"
#include "tests/support/registry.h"

#include <QTest>

#include <future>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::test;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

std::int64_t cursorOf(HttpClient& client) {
    return client.get("/api/v1/me").json().at("cursor");
}

std::string changesPath(std::int64_t after, int wait) {
    return "/api/v1/changes?after=" + std::to_string(after) + "&wait=" + std::to_string(wait);
}

}  // namespace

class ChangeApiTest : public QObject {
    Q_OBJECT

    // A poll on a thread of its own, and the moment from which it waits at the backend.
    static std::future<HttpAnswer> poll(Harness& h, const std::string& token, std::int64_t after, int wait = 20) {
        const auto before = h.api->polling();
        auto answer = std::async(std::launch::async,
                                 [&h, token, after, wait] { return h.client(token).get(changesPath(after, wait)); });
        const auto waits = [&] {
            return h.run([&]() -> boost::asio::awaitable<std::size_t> { co_return h.api->polling(); }) > before;
        };
        (void)QTest::qWaitFor(waits);
        return answer;
    }

private Q_SLOTS:
    void poll_hearsOfItsBranch_atOnce() {
        Harness h;
        const auto token = h.signIn("teller");
        auto teller = h.client(token);
        const auto cursor = cursorOf(teller);
        auto waiting = poll(h, token, cursor);
        const auto opened = h.client(h.signIn("officer")).post("/api/v1/cases", openCaseBody()).json();
        const auto answer = waiting.get();
        QCOMPARE(answer.status, 200);
        const auto body = answer.json();
        const auto changes = changesFrom(JsonReader{body});
        QCOMPARE(changes.changes.size(), std::size_t{1});
        QCOMPARE(changes.changes[0].type, std::string{"case.opened"});
        QCOMPARE(changes.changes[0].caseId.value, opened.at("id").get<std::string>());
        QVERIFY(changes.cursor >= changes.changes[0].at && changes.cursor > cursor);
        QVERIFY(answer.body.find("100482") == std::string::npos);
    }

    void poll_doesNotHearOfOthers_butItsCursorMoves() {
        Harness h;
        const auto token = h.signIn("teller");
        auto teller = h.client(token);
        const auto cursor = cursorOf(teller);
        auto neighbour = h.client(h.signIn("neighbour", "013"));
        QCOMPARE(neighbour.post("/api/v1/cases", openCaseBody()).status, 201);
        const auto answer = teller.get(changesPath(cursor, 0)).json();
        QVERIFY(answer.at("changes").empty());
        QVERIFY(answer.at("cursor").get<std::int64_t>() > cursor);
    }

    void poll_withoutNews_endsWhenItsTimeIsOver() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const auto cursor = cursorOf(teller);
        const auto start = std::chrono::steady_clock::now();
        const auto answer = teller.get(changesPath(cursor, 1));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.json().at("changes").empty());
        QVERIFY(std::chrono::steady_clock::now() - start >= 900ms);
    }

    void secondPoll_endsTheFirst_ofThatSessionAlone() {
        Harness h;
        const auto token = h.signIn("teller");
        const auto other = h.signIn("teller");
        auto teller = h.client(token);
        const auto cursor = cursorOf(teller);
        auto first = poll(h, token, cursor);
        auto elsewhere = poll(h, other, cursor);
        auto second = std::async(std::launch::async, [&] { return h.client(token).get(changesPath(cursor, 20)); });
        const auto superseded = first.get();
        QCOMPARE(superseded.status, 409);
        QCOMPARE(superseded.code(), std::string{"superseded"});
        h.client(h.signIn("officer")).post("/api/v1/cases", openCaseBody());
        QCOMPARE(second.get().status, 200);
        QCOMPARE(elsewhere.get().status, 200);
    }

    void poll_endsWithItsSession() {
        Harness h;
        const auto token = h.signIn("teller");
        auto teller = h.client(token);
        auto waiting = poll(h, token, cursorOf(teller));
        QCOMPARE(teller.remove("/api/v1/sessions/current").status, 204);
        const auto answer = waiting.get();
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.code(), std::string{"session-ended"});
    }

    void poll_ofSomebodyDisabled_tellsNothing() {
        Harness h;
        const auto token = h.signIn("teller");
        auto teller = h.client(token);
        auto waiting = poll(h, token, cursorOf(teller));
        StaffAdmin admin{h.config, *h.store, h.clock};
        h.run([&] { return admin.disable("teller"); });
        h.client(h.signIn("officer")).post("/api/v1/cases", openCaseBody());
        QCOMPARE(waiting.get().status, 401);
    }

    void poll_isNoActivity() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const auto cursor = cursorOf(teller);
        for (int i = 0; i < 3; ++i) {
            h.clock.advance(10min);
            QCOMPARE(teller.get(changesPath(cursor, 0)).status, 200);
        }
        h.clock.advance(1min);
        QCOMPARE(teller.get(changesPath(cursor, 0)).status, 401);
    }

    void cursor_ofAnotherStore_isTooOld() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const auto answer = teller.get(changesPath(cursorOf(teller) + 1'000'000, 0));
        QCOMPARE(answer.status, 410);
        QCOMPARE(answer.code(), std::string{"cursor-too-old"});
    }

    void query_thatIsWrong_namesTheMember() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        QCOMPARE(teller.get("/api/v1/changes").member(), std::string{"after"});
        QCOMPARE(teller.get("/api/v1/changes?after=-1").member(), std::string{"after"});
        QCOMPARE(teller.get("/api/v1/changes?after=1&wait=31").member(), std::string{"wait"});
        QCOMPARE(teller.get("/api/v1/changes?after=1&wait=soon").member(), std::string{"wait"});
    }

    void stop_answersWhoWaits() {
        Harness h;
        const auto token = h.signIn("teller");
        auto teller = h.client(token);
        auto waiting = poll(h, token, cursorOf(teller));
        h.run([&]() -> boost::asio::awaitable<void> {
            h.api->stop();
            co_return;
        });
        QCOMPARE(waiting.get().status, 200);
    }
};

VERDESK_TEST(ChangeApiTest)
#include "change_test.moc"
