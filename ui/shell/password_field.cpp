#include "ui/shell/password_field.h"

#include <QKeyEvent>

namespace verdesk::ui {

PasswordField::PasswordField(const char* name, QWidget* parent) : QLineEdit{parent} {
    setObjectName(QLatin1String{name});
    setEchoMode(QLineEdit::Password);
    setMaxLength(256);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void PasswordField::keyPressEvent(QKeyEvent* event) {
    const auto typed = event->text();
    if (event->key() == Qt::Key_CapsLock) {
        Q_EMIT capsLockSeems(false);  // it changes now; the next letter tells
    } else if (typed.size() == 1 && typed.front().isLetter() && typed.front().toUpper() != typed.front().toLower()) {
        const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
        Q_EMIT capsLockSeems(typed.front().isUpper() != shift);
    }
    QLineEdit::keyPressEvent(event);
}

}  // namespace verdesk::ui
