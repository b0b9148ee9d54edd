#pragma once
// The size that a window goes back to when it is maximised no longer.

#include <QObject>
#include <QRect>
#include <QTimer>

namespace verdesk::ui {

// From Qt 6.5 on a window is made anew when the first page of the embedded browser opens in it. Of one that is
// maximised then, its manager knows no smaller size, and leaves it as large as it is: here that size is remembered.
class NormalSize : public QObject {
public:
    // For as long as the window lives.
    explicit NormalSize(QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();

    QWidget* window_;
    QTimer settled_;  // it may take a window several steps to get where it goes
    QRect normal_;
    QRect maximised_;
    bool wasMaximised_ = false;
};

}  // namespace verdesk::ui
