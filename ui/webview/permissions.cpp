#include "ui/webview/permissions.h"

#include <QUrl>
#include <QWebEnginePage>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QtWebEngineCore/qwebenginepermission.h>
#endif

namespace verdesk::ui::webview {

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

namespace {

Wanted wantedBy(QWebEnginePermission::PermissionType type) {
    switch (type) {
        case QWebEnginePermission::PermissionType::MediaVideoCapture:
            return {.camera = true};
        case QWebEnginePermission::PermissionType::MediaAudioCapture:
            return {.microphone = true};
        case QWebEnginePermission::PermissionType::MediaAudioVideoCapture:
            return {.camera = true, .microphone = true};
        case QWebEnginePermission::PermissionType::Geolocation:
            return {.place = true};
        default:
            return {};
    }
}

}  // namespace

void onPermission(QWebEnginePage& page, std::function<bool(const QUrl& asking, Wanted wanted)> decide) {
    QObject::connect(&page, &QWebEnginePage::permissionRequested, &page,
                     [decide = std::move(decide)](QWebEnginePermission permission) {
                         if (decide(permission.origin(), wantedBy(permission.permissionType()))) {
                             permission.grant();
                         } else {
                             permission.deny();
                         }
                     });
}

#else

namespace {

Wanted wantedBy(QWebEnginePage::Feature feature) {
    switch (feature) {
        case QWebEnginePage::MediaVideoCapture:
            return {.camera = true};
        case QWebEnginePage::MediaAudioCapture:
            return {.microphone = true};
        case QWebEnginePage::MediaAudioVideoCapture:
            return {.camera = true, .microphone = true};
        case QWebEnginePage::Geolocation:
            return {.place = true};
        default:
            return {};
    }
}

}  // namespace

void onPermission(QWebEnginePage& page, std::function<bool(const QUrl& asking, Wanted wanted)> decide) {
    QObject::connect(&page, &QWebEnginePage::featurePermissionRequested, &page,
                     [&page, decide = std::move(decide)](const QUrl& asking, QWebEnginePage::Feature feature) {
                         page.setFeaturePermission(asking, feature,
                                                   decide(asking, wantedBy(feature))
                                                       ? QWebEnginePage::PermissionGrantedByUser
                                                       : QWebEnginePage::PermissionDeniedByUser);
                     });
}

#endif

}  // namespace verdesk::ui::webview
