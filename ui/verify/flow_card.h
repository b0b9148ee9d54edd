#pragma once
// One way to check a customer: a flow with one of its launches. Pressed like a button, by its number key too. While
// something is missing it stays focusable and says what, instead of starting.

#include "contract/session.h"

#include <QAbstractButton>

namespace verdesk::ui {

class Chip;
class KeyHint;
class StatusDot;
class Text;

class FlowCard : public QAbstractButton {
    Q_OBJECT

public:
    // `number`: 1 to 9 gives it Alt+number; 0: no key.
    FlowCard(const Flow& flow, LaunchKind launch, int number, QWidget* parent = nullptr);

    const std::string& flow() const {
        return flow_;
    }
    LaunchKind launch() const {
        return launch_;
    }
    // Why it cannot be started now; empty: it can.
    void setReason(const QString& words);
    const QString& reason() const {
        return reason_;
    }
    // What to know before it is started, though it can be; empty: nothing.
    void setNote(const QString& words);
    // It was started last: Ctrl+Enter starts it again, and the card says so.
    void setLast(bool last);
    void setAnswering(Answering answering);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override;

Q_SIGNALS:
    void chosen();   // and nothing is missing
    void refused();  // chosen while something is missing

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void press();
    void describe();

    std::string flow_;
    LaunchKind launch_;
    QString reason_;
    Text* title_;
    Text* description_;
    Text* note_;
    KeyHint* again_;
    StatusDot* dot_;
};

}  // namespace verdesk::ui
