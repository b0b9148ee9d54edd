#pragma once
// The one window: the top edge, and below it signing in, working, or the lock.

#include "ui/shell/lock_page.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/window_memory.h"

#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace verdesk::ui {

class PersonMenu;
class Workplace;

class MainWindow : public QWidget {
    Q_OBJECT

public:
    explicit MainWindow(WindowMemory memory, QWidget* parent = nullptr);
    ~MainWindow() override;

    SignInPage* signIn() const {
        return signIn_;
    }
    LockPage* lock() const {
        return lock_;
    }
    TopBar* top() const {
        return top_;
    }
    PersonMenu* menu();

    void showSignIn();
    // Takes the workplace of a person who signed in; the one before is thrown away with everything on it.
    void setWorkplace(Workplace* workplace);
    void dropWorkplace();
    void showWork();
    void showLock();
    // The theme's look as it was remembered, and what is chosen from now on.
    WindowMemory& memory() {
        return memory_;
    }
    void raiseAndActivate();

Q_SIGNALS:
    void schemeChosen(verdesk::ui::SchemeChoice scheme);
    void textScaleChosen(double scale);
    void lockAsked();
    void signOutAsked();
    void aboutAsked();
    void firstShown();

protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    WindowMemory memory_;
    TopBar* top_;
    QStackedWidget* stack_;
    SignInPage* signIn_;
    LockPage* lock_;
    PersonMenu* menu_ = nullptr;
    Workplace* workplace_ = nullptr;
    QPointer<QWidget> focusBefore_;
    bool shown_ = false;
};

}  // namespace verdesk::ui
