#include "ui/verify/widget_plugin.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <QLibrary>
#include <QLoggingCategory>

#include <utility>

namespace verdesk::ui {
namespace {

QString installedFile() {
    const QDir folder{QCoreApplication::applicationDirPath() + QStringLiteral("/" VERDESK_PLUGINS_FROM_BIN)};
    const auto files = folder.entryList({QStringLiteral("verdesk_webview.*")}, QDir::Files);
    for (const auto& file : files) {
        if (QLibrary::isLibrary(file)) {
            return folder.absoluteFilePath(file);
        }
    }
    return {};
}

}  // namespace

WidgetPlugin::WidgetPlugin(QString file) : file_{std::move(file)} {}

WidgetHostFactory* WidgetPlugin::factory() {
    tryOnce();
    return factory_;
}

QString WidgetPlugin::problem() const {
    tryOnce();
    return problem_;
}

bool WidgetPlugin::mayBeThere() const {
    return wasTried_ ? factory_ != nullptr : QFileInfo::exists(file_.isEmpty() ? installedFile() : file_);
}

void WidgetPlugin::tryOnce() const {
    if (!std::exchange(wasTried_, true)) {
        load();
    }
}

void WidgetPlugin::load() const {
    const auto file = file_.isEmpty() ? installedFile() : file_;
    if (file.isEmpty() || !QFileInfo::exists(file)) {
        problem_ = tr("The embedded browser is not installed on this computer.");
        return;
    }
    loader_.setFileName(file);
    const auto version = loader_.metaData()[QLatin1String("MetaData")][QLatin1String("version")].toString();
    if (version != QLatin1String(VERDESK_VERSION)) {
        problem_ = tr("The embedded browser on this computer belongs to another version of Verdesk.");
        return;
    }
    factory_ = qobject_cast<WidgetHostFactory*>(loader_.instance());
    if (factory_ == nullptr) {
        problem_ = tr("The embedded browser does not start on this computer.");
        qWarning("%s", qPrintable(loader_.errorString()));
        return;
    }
    problem_ = factory_->problem();
    if (!problem_.isEmpty()) {
        factory_ = nullptr;
    }
}

}  // namespace verdesk::ui
