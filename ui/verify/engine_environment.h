#pragma once
// What may be told to the embedded browser from outside: nothing. Chromium and Qt read variables and switches with
// which anybody at this computer could turn its sandbox off, look into its pages or put another program in its place.
// Taken away before QApplication is made, and told, so that nobody wonders.

#include <QByteArrayList>

namespace verdesk::ui {

// True in builds that were configured with VERDESK_UNSANDBOXED, for tests and containers: QTWEBENGINE_DISABLE_SANDBOX
// then stays. Never in what is installed.
bool keepsSandboxSwitch();

// Names are compared without regard to case: to Windows they are the same, and elsewhere nobody misses them.
bool weakensEngine(const QByteArray& name, bool keepSandboxSwitch);
// For one argument of the program, in any case, with one dash or two. --webEngineArgs takes everything after it along.
bool isEngineSwitch(const QByteArray& argument);

// Removes such variables from this process and such arguments from argv, which stays ended by null. Returns what was
// removed: names alone, never values. Before any thread is started.
QByteArrayList hardenEngine(int& argc, char** argv);

}  // namespace verdesk::ui
