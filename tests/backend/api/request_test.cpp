// What bad input gets: a problem document that names the member, and a server that lives on.
#include "tests/backend/api/harness.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::test;
using nlohmann::json;

class RequestApiTest : public QObject {
    Q_OBJECT

    static std::string head(const Harness&, const std::string& token, const std::string& more) {
        return "POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token +
               "\r\nIdempotency-Key: k\r\n" + more + "\r\n";
    }

private Q_SLOTS:
    void body_thatIsWrong_isNamed_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("member");
        const auto with = [](const char* pointer, const json& value) {
            auto body = openCaseBody();
            body[json::json_pointer{pointer}] = value;
            return QByteArray::fromStdString(body.dump());
        };
        const auto without = [](const char* name) {
            auto body = openCaseBody();
            body.erase(name);
            return QByteArray::fromStdString(body.dump());
        };
        QTest::newRow("empty") << QByteArray{} << 400 << QByteArray{"body-invalid"} << QByteArray{};
        QTest::newRow("no JSON") << QByteArray{"reference=1"} << 400 << QByteArray{"body-invalid"} << QByteArray{};
        QTest::newRow("broken off") << QByteArray{"{\"reference\":"} << 400 << QByteArray{"body-invalid"}
                                    << QByteArray{};
        QTest::newRow("bad UTF-8") << QByteArray{"{\"reference\":\"\xff\xfe\"}"} << 400 << QByteArray{"body-invalid"}
                                   << QByteArray{};
        QTest::newRow("no object") << QByteArray{"[1]"} << 400 << QByteArray{"body-invalid"} << QByteArray{};
        QTest::newRow("deep") << QByteArray(3'000, '[') << 400 << QByteArray{"body-invalid"} << QByteArray{};
        QTest::newRow("missing") << without("purpose") << 400 << QByteArray{"member-invalid"} << QByteArray{"purpose"};
        QTest::newRow("missing object") << without("consent") << 400 << QByteArray{"member-invalid"}
                                        << QByteArray{"consent"};
        QTest::newRow("null") << with("/reference", nullptr) << 400 << QByteArray{"member-invalid"}
                              << QByteArray{"reference"};
        QTest::newRow("number for text") << with("/reference", 100482) << 400 << QByteArray{"member-invalid"}
                                         << QByteArray{"reference"};
        QTest::newRow("text for object") << with("/attestation", "yes") << 400 << QByteArray{"member-invalid"}
                                         << QByteArray{"attestation"};
        QTest::newRow("list inside") << with("/consent/language", json::array()) << 400 << QByteArray{"member-invalid"}
                                     << QByteArray{"consent.language"};
        QTest::newRow("NUL") << with("/reference", std::string("10\0", 3)) << 400 << QByteArray{"member-invalid"}
                             << QByteArray{"reference"};
        QTest::newRow("NUL inside") << with("/consent/version", std::string("2026\0", 5)) << 400
                                    << QByteArray{"member-invalid"} << QByteArray{"consent.version"};
        QTest::newRow("NUL in a list") << with("/more", json::array({"a", std::string("\0", 1)})) << 400
                                       << QByteArray{"member-invalid"} << QByteArray{"more[1]"};
        QTest::newRow("too large for the call")
            << with("/more", std::string(9'000, 'x')) << 413 << QByteArray{"body-too-large"} << QByteArray{};
        QTest::newRow("too large for the server")
            << with("/more", std::string(300'000, 'x')) << 413 << QByteArray{"body-too-large"} << QByteArray{};
    }
    void body_thatIsWrong_isNamed() {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, member);
        Harness h;
        const auto token = h.signIn("teller");
        const auto answer =
            h.client(token).send("POST", "/api/v1/cases", body.toStdString(), {{"Idempotency-Key", "k"}});
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.at("content-type"), std::string{"application/problem+json"});
        QCOMPARE(QByteArray::fromStdString(answer.code()), code);
        QCOMPARE(QByteArray::fromStdString(answer.member()), member);
        QCOMPARE(answer.json().at("status").get<int>(), status);
        QCOMPARE(h.client(token).get("/api/v1/me").status, 200);
    }

    void everyCall_namesWhatIsWrong_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("member");
        const auto row = [](const char* name, const char* path, const char* body, const char* member) {
            QTest::newRow(name) << QString::fromUtf8(path) << QByteArray{body} << QString::fromUtf8(member);
        };
        const char* const start = "/api/v1/cases/x/verifications";
        row("verification: flow missing", start, R"({"launch": "qr"})", "flow");
        row("verification: flow null", start, R"({"flow": null, "launch": "qr"})", "flow");
        row("verification: flow no text", start, R"({"flow": 7, "launch": "qr"})", "flow");
        row("verification: launch missing", start, R"({"flow": "passid"})", "launch");
        row("verification: launch no text", start, R"({"flow": "passid", "launch": ["qr"]})", "launch");
        row("verification: launch unknown", start, R"({"flow": "passid", "launch": "pigeon"})", "launch");
        const char* const token = "/api/v1/verifications/x/token";
        row("token: missing", token, "{}", "token");
        row("token: no text", token, R"({"token": 12345678})", "token");
        row("token: object", token, R"({"token": {"text": "KE8V"}})", "token");
        row("token: empty", token, R"({"token": ""})", "token");
        const char* const returned = "/api/v1/verifications/x/return";
        row("return: kind missing", returned, "{}", "kind");
        row("return: kind no text", returned, R"({"kind": true})", "kind");
        row("return: kind unknown", returned, R"({"kind": "smoke"})", "kind");
        row("return: message missing", returned, R"({"kind": "message"})", "message");
        row("return: url missing", returned, R"({"kind": "redirect"})", "url");
        row("return: url no text", returned, R"({"kind": "redirect", "url": {"href": "a"}})", "url");
        const char* const decision = "/api/v1/cases/x/decisions";
        row("decision: kind missing", decision, R"({"reason": "seen"})", "kind");
        row("decision: kind no text", decision, R"({"kind": 1, "reason": "seen"})", "kind");
        row("decision: kind unknown", decision, R"({"kind": "bless", "reason": "seen"})", "kind");
        row("decision: reason missing", decision, R"({"kind": "approve"})", "reason");
        row("decision: reason no text", decision, R"({"kind": "approve", "reason": ["seen"]})", "reason");
        const char* const assign = "/api/v1/unmatched/x/assign";
        row("assign: verification missing", assign, "{}", "verification");
        row("assign: verification no text", assign, R"({"verification": 9})", "verification");
        const char* const dismiss = "/api/v1/unmatched/x/dismiss";
        row("dismiss: reason missing", dismiss, "{}", "reason");
        row("dismiss: reason no text", dismiss, R"({"reason": false})", "reason");
        row("dismiss: reason empty", dismiss, R"({"reason": ""})", "reason");
        const char* const cases = "/api/v1/cases";
        row("case: reference no text", cases, R"({"reference": 1})", "consent");
        // What is no object at all names nothing: the whole is wrong.
        for (const auto* path : {start, token, returned, decision, assign, dismiss, cases,
                                 "/api/v1/verifications/x/cancel", "/api/v1/sessions"}) {
            QTest::addRow("%s: a list", path) << QString::fromUtf8(path) << QByteArray{"[]"} << QString{};
            QTest::addRow("%s: broken off", path) << QString::fromUtf8(path) << QByteArray{"{\"a\": "} << QString{};
        }
    }
    void everyCall_namesWhatIsWrong() {
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(QString, member);
        Harness h;
        const auto token = h.signIn("officer");
        const auto answer =
            h.client(token).send("POST", path.toStdString(), body.toStdString(), {{"Idempotency-Key", "k"}});
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.headers.at("content-type"), std::string{"application/problem+json"});
        QCOMPARE(QByteArray::fromStdString(answer.code()),
                 QByteArray{member.isEmpty() ? "body-invalid" : "member-invalid"});
        QCOMPARE(QString::fromStdString(answer.member()), member);
        QCOMPARE(fake().starts + fake().tokens, 0);
        // The key did nothing and may still do something; the server lives on.
        QCOMPARE(h.client(token).get("/api/v1/me").status, 200);
    }

    void query_thatIsWrong_isNamed_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("member");
        QTest::newRow("limit no number") << "cases?limit=many"
                                         << "limit";
        QTest::newRow("limit beyond") << "cases?limit=101"
                                      << "limit";
        QTest::newRow("limit with more") << "cases?limit=10x"
                                         << "limit";
        QTest::newRow("state unknown") << "cases?state=ajar"
                                       << "state";
        QTest::newRow("day none") << "cases?day=2026-02-30"
                                  << "day";
        QTest::newRow("offset beyond") << "cases?day=2026-02-03&utcOffsetMinutes=900"
                                       << "utcOffsetMinutes";
        QTest::newRow("after missing") << "changes"
                                       << "after";
        QTest::newRow("after no number") << "changes?after=now"
                                         << "after";
        QTest::newRow("after below") << "changes?after=-1"
                                     << "after";
        QTest::newRow("wait beyond") << "changes?after=0&wait=31"
                                     << "wait";
    }
    void query_thatIsWrong_isNamed() {
        QFETCH(QString, query);
        QFETCH(QString, member);
        Harness h;
        const auto answer = h.client(h.signIn("teller")).get("/api/v1/" + query.toStdString());
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code(), std::string{"member-invalid"});
        QCOMPARE(QString::fromStdString(answer.member()), member);
    }

    void signIn_thatIsWrong_namesTheMember() {
        Harness h;
        const auto body = toJson(SignIn{"password", "teller", "x", "C1", "012", "0.1.0"});
        for (const auto* pointer : {"/name", "/password", "/method", "/desk"}) {
            auto without = body;
            without.erase(std::string{pointer}.substr(1));
            const auto answer = h.client().post("/api/v1/sessions", without);
            QCOMPARE(answer.status, 400);
            QCOMPARE("/" + answer.member(), std::string{pointer});
        }
        for (const auto* pointer : {"/name", "/password", "/method", "/desk", "/counter", "/branch", "/desk/version"}) {
            for (const json& wrong : {json(7), json::array({"x"}), json(true)}) {
                auto with = body;
                with[json::json_pointer{pointer}] = wrong;
                const auto answer = h.client().post("/api/v1/sessions", with);
                QCOMPARE(answer.status, 400);
                auto member = std::string{pointer}.substr(1);
                std::replace(member.begin(), member.end(), '/', '.');
                QCOMPARE(answer.member(), member);
            }
        }
        auto method = body;
        method["method"] = "retina";
        QCOMPARE(h.client().post("/api/v1/sessions", method).member(), std::string{"method"});
        auto name = body;
        name["name"] = std::string(101, 'x');
        QCOMPARE(h.client().post("/api/v1/sessions", name).member(), std::string{"name"});
    }

    void contentLengthBesideTransferEncoding_isRefused() {
        Harness h;
        const auto token = h.signIn("teller");
        const auto answer = h.client().raw(head(h, token, "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") +
                                           "0\r\n\r\nGET /evil HTTP/1.1\r\n\r\n");
        QVERIFY(answer.starts_with("HTTP/1.1 400"));
        QVERIFY(answer.find("application/problem+json") != std::string::npos);
        QCOMPARE(answer.find("HTTP/1.1", 1), std::string::npos);
        QCOMPARE(h.client(token).get("/api/v1/me").status, 200);
    }

    void slowClient_isCutOff() {
        Harness h;
        const auto token = h.signIn("teller");
        const auto start = std::chrono::steady_clock::now();
        const auto answer = h.client().raw(head(h, token, "Content-Length: 100\r\n") + "{\"ref");
        QVERIFY(answer.empty() || answer.starts_with("HTTP/1.1 408"));
        QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds{10});
        QCOMPARE(h.client(token).get("/api/v1/me").status, 200);
    }

    void pathOrMethod_thatIsNot_isAProblem() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const auto nothing = teller.get("/api/v1/nothing");
        QCOMPARE(nothing.status, 404);
        QCOMPARE(nothing.code(), std::string{"not-found"});
        QCOMPARE(nothing.headers.at("verdesk-backend"), std::string{VERDESK_VERSION});
        const auto method = teller.remove("/api/v1/cases");
        QCOMPARE(method.status, 405);
        QCOMPARE(method.code(), std::string{"method-not-allowed"});
        QVERIFY(method.headers.at("allow").find("POST") != std::string::npos);
    }

    void everyAnswer_hasItsHeaders() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        for (const auto& answer : {teller.get("/api/v1/me"), teller.get("/api/v1/nothing"),
                                   h.client().get("/api/v1/me"), teller.remove("/api/v1/sessions/current")}) {
            QCOMPARE(answer.headers.at("verdesk-backend"), std::string{VERDESK_VERSION});
            QCOMPARE(answer.headers.at("cache-control"), std::string{"no-store"});
            QCOMPARE(answer.headers.at("x-content-type-options"), std::string{"nosniff"});
            QCOMPARE(answer.headers.at("referrer-policy"), std::string{"no-referrer"});
            QVERIFY(answer.headers.at("content-security-policy").find("default-src 'none'") != std::string::npos);
        }
    }

    void tooManyRequests_areSlowedDown_perSession() {
        Harness h{[](Config& config) { config.limits.requestsPerSecond = 5; }};
        const auto token = h.signIn("teller");
        const auto other = h.signIn("officer");
        auto teller = h.client(token);
        HttpAnswer answer;
        for (int i = 0; i < 21; ++i) {
            answer = teller.get("/api/v1/me");
        }
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.code(), std::string{"too-many-requests"});
        QVERIFY(answer.json().at("retryAfterMs").get<int>() > 0);
        QCOMPARE(h.client(other).get("/api/v1/me").status, 200);
        h.clock.advance(std::chrono::seconds{1});
        QCOMPARE(teller.get("/api/v1/me").status, 200);
    }

    // Every call of the API, asked by each role that there is: what the policy allows passes the gate, nothing else.
    void matrix_rolesAndOperations() {
        Harness h;
        for (const auto* name : {"teller", "officer", "admin"}) {
            const auto role = *fromWord<Role>(name);
            auto client = h.client(h.signIn(name));
            for (const auto& route : h.api->routes()) {
                if (!route.operation || route.path == "/sessions/current") {
                    continue;
                }
                auto path = "/api/v1" + route.path;
                if (const auto at = path.find("{id}"); at != std::string::npos) {
                    path.replace(at, 4, "018f0000-0000-7000-8000-000000000000");
                }
                const auto answer = client.send(route.method, path, route.method == "POST" ? "{}" : "",
                                                {{"Idempotency-Key", "k" + path + name}});
                QVERIFY2((answer.status == 403) != mayDo(*route.operation, role), (path + " " + name).c_str());
                QVERIFY(answer.status != 500);
            }
        }
    }
};

VERDESK_TEST(RequestApiTest)
#include "request_test.moc"
