#pragma once
// The buttons: one primary on a page, the rest secondary or quiet; on the blocked page their own two. The key that does
// the same is printed on the button. Return and Enter press it when it has the focus, as Space does.

#include "ui/style/icons.h"

#include <QPushButton>

#include <optional>

namespace verdesk::ui {

// `brand`: in somebody else's colours, see setBrand.
enum class ButtonKind { primary, secondary, quiet, onBlocked, onBlockedOutline, brand };

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
    void clearMark();
    // A button of a provider's. Its words keep to `text` where that can be read on `fill` (4.5:1), and else are made
    // darker or lighter until they can.
    void setBrand(const QColor& fill, const QColor& text);
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

    int corner() const;

    ButtonKind kind_;
    Colours brand_;
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
