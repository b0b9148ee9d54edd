#pragma once
// Addresses as the embedded browser judges them. Pure functions.

#include <QString>
#include <QUrl>

namespace verdesk::ui::webview {

// "https://my.passport.io", with a port where it is not the scheme's own, as a browser writes it in a message's origin.
// Empty for whatever has no such origin: other schemes than http and https, or no host.
QString originOf(const QUrl& address);

// Encrypted, or no further than this computer: http to 127.0.0.0/8, ::1, localhost and names below localhost.
bool isProtected(const QUrl& address);

// Same scheme, host, port and path; query and fragment are free. False if either is empty.
bool isSamePlace(const QUrl& a, const QUrl& b);

}  // namespace verdesk::ui::webview
