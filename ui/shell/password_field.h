#pragma once
// A line for a password, which notices when Caps Lock seems to be on.

#include <QLineEdit>

namespace verdesk::ui {

class PasswordField : public QLineEdit {
    Q_OBJECT

public:
    explicit PasswordField(const char* name, QWidget* parent = nullptr);

Q_SIGNALS:
    // From what is typed, because Qt does not tell the key's state: a capital without Shift, a small letter with it.
    void capsLockSeems(bool on);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace verdesk::ui
