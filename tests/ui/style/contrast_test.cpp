#include "ui/style/contrast.h"

#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk::ui;

class ContrastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastOf_knownPairs_isWhatWcagSays_data() {
        QTest::addColumn<QColor>("a");
        QTest::addColumn<QColor>("b");
        QTest::addColumn<double>("expected");
        QTest::newRow("black on white") << QColor{0, 0, 0} << QColor{255, 255, 255} << 21.0;
        QTest::newRow("the same") << QColor{12, 34, 56} << QColor{12, 34, 56} << 1.0;
        QTest::newRow("#767676 on white") << QColor{0x76, 0x76, 0x76} << QColor{255, 255, 255} << 4.54;
        QTest::newRow("product accent on white") << QColor{0, 0xC2, 0x7A} << QColor{255, 255, 255} << 2.33;
    }
    void contrastOf_knownPairs_isWhatWcagSays() {
        QFETCH(QColor, a);
        QFETCH(QColor, b);
        QFETCH(double, expected);
        QVERIFY2(qAbs(contrastOf(a, b) - expected) < 0.01, qPrintable(QString::number(contrastOf(a, b))));
        QCOMPARE(contrastOf(a, b), contrastOf(b, a));
    }

    void withContrast_colourThatHasEnough_isLeftAlone() {
        const QColor navy{0x10, 0x20, 0x60};
        QCOMPARE(withContrast(navy, {QColor{Qt::white}}, 4.5, false), navy);
    }

    void withContrast_everyHue_reachesWhatIsAsked() {
        for (int hue = 0; hue < 360; hue += 5) {
            for (const int saturation : {0, 90, 255}) {
                for (const int lightness : {0, 60, 128, 200, 255}) {
                    const auto wanted = QColor::fromHsl(hue, saturation, lightness);
                    const auto darker = withContrast(wanted, {QColor{Qt::white}}, 4.5, false);
                    const auto lighter = withContrast(wanted, {QColor{Qt::black}}, 4.5, true);
                    QVERIFY(contrastOf(darker, QColor{Qt::white}) >= 4.5);
                    QVERIFY(contrastOf(lighter, QColor{Qt::black}) >= 4.5);
                }
            }
        }
    }

    void mixed_halfOfWhiteOnBlack_isGrey() {
        QCOMPARE(mixed(QColor{Qt::white}, QColor{Qt::black}, 0.5), (QColor{128, 128, 128}));
        QCOMPARE(mixed(QColor{Qt::white}, QColor{Qt::black}, 0), (QColor{0, 0, 0}));
    }
};

VERDESK_TEST(ContrastTest)
#include "contrast_test.moc"
