#pragma once
// A turning arc for what takes longer than a moment; still, where the system asks for less motion. Shows itself only
// after 200 ms, so that quick answers do not flicker.

#include <QTimer>
#include <QWidget>

namespace verdesk::ui {

class Spinner : public QWidget {
    Q_OBJECT

public:
    explicit Spinner(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool isSeen() const {
        return visibleYet_;
    }

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QTimer turn_;
    QTimer delay_;
    int angle_ = 0;
    bool visibleYet_ = false;
};

}  // namespace verdesk::ui
