#pragma once
// The engine that this program was given, and what it needs before its first view.

#include <QString>
#include <QVersionNumber>

namespace verdesk::ui::webview {

// "Chromium 102.0.5005.177".
QString engineName();
QVersionNumber engineVersion();

// The engine draws with OpenGL contexts that share with one global context. Qt makes that at start where the program
// asks for it, which more than doubles the time to a first window and its memory; here it is made when the first view
// needs it. On the GUI thread; does nothing if there is one already.
void shareContexts();

}  // namespace verdesk::ui::webview
