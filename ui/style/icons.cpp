#include "ui/style/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>

namespace verdesk::ui {
namespace {

constexpr std::array names{u"check",   u"cross", u"warning",     u"stop",         u"info",    u"clock",    u"eye",
                           u"eye-off", u"copy",  u"qr",          u"key",          u"refresh", u"phone",    u"offline",
                           u"search",  u"user",  u"arrow-right", u"chevron-down", u"shield",  u"document", u"plus",
                           u"lock",    u"list",  u"help",        u"settings"};

}  // namespace

QString iconPath(Icon icon) {
    return QStringLiteral(":/icons/%1.svg").arg(QStringView{names.at(static_cast<std::size_t>(icon))});
}

QPixmap iconPixmap(Icon icon, const QColor& colour, int size, qreal devicePixelRatio) {
    const auto key = QStringLiteral("verdesk-icon/%1/%2/%3/%4")
                         .arg(static_cast<int>(icon))
                         .arg(colour.rgba(), 0, 16)
                         .arg(size)
                         .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QFile file{iconPath(icon)};
    if (!file.open(QIODevice::ReadOnly)) {
        return pixmap;
    }
    auto drawing = file.readAll();
    drawing.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer{drawing};
    pixmap = QPixmap{QSize{size, size} * devicePixelRatio};
    pixmap.fill(Qt::transparent);
    QPainter painter{&pixmap};
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon iconOf(Icon icon, const QColor& colour) {
    QIcon result;
    for (const int size : {16, 20, 24, 32, 40}) {
        result.addPixmap(iconPixmap(icon, colour, size, 1.0));
    }
    return result;
}

}  // namespace verdesk::ui
