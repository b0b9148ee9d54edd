#include "backend/store/statement.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/documents.h"
#include "backend/store/tables/verifications.h"
#include "crypto/random.h"
#include "tests/backend/api/harness.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::test;
using namespace std::string_literals;
using nlohmann::json;
namespace tables = store::tables;

namespace {

const std::string picture = "\xff\xd8\xff\xe0 not \0 a text"s;

std::string keep(Harness& h, const VerificationId& id) {
    store::DocumentRow row;
    row.id = crypto::uuid7(h.clock.now());
    row.verification = id;
    row.path = "front";
    row.mediaType = "image/jpeg";
    row.at = h.clock.now();
    h.run([&]() -> boost::asio::awaitable<void> {
        const auto change = [row](store::Transaction& t) mutable {
            row.caseId = tables::findVerification(t, row.verification)->caseId;
            tables::insert(t, row, picture);
        };
        co_await h.store->write(change);
    });
    return row.id;
}

std::int64_t readings(Harness& h) {
    return h.run([&]() -> boost::asio::awaitable<std::int64_t> {
        const auto query = [](store::Reading& r) {
            return store::selectNumber(r, "count(*)", "from events where type = 'evidence.read'");
        };
        co_return co_await h.store->read(query);
    });
}

}  // namespace

class EvidenceApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reading_givesTheBytesAndIsWrittenDown() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const auto opened = teller.post("/api/v1/cases", openCaseBody()).json();
        const auto id = keep(h, h.addVerification(opened.at("id"), State::completed, claims::Verdict::pass));
        const auto cursor = teller.get("/api/v1/me").json().at("cursor").dump();
        const auto answer = teller.get("/api/v1/evidence/" + id);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body == picture);
        QCOMPARE(answer.headers.at("content-type"), "image/jpeg"s);
        QCOMPARE(answer.headers.at("cache-control"), "no-store"s);
        QCOMPARE(answer.headers.at("x-content-type-options"), "nosniff"s);
        QCOMPARE(readings(h), std::int64_t{1});
        QCOMPARE(h.client(h.signIn("officer")).get("/api/v1/evidence/" + id).status, 200);
        QCOMPARE(readings(h), std::int64_t{2});
        // That somebody looked is nobody's news.
        QVERIFY(teller.get("/api/v1/changes?wait=0&after=" + cursor).json().at("changes").empty());
    }

    void another_branch_orNobody_seesNothing() {
        Harness h;
        auto teller = h.client(h.signIn("teller"));
        const auto opened = teller.post("/api/v1/cases", openCaseBody()).json();
        const auto id = keep(h, h.addVerification(opened.at("id"), State::completed, claims::Verdict::pass));
        QCOMPARE(h.client(h.signIn("neighbour", "013")).get("/api/v1/evidence/" + id).status, 404);
        QCOMPARE(h.client(h.signIn("officer", "013")).get("/api/v1/evidence/" + id).status, 404);
        QCOMPARE(h.client().get("/api/v1/evidence/" + id).status, 401);
        QCOMPARE(teller.get("/api/v1/evidence/018f0000-0000-7000-8000-000000000000").status, 404);
        QCOMPARE(teller.get("/api/v1/evidence/..%2f..%2fetc").status, 404);
        QCOMPARE(readings(h), std::int64_t{0});
    }

    void unmatched_isForOfficersAndAdmins() {
        Harness h;
        auto officer = h.client(h.signIn("officer"));
        const auto listed = officer.get("/api/v1/unmatched").json().at("unmatched");
        QCOMPARE(listed.size(), std::size_t{1});
        QVERIFY(listed[0].at("names") == json::array({"Ada Example"}));
        const auto path = "/api/v1/unmatched/" + listed[0].at("id").get<std::string>();
        const json reason{{"reason", "not ours"}};
        QCOMPARE(officer.post(path + "/dismiss", json{{"reason", ""}}).status, 400);

        const std::string caseId = officer.post("/api/v1/cases", openCaseBody()).json().at("id");
        const json whose{{"verification", h.addVerification(caseId, State::awaiting, claims::Verdict::none).value}};
        for (const auto* name : {"officer", "admin"}) {
            auto may = h.client(h.signIn(name));
            QCOMPARE(may.get("/api/v1/unmatched").status, 200);
            QCOMPARE(may.post(path + "/assign", whose).status, 200);
            QCOMPARE(may.post(path + "/dismiss", reason).status, 204);
        }
        auto teller = h.client(h.signIn("teller"));
        for (const auto& refused : {teller.get("/api/v1/unmatched"), teller.post(path + "/assign", whose),
                                    teller.post(path + "/dismiss", reason)}) {
            QCOMPARE(refused.status, 403);
            QCOMPARE(refused.code(), std::string{"role-missing"});
        }
    }
};

VERDESK_TEST(EvidenceApiTest)
#include "evidence_test.moc"
