#pragma once
// Covers everything until the same person is back. Running checks go on behind it.

#include "desk/call_error.h"
#include "desk/desk_session.h"

#include <QWidget>

namespace verdesk::ui {

class Button;
class CredentialsForm;
class Text;

class LockPage : public QWidget {
    Q_OBJECT

public:
    explicit LockPage(QWidget* parent = nullptr);

    // `passwordNeeded` is false in practice.
    void open(const QString& person, desk::DeskSession::LockReason reason, int runningChecks, bool passwordNeeded);
    void setRunningChecks(int count);
    void setBusy(bool busy);
    void showError(const desk::CallError& error);

Q_SIGNALS:
    void unlockAsked(const QString& password);
    void signOutAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void takeFocus();

    QWidget* circle_;
    Text* title_;
    Text* why_;
    Text* running_;
    Text* problem_;
    CredentialsForm* form_;
    Button* open_;
    Button* leave_;
    bool passwordNeeded_ = true;
};

}  // namespace verdesk::ui
