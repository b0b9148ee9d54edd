#include "tour/phone.h"

#include <QCoreApplication>

#include <stdexcept>

namespace verdesk::tour {

Phone::Phone(Scheme scheme)
    : program_{stage::Program::Start{
          QCoreApplication::applicationDirPath() + QStringLiteral("/verdesk-tour-phone"),
          {},
          {},
          {},
          scheme == Scheme::dark
              ? QStringList{QStringLiteral("QTWEBENGINE_CHROMIUM_FLAGS=--blink-settings=preferredColorScheme=0")}
              : QStringList{}}} {}

QString Phone::ask(const char* act, const char* member, const QString& value) {
    const auto answer =
        program_.ask({{QStringLiteral("do"), QLatin1String{act}}, {QLatin1String{member}, value}}, 30'000);
    if (const auto trouble = answer[QLatin1String{"trouble"}].toString(); !trouble.isEmpty()) {
        throw std::runtime_error{"the phone: " + trouble.toStdString()};
    }
    return answer[QLatin1String{"text"}].toString();
}

void Phone::open(const QUrl& page) {
    ask("open", "url", page.toString(QUrl::FullyEncoded));
}

void Phone::wait(const QString& section) {
    ask("wait", "section", section);
}

void Phone::press(const QString& id) {
    ask("press", "id", id);
}

QString Phone::read(const QString& id) {
    return ask("read", "id", id);
}

void Phone::picture(const QString& file) {
    ask("picture", "file", file);
}

}  // namespace verdesk::tour
