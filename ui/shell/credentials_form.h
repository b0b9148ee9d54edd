#pragma once
// A password with its button, what is wrong in words, and the wait after too many attempts. Used to sign in (with a
// name) and to unlock (without).

#include "desk/call_error.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace verdesk::ui {

class Button;
class LabeledField;
class PasswordField;
class Text;

class CredentialsForm : public QWidget {
    Q_OBJECT

public:
    // Objects are called "<prefix>.name", ".password", ".submit" and ".problem".
    CredentialsForm(const QString& prefix, bool withName, const QString& button, QWidget* parent = nullptr);

    void setBusy(bool busy);
    void showError(const desk::CallError& error);
    // Forgets the password, and the name too if asked.
    void clear(bool nameToo);
    void takeFocus();

Q_SIGNALS:
    void submitted(const QString& name, const QString& password);

private:
    void submit();
    void countDown();
    void arrange();

    QLineEdit* name_ = nullptr;
    LabeledField* nameField_ = nullptr;
    PasswordField* password_;
    LabeledField* passwordField_;
    Text* caps_;
    Text* problem_;
    Button* button_;
    QString words_;
    QTimer tick_;
    QElapsedTimer since_;
    qint64 waitMs_ = 0;
    bool busy_ = false;
};

}  // namespace verdesk::ui
