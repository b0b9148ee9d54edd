#pragma once
// Whether the engine can shut pages in on this computer. Where it cannot, it does not run them open: it ends the whole
// program, with a word on the error output at best. So this is asked before the engine starts.

#include <QString>

#include <functional>

namespace verdesk::ui::webview {

enum class SandboxTrouble {
    none,
    root,          // Chromium gives root no sandbox (crbug.com/638180)
    noNamespaces,  // the system gives ordinary users none, and the sandbox stands on them
};

struct SandboxGround {
    bool isOff = false;  // it was switched off: for tests and containers, see ui/verify/engine_environment.h
    bool isRoot = false;
    std::function<bool()> givesNamespaces = [] { return true; };  // asked only where it matters
};

SandboxTrouble sandboxTrouble(const SandboxGround& ground);
// Of this process. Starts a process that ends at once.
SandboxGround groundHere();

// For staff: what is the matter, and the way out. Empty for none.
QString inWords(SandboxTrouble trouble);

}  // namespace verdesk::ui::webview
