#include "ui/documents/document_entry.h"

#include "tests/support/registry.h"
#include "ui/documents/missing_words.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
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
        QVERIFY(entries[1].state == Kept::missing);
        QCOMPARE(entries[1].why, std::string{"withdrawn"});
        QVERIFY(entries[2].state == Kept::onItsWay);
    }

    void document_thatWillNotCome_saysSo_andWhy() {
        const auto entries = documentsOf({document("document_front", "", {{"not_fetched", "plain_http"}}),
                                          document("document_back", "", {{"not_kept", "refused_type"}}),
                                          document("document", "", {{"not_kept", 7}}),
                                          document("document", "e4", {{"not_kept", "too_long"}})});
        QVERIFY(entries[0].state == Kept::missing);
        QCOMPARE(entries[0].why, std::string{"plain_http"});
        QVERIFY(entries[1].state == Kept::missing);
        QCOMPARE(entries[1].why, std::string{"refused_type"});
        QVERIFY(entries[2].state == Kept::onItsWay);
        QVERIFY(entries[3].state == Kept::kept);
    }

    // The list in docs/failure-codes.md is what the backend and the providers write.
    void everyReason_hasItsOwnWords_andSaysWhatToDo() {
        QFile list{QStringLiteral(VERDESK_TEST_DATA "/../../../docs/failure-codes.md")};
        QVERIFY(list.open(QIODevice::ReadOnly));
        const auto text =
            QString::fromUtf8(list.readAll()).section(QStringLiteral("## A document that is not there"), 1);
        const QRegularExpression row{QStringLiteral("^\\| `(?:not_kept|not_fetched): ([a-z_]+)`"),
                                     QRegularExpression::MultilineOption};
        QSet<QString> reasons{missingWords("of tomorrow").why, missingWords("withdrawn").why};
        int count = 0;
        for (auto found = row.globalMatch(text); found.hasNext();) {
            const auto each = found.next();
            const auto words = missingWords(each.captured(1).toStdString());
            QVERIFY2(!reasons.contains(words.why), qPrintable(each.captured(1)));
            QVERIFY(!words.what.isEmpty() && !words.next.isEmpty());
            reasons << words.why;
            ++count;
        }
        QCOMPARE(count, 11);
    }

    // With every document it is the account's permission at the provider that is missing.
    void refusedAccess_namesThePermission() {
        const auto words = missingWords("refused_access");
        QVERIFY(words.why.contains(QLatin1String("permitted your institution to download documents")));
        QVERIFY(words.next.contains(QLatin1String("Tell your administrator")));
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
