#include "ui/webview/browser_host.h"

#include "ui/webview/bridge.h"
#include "ui/webview/engine.h"
#include "ui/webview/message_rules.h"
#include "ui/webview/origins.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFile>
#include <QUuid>
#include <QWebChannel>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>
#include <QWebEngineView>

// Not in a namespace: what the macro declares would be looked for there.
static void takeResources() {
    Q_INIT_RESOURCE(webview);
}

namespace verdesk::ui::webview {
namespace {

QString read(const QString& resource) {
    QFile file{resource};
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::logic_error{"a script of the embedded browser is missing: " + resource.toStdString()};
    }
    return QString::fromUtf8(file.readAll());
}

QWebEngineScript scriptOf(const QString& name, const QString& code, bool inFrames) {
    QWebEngineScript script;
    script.setName(name);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setRunsOnSubFrames(inFrames);
    script.setSourceCode(code);
    return script;
}

void restrict(QWebEngineSettings& settings) {
    using Setting = QWebEngineSettings::WebAttribute;
    for (const auto off :
         {Setting::PluginsEnabled, Setting::JavascriptCanOpenWindows, Setting::JavascriptCanPaste,
          Setting::JavascriptCanAccessClipboard, Setting::LocalContentCanAccessRemoteUrls,
          Setting::LocalContentCanAccessFileUrls, Setting::AllowRunningInsecureContent,
          Setting::HyperlinkAuditingEnabled, Setting::ScreenCaptureEnabled, Setting::FullScreenSupportEnabled,
          Setting::NavigateOnDropEnabled, Setting::DnsPrefetchEnabled, Setting::PdfViewerEnabled}) {
        settings.setAttribute(off, false);
    }
    settings.setUnknownUrlSchemePolicy(QWebEngineSettings::DisallowUnknownUrlSchemes);
}

}  // namespace

BrowserHost::BrowserHost(WidgetRequest request, BrowserLimits limits)
    : request_{std::move(request)}, limits_{std::move(limits)}, plan_{planOf(request_.launch)} {
    takeResources();
    shareContexts();
    host_ = HostPage{request_.language, request_.providerName, originOf(request_.hostOrigin),
                     QUuid::createUuid().toString(QUuid::Id128)};
    view_ = new QWebEngineView;
    view_->setContextMenuPolicy(Qt::NoContextMenu);
    view_->setAcceptDrops(false);
    view_->setAccessibleName(tr("Page of %1").arg(request_.providerName));
    frame_ = new ViewFrame{view_};
    if (!limits_.outside.openInBrowser) {
        limits_.outside.openInBrowser = [](const QUrl& address) { QDesktopServices::openUrl(address); };
    }
    question_ = std::make_unique<FileQuestion>(view_, std::move(limits_.outside.chooseFiles));
    limits_.outside.chooseFiles = [this](bool several) { return chooseFiles(several); };
    input_ = std::make_unique<InputWatch>(view_);
    limits_.outside.wasActedOn = [this] { return input_->take(); };
    silence_.setSingleShot(true);
    grace_.setSingleShot(true);
    connect(&silence_, &QTimer::timeout, this, [this] { trouble(WidgetTrouble::silent); });
    connect(&grace_, &QTimer::timeout, this, [this] { trouble(WidgetTrouble::loadFailed); });
    if (plan_ && !host_.origin.isEmpty()) {
        makeProfile();
        makePage();
    }
}

BrowserHost::~BrowserHost() {
    delete frame_;  // where no parent did that already
    delete view_;
    page_.reset();
    bridge_.reset();
    channel_.reset();
}

QWidget* BrowserHost::view() {
    return frame_;
}

WidgetCounts BrowserHost::counts() const {
    return counts_;
}

bool BrowserHost::event(QEvent* event) {
    if (event->type() != QEvent::DeferredDelete || !question_->isOpen()) {
        return WidgetHost::event(event);
    }
    isEndDue_ = true;
    if (frame_ != nullptr) {
        frame_->hide();
        frame_->setParent(nullptr);  // whoever showed it may go before us
    }
    question_->takeBack();
    return true;
}

QStringList BrowserHost::chooseFiles(bool several) {
    auto files = question_->ask(several);
    if (isEndDue_) {
        auto* end = new QObject;  // goes when the engine's call has returned, and takes us along
        setParent(end);
        end->deleteLater();
    } else if (std::exchange(isReloadDue_, false)) {
        later([this] { reload(); });
    }
    return files;
}

// Without a name a profile keeps nothing on disk.
void BrowserHost::makeProfile() {
    profile_ = std::make_unique<QWebEngineProfile>();
    profile_->setHttpAcceptLanguage(request_.language);
    profile_->setSpellCheckEnabled(false);
    restrict(*profile_->settings());
    connect(profile_.get(), &QWebEngineProfile::downloadRequested, this, [this](QWebEngineDownloadRequest* download) {
        download->cancel();
        count(&WidgetCounts::downloads);
    });
    auto& scripts = *profile_->scripts();
    scripts.insert(scriptOf(QStringLiteral("listener"),
                            listenerOf(*plan_, host_, read(QStringLiteral(":/qtwebchannel/qwebchannel.js")),
                                       read(QStringLiteral(":/webview/listener.js"))),
                            false));
    if (plan_->stage == Stage::frame) {
        scripts.insert(scriptOf(QStringLiteral("herald"),
                                heraldOf(*plan_, host_, read(QStringLiteral(":/webview/herald.js"))), true));
    }
}

void BrowserHost::makePage() {
    auto page = std::make_unique<BrowserPage>(*plan_, profile_.get(), limits_.outside);
    if (view_ != nullptr) {
        view_->setPage(page.get());
    }
    page_ = std::move(page);
    bridge_ = std::make_unique<Bridge>();
    channel_ = std::make_unique<QWebChannel>();
    channel_->registerObject(QStringLiteral("desk"), bridge_.get());
    page_->setWebChannel(channel_.get(), QWebEngineScript::ApplicationWorld);
    listen();
    follow();
}

void BrowserHost::listen() {
    connect(bridge_.get(), &Bridge::hostThere, this, &BrowserHost::enter);
    connect(bridge_.get(), &Bridge::messageHeard, this, &BrowserHost::hear);
    connect(bridge_.get(), &Bridge::answerHeard, this, &BrowserHost::hearAnswer);
    connect(bridge_.get(), &Bridge::frameArrived, this, &BrowserHost::arrive);
    connect(bridge_.get(), &Bridge::frameEnded, this, &BrowserHost::endFrame);
    connect(bridge_.get(), &Bridge::frameBlocked, this, [this] { count(&WidgetCounts::navigations); });
    connect(bridge_.get(), &Bridge::othersHeard, this, [this](int foreign, int malformed, int unmatched) {
        count(&WidgetCounts::foreignOrigin, foreign);
        count(&WidgetCounts::malformed, malformed);
        count(&WidgetCounts::unmatched, unmatched);
    });
}

void BrowserHost::follow() {
    connect(page_.get(), &BrowserPage::refused, this, [this](Refused what) {
        switch (what) {
            case Refused::navigation:
                return count(&WidgetCounts::navigations);
            case Refused::permission:
                return count(&WidgetCounts::permissions);
            case Refused::download:
                return count(&WidgetCounts::downloads);
            case Refused::window:
                return count(&WidgetCounts::windows);
        }
    });
    connect(page_.get(), &BrowserPage::caughtReturn, this, [this](const QUrl& address) {
        noteSign();
        later([this, address] { Q_EMIT returned(address); });
    });
    connect(page_.get(), &BrowserPage::caughtBack, this, [this] {
        noteSign();
        later([this] { Q_EMIT wentBack(); });
    });
    connect(page_.get(), &BrowserPage::cameraAnswered, this,
            [this](bool isAllowed) { tellCamera(isAllowed ? DeviceState::allowed : DeviceState::refused); });
    connect(page_.get(), &BrowserPage::microphoneAnswered, this,
            [this](bool isAllowed) { tellMicrophone(isAllowed ? DeviceState::allowed : DeviceState::refused); });
    connect(page_.get(), &BrowserPage::strayed, this, [this] {
        noteSign();
        trouble(WidgetTrouble::strayed);
    });
    connect(page_.get(), &BrowserPage::certificateRefused, this, [this] { trouble(WidgetTrouble::certificate); });
    connect(page_.get(), &BrowserPage::failed, this, [this] { trouble(WidgetTrouble::loadFailed); });
    connect(page_.get(), &BrowserPage::ended, this, &BrowserHost::endTop);
    connect(page_.get(), &QWebEnginePage::renderProcessTerminated, this, [this] { trouble(WidgetTrouble::crashed); });
}

void BrowserHost::start() {
    if (!page_) {
        trouble(WidgetTrouble::loadFailed);
    } else if (engineVersion() < request_.oldestEngine) {
        trouble(WidgetTrouble::engineTooOld);
    } else {
        open();
    }
}

// A page whose process ended does not come back by itself, and one that lives would keep its history.
void BrowserHost::reload() {
    if (question_->isOpen()) {
        isReloadDue_ = true;
        question_->takeBack();
        return;
    }
    if (page_) {
        makePage();
    }
    start();
}

void BrowserHost::showNonetheless() {
    if (trouble_ != WidgetTrouble::cameraMissing) {
        trouble_.reset();  // it is there, whatever was the matter, and may be in trouble again
        return;
    }
    goesWithoutCamera_ = true;
    trouble_.reset();
    silence_.start(limits_.silence);
    showPage();
}

// Our own page comes first, also where the provider's will take its place: it knows whether there is a camera.
void BrowserHost::open() {
    trouble_.reset();
    hasLoaded_ = false;
    wasShown_ = false;
    wasAnswered_ = false;
    isHostAwaited_ = true;
    grace_.stop();
    silence_.start(limits_.silence);
    page_->showHost(hostPageOf(*plan_, host_), request_.hostOrigin);
}

void BrowserHost::enter(int cameras, int microphones) {
    if (!isHostAwaited_) {
        return;
    }
    isHostAwaited_ = false;
    if (microphones == 0 && allows(*plan_, "microphone")) {
        tellMicrophone(DeviceState::missing);
    }
    if (cameras == 0 && allows(*plan_, "camera")) {
        tellCamera(DeviceState::missing);
        if (!goesWithoutCamera_) {
            trouble(WidgetTrouble::cameraMissing);
            return;
        }
    }
    showPage();
}

void BrowserHost::showPage() {
    switch (plan_->stage) {
        case Stage::frame:
            Q_EMIT bridge_->open();
            break;
        case Stage::top:
            page_->showProvider();
            break;
        case Stage::script:
            runCall();
            break;
    }
}

void BrowserHost::runCall() {
    page_->runJavaScript(callOf(*plan_, host_), QWebEngineScript::MainWorld, [this](const QVariant& wentWell) {
        if (!wentWell.toBool()) {
            trouble(WidgetTrouble::loadFailed);
            return;
        }
        tellWhere(plan_->page);
        noteSign();
        tellShown();
    });
}

void BrowserHost::hear(const QString& origin, const QByteArray& message) {
    if (!plan_->origins.contains(origin) || plan_->stage == Stage::script) {
        return count(&WidgetCounts::foreignOrigin);
    }
    const auto read = readMessage({message.constData(), static_cast<std::size_t>(message.size())});
    if (!read) {
        return count(&WidgetCounts::malformed);
    }
    noteSign();
    const auto* rule = ruleFor(plan_->rules, *read);
    if (rule == nullptr) {
        return count(&WidgetCounts::unmatched);
    }
    switch (rule->then) {
        case MessageAction::reply:
            Q_EMIT bridge_->post(origin, QString::fromStdString(rule->reply.dump()));
            for (const auto& more : rule->further) {
                Q_EMIT bridge_->post(origin, QString::fromStdString(more.dump()));
            }
            break;
        case MessageAction::forward:
            later([this, message] { Q_EMIT forwarded(message); });
            break;
        case MessageAction::finish:
            later([this] { Q_EMIT finished(); });
            break;
        case MessageAction::fail:
            trouble(WidgetTrouble::refused);
            break;
    }
}

void BrowserHost::hearAnswer(const QByteArray& message) {
    if (plan_->stage != Stage::script) {
        return count(&WidgetCounts::foreignOrigin);
    }
    if (!readMessage({message.constData(), static_cast<std::size_t>(message.size())})) {
        return count(&WidgetCounts::malformed);
    }
    if (std::exchange(wasAnswered_, true)) {
        return count(&WidgetCounts::unmatched);  // the first answer ends a script's launch
    }
    later([this, message] { Q_EMIT forwarded(message); });
}

void BrowserHost::arrive(const QString& origin, const QString& what) {
    if (!plan_->origins.contains(origin)) {
        return count(&WidgetCounts::foreignOrigin);
    }
    if (what == QLatin1String("refused")) {
        return trouble(WidgetTrouble::loadFailed);
    }
    noteSign();
    tellWhere(QUrl{origin});
    if (what == QLatin1String("loaded")) {
        hasLoaded_ = true;
        grace_.stop();
    } else if (what == QLatin1String("painted")) {
        tellShown();
    }
}

// A frame ends its loading with an error page, too. That has no herald: without a word from within, it was one.
void BrowserHost::endFrame() {
    if (!std::exchange(hasLoaded_, false)) {
        grace_.start(limits_.grace);
    }
}

void BrowserHost::endTop() {
    if (plan_->stage != Stage::top || isHostAwaited_ || !plan_->origins.contains(originOf(page_->url()))) {
        return;
    }
    noteSign();
    tellWhere(page_->url());
    tellShown();
}

// The page lives: whatever it does now, it is not silent.
void BrowserHost::noteSign() {
    silence_.stop();
}

void BrowserHost::tellWhere(const QUrl& address) {
    const auto origin = originOf(address);
    if (origin == where_) {
        return;
    }
    where_ = origin;
    later([this, origin, isSecure = isProtected(address)] { Q_EMIT whereChanged(origin, isSecure); });
}

void BrowserHost::tellShown() {
    if (!std::exchange(wasShown_, true)) {
        later([this] { Q_EMIT shown(); });
    }
}

void BrowserHost::tellCamera(DeviceState state) {
    later([this, state] { Q_EMIT cameraChanged(state); });
}

void BrowserHost::tellMicrophone(DeviceState state) {
    later([this, state] { Q_EMIT microphoneChanged(state); });
}

// What follows from a trouble is not told again: a page that failed also stays silent.
void BrowserHost::trouble(WidgetTrouble what) {
    silence_.stop();
    grace_.stop();
    const bool isConsequence = what == WidgetTrouble::loadFailed || what == WidgetTrouble::silent;
    if (trouble_ && (*trouble_ == what || isConsequence)) {
        return;
    }
    trouble_ = what;
    later([this, what] { Q_EMIT troubled(what); });
}

void BrowserHost::count(int WidgetCounts::*member, int times) {
    if (times > 0) {
        counts_.*member += times;
        later([this] { Q_EMIT countsChanged(); });
    }
}

// Whoever listens may destroy the host, and the page is at work when it tells us something.
template <class Told>
void BrowserHost::later(Told told) {
    QMetaObject::invokeMethod(this, std::move(told), Qt::QueuedConnection);
}

}  // namespace verdesk::ui::webview
