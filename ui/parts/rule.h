#pragma once
// A line across, one pixel high.

#include <QWidget>

namespace verdesk::ui {

class Rule : public QWidget {
    Q_OBJECT

public:
    explicit Rule(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace verdesk::ui
