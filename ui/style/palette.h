#pragma once
// All colours of one scheme with one accent.

#include "ui/style/tokens.h"

namespace verdesk::ui {

enum class Scheme { light, dark };

struct Palette : BaseColours {
    Scheme scheme = Scheme::light;
    QColor accent;        // a mark on surface, background or tint: 3:1
    QColor accentText;    // text on surface, background or tint: 4.5:1
    QColor accentTint;    // a quiet ground
    QColor primary;       // fill of the primary button: 3:1 to what is around it
    QColor primaryHover;  // keeps onPrimary's contrast
    QColor onPrimary;     // text on it: 4.5:1
    QColor track;         // what a ring or bar runs on
    QColor focus;         // the focus ring: 3:1 to background, surface, line
};

// `institutionAccent` may be any colour; an invalid one means the product's own.
Palette paletteOf(Scheme scheme, const QColor& institutionAccent);

}  // namespace verdesk::ui
