#pragma once
// Finds the embedded browser's plug-in and loads it when it is first asked for, so that a desk which shows no widget
// does not pay for it. From the folder that belongs to this program, and from nowhere else.

#include "ui/verify/widget_host.h"

#include <QCoreApplication>
#include <QPluginLoader>

namespace verdesk::ui {

class WidgetPlugin : public WidgetHosts {
    Q_DECLARE_TR_FUNCTIONS(verdesk::ui::WidgetPlugin)

public:
    // Empty: the installed plug-in.
    explicit WidgetPlugin(QString file = {});

    // On the GUI thread. Tries once; stays loaded until the program ends.
    WidgetHostFactory* factory() override;
    // Loads the plug-in to find out.
    QString problem() const override;
    bool mayBeThere() const override;

private:
    void tryOnce() const;
    void load() const;

    const QString file_;
    mutable QPluginLoader loader_;
    mutable WidgetHostFactory* factory_ = nullptr;
    mutable QString problem_;
    mutable bool wasTried_ = false;
};

}  // namespace verdesk::ui
