#pragma once
// Which addresses a desk may speak to: https, or http where it cannot leave this computer.

#include <QString>
#include <QUrl>

#include <optional>

namespace verdesk::desk {

// The address with a path that ends in "/", or nothing where it is not acceptable.
std::optional<QUrl> backendAddress(const QString& text);

// Loopback by number or by the name that is reserved for it.
bool isLoopback(const QUrl& url);

}  // namespace verdesk::desk
