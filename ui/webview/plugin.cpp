// The plug-in: what the desk loads when the first widget opens. Nothing else in this program knows the engine.

#include "ui/webview/browser_host.h"
#include "ui/webview/engine.h"
#include "ui/webview/sandbox.h"

namespace verdesk::ui::webview {

class Plugin : public QObject, public WidgetHostFactory {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.verdesk.WidgetHostFactory/1" FILE "webview.json")
    Q_INTERFACES(verdesk::ui::WidgetHostFactory)

public:
    std::unique_ptr<WidgetHost> create(const WidgetRequest& request) override {
        return std::make_unique<BrowserHost>(request);
    }
    QString problem() const override {
        return inWords(sandboxTrouble(groundHere()));
    }
    QString engine() const override {
        return engineName();
    }
};

}  // namespace verdesk::ui::webview

#include "plugin.moc"
