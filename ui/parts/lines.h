#pragma once
// Plain text in lines of a given height, which Qt's own labels cannot.

#include <QFont>
#include <QPointF>
#include <QSizeF>
#include <QString>
#include <QTextOption>

class QPainter;

namespace verdesk::ui {

struct LineLook {
    QFont face;
    int lineHeight = 0;
    bool wraps = true;
    Qt::Alignment alignment = Qt::AlignLeading;  // horizontal
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

// Lays the text out within `width`; with a painter also paints it at `at`. The size that it takes.
QSizeF layLines(const QString& text, const LineLook& look, qreal width, QPainter* painter = nullptr,
                const QPointF& at = {});

}  // namespace verdesk::ui
