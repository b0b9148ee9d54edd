#include "ui/parts/button.h"

#include "ui/parts/key_hint.h"
#include "ui/parts/paint.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QShortcutEvent>

#include <cmath>

namespace verdesk::ui {

Button::Button(ButtonKind kind, const QString& text, const char* name, QWidget* parent)
    : QPushButton{text, parent}, kind_{kind} {
    setObjectName(QLatin1String{name});
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void Button::setKey(const QKeySequence& key) {
    setShortcut(key);
    printKey(key);
}

void Button::printKey(const QKeySequence& key) {
    keyWords_ = keyWords(key);
    updateGeometry();
}

void Button::setKind(ButtonKind kind) {
    kind_ = kind;
    update();
}

void Button::setMark(Icon icon) {
    mark_ = icon;
    updateGeometry();
}

void Button::clearMark() {
    mark_.reset();
    updateGeometry();
}

void Button::setBrand(const QColor& fill, const QColor& text) {
    constexpr double readable = 4.5;
    const bool isDark = contrastOf(fill, Qt::white) > contrastOf(fill, Qt::black);
    const auto words = contrastOf(text, fill) >= readable ? text : withContrast(text, {fill}, readable, isDark);
    brand_ = {fill, {}, words, words};
    kind_ = ButtonKind::brand;
    clearMark();
}

void Button::setWords(const QString& text) {
    // setText drops the shortcut of a button.
    const auto key = shortcut();
    setText(text);
    setShortcut(key);
    setAccessibleName(text);
    updateGeometry();
}

QSize Button::sizeHint() const {
    const auto& theme = Theme::current();
    const QFontMetricsF face{theme.sans(type::strong)};
    int width = static_cast<int>(std::ceil(face.horizontalAdvance(text()))) + 2 * 18;
    if (!keyWords_.isEmpty()) {
        width += keyHintSize(keyWords_).width() + metrics::inside;
    }
    if (mark_) {
        width += theme.scaled(metrics::icon) + metrics::inside;
    }
    return kind_ == ButtonKind::brand ? QSize{width + 2 * metrics::card, theme.controlHeight() + metrics::inside}
                                      : QSize{width, theme.controlHeight()};
}

// Brands' buttons are round at their ends.
int Button::corner() const {
    return kind_ == ButtonKind::brand ? height() / 2 : metrics::radius;
}

QSize Button::minimumSizeHint() const {
    return sizeHint();
}

Button::Colours Button::colours() const {
    const auto& p = Theme::current().palette();
    const bool over = isEnabled() && (underMouse() || isDown());
    switch (kind_) {
        case ButtonKind::primary:
            if (!isEnabled()) {
                return {p.neutralTint, p.line, p.second, {}};
            }
            return {over ? p.primaryHover : p.primary, {}, p.onPrimary, p.onPrimary};
        case ButtonKind::secondary:
            return {over ? p.hover : p.surface, over ? p.strongLine : p.line, isEnabled() ? p.ink : p.second, {}};
        case ButtonKind::quiet:
            return {over ? p.hover : QColor{}, {}, isEnabled() ? p.accentText : p.second, {}};
        case ButtonKind::onBlocked:
            return {over ? p.blockedSecond : p.onBlocked, {}, p.blocked, p.blocked};
        case ButtonKind::onBlockedOutline:
            return {over ? mixed(p.onBlocked, p.blocked, 0.12) : QColor{}, p.blockedSecond, p.onBlocked, {}};
        case ButtonKind::brand:
            return {over ? mixed(brand_.text, brand_.fill, 0.08) : brand_.fill, {}, brand_.text, brand_.gap};
    }
    return {};
}

void Button::paintEvent(QPaintEvent*) {
    const auto& theme = Theme::current();
    const auto colour = colours();
    QPainter painter{this};
    paintRound(painter, rect(), colour.fill, colour.line, corner());

    const auto face = theme.sans(type::strong);
    const qreal words = QFontMetricsF{face}.horizontalAdvance(text());
    const int mark = mark_ ? theme.scaled(metrics::icon) : 0;
    const auto key = keyWords_.isEmpty() ? QSize{} : keyHintSize(keyWords_);
    const qreal taken =
        words + (mark_ ? mark + metrics::inside : 0) + (key.isEmpty() ? 0 : key.width() + metrics::inside);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    qreal x = std::max(0.0, (width() - taken) / 2);
    const auto place = [&](qreal wide) {
        const qreal left = mirrored ? width() - x - wide : x;
        x += wide + metrics::inside;
        return left;
    };
    if (mark_) {
        const qreal left = place(mark);
        painter.drawPixmap(QPointF{left, (height() - mark) / 2.0},
                           iconPixmap(*mark_, colour.text, mark, devicePixelRatioF()));
    }
    painter.setFont(face);
    painter.setPen(colour.text);
    painter.drawText(QRectF{place(words), 0, words + 1, static_cast<qreal>(height())},
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, text());
    if (!key.isEmpty()) {
        const QRectF frame{place(key.width()), (height() - key.height()) / 2.0, static_cast<qreal>(key.width()),
                           static_cast<qreal>(key.height())};
        const auto ground = colour.fill.isValid() ? colour.fill : theme.palette().background;
        const bool filled = kind_ == ButtonKind::primary && isEnabled();
        paintKeyHint(painter, frame, keyWords_, filled ? colour.text : theme.palette().second,
                     filled ? mixed(colour.text, ground, 0.55) : theme.palette().line);
    }
    if (hasFocus() && Theme::current().showsFocus()) {
        const bool onBlocked = kind_ == ButtonKind::onBlocked || kind_ == ButtonKind::onBlockedOutline;
        paintFocus(painter, rect(), onBlocked ? theme.palette().onBlocked : theme.palette().focus, colour.gap,
                   corner());
    }
}

bool Button::event(QEvent* event) {
    // Qt would show the button pressed for 100 ms before it clicks.
    if (event->type() == QEvent::Shortcut && !static_cast<QShortcutEvent*>(event)->isAmbiguous()) {
        click();
        return true;
    }
    return QPushButton::event(event);
}

void Button::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier &&
        !event->isAutoRepeat()) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

PrimaryButton::PrimaryButton(const QString& text, const char* name, QWidget* parent)
    : Button{ButtonKind::primary, text, name, parent} {}

SecondaryButton::SecondaryButton(const QString& text, const char* name, QWidget* parent)
    : Button{ButtonKind::secondary, text, name, parent} {}

}  // namespace verdesk::ui
