#pragma once
// The buttons: one primary on a page, the rest secondary or quiet; on the blocked page their own two. The key that does
// the same is printed on the button. Return and Enter press it when it has the focus, as Space does.

#include "ui/style/icons.h"

#include <QPushButton>

#include <optional>

namespace verdesk::ui {

enum class ButtonKind { primary, secondary, quiet, onBlocked, onBlockedOutline };

class Button : public QPushButton {
    Q_OBJECT

public:
    // `name` is the objectName; the accessible name is the text.
    Button(ButtonKind kind, const QString& text, const char* name, QWidget* parent = nullptr);

    // Makes `key` press the button while it is visible, and prints it.
    void setKey(const QKeySequence& key);
    // Only prints it: for Enter, which a page hands to its default button (page.h).
    void printKey(const QKeySequence& key);
    void setKind(ButtonKind kind);
    void setMark(Icon icon);
    void setWords(const QString& text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Colours {
        QColor fill, line, text, gap;
    };
    Colours colours() const;

    ButtonKind kind_;
    QString keyWords_;
    std::optional<Icon> mark_;
};

class PrimaryButton : public Button {
    Q_OBJECT

public:
    PrimaryButton(const QString& text, const char* name, QWidget* parent = nullptr);
};

class SecondaryButton : public Button {
    Q_OBJECT

public:
    SecondaryButton(const QString& text, const char* name, QWidget* parent = nullptr);
};

}  // namespace verdesk::ui
