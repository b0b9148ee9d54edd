// The document against the running programs: every operation is called, and every answer has to be as it says.
#include "crypto/digest.h"
#include "tests/backend/openapi/document.h"
#include "tests/backend/openapi/program.h"
#include "tests/support/registry.h"

#include <QTest>

#include <atomic>
#include <map>
#include <set>

using namespace std::chrono_literals;
using namespace verdesk::backend::test;
using nlohmann::json;

namespace {

const json openBody{{"reference", "100482-K"},
                    {"purpose", "loan_application"},
                    {"consent", {{"version", "practice-1"}, {"language", "en"}}},
                    {"attestation", {{"version", "practice-1"}}}};

constexpr const char* nobody = "018f0000-0000-7000-8000-000000000000";

// `id`: what stands for the path's own name, {id} or {segment}.
std::string path(std::string pattern, const std::string& id) {
    const std::vector<std::pair<std::string, std::string>> names{
        {"{id}", id}, {"{segment}", id}, {"{provider}", "passid"}};
    for (const auto& [name, value] : names) {
        if (const auto at = pattern.find(name); at != std::string::npos) {
            pattern.replace(at, name.size(), value);
        }
    }
    return pattern;
}

// As PASSID signs it.
std::string signatureOf(const std::string& body, const std::string& secret) {
    using namespace verdesk::crypto;
    return "sha256=" + toHex(hmacSha256(viewOf(secret), viewOf(body)));
}

}  // namespace

class OpenApiTest : public QObject {
    Q_OBJECT

    Document document_;
    std::set<std::pair<std::string, int>> seen_;

    // Calls an operation and holds its answer against the document; `query` is put behind the path.
    HttpAnswer call(HttpClient client, const std::string& operation, const std::string& id = {},
                    const json& body = json::object(), const std::string& query = {},
                    const HttpClient::Headers& headers = {}) {
        const auto& what = document_.operation(operation);
        const auto address = path(what.path, id) + query;
        return checked(what, what.method == "POST" ? client.post(address, body, headers)
                                                   : client.send(what.method, address, {}, headers));
    }

    // The same with a body as it is.
    HttpAnswer send(HttpClient client, const std::string& operation, const std::string& id, const std::string& body,
                    const HttpClient::Headers& headers) {
        const auto& what = document_.operation(operation);
        return checked(what, client.send(what.method, path(what.path, id), body, headers));
    }

    HttpAnswer checked(const Document::Operation& what, HttpAnswer answer) {
        const auto type = answer.headers.find("content-type");
        for (const auto& fault :
             document_.faultsOf(what, answer.status, type == answer.headers.end() ? "" : type->second, answer.body)) {
            QTest::qFail(fault.c_str(), __FILE__, __LINE__);
        }
        seen_.emplace(what.id, answer.status);
        return answer;
    }

    // What the gate before every call of the staff listener refuses.
    void refuseEachAtTheGate(PracticeProgram& program, const std::string& token) {
        const std::string large(250 * 1024, ' ');
        for (const auto& operation : document_.operations()) {
            if (operation.listener != "staff") {
                continue;
            }
            const auto ask = [&](const std::string& who, const std::string& body, HttpClient::Headers headers) {
                headers.emplace("Idempotency-Key", "gate-" + operation.id);
                return send(program.staff(who), operation.id, nobody, body, headers);
            };
            QCOMPARE(ask(token, "", {{"Verdesk-Desk", "0.0.9"}}).status, 426);
            QCOMPARE(ask(token, "", {{"Verdesk-Desk", "new"}}).status, 400);
            QCOMPARE(ask(token, large, {}).status, 413);
            if (operation.needsSession) {
                QCOMPARE(ask("nonsense", "", {}).status, 401);
            }
        }
    }

    // A key that has done its work is for nothing else.
    void refuseEachKeyTwice(PracticeProgram& program, const std::string& token) {
        const std::string other = "018f0000-0000-7000-8000-000000000001";
        const std::vector<std::pair<const char*, json>> acts{
            {"decide", json{{"kind", "close"}}},
            {"eraseCase", json{{"reason", "x"}}},
            {"startVerification", json{{"flow", "passid"}, {"launch", "qr"}}},
            {"handInToken", json{{"token", "x"}}},
            {"reportReturn", json{{"kind", "message"}, {"message", 1}}},
            {"renewLaunch", json::object()},
            {"cancelVerification", json::object()},
            {"assignUnmatched", json{{"verification", nobody}}},
            {"dismissUnmatched", json{{"reason", "x"}}},
        };
        for (const auto& [operation, body] : acts) {
            const HttpClient::Headers key{{"Idempotency-Key", std::string{"twice-"} + operation}};
            QCOMPARE(call(program.staff(token), operation, nobody, body, {}, key).status, 404);
            QCOMPARE(call(program.staff(token), operation, other, body, {}, key).status, 422);
        }
    }

    json waitUntilFinal(PracticeProgram& program, const std::string& token, const std::string& id) {
        json now;
        const auto isFinal = [&] {
            now = call(program.staff(token), "getVerification", id).json();
            const auto state = now.at("state").get<std::string>();
            return state != "requesting" && state != "awaiting" && state != "verifying";
        };
        (void)QTest::qWaitFor(isFinal, 10'000);
        return now;
    }

    std::string newestSession(PracticeProgram& program) {
        const auto sessions = program.sandbox().get("/control/passid/sessions").json().at("sessions");
        for (auto it = sessions.rbegin(); it != sessions.rend(); ++it) {
            if (it->at("status") == "pending") {
                return it->contains("requestId") ? it->at("requestId") : it->at("id");
            }
        }
        return {};
    }

private Q_SLOTS:
    void checker_findsWhatIsWrong() {
        const auto faults = [&](const char* schema, const char* value) {
            return document_.faultsOf(json::parse(schema), json::parse(value)).size();
        };
        const char* role = R"({"$ref": "#/components/schemas/Role"})";
        QCOMPARE(faults(role, R"("teller")"), std::size_t{0});
        QCOMPARE(faults(role, R"("boss")"), std::size_t{1});
        QCOMPARE(faults(role, "1"), std::size_t{1});
        const char* change = R"({"$ref": "#/components/schemas/Changes"})";
        QCOMPARE(faults(change, R"({"cursor": 1, "changes": []})"), std::size_t{0});
        QCOMPARE(faults(change, R"({"cursor": -1, "changes": []})"), std::size_t{1});
        QCOMPARE(faults(change, R"({"cursor": 1})"), std::size_t{1});
        QCOMPARE(faults(change, R"({"cursor": 1, "changes": [], "more": 1})"), std::size_t{1});
        QVERIFY(faults(change, R"({"cursor": 1, "changes": [{"at": 1}]})") > 0);
        const char* whole = R"({"$ref": "#/components/schemas/Case"})";
        QVERIFY(faults(whole, R"({"surplus": 1})") > 10);
        const char* launch = R"({"$ref": "#/components/schemas/Launch"})";
        QCOMPARE(faults(launch, R"({"kind": "token", "shapes": [], "example": ""})"), std::size_t{0});
        QCOMPARE(faults(launch, R"({"kind": "qr", "shapes": [], "example": ""})"), std::size_t{1});
        QVERIFY_THROWS_EXCEPTION(std::logic_error, faults(R"({"multipleOf": 2})", "1"));
    }

    void server_refusesAsTheDocumentSays() {
        PracticeProgram program;
        std::map<int, HttpAnswer> refused;
        const auto keep = [&](HttpAnswer answer) { refused[answer.status] = std::move(answer); };
        keep(program.staff().get("/api/v1/nothing"));
        keep(program.staff().remove("/api/v1/cases"));
        keep(program.staff().send("POST", "/api/v1/cases", std::string(300'000, 'x')));
        keep(program.staff().get("/api/v1/" + std::string(10'000, 'x')));
        keep(program.staff().get("/api/v1/me", {{"X-Long", std::string(20'000, 'x')}}));
        const auto raw = program.staff().raw("GET /api/v1/me HTTP/1.1\r\n\r\n");
        QVERIFY(raw.starts_with("HTTP/1.1 400"));
        keep({400, raw.substr(raw.find("\r\n\r\n") + 4), {{"content-type", "application/problem+json"}}});
        for (const auto& [word, codes] : document_.codesOfServer().items()) {
            const auto status = std::stoi(word);
            // A slow client is cut off in tests/backend/api; 500 and 503 are met there as well.
            if (status == 408 || status >= 500) {
                continue;
            }
            QVERIFY2(refused.contains(status), word.c_str());
            const auto& answer = refused.at(status);
            QCOMPARE(answer.headers.at("content-type"), std::string{"application/problem+json"});
            QVERIFY(document_.faultsOf(json{{"$ref", "#/components/schemas/Problem"}}, answer.json()).empty());
            QVERIFY2(codes.dump().find('"' + answer.code() + '"') != std::string::npos, answer.body.c_str());
        }
        QCOMPARE(refused.size(), std::size_t{6});
        QCOMPARE(program.end(), 0);
    }

    void everyOperation_answersAsTheDocumentSays() {
        PracticeProgram program;
        const auto outside = [&] { return program.staff(); };

        // Sessions.
        json signIn{{"method", "password"}, {"name", "teller"}, {"password", program.password("teller")},
                    {"counter", "C1"},      {"branch", "012"},  {"desk", {{"version", VERDESK_VERSION}}}};
        const std::string token = call(outside(), "signIn", {}, signIn).json().at("token");
        const auto officer = program.signIn("officer");
        const auto teller = [&] { return program.staff(token); };
        signIn["password"] = "not this one at all";
        QCOMPARE(call(outside(), "signIn", {}, signIn).status, 401);
        QCOMPARE(call(outside(), "signIn", {}, json{{"method", "password"}}).status, 400);
        signIn["password"] = program.password("teller");
        signIn["branch"] = "999";
        QCOMPARE(call(outside(), "signIn", {}, signIn).status, 403);
        const auto me = call(teller(), "getMe").json();
        QCOMPARE(call(program.staff("nonsense"), "getMe").status, 401);
        QCOMPARE(call(teller(), "getMe", {}, {}, {}, {{"Verdesk-Desk", "0.0.9"}}).status, 426);
        QCOMPARE(call(teller(), "getMe", {}, {}, {}, {{"Verdesk-Desk", "new"}}).status, 400);
        QCOMPARE(call(teller(), "getFlows").status, 200);
        QCOMPARE(call(outside(), "getPractice").status, 200);

        // Cases.
        const auto opened = call(teller(), "openCase", {}, openBody);
        QCOMPARE(opened.status, 201);
        const std::string caseId = opened.json().at("id");
        QCOMPARE(call(teller(), "openCase", {}, openBody).status, 409);
        QCOMPARE(call(teller(), "openCase", {}, json::object()).status, 400);
        auto large = openBody;
        large["more"] = std::string(10'000, 'x');
        QCOMPARE(call(teller(), "openCase", {}, large).status, 413);
        QCOMPARE(call(teller(), "openCase", {}, openBody, {}, {{"Idempotency-Key", "one"}}).status, 409);
        auto other = openBody;
        other["reference"] = "100483-K";
        QCOMPARE(call(teller(), "openCase", {}, other, {}, {{"Idempotency-Key", "one"}}).status, 422);
        QCOMPARE(call(teller(), "listCases", {}, {}, "?limit=10&state=open&reference=100482-K").status, 200);
        QCOMPARE(call(teller(), "listCases", {}, {}, "?limit=0").status, 400);
        QCOMPARE(call(teller(), "getCase", nobody).status, 404);

        // A code, approved on the phone.
        const auto start = [&](const char* flow, const char* launch) {
            return call(teller(), "startVerification", caseId, json{{"flow", flow}, {"launch", launch}});
        };
        const auto qr = start("passid", "qr");
        QCOMPARE(qr.status, 201);
        QCOMPARE(start("tea", "qr").status, 400);
        QCOMPARE(start("passid", "widget").status, 400);
        QCOMPARE(call(teller(), "startVerification", nobody, json{{"flow", "passid"}, {"launch", "qr"}}).status, 404);
        QTRY_VERIFY(!newestSession(program).empty());
        QCOMPARE(program.sandbox()
                     .post("/control/passid/sessions/" + newestSession(program) + "/approve", json::object())
                     .status,
                 200);
        const auto done = waitUntilFinal(program, token, qr.json().at("id"));
        QCOMPARE(done.at("state").get<std::string>(), std::string{"completed"});
        QVERIFY(!done.at("claims").empty());
        const auto after = "?wait=0&after=" + me.at("cursor").dump();
        QVERIFY(call(teller(), "followChanges", {}, {}, after).json().at("changes").size() >= 3);
        QCOMPARE(call(teller(), "followChanges", {}, {}, "?after=-1").status, 400);
        QCOMPARE(call(teller(), "followChanges", {}, {}, "?wait=0&after=999999").status, 410);
        QCOMPARE(call(teller(), "getVerification", nobody).status, 404);

        // Tokens: a good one, and one that nobody made.
        const std::string good = start("passid", "token").json().at("id");
        const auto verified = call(teller(), "handInToken", good, json{{"token", "GH2P-ABCD-56KL"}});
        QVERIFY(verified.status == 200 || verified.status == 202);
        QCOMPARE(waitUntilFinal(program, token, good).at("verdict").get<std::string>(), std::string{"review"});
        QCOMPARE(call(teller(), "handInToken", good, json{{"token", "GH2P-ABCD-56KL"}}).status, 409);
        const std::string bad = start("passid", "token").json().at("id");
        call(teller(), "handInToken", bad, json{{"token", "PASSID-ZZZZ-ZZZZ-ZZZZ-ZZZZ"}});
        QCOMPARE(waitUntilFinal(program, token, bad).at("state").get<std::string>(), std::string{"declined"});
        QCOMPARE(call(teller(), "handInToken", nobody, json{{"token", "x"}}).status, 404);
        QCOMPARE(call(teller(), "handInToken", bad, json::object()).status, 400);

        // The desk saw an end; cancelling.
        const std::string left = start("passid", "qr").json().at("id");
        QCOMPARE(call(teller(), "reportReturn", left, json{{"kind", "closed"}}).status, 200);
        QCOMPARE(call(teller(), "reportReturn", left, json{{"kind", "other"}}).status, 400);
        QCOMPARE(call(teller(), "cancelVerification", left).status, 200);
        QCOMPARE(call(teller(), "cancelVerification", left).status, 409);
        const json message{{"kind", "message"}, {"message", "{}"}};
        QCOMPARE(call(teller(), "reportReturn", left, message).status, 409);
        QCOMPARE(call(teller(), "reportReturn", nobody, message).status, 404);
        QCOMPARE(call(teller(), "cancelVerification", nobody).status, 404);

        // A page that opens once, and another one.
        const std::string paged = start("passport_io", "widget").json().at("id");
        const auto pageOf = [](const json& seen) { return seen.at("launches").at(0).at("page"); };
        json page;
        for (int i = 0; i < 100 && page.is_null(); ++i) {
            const auto now = call(teller(), "getVerification", paged).json();
            page = now.at("launches").empty() ? json{} : pageOf(now);
            std::this_thread::sleep_for(20ms);
        }
        const auto renewed = call(teller(), "renewLaunch", paged);
        QCOMPARE(renewed.status, 200);
        QVERIFY(pageOf(renewed.json()) != page);
        QVERIFY(renewed.json().at("launches").at(0).value("opensOnce", false));
        QCOMPARE(call(teller(), "renewLaunch", left).status, 400);
        QCOMPARE(call(teller(), "renewLaunch", nobody).status, 404);
        QCOMPARE(call(teller(), "cancelVerification", paged).status, 200);
        QCOMPARE(call(teller(), "renewLaunch", paged).status, 409);

        // Decisions.
        const json approve{{"kind", "approve"}, {"reason", "seen and judged"}};
        QCOMPARE(call(teller(), "decide", caseId, approve).status, 403);
        QCOMPARE(call(program.staff(officer), "decide", caseId, json{{"kind", "approve"}}).status, 400);
        QCOMPARE(call(program.staff(officer), "decide", nobody, approve).status, 404);
        QCOMPARE(
            call(program.staff(officer), "decide", caseId, json{{"kind", "escalate"}, {"reason", "look again"}}).status,
            201);
        QCOMPARE(call(program.staff(officer), "decide", caseId, approve).status, 201);
        QCOMPARE(call(program.staff(officer), "decide", caseId, approve).status, 409);
        QCOMPARE(call(teller(), "getCase", caseId).json().at("decisions").size(), std::size_t{2});
        QCOMPARE(start("passid", "qr").status, 409);

        // Erasing: what is left can be read, and nothing can be done with it.
        auto third = openBody;
        third["reference"] = "100485-K";
        const std::string gone = call(teller(), "openCase", {}, third).json().at("id");
        const json reason{{"reason", "the customer asked for it"}};
        call(teller(), "startVerification", gone, json{{"flow", "passid"}, {"launch", "qr"}});
        QCOMPARE(call(teller(), "eraseCase", gone, reason).status, 403);
        QCOMPARE(call(program.staff(officer), "eraseCase", gone, json{{"reason", " "}}).status, 400);
        QCOMPARE(call(program.staff(officer), "eraseCase", nobody, reason).status, 404);
        QCOMPARE(call(program.staff(officer), "eraseCase", gone, reason).status, 409);
        QCOMPARE(call(teller(), "decide", gone, json{{"kind", "close"}}).status, 201);
        const auto erased = call(program.staff(officer), "eraseCase", gone, reason);
        QCOMPARE(erased.status, 200);
        QVERIFY(erased.json().contains("erasedAt"));
        QCOMPARE(erased.json().at("erasure").at("reason").get<std::string>(), std::string{"the customer asked for it"});
        QCOMPARE(erased.json().at("reference").get<std::string>(), std::string{});
        QCOMPARE(call(program.staff(officer), "eraseCase", gone, json{{"reason", "once more"}}).status, 409);
        QCOMPARE(call(teller(), "getCase", gone).status, 200);

        // The other listeners.
        QCOMPARE(call(program.publicSide(), "receiveWebhook", "a-guess").status, 404);
        const auto secrets = program.passidSecrets();
        const std::string segment = secrets.at("segment");
        const auto push = [&](const std::string& body, const std::string& signature) {
            return send(program.publicSide(), "receiveWebhook", segment, body, {{"X-PASSID-Signature", signature}})
                .status;
        };
        const auto event = [](const char* id) {
            return json{{"event_id", id},
                        {"event_type", "verification.completed"},
                        {"data", {{"requestId", "req_of_nobody"}, {"claims", {{"identity_verified", true}}}}}}
                .dump();
        };
        for (const auto* id : {"evt_1", "evt_2", "evt_1"}) {
            QCOMPARE(push(event(id), signatureOf(event(id), secrets.at("webhook"))), 200);
        }
        QCOMPARE(push(event("evt_3"), signatureOf(event("evt_3"), "whsec_of_somebody_else")), 401);
        QCOMPARE(push(std::string(300'000, 'x'), "sha256=00"), 413);
        for (const auto* operation : {"comeBack", "goBack"}) {
            QCOMPARE(call(program.publicSide(), operation, {}, {}, "?state=of-nobody").status, 200);
        }
        QCOMPARE(call(teller(), "getEvidence", nobody).status, 404);

        // Results that name nobody: those of the webhooks.
        const auto asOfficer = [&] { return program.staff(officer); };
        json waiting;
        for (int i = 0; i < 100 && waiting.size() < 2; ++i) {
            std::this_thread::sleep_for(50ms);
            waiting = call(asOfficer(), "listUnmatched").json().at("unmatched");
        }
        QCOMPARE(waiting.size(), std::size_t{2});
        const std::string one = waiting[0].at("id");
        const std::string two = waiting[1].at("id");
        auto another = openBody;
        another["reference"] = "100484-K";
        const std::string theirs = call(teller(), "openCase", {}, another).json().at("id");
        const json qrOf{{"flow", "passid"}, {"launch", "qr"}};
        const std::string open = call(teller(), "startVerification", theirs, qrOf).json().at("id");
        const json mine{{"verification", open}};
        QCOMPARE(call(teller(), "listUnmatched").status, 403);
        QCOMPARE(call(teller(), "assignUnmatched", one, mine).status, 403);
        QCOMPARE(call(asOfficer(), "assignUnmatched", one, json::object()).status, 400);
        QCOMPARE(call(asOfficer(), "assignUnmatched", one, mine).json().at("verdict").get<std::string>(),
                 std::string{"review"});
        QCOMPARE(call(asOfficer(), "assignUnmatched", one, json{{"verification", left}}).status, 409);
        QCOMPARE(call(teller(), "dismissUnmatched", two, json{{"reason", "none"}}).status, 403);
        QCOMPARE(call(asOfficer(), "dismissUnmatched", two, json{{"reason", ""}}).status, 400);
        QCOMPARE(call(asOfficer(), "dismissUnmatched", two, json{{"reason", "nobody's"}}).status, 204);
        QCOMPARE(call(asOfficer(), "dismissUnmatched", two, json{{"reason", "nobody's"}}).status, 409);
        refuseEachAtTheGate(program, officer);
        refuseEachKeyTwice(program, officer);
        endThePollBefore(program, token);
        QCOMPARE(call(program.ops(), "health").status, 200);
        QCOMPARE(call(program.ops(), "readiness").status, 200);
        const auto metrics = call(program.ops(), "metrics");
        for (const auto* family :
             {"verdesk_http_requests_total{", "verdesk_http_request_seconds_bucket{",
              "verdesk_hooks_total{account=\"passid_practice\"",
              "verdesk_provider_calls_total{account=\"passid_practice\"", "verdesk_verifications_open ",
              "verdesk_feed_pollers ", "verdesk_hooks_unmatched ", "verdesk_deletions_waiting ",
              "verdesk_deletions_oldest_seconds ", "verdesk_store_batches_total ", "verdesk_build_info{"}) {
            QVERIFY2(metrics.body.find(family) != std::string::npos, family);
        }
        QVERIFY(metrics.body.find(caseId) == std::string::npos);

        QCOMPARE(call(teller(), "signOut").status, 204);
        QCOMPARE(call(teller(), "signOut").status, 401);

        QCOMPARE(program.end(), 0);
        everythingWasSeen();
    }

private:
    // A session's second poll ends its first.
    void endThePollBefore(PracticeProgram& program, const std::string& token) {
        const std::string cursor = call(program.staff(token), "getMe").json().at("cursor").dump();
        HttpAnswer first;
        std::atomic<bool> ended{false};
        std::thread waiting{[&, client = program.staff(token)]() mutable {
            first = client.get("/api/v1/changes?wait=30&after=" + cursor);
            ended = true;
        }};
        for (int i = 0; i < 200 && !ended; ++i) {
            std::this_thread::sleep_for(20ms);
            call(program.staff(token), "followChanges", {}, {}, "?wait=0&after=" + cursor);
        }
        waiting.join();
        QCOMPARE(checked(document_.operation("followChanges"), first).status, 409);
    }

    // Each operation was answered well once, and met each kind of refusal that the document lists for it.
    void everythingWasSeen() {
        // There are no documents here (tests/backend/api/evidence_test.cpp), this is practice, nobody said who may send
        // webhooks (tests/backend/verification/unmatched_test.cpp).
        const std::set<std::pair<std::string, int>> elsewhere{
            {"getEvidence", 200}, {"getPractice", 404}, {"receiveWebhook", 403}};
        for (const auto& operation : document_.operations()) {
            const auto& responses = operation.json.at("responses");
            const bool well = std::any_of(seen_.begin(), seen_.end(), [&](const auto& each) {
                return each.first == operation.id && each.second < 300 &&
                       responses.contains(std::to_string(each.second));
            });
            QVERIFY2(well || elsewhere.contains({operation.id, 200}), (operation.id + " never went well").c_str());
            const auto refusals = operation.json.value("x-codes", json::object());
            for (const auto& [word, codes] : refusals.items()) {
                const auto status = std::stoi(word);
                // 429, 500 and 503 are met by the tests of the API with a double (tests/backend/api).
                const bool met = seen_.contains({operation.id, status}) || status == 429 || status >= 500;
                QVERIFY2(met || elsewhere.contains({operation.id, status}), (operation.id + " " + word).c_str());
            }
        }
    }
};

VERDESK_TEST(OpenApiTest)
#include "running_test.moc"
