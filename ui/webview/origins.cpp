#include "ui/webview/origins.h"

#include <QRegularExpression>

namespace verdesk::ui::webview {
namespace {

int schemesOwnPort(const QString& scheme) {
    return scheme == QLatin1String("https") ? 443 : 80;
}

bool isWeb(const QUrl& address) {
    return address.scheme() == QLatin1String("https") || address.scheme() == QLatin1String("http");
}

bool isLoopback(const QString& host) {
    static const QRegularExpression fourPart{QStringLiteral("^127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$")};
    return host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")) ||
           host == QLatin1String("::1") || fourPart.match(host).hasMatch();
}

}  // namespace

QString originOf(const QUrl& address) {
    const auto host = address.host(QUrl::FullyEncoded);
    static const QRegularExpression name{QStringLiteral("^(?:[a-z0-9._-]+|[0-9a-f:.]+)$")};
    if (!address.isValid() || !isWeb(address) || !name.match(host).hasMatch()) {
        return {};
    }
    auto origin = address.scheme() + QLatin1String("://");
    origin += host.contains(u':') ? u'[' + host + u']' : host;
    const int own = schemesOwnPort(address.scheme());
    if (address.port(own) != own) {
        origin += u':' + QString::number(address.port());
    }
    return origin;
}

bool isProtected(const QUrl& address) {
    return address.scheme() == QLatin1String("https") ||
           (address.scheme() == QLatin1String("http") && isLoopback(address.host()));
}

bool isSamePlace(const QUrl& a, const QUrl& b) {
    const auto path = [](const QUrl& address) {
        const auto written = address.path(QUrl::FullyEncoded);
        return written.isEmpty() ? QStringLiteral("/") : written;
    };
    const auto origin = originOf(a);
    return !origin.isEmpty() && origin == originOf(b) && path(a) == path(b);
}

}  // namespace verdesk::ui::webview
