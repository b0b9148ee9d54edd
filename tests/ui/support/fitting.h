#pragma once
// Finds text that does not fit its widget.

#include "ui/parts/text.h"

#include <QAbstractButton>
#include <QLabel>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace verdesk::test {

// A line for each visible label or button whose text is cut off, or that reaches out of its parent.
inline QStringList cutOff(const QWidget& root) {
    QStringList found;
    const auto complain = [&found](const QWidget* widget, const QString& text, const QString& what) {
        found << QStringLiteral("%1 \"%2\" %3").arg(widget->objectName(), text, what);
    };
    for (const auto* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&root) || widget->size().isEmpty()) {
            continue;
        }
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (label == nullptr && button == nullptr) {
            continue;
        }
        const auto text = label != nullptr ? label->text() : button->text();
        if (text.isEmpty()) {
            continue;
        }
        const bool wraps = widget->hasHeightForWidth();
        const auto* words = qobject_cast<const ui::Text*>(widget);
        const auto need = wraps || words != nullptr ? widget->minimumSizeHint() : widget->sizeHint();
        if (widget->width() < need.width()) {
            complain(widget, text, QStringLiteral("is %1 wide and needs %2").arg(widget->width()).arg(need.width()));
        }
        const int high = wraps ? widget->heightForWidth(widget->width()) : need.height();
        if (widget->height() < high) {
            complain(widget, text, QStringLiteral("is %1 high and needs %2").arg(widget->height()).arg(high));
        }
        const auto* parent = widget->parentWidget();
        if (parent != nullptr && !parent->rect().adjusted(0, 0, 1, 1).contains(widget->geometry())) {
            complain(widget, text, QStringLiteral("reaches out of its parent"));
        }
    }
    return found;
}

}  // namespace verdesk::test
