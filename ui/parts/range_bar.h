#pragma once
// A scale with an interval and a value on it. Private to ScorePanel.

#include "claims/claim.h"

#include <QWidget>

namespace verdesk::ui {

class RangeBar : public QWidget {
    Q_OBJECT

public:
    explicit RangeBar(QWidget* parent = nullptr);
    void setScore(const claims::Score& score);  // has both ends of its scale
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    claims::Score score_;
};

}  // namespace verdesk::ui
