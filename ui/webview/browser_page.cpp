#include "ui/webview/browser_page.h"

#include "ui/webview/origins.h"
#include "ui/webview/permissions.h"

#include <QWebEngineCertificateError>
#include <QWebEngineClientCertificateSelection>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineLoadingInfo>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineQuotaRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>

namespace verdesk::ui::webview {

BrowserPage::BrowserPage(const LaunchPlan& plan, QWebEngineProfile* profile, Outside outside)
    : QWebEnginePage{profile, nullptr}, plan_{plan}, outside_{std::move(outside)} {
    answerPermissions();
    refuseTheRest();
    connect(this, &QWebEnginePage::newWindowRequested, this, &BrowserPage::openWindow);
    connect(this, &QWebEnginePage::loadingChanged, this, &BrowserPage::endLoading);
}

void BrowserPage::showHost(const QString& html, const QUrl& origin) {
    hostExpected_ = true;
    isHost_ = true;
    setHtml(html, origin);
}

void BrowserPage::showProvider() {
    isHost_ = false;
    load(plan_.page);
}

bool BrowserPage::acceptNavigationRequest(const QUrl& address, NavigationType type, bool isMainFrame) {
    if (isMainFrame && hostExpected_ && address.scheme() == QLatin1String("data")) {
        hostExpected_ = false;
        return true;
    }
    switch (judge(plan_, address, isMainFrame)) {
        case Step::go:
            return true;
        case Step::caughtReturn:
            Q_EMIT caughtReturn(address);
            return false;
        case Step::caughtBack:
            Q_EMIT caughtBack();
            return false;
        case Step::refuse:
            break;
    }
    refuse(address, type, isMainFrame);
    return false;
}

// A link to elsewhere, such as terms, that somebody clicked is for the system's browser. Scripts click links, too: that
// there was a person is seen by what they did in the view.
void BrowserPage::refuse(const QUrl& address, NavigationType type, bool isMainFrame) {
    const bool isClick = type == NavigationTypeLinkClicked && outside_.wasActedOn();
    const auto origin = originOf(address);
    if (isClick && address.scheme() == QLatin1String("https") && !origin.isEmpty() && !plan_.origins.contains(origin)) {
        outside_.openInBrowser(address);
        return;
    }
    Q_EMIT refused(Refused::navigation);
    if (isMainFrame && !isClick) {
        Q_EMIT strayed();
    }
}

void BrowserPage::answerPermissions() {
    onPermission(*this, [this](const QUrl& asking, Wanted wanted) {
        const bool isOurs = plan_.origins.contains(originOf(asking));
        const bool isAllowed = isOurs && (!wanted.camera || allows(plan_, "camera")) &&
                               (!wanted.microphone || allows(plan_, "microphone")) &&
                               (!wanted.place || allows(plan_, "geolocation")) &&
                               (wanted.camera || wanted.microphone || wanted.place);
        if (!isAllowed) {
            Q_EMIT refused(Refused::permission);
        }
        if (wanted.camera && isOurs) {
            Q_EMIT cameraAnswered(isAllowed);
        }
        if (wanted.microphone && isOurs) {
            Q_EMIT microphoneAnswered(isAllowed);
        }
        return isAllowed;
    });
}

void BrowserPage::refuseTheRest() {
    const auto deny = [this] { Q_EMIT refused(Refused::permission); };
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this, [deny](QWebEngineFileSystemAccessRequest request) {
        request.reject();
        deny();
    });
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)  // pages cannot ask for it any more
    connect(this, &QWebEnginePage::quotaRequested, this, [deny](QWebEngineQuotaRequest request) {
        request.reject();
        deny();
    });
#endif
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [deny](QWebEngineRegisterProtocolHandlerRequest request) {
                request.reject();
                deny();
            });
    connect(this, &QWebEnginePage::fullScreenRequested, this, [deny](QWebEngineFullScreenRequest request) {
        request.reject();
        deny();
    });
    connect(this, &QWebEnginePage::selectClientCertificate, this,
            [](QWebEngineClientCertificateSelection selection) { selection.selectNone(); });
    connect(this, &QWebEnginePage::certificateError, this, [this](QWebEngineCertificateError error) {
        error.rejectCertificate();
        Q_EMIT certificateRefused();
    });
}

// Terms and privacy notices are links to windows of their own: they go to the system's browser, if a person clicked.
void BrowserPage::openWindow(QWebEngineNewWindowRequest& request) {
    const auto address = request.requestedUrl();
    if (request.isUserInitiated() && address.scheme() == QLatin1String("https") && !originOf(address).isEmpty()) {
        outside_.openInBrowser(address);
        return;
    }
    Q_EMIT refused(Refused::window);
}

void BrowserPage::endLoading(const QWebEngineLoadingInfo& info) {
    constexpr int aborted = -3;  // net::ERR_ABORTED: what was to come next was refused, and what was there stays
    constexpr int firstFailure = 400;
    const bool isHttpFailure =
        info.errorDomain() == QWebEngineLoadingInfo::HttpStatusCodeDomain && info.errorCode() >= firstFailure;
    const bool isOver = info.status() != QWebEngineLoadingInfo::LoadStartedStatus;
    const bool hasFailed = info.status() == QWebEngineLoadingInfo::LoadFailedStatus && info.errorCode() != aborted;
    if (isOver && !isHost_) {
        if (hasFailed || isHttpFailure) {
            Q_EMIT failed();
        } else {
            Q_EMIT ended();
        }
    }
}

// A person may send a file with an <input>. Never filtered by what the page accepts: that hides files which would do.
QStringList BrowserPage::chooseFiles(FileSelectionMode mode, const QStringList&, const QStringList&) {
    if (mode != FileSelectOpen && mode != FileSelectOpenMultiple) {
        Q_EMIT refused(Refused::permission);
        return {};
    }
    return outside_.chooseFiles(mode == FileSelectOpenMultiple);
}

// Their default is a dialog with an event loop of its own.
void BrowserPage::javaScriptAlert(const QUrl&, const QString&) {}

bool BrowserPage::javaScriptConfirm(const QUrl&, const QString&) {
    return false;
}

bool BrowserPage::javaScriptPrompt(const QUrl&, const QString&, const QString&, QString*) {
    return false;
}

// Their default is our own log, which holds nothing that a provider's page says.
void BrowserPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString&, int, const QString&) {}

}  // namespace verdesk::ui::webview
