#include "ui/webview/host_page.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace verdesk::ui::webview {
namespace {

// As JavaScript literals: JSON is one.
QString literal(const QJsonObject& object) {
    return QString::fromUtf8(QJsonDocument{object}.toJson(QJsonDocument::Compact));
}

QString literal(const QString& text) {
    const auto array = QString::fromUtf8(QJsonDocument{QJsonArray{text}}.toJson(QJsonDocument::Compact));
    return array.mid(1, array.size() - 2);
}

// Origins are what originOf() wrote: without quotes, spaces or semicolons.
QString policyOf(const LaunchPlan& plan, const HostPage& host) {
    auto nothingElse = QStringLiteral("default-src 'none'; base-uri 'none'; form-action 'none'");
    const auto theirs = plan.origins.join(u' ');
    switch (plan.stage) {
        case Stage::frame:
            return nothingElse + QStringLiteral("; frame-src %1; style-src 'nonce-%2'").arg(theirs, host.secret);
        case Stage::script:
            return nothingElse + QStringLiteral(
                                     "; script-src %1; connect-src %1; frame-src %1; font-src %1; "
                                     "img-src %1 data:; style-src %1 'unsafe-inline'")
                                     .arg(theirs);
        case Stage::top:
            break;
    }
    return nothingElse;
}

// The permissions policy of the frame: each feature for the launch's origins and for no other.
QString allowOf(const LaunchPlan& plan) {
    static const QRegularExpression feature{QStringLiteral("^[a-z-]+$")};
    QStringList parts;
    for (const auto& one : plan.allow.filter(feature)) {
        parts << one + u' ' + plan.origins.join(u' ');
    }
    return parts.join(QLatin1String("; "));
}

QString bodyOf(const LaunchPlan& plan, const HostPage& host) {
    switch (plan.stage) {
        case Stage::frame:
            return QStringLiteral(
                       "<style nonce=\"%1\">html,body,iframe{margin:0;border:0;width:100%;height:100%}"
                       "body{overflow:hidden}iframe{display:block}</style>"
                       "<iframe title=\"%2\" allow=\"%3\"></iframe>")
                .arg(host.secret, host.title.toHtmlEscaped(), allowOf(plan).toHtmlEscaped());
        case Stage::script:
            return QStringLiteral("<div id=\"container\"></div><script src=\"%1\"></script>")
                .arg(QString::fromUtf8(plan.page.toEncoded()).toHtmlEscaped());
        case Stage::top:
            break;
    }
    return {};
}

QString modeOf(Stage stage) {
    switch (stage) {
        case Stage::frame:
            return QStringLiteral("frame");
        case Stage::script:
            return QStringLiteral("script");
        case Stage::top:
            break;
    }
    return QStringLiteral("top");
}

}  // namespace

QString hostPageOf(const LaunchPlan& plan, const HostPage& host) {
    return QStringLiteral(
               "<!doctype html><html lang=\"%1\" data-desk=\"%2\"><head><meta charset=\"utf-8\">"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"%3\"><title>%4</title></head>"
               "<body>%5</body></html>")
        .arg(host.language.toHtmlEscaped(), host.secret, policyOf(plan, host).toHtmlEscaped(),
             host.title.toHtmlEscaped(), bodyOf(plan, host));
}

QString listenerOf(const LaunchPlan& plan, const HostPage& host, const QString& channelCode, const QString& code) {
    const QJsonObject settings{{QStringLiteral("mode"), modeOf(plan.stage)},
                               {QStringLiteral("page"), QString::fromUtf8(plan.page.toEncoded())},
                               {QStringLiteral("host"), host.origin},
                               {QStringLiteral("camera"), allows(plan, "camera")},
                               {QStringLiteral("microphone"), allows(plan, "microphone")},
                               {QStringLiteral("origins"), QJsonArray::fromStringList(plan.origins)},
                               {QStringLiteral("secret"), host.secret}};
    return QStringLiteral("(function () { if (window !== window.top) { return; }\n%1\n(%2)(QWebChannel, %3); })();")
        .arg(channelCode, code.trimmed(), literal(settings));
}

QString heraldOf(const LaunchPlan& plan, const HostPage& host, const QString& code) {
    const QJsonObject settings{{QStringLiteral("host"), host.origin},
                               {QStringLiteral("origins"), QJsonArray::fromStringList(plan.origins)},
                               {QStringLiteral("secret"), host.secret}};
    return QStringLiteral("(%1)(%2);").arg(code.trimmed(), literal(settings));
}

QString callOf(const LaunchPlan& plan, const HostPage& host) {
    return QStringLiteral(
               "(function () { try { (function (container, answer) {\n%1\n})"
               "(document.getElementById('container'), "
               "function (value) { window.postMessage({[%2]: value}, window.origin); });"
               " return true; } catch (problem) { return false; } })();")
        .arg(QString::fromStdString(plan.call), literal(host.secret));
}

}  // namespace verdesk::ui::webview
