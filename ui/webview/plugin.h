#pragma once
// The plug-in: what the desk loads when the first widget opens. Nothing else in this program knows the engine.

#include "ui/verify/widget_host.h"

#include <QObject>

namespace verdesk::ui::webview {

class Plugin : public QObject, public WidgetHostFactory {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.verdesk.WidgetHostFactory/1" FILE "webview.json")
    Q_INTERFACES(verdesk::ui::WidgetHostFactory)

public:
    std::unique_ptr<WidgetHost> create(const WidgetRequest& request) override;
    QString problem() const override;
    QString engine() const override;
};

}  // namespace verdesk::ui::webview
