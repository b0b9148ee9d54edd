#pragma once
// The desk's settings: an ini file that an administrator writes and the desk only reads. No file: practice. A file that
// is wrong is an error that names the file and the key, never practice.

#include <QString>

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>

namespace verdesk::desk {

enum class Theme : std::uint8_t { system, light, dark };

struct Settings {
    QString address;   // backend/address: https, or http on loopback
    QString counter;   // this counter's own name, shown and recorded
    QString branch;    // empty: the person's first branch
    QString language;  // "de", "en" ...; empty: the system's
    Theme theme = Theme::system;
};

struct SettingsProblem {
    QString file;
    QString key;      // empty where the file as a whole is at fault
    QString message;  // in words
    QString inWords() const;
};

// Where the settings are looked for when no file is named: the user's folder, then the computer's. Empty: none exists.
QString settingsFile();

tl::expected<Settings, SettingsProblem> readSettings(const QString& file);

std::optional<Theme> themeFrom(const QString& word);

// What the desk itself remembers between starts: window, theme. Nothing personal. `instance` keeps several apart.
QString stateFile(const QString& instance);

}  // namespace verdesk::desk
