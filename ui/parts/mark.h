#pragma once
// An icon on a tinted disc, beside or above a heading that says the same in words.

#include "ui/parts/chip.h"

#include <QWidget>

namespace verdesk::ui {

class Mark : public QWidget {
    Q_OBJECT

public:
    Mark(Icon icon, ChipTone tone, QWidget* parent = nullptr);
    void setLook(Icon icon, ChipTone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon icon_;
    ChipTone tone_;
};

}  // namespace verdesk::ui
