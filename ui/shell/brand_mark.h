#pragma once
// The product's mark and name: a tick on the institution's accent.

#include <QWidget>

namespace verdesk::ui {

class BrandMark : public QWidget {
    Q_OBJECT

public:
    explicit BrandMark(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

// The mark alone, for the window's icon.
QPixmap brandPixmap(int side);

}  // namespace verdesk::ui
