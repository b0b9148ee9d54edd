#include "ui/parts/claim_table.h"

#include "tests/support/registry.h"
#include "ui/parts/score_panel.h"
#include "ui/parts/words.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QTest>

using namespace verdesk;
using namespace verdesk::ui;

namespace {

claims::Claim claim(const char* name, claims::Value value, claims::Status status = claims::Status::proven) {
    claims::Claim made;
    made.name = name;
    made.value = std::move(value);
    made.status = status;
    return made;
}

std::vector<claims::Claim> someClaims() {
    return {claim("score", claims::Score{812, 788.0, 831.0, {}, {}, 0.94}), claim("tier", claims::Tier{"A"}),
            claim("identity_verified", claims::Flag{true}),
            claim("corridor", claims::Text{"KE→GB"}, claims::Status::stated),
            claim("income_verified", {}, claims::Status::missing)};
}

}  // namespace

class ClaimTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void setClaims_rows_showValueStatusAndSource() {
        Theme theme{*qApp, SchemeChoice::light};
        ClaimTable table;
        table.setClaims(someClaims(), QStringLiteral("PASSID"), claims::Channel::webhook, {"score", "tier"});
        QCOMPARE(table.model()->rowCount(), 3);
        const auto text = [&](int row, int column) { return table.model()->index(row, column).data().toString(); };
        QCOMPARE(text(0, 0), QStringLiteral("Identity"));
        QCOMPARE(text(0, 1), QStringLiteral("Verified"));
        QCOMPARE(text(0, 2), QStringLiteral("Proven"));
        QCOMPARE(text(0, 3), QStringLiteral("PASSID · webhook"));
        QCOMPARE(text(1, 1), QStringLiteral("not given"));
        QCOMPARE(text(1, 2), QStringLiteral("Missing"));
        QCOMPARE(text(2, 1), QStringLiteral("KE → GB"));
    }

    void claimWithWordsOfItsOwn_isCalledByThem() {
        Theme theme{*qApp, SchemeChoice::light};
        auto answer = claim("answer", claims::Text{"Salary"}, claims::Status::stated);
        answer.label = "Where does the money come from?";
        ClaimTable table;
        table.setClaims({answer}, QStringLiteral("Identomat"), claims::Channel::poll);
        QCOMPARE(table.model()->index(0, 0).data().toString(), QStringLiteral("Where does the money come from?"));
    }

    void longValue_wraps_andSqueezesNothingElse() {
        Theme theme{*qApp, SchemeChoice::light};
        const auto explanation = std::string(40, 'x') +
                                 " of several words that go on for longer than any row is wide, " +
                                 "and then for some more of them";
        ClaimTable table;
        table.setClaims({claim("surname", claims::Text{"SCHMIDT"}), claim("address", claims::Text{explanation})},
                        QStringLiteral("Identomat"), claims::Channel::webhook);
        table.resize(740, 400);
        table.show();
        const auto last = table.model()->columnCount() - 1;
        for (const int column : {0, 2, last}) {
            const auto need = table.fontMetrics().horizontalAdvance(table.model()->index(0, column).data().toString());
            QVERIFY2(table.columnWidth(column) > need, qPrintable(QString::number(column)));
        }
        QVERIFY(table.rowHeight(1) > table.rowHeight(0));
    }

    void arrowKeys_walkTheRows() {
        Theme theme{*qApp, SchemeChoice::light};
        ClaimTable table;
        table.setClaims(someClaims(), QStringLiteral("PASSID"), claims::Channel::poll);
        table.resize(700, 400);
        table.show();
        QCOMPARE(table.currentIndex().row(), 0);
        QTest::keyClick(&table, Qt::Key_Down);
        QCOMPARE(table.currentIndex().row(), 1);
    }

    void hidden_values_areNeitherShownNorCopied() {
        Theme theme{*qApp, SchemeChoice::light};
        ClaimTable table;
        table.setClaims(someClaims(), QStringLiteral("PASSID"), claims::Channel::webhook, {"score", "tier"});
        QApplication::clipboard()->setText(QStringLiteral("before"));
        table.setValuesHidden(true);
        for (int row = 0; row < 3; ++row) {
            QVERIFY(!table.model()->index(row, 1).data().toString().contains(QStringLiteral("Verified")));
            QVERIFY(table.model()->index(row, 2).data().toString().isEmpty());
        }
        QTest::keySequence(&table, QKeySequence::Copy);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
        table.setValuesHidden(false);
        QCOMPARE(table.model()->index(0, 1).data().toString(), QStringLiteral("Verified"));
        QTest::keySequence(&table, QKeySequence::Copy);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Verified"));
    }

    void scorePanel_withoutScale_drawsNoBar() {
        Theme theme{*qApp, SchemeChoice::light};
        ScorePanel panel;
        panel.setResult(claims::Verdict::pass, someClaims());
        panel.show();
        QVERIFY(panel.findChild<QWidget*>(QStringLiteral("rangeBar"))->isHidden());
        const auto* line = panel.findChild<QLabel*>(QStringLiteral("scoreLine"));
        QVERIFY(line->text().contains(QStringLiteral("788 to 831")));
        QVERIFY(line->text().contains(QStringLiteral("Tier A")));
        auto scaled = someClaims();
        std::get<claims::Score>(scaled[0].value).scaleLow = 300;
        std::get<claims::Score>(scaled[0].value).scaleHigh = 850;
        panel.setResult(claims::Verdict::pass, scaled);
        QVERIFY(!panel.findChild<QWidget*>(QStringLiteral("rangeBar"))->isHidden());
    }

    void scoreBand_saysWhatTheThresholdsMean_data() {
        using Threshold = std::optional<double>;
        QTest::addColumn<double>("value");
        QTest::addColumn<Threshold>("declineBelow");
        QTest::addColumn<Threshold>("acceptFrom");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, double value, Threshold low, Threshold high, const char* words) {
            QTest::newRow(name) << value << low << high << QString::fromLatin1(words);
        };
        row("below", 0.39, 0.4, 0.8, "Below 0.4: the provider declines by itself.");
        row("at the lower", 0.4, 0.4, 0.8, "Between 0.4 and 0.8: a person judges.");
        row("at the upper", 0.8, 0.4, 0.8, "From 0.8 on: the provider accepts by itself.");
        row("none", 0.5, {}, {}, "");
        row("lower alone", 0.5, 0.4, {}, "Not below 0.4, where the provider declines by itself.");
        row("upper alone", 0.5, {}, 0.8, "Below 0.8, from which on the provider accepts by itself.");
    }
    void scoreBand_saysWhatTheThresholdsMean() {
        QFETCH(double, value);
        QFETCH(std::optional<double>, declineBelow);
        QFETCH(std::optional<double>, acceptFrom);
        QFETCH(QString, words);
        QCOMPARE(Words::scoreBand({value, {}, {}, 0, 1, {}, declineBelow, acceptFrom}), words);
    }

    void scorePanel_hidden_showsNoFigure() {
        Theme theme{*qApp, SchemeChoice::light};
        ScorePanel panel;
        panel.setResult(claims::Verdict::pass, someClaims());
        panel.setValuesHidden(true);
        for (const auto* label : panel.findChildren<QLabel*>()) {
            QVERIFY(!label->text().contains(QStringLiteral("812")));
            QVERIFY(!label->accessibleName().contains(QStringLiteral("812")));
        }
    }
};

VERDESK_TEST(ClaimTableTest)
#include "claim_table_test.moc"
