#pragma once
// Grey lines where text is about to be, so that a page does not jump when it comes.

#include <QWidget>

namespace verdesk::ui {

class Skeleton : public QWidget {
    Q_OBJECT

public:
    explicit Skeleton(int lines, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int lines_;
};

}  // namespace verdesk::ui
