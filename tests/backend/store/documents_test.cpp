#include "backend/store/tables/documents.h"
#include "backend/store/statement.h"
#include "crypto/random.h"
#include "tests/backend/store/tables_fixture.h"
#include "tests/support/registry.h"

using namespace verdesk;
using namespace verdesk::backend::store;
using namespace verdesk::test;

namespace {

DocumentRow rowOf(const VerificationRow& owner) {
    DocumentRow row;
    row.id = crypto::uuid7(owner.startedAt);
    row.verification = owner.id;
    row.caseId = owner.caseId;
    row.path = "profile#photo.front";
    row.mediaType = "image/png";
    row.at = owner.startedAt;
    return row;
}

// Every value that a byte may have, in an order that repeats itself late.
std::string bytesOf(std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<char>(i + i / 256);
    }
    return bytes;
}

}  // namespace

class DocumentTablesTest : public TablesFixture {
    Q_OBJECT

private Q_SLOTS:
    void documents_ofEverySize_comeBackByteByByte_data() {
        bothEngines();
    }
    void documents_ofEverySize_comeBackByteByByte() {
        inTransaction([](Transaction& t) {
            const auto owner = insertedVerification(t, insertedCase(t));
            for (const auto size : {std::size_t{1}, std::size_t{256}, tables::documentPiece - 1, tables::documentPiece,
                                    tables::documentPiece + 1, 2 * tables::documentPiece + 256}) {
                const auto bytes = bytesOf(size);
                const auto kept = tables::insert(t, rowOf(owner), bytes);
                QCOMPARE(kept.size, static_cast<std::int64_t>(size));
                const auto found = tables::findDocument(t, kept.id);
                QVERIFY(found.has_value());
                QCOMPARE(found->path, std::string{"profile#photo.front"});
                QCOMPARE(found->digest, kept.digest);
                QVERIFY(tables::bytesOf(t, *found) == bytes);
                QCOMPARE(selectNumber(t, "count(*)", "from document_pieces where document_id = :id", kept.id),
                         static_cast<std::int64_t>((size + tables::documentPiece - 1) / tables::documentPiece));
            }
            QCOMPARE(tables::documentsOf(t, owner.id).size(), std::size_t{6});
            QVERIFY(!tables::findDocument(t, "no such"));
        });
    }
    void documents_onDisk_areSealed_data() {
        bothEngines();
    }
    void documents_onDisk_areSealed() {
        inTransaction([](Transaction& t) {
            const auto owner = insertedVerification(t, insertedCase(t));
            const auto kept = tables::insert(t, rowOf(owner), "a face that nobody may see");
            for (auto& row : select(t, "body", "from document_pieces where document_id = :id", kept.id)) {
                std::string body;
                row.into(body);
                QVERIFY(body.find("face") == std::string::npos);
            }
            // The same bytes of another document have another digest: nobody can try them.
            QVERIFY(tables::insert(t, rowOf(owner), "a face that nobody may see").digest != kept.digest);
        });
    }
    void fetches_areTakenByOne_untilTheyAreEnded_data() {
        bothEngines();
    }
    void fetches_areTakenByOne_untilTheyAreEnded() {
        inTransaction([](Transaction& t) {
            const auto owner = insertedVerification(t, insertedCase(t));
            const auto now = owner.startedAt;
            FetchRow row{crypto::uuid7(now), owner.id, owner.caseId, "front", "https://files.example/1", 0, now, now};
            tables::insert(t, row);
            const auto due = tables::waitingFetches(t, now, 10);
            QCOMPARE(due.size(), std::size_t{1});
            QCOMPARE(due.front().url, row.url);
            QCOMPARE(due.front().path, row.path);
            QVERIFY(tables::takeFetch(t, row.id, 0, now + std::chrono::seconds{90}));
            QVERIFY(!tables::takeFetch(t, row.id, 0, now + std::chrono::seconds{90}));
            QVERIFY(tables::waitingFetches(t, now, 10).empty());
            tables::hastenFetches(t, now);
            QCOMPARE(tables::waitingFetches(t, now, 10).front().tries, 1);
            QVERIFY(tables::endFetch(t, row.id));
            QVERIFY(!tables::endFetch(t, row.id));
        });
    }
};

VERDESK_TEST(DocumentTablesTest)
#include "documents_test.moc"
