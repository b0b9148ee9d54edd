// Documents: kept with the result that brought them, or fetched afterwards.
#include "backend/store/statement.h"
#include "backend/store/tables/documents.h"
#include "backend/verification/media_type.h"
#include "tests/backend/support/office.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace std::string_literals;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using test::FakeWeb;
using test::Office;
using How = FakeWeb::How;
using nlohmann::json;
namespace tables = store::tables;

namespace {

constexpr const char* front = "https://files.example/front";

claims::Document documentOf(const Verification& seen, const std::string& name) {
    const auto* claim = claims::find(seen.claims, name);
    const auto* document = claim == nullptr ? nullptr : std::get_if<claims::Document>(&claim->value);
    return document == nullptr ? claims::Document{"none", ""} : *document;
}

json verbatimOf(const Verification& seen, const std::string& name) {
    const auto* claim = claims::find(seen.claims, name);
    return claim == nullptr ? json{} : claim->verbatim;
}

std::string bytesOf(Office& office, const std::string& id) {
    return office.read([id](store::Reading& r) {
        const auto row = tables::findDocument(r, id);
        return row ? tables::bytesOf(r, *row) : "none"s;
    });
}

// A result that names one document, told by webhook.
Verification told(Office& office, const json& more) {
    const auto seen = office.startBrowser(office.openCase());
    json body{{"key", "key-" + seen.id.value}, {"signed", true}, {"claims", {{"full_name", "Ada Example"}}}};
    body.update(more);
    office.tell(body);
    office.reaches(seen.id, State::completed);
    office.settleDown();
    return office.get(seen.id);
}

const json wantsFront{{"wanted", {{"document_front", front}}}};

claims::Status statusOf(const Verification& seen, const std::string& name) {
    const auto* claim = claims::find(seen.claims, name);
    return claim == nullptr ? claims::Status::unknown : claim->status;
}

void askForFront(Office& office) {
    office.config.flows.back().flow.asks = {"full_name", "document_front"};
}

bool lacksFront(const Verification& seen) {
    return std::find(seen.reasons.begin(), seen.reasons.end(), claims::Reason{"missing", "document_front"}) !=
           seen.reasons.end();
}

}  // namespace

class EvidenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void media_type_goes_by_the_bytes_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("type");
        const auto add = [](const char* name, std::string bytes, const char* type) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray{type};
        };
        add("jpeg", "\xff\xd8\xff\xdb", "image/jpeg");
        add("png", "\x89PNG\r\n\x1a\n", "image/png");
        add("pdf", "%PDF-1.7", "application/pdf");
        add("mp4", "\0\0\0\x18"s + "ftypisom\0\0\2\0"s, "video/mp4");
        add("heic", "\0\0\0\x18"s + "ftypheic\0\0\0\0"s, "");
        add("quicktime", "\0\0\0\x18"s + "ftypqt  \0\0\0\0"s, "");
        add("page", "<!doctype html>", "");
        add("drawing", "<svg xmlns='http://www.w3.org/2000/svg'/>", "");
        add("empty", "", "");
        add("almost png", "\x89PNG\r\n", "");
        add("pdf later", " %PDF-1.7", "");
    }
    void media_type_goes_by_the_bytes() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, type);
        const auto text = bytes.toStdString();
        QCOMPARE(std::string{mediaTypeOf(text)}, type.toStdString());
    }

    void documents_that_the_flow_does_not_keep_are_neither_fetched_nor_stored() {
        Office office;
        office.config.flows.back().flow.keep = {};
        const auto seen =
            told(office, {{"pictures", {{"document_back", "jpeg"}}}, {"wanted", {{"document_front", front}}}});
        for (const auto* name : {"document_front", "document_back"}) {
            QCOMPARE(documentOf(seen, name).evidence, ""s);
            QCOMPARE(verbatimOf(seen, name).value("not_kept", ""), "flow"s);
            QVERIFY(statusOf(seen, name) == claims::Status::proven);
        }
        QCOMPARE(office.read([](store::Reading& r) { return store::selectNumber(r, "count(*)", "from fetches"); }),
                 std::int64_t{0});
        QCOMPARE(office.read([](store::Reading& r) { return store::selectNumber(r, "count(*)", "from documents"); }),
                 std::int64_t{0});
        QVERIFY(office.faults().empty());
    }

    void documents_of_an_answer_are_kept_with_it() {
        Office office;
        const auto seen = told(office, {{"pictures", {{"document_front", "jpeg"}, {"document_back", "exe"}}}});
        const auto kept = documentOf(seen, "document_front");
        QCOMPARE(kept.mediaType, "image/jpeg"s);
        QCOMPARE(bytesOf(office, kept.evidence), test::picture("jpeg"));
        QCOMPARE(documentOf(seen, "document_back").evidence, ""s);
        QCOMPARE(verbatimOf(seen, "document_back").value("not_kept", ""), "refused_type"s);
        QVERIFY(office.faults().empty());
        office.restart();
        QCOMPARE(bytesOf(office, kept.evidence), test::picture("jpeg"));
    }

    void document_that_is_not_kept_proves_nothing() {
        Office office;
        askForFront(office);
        const auto seen = told(office, {{"pictures", {{"document_front", "exe"}, {"document_back", "exe"}}}});
        QCOMPARE(statusOf(seen, "document_front"), claims::Status::missing);
        QCOMPARE(statusOf(seen, "document_back"), claims::Status::missing);
        QCOMPARE(seen.verdict, claims::Verdict::review);
        QVERIFY(lacksFront(seen));
        QCOMPARE(office.caseRow(seen.caseId).verdict, claims::Verdict::review);
        QVERIFY(office.faults().empty());
    }

    void document_that_nobody_asked_for_is_missed_by_nobody() {
        Office office;
        const auto seen = told(office, {{"pictures", {{"document_front", "exe"}}}});
        QCOMPARE(statusOf(seen, "document_front"), claims::Status::missing);
        QCOMPARE(seen.verdict, claims::Verdict::pass);
    }

    void document_that_does_not_come_worsens_the_verdict_and_reopens_the_case() {
        Office office;
        askForFront(office);
        office.web.lay(front, {503, ""});
        const auto seen = told(office, wantsFront);
        QCOMPARE(seen.verdict, claims::Verdict::pass);
        office.closeCase(seen.caseId);
        office.web.clear(front);
        office.advance(hours{1}, minutes{5});
        QVERIFY(
            office.until([&] { return statusOf(office.get(seen.id), "document_front") == claims::Status::missing; }));
        QCOMPARE(office.get(seen.id).verdict, claims::Verdict::review);
        QVERIFY(lacksFront(office.get(seen.id)));
        QCOMPARE(office.get(seen.id).state, State::completed);
        QCOMPARE(office.caseRow(seen.caseId).verdict, claims::Verdict::review);
        QCOMPARE(office.caseRow(seen.caseId).state, CaseState::open);
        QCOMPARE(office.events(seen.id).back(), "verification.document_missing"s);
        QVERIFY(office.faults().empty());
    }

    // Of several of one name each counts: none is outshone by another that was kept.
    void one_of_two_documents_is_missed_too() {
        Office office;
        office.config.flows.back().flow.asks = {"document"};
        const auto seen = told(office, {{"pictures", {{"document", "jpeg"}}}, {"again", "exe"}});
        QCOMPARE(seen.verdict, claims::Verdict::review);
        QVERIFY(office.faults().empty());
    }

    void document_is_fetched_after_the_result() {
        Office office;
        office.web.lay(front, {200, test::picture("png")});
        const auto seen = told(office, wantsFront);
        QVERIFY(office.until([&] { return !documentOf(office.get(seen.id), "document_front").evidence.empty(); }));
        const auto kept = documentOf(office.get(seen.id), "document_front");
        QCOMPARE(kept.mediaType, "image/png"s);
        QCOMPARE(bytesOf(office, kept.evidence), test::picture("png"));
        QCOMPARE(office.events(seen.id).back(), "verification.document_kept"s);
        QVERIFY(office.web.sent.back().fromOutside);
        office.advance(hours{1});
        QCOMPARE(office.web.count(front), std::size_t{1});
        QVERIFY(office.faults().empty());
    }

    void document_that_does_not_come_is_asked_for_again_also_after_a_restart() {
        Office office;
        office.web.lay(front, {0, "", {}, How::lost});
        const auto seen = told(office, wantsFront);
        office.advance(minutes{1}, seconds{5});
        const auto before = office.web.count(front);
        QVERIFY(before >= 2 && before < 20);
        office.kill();
        office.web.clear(front);
        office.web.lay(front, {200, test::picture("jpeg")});
        office.start();
        QVERIFY(office.until([&] { return !documentOf(office.get(seen.id), "document_front").evidence.empty(); }));
        QCOMPARE(office.web.count(front), before + 1);
        QVERIFY(office.faults().empty());
    }

    void document_that_will_not_come_says_so_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("why");
        QTest::newRow("not there") << 404 << QByteArray{} << QByteArray{front} << QByteArray{"withdrawn"};
        QTest::newRow("gone") << 410 << QByteArray{} << QByteArray{front} << QByteArray{"withdrawn"};
        QTest::newRow("not for us") << 401 << QByteArray{} << QByteArray{front} << QByteArray{"refused_access"};
        QTest::newRow("forbidden") << 403 << QByteArray{} << QByteArray{front} << QByteArray{"refused_access"};
        QTest::newRow("a page") << 200 << QByteArray{"<html>"} << QByteArray{front} << QByteArray{"refused_type"};
        for (const auto* address :
             {"http://files.example/front", "https://127.0.0.1/x", "https://10.0.0.8/", "https://[::1]/",
              "https://localhost/", "https://files.example:8443/front", "https://user@files.example/front",
              "ftp://files.example/", "file:///etc/passwd", "nonsense"}) {
            QTest::newRow(address) << 200 << QByteArray{} << QByteArray{address} << QByteArray{"refused_address"};
        }
    }
    void document_that_will_not_come_says_so() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, why);
        Office office;
        office.web.lay(address.toStdString(), {status, body.toStdString()});
        const auto seen = told(office, {{"wanted", {{"document_front", address.toStdString()}}}});
        QVERIFY(office.until([&] { return office.events(seen.id).back() == "verification.document_missing"; }));
        const auto verbatim = verbatimOf(office.get(seen.id), "document_front");
        if (why == "withdrawn") {
            QCOMPARE(verbatim.value("withdrawn", false), true);
        } else {
            QCOMPARE(verbatim.value("not_kept", ""), why.toStdString());
        }
        QCOMPARE(verbatim.value("value", ""), address.toStdString());
        if (why == "refused_address") {
            QVERIFY(office.web.sent.empty());
        }
        office.advance(hours{2});
        QVERIFY(office.web.sent.size() <= 1);
        QVERIFY(office.faults().empty());
    }

    void document_that_is_held_back_is_asked_for_when_its_host_says_data() {
        QTest::addColumn<int>("status");
        for (const int status : {408, 425, 429}) {
            QTest::newRow(std::to_string(status).c_str()) << status;
        }
    }
    void document_that_is_held_back_is_asked_for_when_its_host_says() {
        QFETCH(int, status);
        Office office;
        office.web.lay(front, {status, "", {{"Retry-After", "600"}}});
        const auto seen = told(office, wantsFront);
        QVERIFY(office.until([&] { return office.web.count(front) == 1; }));
        office.settleDown();  // its ten minutes count from here
        office.advance(minutes{9}, seconds{10});
        QCOMPARE(office.web.count(front), std::size_t{1});
        office.web.clear(front);
        office.web.lay(front, {200, test::picture("png")});
        office.advance(minutes{2}, seconds{10});
        QVERIFY(office.until([&] { return !documentOf(office.get(seen.id), "document_front").evidence.empty(); }));
        QVERIFY(office.faults().empty());
    }

    void document_that_is_not_there_for_a_day_is_given_up() {
        Office office;
        office.web.lay(front, {503, ""});
        const auto seen = told(office, wantsFront);
        office.advance(hours{23}, minutes{15});
        QVERIFY(verbatimOf(office.get(seen.id), "document_front").is_string());
        QVERIFY(office.until([&] {
            office.advance(minutes{15});
            return verbatimOf(office.get(seen.id), "document_front").is_object();
        }));
        QCOMPARE(verbatimOf(office.get(seen.id), "document_front").value("not_kept", ""), "unreachable"s);
        const auto tries = office.web.count(front);
        office.advance(hours{24});
        QCOMPARE(office.web.count(front), tries);
    }

    void hosts_that_are_not_listed_are_not_called() {
        Office office;
        // A key of one provider's means nothing with another.
        office.config.accounts["browser_main"].account.options = {{"document_hosts", {"files.example"}},
                                                                  {"only_from", {"docs.example", ".files.example"}}};
        office.web.lay(front, {200, test::picture("png")});
        const auto seen = told(office, wantsFront);
        QVERIFY(office.until([&] { return office.events(seen.id).back() == "verification.document_missing"; }));
        QVERIFY(office.web.sent.empty());
    }

    void many_bytes_survive_in_pieces() {
        Office office;
        std::string large = test::picture("jpeg");
        for (std::size_t i = 0; large.size() < 3 * tables::documentPiece + 77; ++i) {
            large.push_back(static_cast<char>(i * 31 >> 3));
        }
        office.web.lay(front, {200, large});
        const auto seen = told(office, wantsFront);
        QVERIFY(office.until([&] { return !documentOf(office.get(seen.id), "document_front").evidence.empty(); }));
        QVERIFY(bytesOf(office, documentOf(office.get(seen.id), "document_front").evidence) == large);
        QVERIFY(office.faults().empty());
    }

    void check_finds_a_piece_that_is_gone_or_was_moved() {
        Office office;
        const auto seen = told(office, {{"pictures", {{"document_front", "jpeg"}, {"document_back", "png"}}}});
        const auto first = documentOf(seen, "document_front").evidence;
        const auto second = documentOf(seen, "document_back").evidence;
        office.write([first, second](store::Transaction& t) {
            store::execute(
                t,
                "update document_pieces set body = (select body from document_pieces where document_id = :b) "
                "where document_id = :a",
                second, first);
        });
        QCOMPARE(office.faults().size(), std::size_t{1});
        office.write([first](store::Transaction& t) {
            store::execute(t, "delete from document_pieces where document_id = :a", first);
            store::execute(t, "delete from documents where id = :a", first);
        });
        QCOMPARE(office.faults().size(), std::size_t{1});
    }
};

VERDESK_TEST(EvidenceTest)
#include "evidence_test.moc"
