#include "ui/style/palette.h"

#include "tests/support/registry.h"
#include "ui/style/contrast.h"

#include <QTest>

using namespace verdesk::ui;

namespace {

std::vector<QColor> sweep() {
    std::vector<QColor> colours{QColor{},           QColor{Qt::black},   QColor{Qt::white},
                                QColor{Qt::yellow}, QColor{Qt::blue},    QColor{0x7A, 0x12, 0x12},
                                productAccent(),    QColor{1, 255, 128}, QColor{0xFF, 0xCC, 0x00}};
    for (int hue = 0; hue < 360; hue += 9) {
        for (const int saturation : {0, 80, 170, 255}) {
            for (const int lightness : {10, 70, 128, 190, 245}) {
                colours.push_back(QColor::fromHsl(hue, saturation, lightness));
            }
        }
    }
    return colours;
}

void verifyAtLeast(const QColor& colour, const QColor& ground, double least, const char* what, const QColor& accent) {
    QVERIFY2(contrastOf(colour, ground) >= least,
             qPrintable(QStringLiteral("%1 for accent %2: %3 on %4 has %5")
                            .arg(QLatin1String{what}, accent.name(), colour.name(), ground.name())
                            .arg(contrastOf(colour, ground))));
}

}  // namespace

class PaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paletteOf_anyAccent_keepsContrast_data() {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << static_cast<int>(Scheme::light);
        QTest::newRow("dark") << static_cast<int>(Scheme::dark);
    }
    void paletteOf_anyAccent_keepsContrast() {
        QFETCH(int, scheme);
        for (const auto& accent : sweep()) {
            const auto palette = paletteOf(static_cast<Scheme>(scheme), accent);
            for (const auto& ground : {palette.surface, palette.background, palette.accentTint}) {
                verifyAtLeast(palette.accentText, ground, 4.5, "text", accent);
                verifyAtLeast(palette.accent, ground, 3.0, "mark", accent);
                verifyAtLeast(palette.focus, ground, 3.0, "focus", accent);
            }
            for (const auto& ground : {palette.surface, palette.background}) {
                verifyAtLeast(palette.primary, ground, 3.0, "primary button", accent);
            }
            verifyAtLeast(palette.onPrimary, palette.primary, 4.5, "on primary", accent);
            verifyAtLeast(palette.onPrimary, palette.primaryHover, 4.5, "on primary, hovered", accent);
        }
    }

    void paletteOf_fixedColours_keepContrast_data() {
        paletteOf_anyAccent_keepsContrast_data();
    }
    void paletteOf_fixedColours_keepContrast() {
        QFETCH(int, scheme);
        const auto p = paletteOf(static_cast<Scheme>(scheme), {});
        for (const auto& ground : {p.surface, p.background, p.neutralTint, p.hover, p.field}) {
            verifyAtLeast(p.ink, ground, 7.0, "ink", {});
            verifyAtLeast(p.second, ground, 4.5, "second", {});
        }
        for (const auto& ground : {p.surface, p.background}) {
            verifyAtLeast(p.strongLine, ground, 3.0, "edge of a field", {});
            verifyAtLeast(p.goodMark, ground, 3.0, "good mark", {});
            verifyAtLeast(p.warnMark, ground, 3.0, "warning mark", {});
            verifyAtLeast(p.badMark, ground, 3.0, "bad mark", {});
            verifyAtLeast(p.bad, ground, 4.5, "bad", {});
            verifyAtLeast(p.warn, ground, 4.5, "warn", {});
            verifyAtLeast(p.good, ground, 4.5, "good", {});
        }
        verifyAtLeast(p.good, p.goodTint, 4.5, "good on its tint", {});
        verifyAtLeast(p.warn, p.warnTint, 4.5, "warn on its tint", {});
        verifyAtLeast(p.bad, p.badTint, 4.5, "bad on its tint", {});
        verifyAtLeast(p.onBlocked, p.blocked, 7.0, "on blocked", {});
        verifyAtLeast(p.blockedSecond, p.blocked, 4.5, "second on blocked", {});
        // A tooltip is drawn the other way round.
        verifyAtLeast(p.surface, p.ink, 7.0, "tooltip", {});
    }

    void paletteOf_noAccent_isTheProducts() {
        QCOMPARE(paletteOf(Scheme::light, {}).accentText, paletteOf(Scheme::light, productAccent()).accentText);
        QVERIFY(paletteOf(Scheme::light, QColor{Qt::blue}).accentText != paletteOf(Scheme::light, {}).accentText);
    }
};

VERDESK_TEST(PaletteTest)
#include "palette_test.moc"
