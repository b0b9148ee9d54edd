#pragma once
// Contrast as WCAG 2.1 defines it, and colours moved until they have enough of it.

#include <QColor>

#include <vector>

namespace verdesk::ui {

// Relative luminance, 0 (black) to 1 (white).
double luminanceOf(const QColor& colour);

// 1 to 21.
double contrastOf(const QColor& a, const QColor& b);

// `over` laid on `under`, 0 to 1 opaque. Opaque in, opaque out.
QColor mixed(const QColor& over, const QColor& under, double share);

// The colour nearest in lightness to `wanted`, of the same hue, that has at least `least` against every one of
// `grounds`; lighter if `lighter`, else darker. At the end of its lightness (white or black) it stops, whatever the
// contrast.
QColor withContrast(const QColor& wanted, const std::vector<QColor>& grounds, double least, bool lighter);

}  // namespace verdesk::ui
