#pragma once
// A check box whose sentence may take several lines.

#include "ui/parts/lines.h"

#include <QCheckBox>

namespace verdesk::ui {

class CheckBox : public QCheckBox {
    Q_OBJECT

public:
    CheckBox(const QString& text, const char* name, QWidget* parent = nullptr);

    void setWords(const QString& text);
    void setWrong(bool wrong);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& point) const override;

private:
    int side() const;
    LineLook look() const;
    QRect textRect(int width) const;

    bool wrong_ = false;
};

}  // namespace verdesk::ui
