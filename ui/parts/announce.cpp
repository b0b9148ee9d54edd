#include "ui/parts/announce.h"

#include <QAccessible>
#include <QWidget>

namespace verdesk::ui {

void announce(QWidget* widget, const QString& words) {
    if (widget->accessibleName() == words) {
        return;
    }
    widget->setAccessibleName(words);
    if (widget->isVisible()) {
        QAccessibleEvent event{widget, QAccessible::Alert};
        QAccessible::updateAccessibility(&event);
    }
}

}  // namespace verdesk::ui
