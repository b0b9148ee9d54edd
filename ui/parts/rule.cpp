#include "ui/parts/rule.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace verdesk::ui {

Rule::Rule(QWidget* parent) : QWidget{parent} {
    setFixedHeight(metrics::line);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Rule::paintEvent(QPaintEvent*) {
    QPainter painter{this};
    painter.fillRect(rect(), Theme::current().palette().line);
}

}  // namespace verdesk::ui
