#pragma once
// Pictures of widgets for people to look at, under VERDESK_GALLERY or else build/gallery.

#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QPixmap>
#include <QWidget>

namespace verdesk::test {

inline QString galleryFolder() {
    const auto chosen = qEnvironmentVariable("VERDESK_GALLERY");
    const auto folder = chosen.isEmpty() ? QStringLiteral(VERDESK_BIN_DIR "/../gallery") : chosen;
    QDir{}.mkpath(folder);
    return folder;
}

// Lets every layout that was asked to think again do so, from the inside out.
inline void settle() {
    for (int round = 0; round < 8; ++round) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
    }
}

inline bool savePicture(QWidget& widget, const QString& name) {
    return widget.grab().save(galleryFolder() + u'/' + name + QStringLiteral(".png"), "PNG", 90);
}

// "light", "dark", each with 100 and 200 per cent text.
struct Look {
    ui::SchemeChoice scheme;
    double textScale;
    QString name;
};
inline QList<Look> looks() {
    return {{ui::SchemeChoice::light, 1, QStringLiteral("light")},
            {ui::SchemeChoice::dark, 1, QStringLiteral("dark")},
            {ui::SchemeChoice::light, 2, QStringLiteral("light-200")},
            {ui::SchemeChoice::dark, 2, QStringLiteral("dark-200")}};
}

}  // namespace verdesk::test
