#pragma once
// A scale with an interval and a value on it, and the account's thresholds where there are some. Private to ScorePanel.

#include "claims/claim.h"

#include <QColor>
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
    qreal at(double value) const;
    bool hasThresholds() const;
    void paintZones(QPainter& painter, qreal middle) const;
    void paintInterval(QPainter& painter, qreal middle) const;
    void paintNumbers(QPainter& painter) const;

    claims::Score score_;
};

}  // namespace verdesk::ui
