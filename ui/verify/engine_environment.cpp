#include "ui/verify/engine_environment.h"

#include <QProcessEnvironment>

#include <algorithm>
#include <array>

namespace verdesk::ui {
namespace {

QByteArray nameOf(const QByteArray& argument) {
    const auto end = argument.indexOf('=');
    return end < 0 ? argument : argument.left(end);
}

// As Chromium reads it: with one dash or two, and on Windows in any case.
QByteArray switchOf(const QByteArray& argument) {
    const auto name = nameOf(argument).toLower();
    return name.startsWith('-') && !name.startsWith("--") ? '-' + name : name;
}

}  // namespace

bool keepsSandboxSwitch() {
#ifdef VERDESK_UNSANDBOXED
    return true;
#else
    return false;
#endif
}

bool weakensEngine(const QByteArray& name, bool keepSandboxSwitch) {
    const auto variable = name.toUpper();
    if (variable == "QTWEBENGINE_DISABLE_SANDBOX") {
        return !keepSandboxSwitch;
    }
    // With SSLKEYLOGFILE the engine writes the keys of every connection into a file.
    constexpr std::array others{"QTWEBENGINEPROCESS_PATH", "SSLKEYLOGFILE", "CHROME_DEVEL_SANDBOX"};
    return variable.startsWith("QTWEBENGINE_") ||
           std::any_of(others.begin(), others.end(), [&variable](const char* other) { return variable == other; });
}

bool isEngineSwitch(const QByteArray& argument) {
    constexpr std::array switches{"--no-sandbox",
                                  "--disable-seccomp-filter-sandbox",
                                  "--disable-setuid-sandbox",
                                  "--disable-namespace-sandbox",
                                  "--disable-gpu-sandbox",
                                  "--no-zygote",
                                  "--no-zygote-sandbox",
                                  "--single-process",
                                  "--disable-web-security",
                                  "--allow-running-insecure-content",
                                  "--ignore-certificate-errors",
                                  "--ignore-certificate-errors-spki-list",
                                  "--host-resolver-rules",
                                  "--remote-debugging-port",
                                  "--remote-debugging-pipe",
                                  "--remote-debugging-address",
                                  "--remote-allow-origins",
                                  "--renderer-cmd-prefix",
                                  "--browser-subprocess-path",
                                  "--use-fake-ui-for-media-stream",
                                  "--use-fake-device-for-media-stream",
                                  "--use-file-for-fake-video-capture",
                                  "--ssl-key-log-file",
                                  "--log-net-log",
                                  "--load-extension",
                                  "--proxy-server",
                                  "--webengineargs"};
    const auto name = switchOf(argument);
    return std::any_of(switches.begin(), switches.end(), [&name](const char* one) { return name == one; });
}

QByteArrayList hardenEngine(int& argc, char** argv) {
    QByteArrayList removed;
    for (const auto& key : QProcessEnvironment::systemEnvironment().keys()) {
        const auto name = key.toLocal8Bit();
        if (weakensEngine(name, keepsSandboxSwitch())) {
            qunsetenv(name.constData());
            removed << name;
        }
    }
    int kept = std::min(argc, 1);
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument{argv[i]};
        if (!isEngineSwitch(argument)) {
            argv[kept++] = argv[i];
            continue;
        }
        removed << nameOf(argument);
        if (switchOf(argument) == "--webengineargs") {
            break;
        }
    }
    argc = kept;
    argv[argc] = nullptr;
    return removed;
}

}  // namespace verdesk::ui
