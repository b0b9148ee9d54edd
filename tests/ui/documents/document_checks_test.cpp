#include "ui/documents/document_checks.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;
using Result = DocumentCheck::Result;

namespace {

claims::Claim claim(std::string_view name, claims::Value value) {
    return {std::string{name}, std::move(value), claims::Status::proven, {}, nullptr};
}
std::vector<claims::Claim> card() {
    namespace name = claims::name;
    return {claim(name::documentExpiry, claims::Date{"2026-11-20"}), claim(name::documentIssuer, claims::Text{"DEU"}),
            claim(name::age, claims::Text{"17"})};
}

}  // namespace

class DocumentChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    }

    void expiry_onItsLastDay_isValid_andOnTheNextIsNot() {
        const auto last = documentChecksOf(card(), "2026-11-20");
        QVERIFY(last[0].result == Result::good);
        QVERIFY(last[0].words.contains(QStringLiteral("2026")));
        QVERIFY(documentChecksOf(card(), "2026-11-21")[0].result == Result::bad);
    }

    void issuerAndAge_withoutADemand_areOnlyTold() {
        const auto checks = documentChecksOf(card(), "2026-01-01");
        QCOMPARE(checks.size(), size_t{3});
        QVERIFY(checks[1].result == Result::told);
        QCOMPARE(checks[1].words, QStringLiteral("Issued by DEU"));
        QVERIFY(checks[2].result == Result::told);
        QCOMPARE(checks[2].words, QStringLiteral("17 years old"));
    }

    void demands_turnOutAsTheirFlagsSay() {
        auto claims = card();
        claims.push_back(claim(claims::name::issuerAccepted, claims::Flag{true}));
        claims.push_back(claim(claims::name::minimumAgeReached, claims::Flag{false}));
        const auto checks = documentChecksOf(claims, "2026-01-01");
        QVERIFY(checks[1].result == Result::good);
        QVERIFY(checks[2].result == Result::bad);
        QCOMPARE(checks[2].words, QStringLiteral("17 years old: too young"));
    }

    void nothingKnown_nothingChecked() {
        QVERIFY(documentChecksOf({claim(claims::name::surname, claims::Text{"Muster"})}, "2026-01-01").empty());
    }
};

VERDESK_TEST(DocumentChecksTest)
#include "document_checks_test.moc"
