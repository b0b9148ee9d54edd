#pragma once
// A host in a window, and what it said.

#include "tests/ui/webview/page_server.h"
#include "ui/webview/browser_host.h"

#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>

namespace verdesk::test {

// Limits short enough for a test, and nothing outside.
ui::webview::BrowserLimits testLimits();

// A widget page of `server` in a frame, heard from its origin alone.
WidgetLaunch widgetAt(const PageServer& server, const QString& path);
MessageRule rule(const char* match, MessageAction then, const char* reply = "null");

// In an event loop as a program's, unlike QTest's waits: those sleep between events, and the engine lives on many small
// ones. False after 15 seconds.
bool until(const std::function<bool()>& isSo);
// For what must not happen.
void rest(int milliseconds);

class Heard {
public:
    explicit Heard(Launch launch, ui::webview::BrowserLimits limits = testLimits(), QVersionNumber oldestEngine = {});
    ~Heard();

    ui::WidgetHost& host() {
        return *host_;
    }
    // Whoever takes it ends it.
    ui::WidgetHost* take() {
        return host_.release();
    }
    QWebEnginePage* page();
    // One line for each signal, such as "finished" or "troubled silent", in order.
    const QStringList& said() const {
        return said_;
    }
    void forget() {
        said_.clear();
    }
    bool waitFor(const QString& line);
    // Clicks in the middle of the view, as a person does, until something comes of it: a page that was just painted may
    // miss the first.
    bool clickUntil(const std::function<bool()>& isSo);

private:
    void say(const QString& line);

    QStringList said_;
    QWidget window_;
    std::unique_ptr<ui::WidgetHost> host_;
};

}  // namespace verdesk::test
