#include "ui/webview/engine.h"

#include <qtwebenginecoreglobal.h>
#include <QGuiApplication>
#include <QOpenGLContext>
#include <QtWebEngineCoreVersion>

#if QT_VERSION >= QT_VERSION_CHECK(7, 0, 0)
#error "look anew at how Qt shares OpenGL contexts"
#endif

QT_BEGIN_NAMESPACE
// Exported by Qt Gui for Qt's own modules; its header is private. The same from Qt 5.3 to 6.8.
Q_GUI_EXPORT void qt_gl_set_global_share_context(QOpenGLContext* context);
QT_END_NAMESPACE

namespace verdesk::ui::webview {

QString engineName() {
    return QStringLiteral("Chromium %1").arg(QLatin1String(qWebEngineChromiumVersion()));
}

QVersionNumber engineVersion() {
    return QVersionNumber::fromString(QLatin1String(qWebEngineChromiumVersion()));
}

void shareContexts() {
    if (QOpenGLContext::globalShareContext() != nullptr) {
        return;
    }
    auto* context = new QOpenGLContext{qGuiApp};
    context->setFormat(QSurfaceFormat::defaultFormat());
    context
        ->create();  // where it cannot be made, the engine sees that, and draws in software; without one it would crash
    QT_PREPEND_NAMESPACE(qt_gl_set_global_share_context)(context);
}

}  // namespace verdesk::ui::webview
