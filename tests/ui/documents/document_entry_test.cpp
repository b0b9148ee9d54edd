#include "ui/documents/document_entry.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;
using Kept = DocumentEntry::State;

namespace {

claims::Claim document(std::string_view name, const char* evidence, nlohmann::json verbatim = nullptr) {
    return {
        std::string{name}, claims::Document{evidence, "image/jpeg"}, claims::Status::proven, {}, std::move(verbatim)};
}

}  // namespace

class DocumentEntryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void documents_frontFirst_furtherOnesNumbered() {
        namespace name = claims::name;
        const auto entries = documentsOf({document(name::document, "e3"),
                                          document(name::documentBack, "e2"),
                                          {"surname", claims::Text{"Muster"}, claims::Status::proven, {}, nullptr},
                                          document(name::document, "e4"),
                                          document(name::documentFront, "e1")});
        QCOMPARE(entries.size(), size_t{4});
        QCOMPARE(entries[0].evidence, std::string{"e1"});
        QCOMPARE(entries[1].evidence, std::string{"e2"});
        QCOMPARE(entries[2].label, QStringLiteral("Further document 1"));
        QCOMPARE(entries[3].label, QStringLiteral("Further document 2"));
    }

    void document_withoutEvidence_isOnItsWay_orWithdrawn() {
        const auto entries =
            documentsOf({document("document_front", ""), document("document_back", "", {{"withdrawn", true}}),
                         document("document", "", {{"withdrawn", "yes"}})});
        QVERIFY(entries[0].state == Kept::onItsWay);
        QVERIFY(entries[1].state == Kept::withdrawn);
        QVERIFY(entries[2].state == Kept::onItsWay);
    }

    void others_areWithoutDocuments() {
        const auto others =
            withoutDocuments({document("document_front", "e1"),
                              {"document_back", std::monostate{}, claims::Status::missing, {}, nullptr}});
        QCOMPARE(others.size(), size_t{1});
        QCOMPARE(others[0].name, std::string{"document_back"});  // missing: the table says so
    }
};

VERDESK_TEST(DocumentEntryTest)
#include "document_entry_test.moc"
