#pragma once
// The whole desk: its logic, its window, and what connects them. The program, the guided tour and the tests construct
// this one class and drive the true window by the objectNames of its controls.

#include "desk/desk_session.h"
#include "desk/settings.h"
#include "ui/style/theme.h"

#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QApplication;

namespace verdesk::desk {
class BackendClient;
class CaseBook;
class ChangeFeed;
class CheckFlow;
class EvidenceBox;
class OpenChecks;
class Practice;
class UnmatchedBook;
}  // namespace verdesk::desk

namespace verdesk::ui {

class MainWindow;
class WidgetHosts;
class VerifyBinding;
class CasesArea;
class UnmatchedPage;
class Workplace;

struct DeskOptions {
    // Nothing: practice mode, with a backend of its own.
    std::optional<desk::Settings> settings = {};
    QString practiceProgram = {};  // empty: verdeskd beside this executable
    QString practiceData = {};     // empty: the person's own folder
    // Wins over what was remembered and over the settings.
    std::optional<SchemeChoice> scheme = {};
    // Where window and look are remembered; empty: nowhere.
    QString stateFile = {};
    // Seams. Left empty: the real thing.
    desk::DeskSession::Clock idleClock = {};        // steady, milliseconds
    std::function<void(const QUrl&)> openUrl = {};  // the system's browser
    std::chrono::seconds feedWait{25};
    // Where views for providers' pages come from; outlives the desk. Null: from the installed plug-in.
    WidgetHosts* widgets = nullptr;
};

class DeskApplication : public QObject {
    Q_OBJECT

public:
    DeskApplication(QApplication& application, DeskOptions options);
    // Ends the practice backend, if there is one.
    ~DeskApplication() override;

    // Maps the window; whatever takes longer starts after that.
    void show();

    MainWindow& window();
    Theme& theme();
    desk::BackendClient& client();
    desk::DeskSession& session();
    desk::OpenChecks& checks();
    desk::CheckFlow& flow();
    desk::ChangeFeed& feed();
    desk::CaseBook& cases();
    desk::Practice* practice();  // null outside practice
    bool isPractice() const;

Q_SIGNALS:
    // Somebody may sign in: the backend's address is known.
    void readyToSignIn();

private:
    void connectLogic();
    void connectWindow();
    void begin();
    void beginPractice();
    void enterPerson();
    void buildWorkplace();
    void leavePerson();
    void followSession(desk::DeskSession::State state);
    void followConnection(bool connected);
    void followFlows();
    void followChecks();
    int runningChecks() const;
    void signInAs(int practiceAccount);
    void unlock(const QString& password);
    QString practicePassword() const;
    void playCustomer(const QString& code);
    void showAbout();
    bool eventFilter(QObject* watched, QEvent* event) override;

    QApplication& application_;
    DeskOptions options_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<desk::BackendClient> client_;
    std::unique_ptr<desk::DeskSession> session_;
    std::unique_ptr<desk::ChangeFeed> feed_;
    std::unique_ptr<desk::OpenChecks> checks_;
    std::unique_ptr<desk::CheckFlow> flow_;
    std::unique_ptr<desk::CaseBook> cases_;
    std::unique_ptr<desk::EvidenceBox> evidence_;
    std::unique_ptr<desk::UnmatchedBook> unmatched_;
    std::unique_ptr<desk::Practice> practice_;
    std::unique_ptr<WidgetHosts> plugin_;
    std::unique_ptr<MainWindow> window_;
    Workplace* workplace_ = nullptr;
    VerifyBinding* verify_ = nullptr;
    CasesArea* casesArea_ = nullptr;
    UnmatchedPage* unmatchedPage_ = nullptr;  // officers' and administrators'
    desk::DeskSession::State stateBefore_ = desk::DeskSession::State::signedOut;
    bool begun_ = false;
};

}  // namespace verdesk::ui
