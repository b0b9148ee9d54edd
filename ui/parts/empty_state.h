#pragma once
// A page or list with nothing in it, in words: why, and what to do.

#include "ui/style/icons.h"

#include <QWidget>

namespace verdesk::ui {

class Button;
class Text;

class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(Icon icon, const QString& title, const QString& text, QWidget* parent = nullptr);
    void setWords(const QString& title, const QString& text);
    Button* setAction(const QString& text, const char* name);

Q_SIGNALS:
    void actionTriggered();

private:
    Text* title_;
    Text* text_;
    Button* action_ = nullptr;
};

}  // namespace verdesk::ui
