#include "tour/hand.h"

#include "tour/patch.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QWheelEvent>

#include <stdexcept>

namespace verdesk::tour {
namespace {

constexpr QSize leastButton{60, 28};
constexpr int clickMs = 15'000;
constexpr int lookMs = 250;
// Turns of the wheel that follow each other sooner all go where the first one went, and that page may be gone.
constexpr int latchedMs = 600;
constexpr int patienceMs = 1'500;  // before the page is scrolled
constexpr int notch = 120;         // of a wheel, in eighths of a degree

// What takes the mouse in the place of a control.
QWidget* innermost(QWidget* control) {
    while (control->focusProxy() != nullptr) {
        control = control->focusProxy();
    }
    return control;
}

void scrollDown(QWidget& surface) {
    const QPointF middle = surface.rect().center();
    QWheelEvent turn{middle,         surface.mapToGlobal(middle), {},   {0, -2 * notch}, Qt::NoButton,
                     Qt::NoModifier, Qt::NoScrollPhase,           false};
    QApplication::sendEvent(&surface, &turn);
}

}  // namespace

QWidget* Hand::find(const QString& name) const {
    for (auto* widget : window_.findChildren<QWidget*>(name)) {
        if (widget->isVisible()) {
            return widget;
        }
    }
    return nullptr;
}

bool Hand::waitUntil(const std::function<bool()>& holds, int timeoutMs) const {
    return QTest::qWaitFor(holds, timeoutMs);
}

QWidget* Hand::wait(const QString& name, int timeoutMs) {
    if (!waitUntil([&] { return find(name) != nullptr; }, timeoutMs)) {
        throw std::runtime_error{"there is no \"" + name.toStdString() + "\" on the page"};
    }
    return find(name);
}

bool Hand::sees(const QString& name) const {
    return find(name) != nullptr;
}

void Hand::press(const QString& name) {
    auto* control = wait(name);
    if (!waitUntil([&] { return control->isEnabled(); }, 5'000)) {
        throw std::runtime_error{"\"" + name.toStdString() + "\" is disabled"};
    }
    control->setFocus(Qt::TabFocusReason);
    QTest::keyClick(control, Qt::Key_Space);
}

void Hand::type(const QString& name, const QString& text) {
    auto* field = wait(name);
    field->setFocus(Qt::TabFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(field)) {
        line->selectAll();
    } else if (auto* area = qobject_cast<QPlainTextEdit*>(field)) {
        area->selectAll();
    }
    QTest::keyClicks(field, text);
}

void Hand::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    // The window's own focus: without a window manager no window is the active one.
    auto* focus = window_.focusWidget();
    QTest::keyClick(focus != nullptr ? focus : &window_, key, modifiers);
}

void Hand::check(const QString& name) {
    auto* box = qobject_cast<QAbstractButton*>(wait(name));
    if (box != nullptr && !box->isChecked()) {
        press(name);
    }
}

void Hand::clickOn(const QString& name, const QColor& colour) {
    QElapsedTimer waited;
    waited.start();
    QRect before;
    while (!waited.hasExpired(clickMs)) {
        waitUntil([] { return false; }, lookMs);
        auto* surface = innermost(wait(name));  // another one once the page has come
        const auto patch = largestPatch(surface->grab().toImage(), colour, leastButton);
        if (patch.isNull() && waited.hasExpired(patienceMs)) {
            scrollDown(*surface);
            waitUntil([] { return false; }, latchedMs);
        } else if (!patch.isNull() && patch == before) {  // it stands still
            QTest::mouseClick(surface, Qt::LeftButton, {}, patch.center());
            return;
        }
        before = patch;
    }
    throw std::runtime_error{"nothing in \"" + name.toStdString() + "\" has the colour of a button"};
}

QString Hand::text(const QString& name) const {
    auto* widget = find(name);
    if (auto* label = qobject_cast<QLabel*>(widget)) {
        return label->text();
    }
    if (auto* button = qobject_cast<QAbstractButton*>(widget)) {
        return button->text();
    }
    if (auto* line = qobject_cast<QLineEdit*>(widget)) {
        return line->text();
    }
    return widget == nullptr ? QString{} : widget->accessibleName();
}

QString Hand::everythingWritten() const {
    QStringList lines;
    for (auto* widget : window_.findChildren<QWidget*>()) {
        if (!widget->isVisible()) {
            continue;
        }
        if (auto* label = qobject_cast<QLabel*>(widget)) {
            lines << label->text();
        } else if (auto* button = qobject_cast<QAbstractButton*>(widget)) {
            lines << button->text();
        }
    }
    return lines.join(QLatin1Char{'\n'});
}

bool Hand::reads(const QString& words) const {
    return everythingWritten().contains(words);
}

}  // namespace verdesk::tour
