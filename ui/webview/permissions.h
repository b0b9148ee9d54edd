#pragma once
// What a page wants of this computer, the same for every Qt: 6.8 replaced the signal and its answer.

#include <functional>

class QUrl;
class QWebEnginePage;

namespace verdesk::ui::webview {

struct Wanted {
    bool camera = false;
    bool microphone = false;
    bool place = false;  // where this computer is
    // None of them: something else (notifications, the screen, or what this version does not know).
};

// Calls `decide` for every request, with the address of whoever asks, and answers at once: without an answer a page
// waits for ever.
void onPermission(QWebEnginePage& page, std::function<bool(const QUrl& asking, Wanted wanted)> decide);

}  // namespace verdesk::ui::webview
