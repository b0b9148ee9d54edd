#include "ui/webview/plugin.h"

#include "ui/webview/browser_host.h"
#include "ui/webview/engine.h"
#include "ui/webview/sandbox.h"

namespace verdesk::ui::webview {

std::unique_ptr<WidgetHost> Plugin::create(const WidgetRequest& request) {
    return std::make_unique<BrowserHost>(request);
}

QString Plugin::problem() const {
    return inWords(sandboxTrouble(groundHere()));
}

QString Plugin::engine() const {
    return engineName();
}

}  // namespace verdesk::ui::webview
