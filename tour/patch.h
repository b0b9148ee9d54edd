#pragma once
// Finds what has a colour in a picture.

#include <QColor>
#include <QImage>
#include <QRect>

namespace verdesk::tour {

// The bounds of the largest area in one piece that has this colour and at least that size, in the picture's own points
// (its pixels by the device's ratio). Null where there is none.
QRect largestPatch(const QImage& picture, const QColor& colour, const QSize& least);

}  // namespace verdesk::tour
