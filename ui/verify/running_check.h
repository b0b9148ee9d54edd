#pragma once
// One check in the strip. Private to it.

#include "desk/open_checks.h"

#include <QAbstractButton>
#include <QTimer>

namespace verdesk::ui {

class RunningCheck : public QAbstractButton {
    Q_OBJECT

public:
    explicit RunningCheck(QWidget* parent = nullptr);
    void setCheck(const desk::Check& check, bool current);
    int id() const {
        return id_;
    }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString status() const;
    void look();

    int id_ = 0;
    bool current_ = false;
    desk::Page page_ = desk::Page::newCheck;
    claims::Verdict verdict_ = claims::Verdict::none;
    bool troubled_ = false;
    QDeadlineTimer deadline_{QDeadlineTimer::Forever};
    QString title_;
    QString spoken_;  // by a screen reader: the whole of it
    QString shown_;
    QTimer timer_;
};

}  // namespace verdesk::ui
