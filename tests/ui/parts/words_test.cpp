#include "ui/parts/words.h"

#include "tests/support/registry.h"

#include <QSet>
#include <QTest>

Q_DECLARE_METATYPE(verdesk::claims::Claim)

using namespace verdesk;
using namespace verdesk::ui;

namespace {

template <class Enum>
void eachWordDiffers() {
    QSet<QString> words;
    for (const auto& [value, word] : wordsOf(Enum{})) {
        const auto shown = Words::of(value);
        QVERIFY2(!shown.isEmpty(), word.data());
        QVERIFY2(!words.contains(shown), word.data());
        words.insert(shown);
    }
}

}  // namespace

class WordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyState_hasItsOwnWord() {
        eachWordDiffers<State>();
        eachWordDiffers<claims::Verdict>();
        eachWordDiffers<claims::Status>();
        eachWordDiffers<Environment>();
        eachWordDiffers<Answering>();
        eachWordDiffers<DecisionKind>();
        eachWordDiffers<claims::Channel>();
    }

    void everyDecline_hasItsOwnHeadingAndAdvice() {
        QSet<QString> headings;
        QSet<QString> advice;
        for (const auto& [decline, word] : wordsOf(claims::Decline{})) {
            const auto words = Words::of(decline);
            QVERIFY2(!words.heading.isEmpty() && !words.what.isEmpty() && !words.next.isEmpty(), word.data());
            QVERIFY2(!headings.contains(words.heading), word.data());
            headings.insert(words.heading);
            QVERIFY2(!advice.contains(words.next), word.data());
            advice.insert(words.next);
        }
    }

    void everyFailure_hasItsOwnWords() {
        QSet<QString> headings;
        for (const auto& [failure, word] : wordsOf(Failure{})) {
            const auto words = Words::of(failure);
            QVERIFY2(!words.what.isEmpty() && !words.next.isEmpty(), word.data());
            QVERIFY2(!headings.contains(words.heading), word.data());
            headings.insert(words.heading);
        }
    }

    void claimValue_kinds_areReadable_data() {
        QTest::addColumn<claims::Claim>("claim");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, claims::Value value, const char* expected) {
            claims::Claim claim;
            claim.name = name;
            claim.value = std::move(value);
            QTest::newRow(name) << claim << QString::fromUtf8(expected);
        };
        row("identity_verified", claims::Flag{true}, "Verified");
        row("income_verified", claims::Flag{false}, "Not verified");
        row("sanctions_clear", claims::Flag{true}, "Clear (no match)");
        row("watchlist_match", claims::Flag{true}, "Open match");
        row("behaviour_ok", claims::Flag{false}, "No");
        row("payment_reliability", claims::Score{0.98, {}, {}, 0.0, 1.0, {}}, "0.98 of 1");
        row("score", claims::Score{812, 788.0, 831.0, {}, {}, {}}, "812 (range 788 to 831)");
        row("fraud_risk", claims::Text{"low"}, "Low");
        row("corridor", claims::Text{"KE→GB"}, "KE → GB");
        row("rent", claims::Amount{"1200.50", "EUR"}, "1200.50 EUR");
        row("tier", claims::Tier{"A"}, "A");
    }
    void claimValue_kinds_areReadable() {
        QFETCH(claims::Claim, claim);
        QFETCH(QString, expected);
        QLocale::setDefault(QLocale::c());
        QCOMPARE(Words::claimValue(claim), expected);
    }

    void claimLabel_unknownName_isMadeReadable() {
        QCOMPARE(Words::claimLabel("data_window_days"), QStringLiteral("Data window days"));
    }

    void duration_times_haveTheirUnit() {
        QCOMPARE(duration(std::chrono::milliseconds{300}), QStringLiteral("under 1 s"));
        QCOMPARE(duration(std::chrono::milliseconds{41200}), QStringLiteral("41 s"));
        QCOMPARE(duration(std::chrono::milliseconds{185000}), QStringLiteral("3 min 05 s"));
        QCOMPARE(duration(std::chrono::milliseconds{4320000}), QStringLiteral("1 h 12 min"));
    }
};

VERDESK_TEST(WordsTest)
#include "words_test.moc"
