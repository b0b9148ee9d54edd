#include "ui/style/palette.h"

#include "ui/style/contrast.h"

namespace verdesk::ui {
namespace {

// White text needs a fill that is dark enough; the fill itself must stand out from the page. On light pages the first
// asks for more; on dark pages both hold for a narrow band of lightness, which exists for every hue.
QColor primaryFill(const QColor& accent, const Palette& palette) {
    const QColor white{Qt::white};
    if (palette.scheme == Scheme::light) {
        return withContrast(accent, {white, palette.background}, contrast::text + 0.3, false);
    }
    const QColor darkEnough = withContrast(accent, {white}, contrast::text + 0.1, false);
    return withContrast(darkEnough, {palette.background, palette.surface}, contrast::mark, true);
}

}  // namespace

Palette paletteOf(Scheme scheme, const QColor& institutionAccent) {
    const bool dark = scheme == Scheme::dark;
    const QColor accent = institutionAccent.isValid() ? institutionAccent : productAccent();
    Palette palette;
    static_cast<BaseColours&>(palette) = dark ? darkColours() : lightColours();
    palette.scheme = scheme;
    palette.track = palette.line;
    palette.accentTint = mixed(accent, palette.surface, dark ? 0.18 : 0.10);
    palette.accent =
        withContrast(accent, {palette.surface, palette.background, palette.accentTint}, contrast::mark, dark);
    palette.accentText = withContrast(accent, {palette.surface, palette.background, palette.accentTint},
                                      dark ? contrast::textOnDark : contrast::textOnLight, dark);
    palette.primary = primaryFill(accent, palette);
    palette.primaryHover = mixed(QColor{Qt::black}, palette.primary, 0.12);
    palette.onPrimary = QColor{Qt::white};
    palette.focus = palette.accentText;
    return palette;
}

}  // namespace verdesk::ui
