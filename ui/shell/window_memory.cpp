#include "ui/shell/window_memory.h"

#include <QSettings>

#include <array>
#include <utility>

namespace verdesk::ui {
namespace {

const auto geometryKey = QStringLiteral("window/geometry");
const auto schemeKey = QStringLiteral("window/theme");
const auto scaleKey = QStringLiteral("window/text");

const std::array<std::pair<SchemeChoice, QString>, 3> schemes{{{SchemeChoice::followSystem, QStringLiteral("system")},
                                                               {SchemeChoice::light, QStringLiteral("light")},
                                                               {SchemeChoice::dark, QStringLiteral("dark")}}};

QVariant read(const QString& file, const QString& key) {
    return file.isEmpty() ? QVariant{} : QSettings{file, QSettings::IniFormat}.value(key);
}

void write(const QString& file, const QString& key, const QVariant& value) {
    if (!file.isEmpty()) {
        QSettings{file, QSettings::IniFormat}.setValue(key, value);
    }
}

}  // namespace

WindowMemory::WindowMemory(QString file) : file_{std::move(file)} {}

QByteArray WindowMemory::geometry() const {
    return read(file_, geometryKey).toByteArray();
}

void WindowMemory::setGeometry(const QByteArray& geometry) {
    write(file_, geometryKey, geometry);
}

std::optional<SchemeChoice> WindowMemory::scheme() const {
    const auto word = read(file_, schemeKey).toString();
    for (const auto& [scheme, each] : schemes) {
        if (each == word) {
            return scheme;
        }
    }
    return std::nullopt;
}

void WindowMemory::setScheme(SchemeChoice scheme) {
    for (const auto& [each, word] : schemes) {
        if (each == scheme) {
            write(file_, schemeKey, word);
        }
    }
}

double WindowMemory::textScale() const {
    bool ok = false;
    const double scale = read(file_, scaleKey).toDouble(&ok);
    return ok ? scale : 1.0;
}

void WindowMemory::setTextScale(double scale) {
    write(file_, scaleKey, scale);
}

}  // namespace verdesk::ui
