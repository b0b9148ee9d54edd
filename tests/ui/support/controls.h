#pragma once
// What everybody who works without a mouse or a screen needs of a page: names, and a way to every control by Tab.

#include <QApplication>
#include <QComboBox>
#include <QRadioButton>
#include <QScrollBar>
#include <QSet>
#include <QStringList>
#include <QTest>
#include <QWidget>

namespace verdesk::test {

inline QString nameOf(const QWidget& widget) {
    return QStringLiteral("%1 \"%2\"").arg(QLatin1String{widget.metaObject()->className()}, widget.objectName());
}

// Visible and able to take the focus, from the inside of Qt's own widgets apart.
inline QList<QWidget*> controlsOf(const QWidget& root) {
    QList<QWidget*> controls;
    for (auto* each : root.findChildren<QWidget*>()) {
        if (each->isVisibleTo(&root) && each->focusPolicy() != Qt::NoFocus && each->focusProxy() == nullptr &&
            !each->isWindow() && qobject_cast<QScrollBar*>(each) == nullptr) {
            controls << each;
        }
    }
    return controls;
}

// A line for each control without an object name or an accessible name.
inline QStringList unnamed(const QWidget& root) {
    QStringList found;
    for (const auto* each : controlsOf(root)) {
        if (each->objectName().isEmpty()) {
            found << nameOf(*each) + QStringLiteral(" has no object name");
        }
        if (each->accessibleName().isEmpty()) {
            found << nameOf(*each) + QStringLiteral(" has no accessible name");
        }
    }
    return found;
}

// A line for each enabled control that Tab alone does not reach from where the focus is. Of a group of radio buttons
// one is enough: arrows go on from there, as everywhere. The window must be active.
inline QStringList unreachedByTab(const QWidget& root) {
    auto controls = controlsOf(root);
    erase_if(controls, [&root](const QWidget* each) {
        const auto* radio = qobject_cast<const QRadioButton*>(each);
        return !each->isEnabledTo(&root) || (each->focusPolicy() & Qt::TabFocus) == 0 ||
               (radio != nullptr && radio->autoExclusive() && !radio->isChecked());
    });
    QSet<const QWidget*> reached;
    const auto note = [&reached] {
        for (const auto* each = QApplication::focusWidget(); each != nullptr; each = each->parentWidget()) {
            reached.insert(each);
            if (each->focusPolicy() != Qt::NoFocus) {
                break;
            }
        }
    };
    note();
    for (qsizetype i = 0; i < 2 * controls.size() + 4; ++i) {
        auto* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : const_cast<QWidget*>(&root), Qt::Key_Tab);
        note();
    }
    QStringList missed;
    for (const auto* each : controls) {
        if (!reached.contains(each)) {
            missed << nameOf(*each) + QStringLiteral(" is not reached by Tab");
        }
    }
    return missed;
}

}  // namespace verdesk::test
