#pragma once
// "Cancel check", and the question behind it in the same place: no dialog. Escape asks, and Escape again goes on.

#include <QWidget>

class QHBoxLayout;
class QStackedLayout;

namespace verdesk::ui {

class Button;
class CancelQuestion;

class CancelBar : public QWidget {
    Q_OBJECT

public:
    explicit CancelBar(QWidget* parent = nullptr);

    // Asked for and not answered yet.
    void setCancelling(bool cancelling);
    // On the left, while nothing is asked.
    void addAction(QWidget* widget);
    void reset();

Q_SIGNALS:
    void cancelled();

private:
    void ask(bool asking);

    QStackedLayout* stack_;
    QHBoxLayout* actions_;
    Button* cancel_;
    CancelQuestion* question_;
};

}  // namespace verdesk::ui
