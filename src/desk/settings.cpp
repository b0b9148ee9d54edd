#include "desk/settings.h"

#include "desk/backend_address.h"
#include "desk/instance_name.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

namespace verdesk::desk {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(verdesk::desk::Settings)
};

const auto addressKey = QStringLiteral("backend/address");
const auto counterKey = QStringLiteral("counter");
const auto branchKey = QStringLiteral("branch");
const auto languageKey = QStringLiteral("language");
const auto themeKey = QStringLiteral("theme");

}  // namespace

QString SettingsProblem::inWords() const {
    return key.isEmpty() ? QStringLiteral("%1: %2").arg(file, message)
                         : QStringLiteral("%1: %2: %3").arg(file, key, message);
}

QString settingsFile() {
    return QStandardPaths::locate(QStandardPaths::AppConfigLocation, QStringLiteral("verdesk.ini"));
}

QString stateFile(const QString& instance) {
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return folder + (instance.isEmpty() ? QStringLiteral("/state.ini")
                                        : QStringLiteral("/state-%1.ini").arg(plainInstanceName(instance)));
}

std::optional<Theme> themeFrom(const QString& word) {
    if (word == QLatin1String("system")) {
        return Theme::system;
    }
    if (word == QLatin1String("light")) {
        return Theme::light;
    }
    if (word == QLatin1String("dark")) {
        return Theme::dark;
    }
    return std::nullopt;
}

tl::expected<Settings, SettingsProblem> readSettings(const QString& file) {
    const auto wrong = [&file](const QString& key, const QString& message) {
        return tl::unexpected{SettingsProblem{file, key, message}};
    };
    const QFileInfo info{file};
    if (!info.isFile()) {
        return wrong({}, Words::tr("there is no such file"));
    }
    if (!info.isReadable()) {
        return wrong({}, Words::tr("the file cannot be read"));
    }
    const QSettings ini{file, QSettings::IniFormat};
    const auto keys = ini.allKeys();  // reads the file
    if (ini.status() != QSettings::NoError) {
        return wrong({}, Words::tr("the file is not written as an ini file"));
    }
    for (const auto& key : keys) {
        if (key != addressKey && key != counterKey && key != branchKey && key != languageKey && key != themeKey) {
            return wrong(key, Words::tr("there is no setting of this name"));
        }
    }
    Settings settings;
    // A comma makes a list of a value; here it is part of the text.
    const auto text = [&ini](const QString& key) {
        return ini.value(key).toStringList().join(QLatin1String(", ")).trimmed();
    };
    settings.address = text(addressKey);
    if (settings.address.isEmpty()) {
        return wrong(addressKey, Words::tr("the backend's address is missing"));
    }
    if (!backendAddress(settings.address)) {
        return wrong(addressKey,
                     Words::tr("the address must begin with https:// (http:// only on this computer itself)"));
    }
    settings.counter = text(counterKey);
    settings.branch = text(branchKey);
    settings.language = text(languageKey);
    if (!settings.language.isEmpty() && QLocale{settings.language}.language() == QLocale::C) {
        return wrong(languageKey, Words::tr("this is not a language, such as \"en\" or \"de\""));
    }
    if (const auto word = text(themeKey); !word.isEmpty()) {
        const auto theme = themeFrom(word);
        if (!theme) {
            return wrong(themeKey, Words::tr("must be one of: system, light, dark"));
        }
        settings.theme = *theme;
    }
    return settings;
}

}  // namespace verdesk::desk
