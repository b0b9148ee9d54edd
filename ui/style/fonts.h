#pragma once
// The two faces, Inter and JetBrains Mono, from the resources: the same on every machine.

#include "ui/style/tokens.h"

#include <QFont>

namespace verdesk::ui {

// Registers the faces once; needs a QGuiApplication. False where a file could not be read: the system's faces serve.
bool loadFonts();

QString sansFamily();
QString monoFamily();

// `scale` is the text scale, 1 to 2.
QFont sansFont(const TypeStep& step, double scale);
QFont monoFont(const TypeStep& step, double scale);

}  // namespace verdesk::ui
