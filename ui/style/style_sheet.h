#pragma once
// The one style sheet, for Qt's own controls. What is ours paints itself (ui/parts).

#include "ui/style/palette.h"

#include <QString>

namespace verdesk::ui {

// The height of a control that holds one line of body text: the text doubles, the space around it does not.
int controlHeightOf(double scale);

// `scale` is the text scale, 1 to 2: type and what holds a line of it grow, lines and gaps do not.
QString styleSheetOf(const Palette& palette, double scale);

}  // namespace verdesk::ui
