#include "tests/ui/webview/heard.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>
#include <QWebEngineView>

namespace verdesk::test {
namespace {

QString word(ui::WidgetTrouble trouble) {
    using ui::WidgetTrouble;
    switch (trouble) {
        case WidgetTrouble::loadFailed:
            return QStringLiteral("loadFailed");
        case WidgetTrouble::certificate:
            return QStringLiteral("certificate");
        case WidgetTrouble::crashed:
            return QStringLiteral("crashed");
        case WidgetTrouble::silent:
            return QStringLiteral("silent");
        case WidgetTrouble::refused:
            return QStringLiteral("refused");
        case WidgetTrouble::engineTooOld:
            return QStringLiteral("engineTooOld");
        case WidgetTrouble::cameraMissing:
            return QStringLiteral("cameraMissing");
        case WidgetTrouble::strayed:
            return QStringLiteral("strayed");
    }
    return {};
}

QString word(ui::DeviceState state) {
    switch (state) {
        case ui::DeviceState::notAsked:
            return QStringLiteral("notAsked");
        case ui::DeviceState::allowed:
            return QStringLiteral("allowed");
        case ui::DeviceState::refused:
            return QStringLiteral("refused");
        case ui::DeviceState::missing:
            return QStringLiteral("missing");
    }
    return {};
}

}  // namespace

ui::webview::BrowserLimits testLimits() {
    ui::webview::BrowserLimits limits;
    limits.outside.openInBrowser = [](const QUrl&) {};
    limits.outside.chooseFiles = [](bool) { return QStringList{}; };
    return limits;
}

WidgetLaunch widgetAt(const PageServer& server, const QString& path) {
    WidgetLaunch widget;
    widget.page = server.at(path).toString().toStdString();
    widget.origins = {server.origin().toStdString()};
    return widget;
}

MessageRule rule(const char* match, MessageAction then, const char* reply) {
    return {nlohmann::json::parse(match), then, nlohmann::json::parse(reply)};
}

bool until(const std::function<bool()>& isSo) {
    constexpr int longest = 15'000;
    constexpr int often = 10;
    QEventLoop loop;
    QElapsedTimer waited;
    QTimer look;
    waited.start();
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isSo() || waited.hasExpired(longest)) {
            loop.quit();
        }
    });
    look.start(often);
    loop.exec();
    return isSo();
}

void rest(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

Heard::Heard(Launch launch, ui::webview::BrowserLimits limits, QVersionNumber oldestEngine) {
    ui::WidgetRequest request;
    request.launch = std::move(launch);
    request.hostOrigin = QUrl{QStringLiteral("https://desk.bank.example/")};
    request.providerName = QStringLiteral("Example");
    request.language = QStringLiteral("en");
    request.oldestEngine = std::move(oldestEngine);
    host_ = std::make_unique<ui::webview::BrowserHost>(std::move(request), std::move(limits));
    auto* host = host_.get();
    using ui::WidgetHost;
    QObject::connect(host, &WidgetHost::shown, &window_, [this] { say(QStringLiteral("shown")); });
    QObject::connect(host, &WidgetHost::forwarded, &window_, [this](const QByteArray& message) {
        say(QStringLiteral("forwarded ") + QString::fromUtf8(message));
    });
    QObject::connect(host, &WidgetHost::finished, &window_, [this] { say(QStringLiteral("finished")); });
    QObject::connect(host, &WidgetHost::returned, &window_,
                     [this](const QUrl& address) { say(QStringLiteral("returned ") + address.toString()); });
    QObject::connect(host, &WidgetHost::wentBack, &window_, [this] { say(QStringLiteral("wentBack")); });
    QObject::connect(host, &WidgetHost::troubled, &window_,
                     [this](ui::WidgetTrouble trouble) { say(QStringLiteral("troubled ") + word(trouble)); });
    QObject::connect(host, &WidgetHost::whereChanged, &window_, [this](const QString& origin, bool isSecure) {
        say(QStringLiteral("where ") + origin + (isSecure ? QStringLiteral(" secure") : QStringLiteral(" open")));
    });
    QObject::connect(host, &WidgetHost::cameraChanged, &window_,
                     [this](ui::DeviceState state) { say(QStringLiteral("camera ") + word(state)); });
    QObject::connect(host, &WidgetHost::microphoneChanged, &window_,
                     [this](ui::DeviceState state) { say(QStringLiteral("microphone ") + word(state)); });
    auto* layout = new QVBoxLayout{&window_};
    layout->addWidget(host->view());
    window_.resize(1000, 860);
    window_.show();
    host->start();
}

Heard::~Heard() = default;

QWebEnginePage* Heard::page() {
    return window_.findChild<QWebEngineView*>()->page();
}

bool Heard::waitFor(const QString& line) {
    const bool came = until([&] { return said_.contains(line); });
    if (!came) {
        qWarning().noquote() << "waited for" << line << "and heard" << said_;
    }
    return came;
}

bool Heard::clickUntil(const std::function<bool()>& isSo) {
    constexpr int between = 500;  // milliseconds
    auto* view = window_.findChild<QWebEngineView*>();
    QElapsedTimer last;
    return until([&] {
        if (!isSo() && (!last.isValid() || last.hasExpired(between))) {
            last.start();
            QTest::mouseClick(view->focusProxy(), Qt::LeftButton, {}, view->rect().center());
        }
        return isSo();
    });
}

void Heard::say(const QString& line) {
    said_ << line;
}

}  // namespace verdesk::test
