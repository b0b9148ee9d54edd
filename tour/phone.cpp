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

QString Phone::ask(const char* act, QJsonObject how) {
    how[QLatin1String{"do"}] = QLatin1String{act};
    const auto answer = program_.ask(how, 30'000);
    if (const auto trouble = answer[QLatin1String{"trouble"}].toString(); !trouble.isEmpty()) {
        throw std::runtime_error{"the phone: " + trouble.toStdString()};
    }
    return answer[QLatin1String{"text"}].toString();
}

void Phone::open(const QUrl& page) {
    ask("open", {{QStringLiteral("url"), page.toString(QUrl::FullyEncoded)}});
}

void Phone::wait(const QString& section) {
    ask("wait", {{QStringLiteral("section"), section}});
}

void Phone::press(const QString& id) {
    ask("press", {{QStringLiteral("id"), id}});
}

void Phone::waitFor(const QString& id) {
    ask("waitFor", {{QStringLiteral("id"), id}});
}

void Phone::type(const QString& id, const QString& text) {
    ask("type", {{QStringLiteral("id"), id}, {QStringLiteral("text"), text}});
}

bool Phone::sees(const QString& id) {
    return ask("see", {{QStringLiteral("id"), id}}) == QLatin1String{"yes"};
}

QString Phone::read(const QString& id) {
    return ask("read", {{QStringLiteral("id"), id}});
}

void Phone::picture(const QString& file) {
    ask("picture", {{QStringLiteral("file"), file}});
}

}  // namespace verdesk::tour
