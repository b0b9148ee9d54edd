#include "providers/authenteq/checks.h"

#include "claims/verdict.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::claims;
using namespace verdesk::providers::authenteq;

namespace {

std::vector<Claim> document(const std::string& born, const std::string& issuer) {
    return {{"date_of_birth", Date{born}, Status::proven, "details.dateOfBirth", born},
            {"document_issuer", Text{issuer}, Status::proven, "details.issuingCountry", issuer}};
}

FlowSettings demanding() {
    FlowSettings flow;
    flow.minimumAge = 18;
    flow.acceptedIssuers = {"DEU", "AUT"};
    return flow;
}

Verdict verdictOf(std::vector<Claim> claims) {
    Evidence evidence;
    evidence.claims = std::move(claims);
    evidence.delivered = true;
    evidence.today = "2026-03-17";
    return judge(evidence).verdict;
}

}  // namespace

class AuthenteqChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void age_isCountedInWholeYears() {
        QCOMPARE(ageOn("2008-03-17", "2026-03-17"), 18);
        QCOMPARE(ageOn("2008-03-18", "2026-03-17"), 17);
        QCOMPARE(ageOn("2008-02-29", "2026-02-28"), 17);
        QCOMPARE(ageOn("2008-02-29", "2026-03-01"), 18);
        QCOMPARE(ageOn("2008-02-29", "2028-02-29"), 20);
        QCOMPARE(ageOn("2026-03-17", "2026-03-17"), 0);
        QCOMPARE(ageOn("1987-12-31", "2026-01-01"), 38);
    }

    void good_passes() {
        auto claims = document("1987-01-12", "DEU");
        addChecks(claims, demanding(), "2026-03-17");
        QVERIFY(find(claims, "age")->value == Value{Text{"39"}});
        QVERIFY(find(claims, "minimum_age_reached")->value == Value{Flag{true}});
        QVERIFY(find(claims, "document_issuer_accepted")->value == Value{Flag{true}});
        QCOMPARE(find(claims, "document_issuer_accepted")->path, std::string{"details.issuingCountry"});
        QVERIFY(verdictOf(claims) == Verdict::pass);
    }

    void tooYoung_orAForeignDocument_isForReview() {
        auto young = document("2010-01-12", "DEU");
        addChecks(young, demanding(), "2026-03-17");
        QVERIFY(find(young, "minimum_age_reached")->status == Status::contradicted);
        QVERIFY(verdictOf(young) == Verdict::review);
        auto foreign = document("1987-01-12", "deu");
        addChecks(foreign, demanding(), "2026-03-17");
        QVERIFY(find(foreign, "document_issuer_accepted")->status == Status::contradicted);
        QVERIFY(verdictOf(foreign) == Verdict::review);
    }

    void whatCannotBeTold_isForReview() {
        std::vector<Claim> nothing;
        addChecks(nothing, demanding(), "2026-03-17");
        QCOMPARE(nothing.size(), std::size_t{2});
        QVERIFY(nothing.front().status == Status::unknown && nothing.back().status == Status::unknown);
        QVERIFY(verdictOf(nothing) == Verdict::review);
        // Born tomorrow: no age.
        auto unborn = document("2026-03-18", "DEU");
        addChecks(unborn, demanding(), "2026-03-17");
        QVERIFY(find(unborn, "age") == nullptr);
        QVERIFY(find(unborn, "minimum_age_reached")->status == Status::unknown);
        auto unreadable = document("1987-01-12", "DEU");
        unreadable.front().value = Text{"12.1.87"};
        unreadable.front().status = Status::unknown;
        addChecks(unreadable, demanding(), "2026-03-17");
        QVERIFY(find(unreadable, "minimum_age_reached")->status == Status::unknown);
    }

    void flowThatDemandsNothing_isToldTheAgeAlone() {
        auto claims = document("1987-01-12", "DEU");
        addChecks(claims, {}, "2026-03-17");
        QCOMPARE(claims.size(), std::size_t{3});
        QCOMPARE(claims.back().name, std::string{"age"});
    }
};

VERDESK_TEST(AuthenteqChecksTest)
#include "checks_test.moc"
