#include "ui/parts/lines.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>

namespace verdesk::ui {

QSizeF layLines(const QString& text, const LineLook& look, qreal width, QPainter* painter, const QPointF& at) {
    QTextOption option;
    option.setTextDirection(look.direction);
    option.setAlignment(QStyle::visualAlignment(look.direction, look.alignment) & Qt::AlignHorizontal_Mask);
    option.setWrapMode(look.wraps ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    qreal y = 0;
    qreal widest = 0;
    for (const auto& paragraph : text.split(u'\n')) {
        QTextLayout layout{paragraph, look.face};
        layout.setTextOption(option);
        layout.setCacheEnabled(true);
        layout.beginLayout();
        for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, y + (look.lineHeight - line.height()) / 2});
            widest = std::max(widest, line.naturalTextWidth());
            y += look.lineHeight;
        }
        layout.endLayout();
        if (painter != nullptr) {
            layout.draw(painter, at);
        }
    }
    return {widest, y};
}

}  // namespace verdesk::ui
