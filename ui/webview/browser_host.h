#pragma once
// One launch in the embedded browser: profile, page and view, and what they say in the words of widget_host.h.

#include "ui/verify/widget_host.h"
#include "ui/webview/browser_page.h"
#include "ui/webview/file_question.h"
#include "ui/webview/host_page.h"
#include "ui/webview/input_watch.h"
#include "ui/webview/launch_plan.h"
#include "ui/webview/view_frame.h"

#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>

class QWebChannel;
class QWebEngineProfile;
class QWebEngineView;

namespace verdesk::ui::webview {

class Bridge;

struct BrowserLimits {
    std::chrono::milliseconds silence{20'000};  // until the provider's page was heard or loaded
    std::chrono::milliseconds grace{700};       // between a frame's end of loading and a word from within it
    Outside outside = {};                       // left empty: the real world
};

class BrowserHost : public WidgetHost {
    Q_OBJECT

public:
    explicit BrowserHost(WidgetRequest request, BrowserLimits limits = {});
    // The view, the page and its process go, and then the profile with everything that the page left.
    ~BrowserHost() override;

    QWidget* view() override;
    void start() override;
    void reload() override;
    void showNonetheless() override;
    WidgetCounts counts() const override;

    bool event(QEvent* event) override;

private:
    void makeProfile();
    void makePage();
    void listen();
    void follow();
    void open();
    void enter(int cameras, int microphones);
    void showPage();
    void hear(const QString& origin, const QByteArray& message);
    void hearAnswer(const QByteArray& message);
    void arrive(const QString& origin, const QString& what);
    void endFrame();
    void endTop();
    void runCall();
    void noteSign();
    void tellWhere(const QUrl& address);
    void tellShown();
    void tellCamera(DeviceState state);
    void tellMicrophone(DeviceState state);
    QStringList chooseFiles(bool several);
    void trouble(WidgetTrouble trouble);
    void count(int WidgetCounts::*member, int times = 1);
    template <class Told>
    void later(Told told);

    const WidgetRequest request_;
    BrowserLimits limits_;
    std::optional<LaunchPlan> plan_;
    HostPage host_;
    WidgetCounts counts_;
    std::unique_ptr<QWebEngineProfile> profile_;
    std::unique_ptr<QWebChannel> channel_;
    std::unique_ptr<Bridge> bridge_;
    std::unique_ptr<BrowserPage> page_;
    QPointer<ViewFrame> frame_;
    QPointer<QWebEngineView> view_;
    std::unique_ptr<FileQuestion> question_;
    std::unique_ptr<InputWatch> input_;
    QTimer silence_;
    QTimer grace_;
    QString where_;
    bool isHostAwaited_ = false;
    bool goesWithoutCamera_ = false;
    bool hasLoaded_ = false;
    bool wasShown_ = false;
    bool wasAnswered_ = false;
    // Once the page, which waits on the stack for what somebody chooses, has its answer.
    bool isEndDue_ = false;
    bool isReloadDue_ = false;
    std::optional<WidgetTrouble> trouble_;
};

}  // namespace verdesk::ui::webview
