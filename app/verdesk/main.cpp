// verdesk: the desk of one counter.

#include "desk/settings.h"
#include "desk/single_instance.h"
#include "ui/shell/desk_application.h"
#include "ui/shell/main_window.h"
#include "ui/verify/engine_environment.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QTranslator>

#include <cstdio>

namespace {

constexpr int wrongSettings = 2;
constexpr int mutePredecessor = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(verdesk::Program)
};

struct Arguments {
    QString settings;
    QString practiceData;
    QString language;
    QString theme;
    QString instance;
};

Arguments readArguments(const QApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The verification desk of a bank branch."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption settings{QStringLiteral("settings"),
                                      QStringLiteral("Read the settings from FILE. Without settings: practice mode."),
                                      QStringLiteral("FILE")};
    const QCommandLineOption data{QStringLiteral("practice-data"), QStringLiteral("Keep practice mode's data in DIR."),
                                  QStringLiteral("DIR")};
    const QCommandLineOption language{QStringLiteral("language"), QStringLiteral("Speak this language, e.g. \"de\"."),
                                      QStringLiteral("CODE")};
    const QCommandLineOption theme{QStringLiteral("theme"), QStringLiteral("One of: system, light, dark."),
                                   QStringLiteral("NAME")};
    const QCommandLineOption instance{QStringLiteral("instance"),
                                      QStringLiteral("Run beside other desks of this person, under this name."),
                                      QStringLiteral("NAME")};
    parser.addOptions({settings, data, language, theme, instance});
    parser.process(application);
    Arguments arguments{parser.value(settings), parser.value(data), parser.value(language), parser.value(theme),
                        parser.value(instance)};
    if (arguments.instance.isEmpty() && !arguments.settings.isEmpty()) {
        arguments.instance = QFileInfo{arguments.settings}.absoluteFilePath();
    }
    return arguments;
}

// Says it where somebody started us from a terminal and, with a screen, in a window. Returns the exit code.
int complain(QApplication& application, const QString& words, int code) {
    std::fprintf(stderr, "verdesk: %s\n", qPrintable(words));
    if (QGuiApplication::platformName() == QLatin1String("offscreen") ||
        QGuiApplication::platformName() == QLatin1String("minimal")) {
        return code;
    }
    QMessageBox box{QMessageBox::Critical, QStringLiteral("Verdesk"), words, QMessageBox::Close};
    box.setTextFormat(Qt::PlainText);
    box.show();
    application.exec();
    return code;
}

void speak(QApplication& application, const QString& language) {
    const auto locale = language.isEmpty() ? QLocale::system() : QLocale{language};
    QLocale::setDefault(locale);
    auto* own = new QTranslator{&application};
    if (own->load(locale, QStringLiteral("verdesk"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
        QCoreApplication::installTranslator(own);
    }
    if (locale.language() != QLocale::English) {
        auto* qt = new QTranslator{&application};
        if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
            QCoreApplication::installTranslator(qt);
        }
    }
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

verdesk::ui::SchemeChoice schemeOf(verdesk::desk::Theme theme) {
    switch (theme) {
        case verdesk::desk::Theme::light:
            return verdesk::ui::SchemeChoice::light;
        case verdesk::desk::Theme::dark:
            return verdesk::ui::SchemeChoice::dark;
        case verdesk::desk::Theme::system:
            break;
    }
    return verdesk::ui::SchemeChoice::followSystem;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace verdesk;
    for (const auto& removed : ui::hardenEngine(argc, argv)) {
        std::fprintf(stderr, "verdesk: %s was ignored: it would weaken the embedded browser\n", removed.constData());
    }
    // Without Qt::AA_ShareOpenGLContexts: it more than doubles the time to the first window, and the memory.
    QApplication application{argc, argv};
    QCoreApplication::setApplicationName(QStringLiteral("verdesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VERDESK_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Verdesk"));
    QGuiApplication::setDesktopFileName(QStringLiteral("verdesk"));
    Q_INIT_RESOURCE(verdesk_translations);

    const auto arguments = readArguments(application);
    speak(application, arguments.language);

    ui::DeskOptions options;
    options.practiceData = arguments.practiceData;
    options.stateFile = desk::stateFile(arguments.instance);
    if (!arguments.theme.isEmpty()) {
        const auto theme = desk::themeFrom(arguments.theme);
        if (!theme) {
            return complain(application, QStringLiteral("--theme: must be one of: system, light, dark"), wrongSettings);
        }
        options.scheme = schemeOf(*theme);
    }
    const auto file = arguments.settings.isEmpty() ? desk::settingsFile() : arguments.settings;
    if (!file.isEmpty()) {
        auto settings = desk::readSettings(file);
        if (!settings) {
            return complain(application, settings.error().inWords(), wrongSettings);
        }
        if (arguments.language.isEmpty() && !settings->language.isEmpty()) {
            speak(application, settings->language);
        }
        options.settings = *std::move(settings);
    }

    desk::SingleInstance instance{arguments.instance};
    switch (instance.enter()) {
        case desk::SingleInstance::Role::second:
            return 0;
        case desk::SingleInstance::Role::mute:
            return complain(
                application,
                Words::tr("Verdesk runs already on this computer, and does not answer. End it, then start again."),
                mutePredecessor);
        case desk::SingleInstance::Role::first:
            break;
    }

    ui::DeskApplication desk{application, std::move(options)};
    QObject::connect(&instance, &desk::SingleInstance::raiseAsked, &desk.window(), &ui::MainWindow::raiseAndActivate);
    desk.show();
    return QApplication::exec();
}
