#pragma once
// The one icon family: 20 px, 1.5 px strokes, drawn in a colour of the palette. Never without a word or an accessible
// name.

#include <QIcon>
#include <QPixmap>

namespace verdesk::ui {

enum class Icon {
    check,
    cross,
    warning,
    stop,
    info,
    clock,
    eye,
    eyeOff,
    copy,
    qr,
    key,
    refresh,
    phone,
    offline,
    search,
    user,
    arrowRight,
    chevronDown,
    shield,
    document,
    plus,
    lock,
    list,
    help,
    settings
};

// `size` in device-independent pixels.
QPixmap iconPixmap(Icon icon, const QColor& colour, int size, qreal devicePixelRatio);
QIcon iconOf(Icon icon, const QColor& colour);

// The resource's path, for style sheets.
QString iconPath(Icon icon);

}  // namespace verdesk::ui
