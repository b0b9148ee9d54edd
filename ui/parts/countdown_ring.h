#pragma once
// The time that is left, as a ring and in figures. Compares against the deadline at every look, and counts nothing: a
// timer that fires early or late changes nothing, nor does a machine that slept.

#include "ui/parts/clock.h"

#include <QTimer>
#include <QWidget>

namespace verdesk::ui {

// "7:12", "1:00:05"; "0:00" at and after the end. Seconds that have begun count.
QString countdownText(std::chrono::milliseconds left);

class CountdownRing : public QWidget {
    Q_OBJECT

public:
    explicit CountdownRing(Clock clock = steadyNow, QWidget* parent = nullptr);

    void setDeadline(const Deadline& deadline);
    void clear();                            // nothing to wait for
    std::chrono::milliseconds left() const;  // never below zero
    void look();                             // at the clock; the timer does it four times a second

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void ended();  // once for each deadline

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    Clock clock_;
    Deadline deadline_;
    bool running_ = false;
    bool told_ = false;
    QTimer timer_;
    QString shown_;
    std::int64_t spokenMinutes_ = -1;
};

}  // namespace verdesk::ui
