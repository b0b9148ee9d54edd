#include "tests/backend/api/harness.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::test;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

json signInBody(const std::string& name, const std::string& password, const std::string& branch = "012") {
    return toJson(SignIn{"password", name, password, "C1", branch, "0.1.0"});
}

}  // namespace

class SessionApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signIn_givesATokenThatWorks() {
        Harness h;
        const auto answer = h.client().post("/api/v1/sessions", signInBody("teller", Harness::password));
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.headers.at("verdesk-backend"), std::string{VERDESK_VERSION});
        QCOMPARE(answer.headers.at("cache-control"), std::string{"no-store"});
        const auto body = answer.json();
        const auto signedIn = signedInFrom(JsonReader{body});
        QVERIFY(signedIn.token.size() >= 43);
        QCOMPARE(signedIn.me.branchName, std::string{"Market Square"});
        const auto me = h.client(signedIn.token).get("/api/v1/me");
        QCOMPARE(me.status, 200);
        QCOMPARE(me.json().at("staff").at("name").get<std::string>(), std::string{"teller"});
        QCOMPARE(me.json().at("environment").get<std::string>(), std::string{"practice"});
    }

    void signIn_unknownWrongAndDisabled_haveTheSameAnswer() {
        Harness h;
        StaffAdmin admin{h.config, *h.store, h.clock};
        h.run([&] { return admin.disable("admin"); });
        const auto unknown = h.client().post("/api/v1/sessions", signInBody("nobody", Harness::password));
        const auto wrong = h.client().post("/api/v1/sessions", signInBody("teller", "not the password"));
        const auto disabled = h.client().post("/api/v1/sessions", signInBody("admin", Harness::password));
        QCOMPARE(unknown.status, 401);
        QCOMPARE(unknown.code(), std::string{"sign-in-failed"});
        QCOMPARE(wrong.body, unknown.body);
        QCOMPARE(disabled.body, unknown.body);
        QCOMPARE(wrong.status, 401);
        QCOMPARE(disabled.status, 401);
    }

    void signIn_elsewhere_isNotYours() {
        Harness h;
        for (const auto* branch : {"013", "020", "999"}) {
            const auto answer = h.client().post("/api/v1/sessions", signInBody("teller", Harness::password, branch));
            QCOMPARE(answer.status, 403);
            QCOMPARE(answer.code(), std::string{"branch-not-yours"});
        }
    }

    void signIn_guessedOften_isThrottled_thenLocked_andKeepsSoOverARestart() {
        Harness h;
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(h.client().post("/api/v1/sessions", signInBody("teller", "wrong password")).status, 401);
        }
        const auto throttled = h.client().post("/api/v1/sessions", signInBody("teller", Harness::password));
        QCOMPARE(throttled.status, 429);
        QCOMPARE(throttled.code(), std::string{"sign-in-throttled"});
        QCOMPARE(throttled.json().at("retryAfterMs").get<int>(), 1000);
        QCOMPARE(throttled.headers.at("retry-after"), std::string{"1"});
        for (int i = 0; i < 6; ++i) {
            h.clock.advance(1min);
            QCOMPARE(h.client().post("/api/v1/sessions", signInBody("teller", "wrong password")).status, 401);
        }
        h.clock.advance(1min);
        const auto locked = h.client().post("/api/v1/sessions", signInBody("teller", Harness::password));
        QCOMPARE(locked.status, 429);
        QCOMPARE(locked.json().at("retryAfterMs").get<int>(), 14 * 60'000);
        // A new process remembers nothing but what the store holds.
        PasswordWorker passwords{{16, 1, 1}};
        Sessions fresh{h.config, *h.store, h.clock, passwords, Throttle{}, 0ms};
        const SignIn given{"password", "teller", Harness::password, "C1", "012", "0.1.0"};
        QVERIFY_THROWS_EXCEPTION(ProblemError, h.run([&] { return fresh.signIn(given, "10.0.0.9"); }));
        h.clock.advance(15min);
        QCOMPARE(h.client().post("/api/v1/sessions", signInBody("teller", Harness::password)).status, 201);
    }

    void signIn_unknownNames_areThrottledLikeKnownOnes() {
        Harness h;
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(h.client().post("/api/v1/sessions", signInBody("nobody", "wrong password")).status, 401);
        }
        QCOMPARE(h.client().post("/api/v1/sessions", signInBody("nobody", "wrong password")).status, 429);
    }

    void badToken_isSessionEnded_onEveryCall() {
        Harness h;
        for (const auto& route : h.api->routes()) {
            if (!route.operation) {
                continue;
            }
            auto path = "/api/v1" + route.path;
            if (const auto at = path.find("{id}"); at != std::string::npos) {
                path.replace(at, 4, "x");
            }
            for (const auto* token : {"", "nonsense", "Bearer"}) {
                const auto answer = h.client(token).send(route.method, path, {}, {{"Idempotency-Key", "k"}});
                QVERIFY2(answer.status == 401, (route.method + " " + path).c_str());
                QCOMPARE(answer.code(), std::string{"session-ended"});
            }
        }
    }

    void session_endsWithSignOut_life_idle_andDisabling() {
        Harness h;
        auto token = h.signIn("teller");
        QCOMPARE(h.client(token).remove("/api/v1/sessions/current").status, 204);
        QCOMPARE(h.client(token).get("/api/v1/me").status, 401);

        token = h.signIn("teller");
        for (int i = 0; i < 48; ++i) {
            h.clock.advance(15min);
            if (i < 47) {
                QCOMPARE(h.client(token).get("/api/v1/me").status, 200);
            }
        }
        QCOMPARE(h.client(token).get("/api/v1/me").status, 401);

        token = h.signIn("teller");
        h.clock.advance(29min);
        QCOMPARE(h.client(token).get("/api/v1/me").status, 200);
        h.clock.advance(31min);
        QCOMPARE(h.client(token).get("/api/v1/me").status, 401);

        token = h.signIn("teller");
        StaffAdmin admin{h.config, *h.store, h.clock, {16, 1, 1}};
        h.run([&] { return admin.disable("teller"); });
        QCOMPARE(h.client(token).get("/api/v1/me").status, 401);
        h.run([&] { return admin.reset("teller", crypto::Secret{"quite another sentence"}); });
        QCOMPARE(h.client(token).get("/api/v1/me").status, 401);
        QCOMPARE(h.client().post("/api/v1/sessions", signInBody("teller", "quite another sentence")).status, 201);
    }

    void oldDesk_isToldToUpdate() {
        Harness h{[](Config& config) { config.minimumDesk = "0.2.0"; }};
        const auto old = h.client().get("/api/v1/practice", {{"Verdesk-Desk", "0.1.9"}});
        QCOMPARE(old.status, 426);
        QCOMPARE(old.code(), std::string{"desk-too-old"});
        QCOMPARE(old.json().at("minimumVersion").get<std::string>(), std::string{"0.2.0"});
        QCOMPARE(h.client().get("/api/v1/practice", {{"Verdesk-Desk", "0.2.0"}}).status, 200);
        QCOMPARE(h.client().get("/api/v1/practice", {{"Verdesk-Desk", "nonsense"}}).status, 400);
    }

    void oldestEngine_isToldToTheDesk() {
        Harness h{[](Config& config) { config.minimumEngine = "102.0.5005.177"; }};
        const auto me = h.client(h.signIn("teller")).get("/api/v1/me").json();
        QCOMPARE(me.at("minimumEngine").get<std::string>(), std::string{"102.0.5005.177"});
        Harness any;
        QVERIFY(any.client(any.signIn("teller")).get("/api/v1/me").json().at("minimumEngine") == "");
    }

    void practice_isToldInPracticeAlone() {
        Harness practice;
        const auto answer = practice.client().get("/api/v1/practice");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().at("phone").get<std::string>(), std::string{"http://127.0.0.1:1/phone"});
        Harness real{[](Config& config) { config.practice = false; }};
        QCOMPARE(real.client().get("/api/v1/practice").status, 404);
    }
};

VERDESK_TEST(SessionApiTest)
#include "session_test.moc"
