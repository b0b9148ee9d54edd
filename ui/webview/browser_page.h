#pragma once
// A page that goes nowhere and grants nothing but what its launch says. Every question that an engine can ask is
// answered here, at once and without a dialog; what is refused is told, so that it can be counted.

#include "ui/webview/launch_plan.h"

#include <QWebEnginePage>

#include <functional>

class QWebEngineNewWindowRequest;

namespace verdesk::ui::webview {

enum class Refused { navigation, permission, download, window };

// What a page asks of the world outside.
struct Outside {
    std::function<void(const QUrl&)> openInBrowser;
    std::function<QStringList(bool several)> chooseFiles;
    // Whether a person clicked or pressed a key in the page just now, which counts for one thing that follows from it.
    std::function<bool()> wasActedOn;
};

class BrowserPage : public QWebEnginePage {
    Q_OBJECT

public:
    // `plan` and `profile` outlive the page.
    BrowserPage(const LaunchPlan& plan, QWebEngineProfile* profile, Outside outside);

    // Loads our own page, at `origin`. The one data: address that is ever gone to.
    void showHost(const QString& html, const QUrl& origin);
    // Loads the provider's page on top.
    void showProvider();

Q_SIGNALS:
    void refused(verdesk::ui::webview::Refused what);
    void caughtReturn(const QUrl& address);
    void caughtBack();
    // The launch's page asked for the camera, and this was the answer.
    void cameraAnswered(bool isAllowed);
    void microphoneAnswered(bool isAllowed);
    // The page on top wanted to go where its launch does not lead, by itself and not by a link that somebody clicked.
    void strayed();
    void certificateRefused();
    // The page on top could not be loaded; not for a navigation that was refused, nor for one that was caught.
    void failed();
    void ended();

protected:
    bool acceptNavigationRequest(const QUrl& address, NavigationType type, bool isMainFrame) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList& before, const QStringList& types) override;
    void javaScriptAlert(const QUrl& origin, const QString& words) override;
    bool javaScriptConfirm(const QUrl& origin, const QString& words) override;
    bool javaScriptPrompt(const QUrl& origin, const QString& words, const QString& proposal, QString* result) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString& words, int line,
                                  const QString& source) override;

private:
    void refuse(const QUrl& address, NavigationType type, bool isMainFrame);
    void answerPermissions();
    void refuseTheRest();
    void openWindow(QWebEngineNewWindowRequest& request);
    void endLoading(const QWebEngineLoadingInfo& info);

    const LaunchPlan& plan_;
    Outside outside_;
    bool hostExpected_ = false;
    bool isHost_ = false;  // what is loaded, or being loaded, is our own page
};

}  // namespace verdesk::ui::webview
