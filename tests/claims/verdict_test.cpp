#include "claims/verdict.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::claims;

namespace {

Claim flag(std::string_view claim, bool value) {
    return {std::string{claim}, Flag{value}, value ? Status::proven : Status::contradicted, {}, value};
}

Claim text(std::string_view claim, std::string value) {
    return {std::string{claim}, Text{value}, Status::proven, {}, value};
}

Evidence delivered(std::vector<Claim> claims, std::vector<std::string> asked = {}) {
    return {std::move(claims), std::move(asked), {}, true, true, "2026-11-20"};
}

}  // namespace

Q_DECLARE_METATYPE(Evidence)
Q_DECLARE_METATYPE(Verdict)

class VerdictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judges_data() {
        QTest::addColumn<Evidence>("evidence");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("gravestRule");
        const auto row = [](const char* title, Evidence evidence, Verdict verdict, const char* rule) {
            QTest::newRow(title) << std::move(evidence) << verdict << QString::fromLatin1(rule);
        };
        const auto good =
            std::vector{flag(name::identity, true), flag(name::sanctionsClear, true), text(name::fraudRisk, "low")};
        row("all proven", delivered(good, {"identity_verified", "sanctions_clear", "fraud_risk"}), Verdict::pass, "");
        row("nothing yet", Evidence{}, Verdict::none, "");
        row("delivered nothing", delivered({}), Verdict::review, "empty");
        row("sanctions", delivered({flag(name::sanctionsClear, false), flag(name::identity, true)}), Verdict::blocked,
            "sanctions");
        Evidence denied;
        denied.decline = Decline::sanctionsMatch;
        row("hard deny without a result", denied, Verdict::blocked, "hard_deny");
        auto worst = delivered({flag(name::sanctionsClear, false), flag(name::identity, false)}, {"score"});
        row("the gravest rule decides", worst, Verdict::blocked, "sanctions");
        row("identity refused", delivered({flag(name::identity, false)}), Verdict::review, "not_verified");
        row("any verified flag", delivered({flag("address_verified", false)}), Verdict::review, "not_verified");
        row("medium risk", delivered({text(name::fraudRisk, "medium")}), Verdict::review, "fraud_risk");
        row("unknown risk", delivered({text(name::fraudRisk, "minimal")}), Verdict::review, "fraud_risk");
        row("asked and not given", delivered(good, {"score"}), Verdict::review, "missing");
        auto open = delivered(good);
        open.claims.push_back(flag(name::watchlistMatch, true));
        row("open watchlist match", open, Verdict::review, "watchlist");
        auto expired = delivered(good);
        expired.claims.push_back({std::string{name::documentExpiry}, Date{"2026-11-19"}, Status::proven, {}, nullptr});
        row("document expired yesterday", expired, Verdict::review, "expired_document");
        expired.claims.back().value = Date{"2026-11-20"};
        row("document expires today", expired, Verdict::pass, "");
        row("a flag that is no flag", delivered({text(name::sanctionsClear, "yes")}), Verdict::review, "unreadable");
        row("a login alone", delivered({flag(name::accountHolder, true)}, {"account_holder"}), Verdict::review,
            "account_only");
        auto unsignedPush = delivered(good);
        unsignedPush.authenticated = false;
        row("unsigned", unsignedPush, Verdict::review, "unsigned");
        Evidence refused;
        refused.decline = Decline::tokenExpired;
        row("a plain refusal judges nobody", refused, Verdict::none, "");
    }
    void judges() {
        QFETCH(Evidence, evidence);
        QFETCH(Verdict, verdict);
        QFETCH(QString, gravestRule);
        const auto judgement = judge(evidence);
        QCOMPARE(judgement.verdict, verdict);
        QCOMPARE(judgement.reasons.empty() ? QString{} : QString::fromStdString(judgement.reasons.front().rule),
                 gravestRule);
    }

    void verdict_only_gets_worse() {
        QCOMPARE(worse(Verdict::blocked, Verdict::pass), Verdict::blocked);
        QCOMPARE(worse(Verdict::pass, Verdict::review), Verdict::review);
        QCOMPARE(worse(Verdict::none, Verdict::pass), Verdict::pass);
    }
};

VERDESK_TEST(VerdictTest)
#include "verdict_test.moc"
