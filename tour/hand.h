#pragma once
// A person's hands and eyes on a true window: finds controls by objectName, types and presses keys, and reads what is
// written.

#include <QColor>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>

namespace verdesk::tour {

class Hand {
public:
    explicit Hand(QWidget& window) : window_{window} {}

    // The visible control of that name. Throws std::runtime_error that names it where there is none within the time.
    QWidget* wait(const QString& name, int timeoutMs = 10'000);
    bool sees(const QString& name) const;  // visible now
    bool waitUntil(const std::function<bool()>& holds, int timeoutMs = 10'000) const;

    void press(const QString& name);                      // as with Space or a click: the control must be enabled
    void type(const QString& name, const QString& text);  // focuses it, empties it and types key by key
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void check(const QString& name);  // a check box
    // On the largest patch of that colour in a control, once there is one: how a person finds the button of a page that
    // is no window of ours. Scrolls down to it. Throws std::runtime_error where none comes.
    void clickOn(const QString& name, const QColor& colour);

    QString text(const QString& name) const;  // of a label, button, field; empty where it is not seen
    QString everythingWritten() const;        // all visible labels and buttons, a line each
    bool reads(const QString& words) const;   // whether these words stand somewhere on the page

    QWidget& window() {
        return window_;
    }

private:
    QWidget* find(const QString& name) const;

    QWidget& window_;
};

}  // namespace verdesk::tour
