#include "backend/store/tables/staff.h"
#include "crypto/digest.h"
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

const json startBody{{"flow", "passid"}, {"launch", "qr"}};
const HttpClient::Headers same{{"Idempotency-Key", "the-same"}};

}  // namespace

class IdempotencyApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameRequest_hearsTheFirstAnswer() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const auto first = teller.post("/api/v1/cases", openCaseBody(), same);
        h.clock.advance(1min);
        const auto again = teller.post("/api/v1/cases", openCaseBody(), same);
        QCOMPARE(first.status, 201);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, first.body);
        QCOMPARE(again.headers.at("idempotency-replayed"), std::string{"true"});
        const std::string id = first.json().at("id");
        const auto started =
            teller.post("/api/v1/cases/" + id + "/verifications", startBody, {{"Idempotency-Key", "s"}});
        QCOMPARE(teller.post("/api/v1/cases/" + id + "/verifications", startBody, {{"Idempotency-Key", "s"}}).body,
                 started.body);
        QCOMPARE(fake().starts.load(), 1);
    }

    void otherRequestUnderTheKey_isRefused() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        QCOMPARE(teller.post("/api/v1/cases", openCaseBody("100001-A"), same).status, 201);
        for (const auto& answer : {teller.post("/api/v1/cases", openCaseBody("100002-A"), same),
                                   teller.post("/api/v1/cases/x/verifications", startBody, same),
                                   teller.post("/api/v1/cases/x/decisions", {{"kind", "close"}}, same)}) {
            QCOMPARE(answer.status, 422);
            QCOMPARE(answer.code(), std::string{"idempotency-key-reused"});
        }
    }

    void key_isThePersonsOwn_andNotTheSessions() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const auto first = teller.post("/api/v1/cases", openCaseBody("100001-A"), same);
        QCOMPARE(h.client(h.signIn("officer")).post("/api/v1/cases", openCaseBody("100002-A"), same).status, 201);
        QCOMPARE(h.client(h.signIn("teller")).post("/api/v1/cases", openCaseBody("100001-A"), same).body, first.body);
    }

    void key_isForgottenAfterADay() {
        Harness h;
        const auto first = h.client(h.signIn("teller")).post("/api/v1/cases", openCaseBody(), same).json();
        h.clock.advance(23h);
        QVERIFY(h.client(h.signIn("teller")).post("/api/v1/cases", openCaseBody(), same).json() == first);
        h.clock.advance(2h);
        QCOMPARE(h.client(h.signIn("teller")).post("/api/v1/cases", openCaseBody(), same).code(),
                 std::string{"case-open"});
    }

    void key_missingEmptyOrTooLong_isABadRequest() {
        Harness h;
        auto officer = h.client(h.signIn("officer"));
        for (const auto& route : h.api->routes()) {
            if (!route.keyed) {
                continue;
            }
            auto path = "/api/v1" + route.path;
            if (const auto at = path.find("{id}"); at != std::string::npos) {
                path.replace(at, 4, "x");
            }
            QCOMPARE(officer.send("POST", path, "{}").member(), std::string{"Idempotency-Key"});
            QCOMPARE(officer.send("POST", path, "{}", {{"Idempotency-Key", std::string(101, 'k')}}).status, 400);
            QCOMPARE(officer.send("POST", path, "{}", {{"Idempotency-Key", "k\xff"}}).status, 400);
        }
    }

    void sameRequestTwiceAtOnce_happensOnce() {
        Harness h;
        const auto token = h.signIn("teller");
        const std::string id = h.client(token).post("/api/v1/cases", openCaseBody()).json().at("id");
        fake().slowMs = 300;
        std::vector<std::future<HttpAnswer>> answers;
        for (int i = 0; i < 6; ++i) {
            answers.push_back(std::async(std::launch::async, [&] {
                return h.client(token).post("/api/v1/cases/" + id + "/verifications", startBody, same);
            }));
        }
        const auto first = answers.front().get();
        QCOMPARE(first.status, 201);
        for (std::size_t i = 1; i < answers.size(); ++i) {
            QCOMPARE(answers[i].get().body, first.body);
        }
        QCOMPARE(fake().starts.load(), 1);
    }

    void casesOpenedAtOnce_underOneKey_andUnderMany_areOne() {
        Harness h;
        const auto token = h.signIn("teller");
        for (const bool oneKey : {true, false}) {
            const auto body = openCaseBody(oneKey ? "100001-A" : "100002-A");
            std::vector<std::future<HttpAnswer>> answers;
            for (int i = 0; i < 8; ++i) {
                answers.push_back(std::async(std::launch::async, [&, i] {
                    const auto key = oneKey ? std::string{"one"} : "many-" + std::to_string(i);
                    return h.client(token).post("/api/v1/cases", body, {{"Idempotency-Key", key}});
                }));
            }
            int opened = 0;
            for (auto& answer : answers) {
                const auto got = answer.get();
                opened += got.status == 201 ? 1 : 0;
                QVERIFY(got.status == 201 || got.code() == "case-open");
            }
            QCOMPARE(opened, oneKey ? 8 : 1);
        }
        QCOMPARE(h.client(token).get("/api/v1/cases").json().at("cases").size(), std::size_t{2});
    }

    void refusal_isKept_butNotWhatMayGoBetterNextTime() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const std::string id = teller.post("/api/v1/cases", openCaseBody()).json().at("id");
        const auto refused = teller.post("/api/v1/cases", openCaseBody(), same);
        QCOMPARE(refused.code(), std::string{"case-open"});
        teller.post("/api/v1/cases/" + id + "/decisions", {{"kind", "close"}});
        QCOMPARE(teller.post("/api/v1/cases", openCaseBody(), same).body, refused.body);

        const auto path = "/api/v1/cases/" + id + "/verifications";
        fake().failOnce = true;
        QCOMPARE(teller.post(path, startBody, {{"Idempotency-Key", "down"}}).status, 503);
        QCOMPARE(teller.post(path, startBody, {{"Idempotency-Key", "down"}}).status, 201);
        fake().crashOnce = true;
        QCOMPARE(teller.post(path, startBody, {{"Idempotency-Key", "broken"}}).status, 500);
        QCOMPARE(teller.post(path, startBody, {{"Idempotency-Key", "broken"}}).status, 201);
    }

    // A process was killed between claiming a key and keeping the answer.
    void claimOfAKilledProcess_isTakenOver() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const std::string id = teller.post("/api/v1/cases", openCaseBody()).json().at("id");
        const auto path = "/api/v1/cases/" + id + "/verifications";
        store::IdempotencyRow row;
        row.staff = StaffId{teller.get("/api/v1/me").json().at("staff").at("id").get<std::string>()};
        row.key = "left-behind";
        row.requestDigest = crypto::toHex(crypto::sha256(crypto::viewOf("POST\n" + path + "\n" + startBody.dump())));
        row.at = h.clock.now() - 1h;
        h.run([&]() -> boost::asio::awaitable<void> {
            const auto change = [row](store::Transaction& t) { store::tables::insertIdempotency(t, row); };
            co_await h.store->write(change);
        });
        QCOMPARE(teller.post(path, startBody, {{"Idempotency-Key", "left-behind"}}).status, 201);
        QCOMPARE(teller.post(path, startBody, {{"Idempotency-Key", "left-behind"}}).status, 201);
        QCOMPARE(fake().starts.load(), 1);
    }

    // The desk's connection breaks while the backend works: the work is done all the same, and its answer is there.
    void clientThatLeaves_findsItsAnswerLater() {
        Harness h;
        const auto token = h.signIn("teller");
        const std::string id = h.client(token).post("/api/v1/cases", openCaseBody()).json().at("id");
        fake().slowMs = 1'500;
        const auto path = "/api/v1/cases/" + id + "/verifications";
        const auto body = startBody.dump();
        // raw() leaves after a second of silence.
        h.client().raw("POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token +
                       "\r\nIdempotency-Key: gone\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
                       body);
        const auto again = h.client(token).post(path, startBody, {{"Idempotency-Key", "gone"}});
        QCOMPARE(again.status, 201);
        QCOMPARE(fake().starts.load(), 1);
    }
};

VERDESK_TEST(IdempotencyApiTest)
#include "idempotency_test.moc"
