#include "desk/backend_address.h"

#include <QHostAddress>

namespace verdesk::desk {

bool isLoopback(const QUrl& url) {
    const auto host = url.host();
    const QHostAddress address{host};
    return host == QLatin1String("localhost") || (!address.isNull() && address.isLoopback());
}

std::optional<QUrl> backendAddress(const QString& text) {
    QUrl url{text.trimmed(), QUrl::StrictMode};
    if (!url.isValid() || url.host().isEmpty() || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty()) {
        return std::nullopt;
    }
    const bool secure = url.scheme() == QLatin1String("https");
    if (!secure && !(url.scheme() == QLatin1String("http") && isLoopback(url))) {
        return std::nullopt;
    }
    if (!url.path().endsWith(QLatin1Char('/'))) {
        url.setPath(url.path() + QLatin1Char('/'));
    }
    return url;
}

}  // namespace verdesk::desk
